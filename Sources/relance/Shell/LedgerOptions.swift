import Diagnostics
import Receivables

extension Option {
  /// The option `--db`.
  static let ledger = Option(
    name: "db",
    form: .value(Message(fr: "BASE", en: "LEDGER")),
    summary: Message(
      fr: "la base SQLite des factures (voir `relance help import`)",
      en: "the SQLite ledger of invoices (see `relance help import`)"
    )
  )

  /// The option `--date`.
  static let date = Option(
    name: "date",
    form: .value(Message(fr: "JOUR", en: "DAY")),
    summary: Message(
      fr: "le jour, comme 2026-02-02 ou 02/02/2026 [aujourd'hui]",
      en: "the day, as in 2026-02-02 or 02/02/2026 [today]"
    )
  )
}

extension Option {
  /// The option `--from`.
  static let periodStart = Option(
    name: "from",
    form: .value(Message(fr: "JOUR", en: "DAY")),
    summary: Message(fr: "le premier jour de la période", en: "the first day of the period")
  )

  /// The option `--to`.
  static let periodEnd = Option(
    name: "to",
    form: .value(Message(fr: "JOUR", en: "DAY")),
    summary: Message(fr: "le dernier jour de la période", en: "the last day of the period")
  )
}

extension Failure {
  /// A form of output that a command does not know.
  static func unknownForm(_ name: String, _ names: [String]) -> Failure {
    let names = names.joined(separator: ", ")
    return .usage(
      Message(
        fr: "forme inconnue : `\(printable(name))`",
        en: "unknown form: `\(printable(name))`"
      ),
      help: Message(fr: "formes possibles : \(names)", en: "possible forms: \(names)")
    )
  }
}

extension Invocation {
  /// The ledger's path.
  func ledgerPath() throws(Failure) -> String {
    if let path = arguments.value(of: .ledger), !path.isEmpty { return path }
    throw .usage(
      Message(
        fr: "`relance \(command.name)` attend `--db BASE`",
        en: "`relance \(command.name)` needs `--db LEDGER`"
      ),
      help: Message(
        fr: "`relance import --db factures.sqlite --invoices factures.csv` crée une base",
        en: "`relance import --db ledger.sqlite --invoices invoices.csv` makes one"
      )
    )
  }

  /// The day asked for, or today.
  func date() throws(Failure) -> CalendarDate {
    if let day = try day(.date) { return day }
    let (year, month, day) = today()
    return CalendarDate(year: year, month: month, day: day) ?? .earliest
  }

  /// The days from `--from` to `--to`.
  func period() throws(Failure) -> ClosedRange<CalendarDate> {
    guard let from = try day(.periodStart), let to = try day(.periodEnd) else {
      throw .usage(
        Message(
          fr: "`relance \(command.name)` attend `--from JOUR` et `--to JOUR`",
          en: "`relance \(command.name)` needs `--from DAY` and `--to DAY`"
        ),
        help: Message(
          fr: "par exemple `--from 2026-01-01 --to 2026-06-30`",
          en: "for example `--from 2026-01-01 --to 2026-06-30`"
        )
      )
    }
    guard from <= to else {
      throw .usage(
        Message(
          fr: "la période finit le \(to.frenchDescription) avant de commencer le "
            + "\(from.frenchDescription)",
          en: "the period ends on \(to) before it begins on \(from)"
        ),
        help: nil
      )
    }
    return from...to
  }

  /// The whole number that an option gives, if it was given.
  func number(_ option: Option, in range: ClosedRange<Int>) throws(Failure) -> Int? {
    guard let text = arguments.value(of: option) else { return nil }
    if let number = Int(text), range.contains(number) { return number }
    let (least, most) = (range.lowerBound, range.upperBound)
    throw .usage(
      Message(
        fr: "`--\(option.name)` : « \(printable(text)) » n'est pas un nombre de \(least) à \(most)",
        en: "`--\(option.name)`: “\(printable(text))” is not a number from \(least) to \(most)"
      ),
      help: nil
    )
  }

  /// The day that an option names; `nil` if it is not given.
  func day(_ option: Option) throws(Failure) -> CalendarDate? {
    guard let text = arguments.value(of: option) else { return nil }
    if let day = CalendarDate(written: text), (1900...2199).contains(day.year) { return day }
    throw .usage(
      Message(
        fr: "`--\(option.name)` : « \(printable(text)) » n'est pas un jour entre 1900 et 2199",
        en: "`--\(option.name)`: “\(printable(text))” is not a day between 1900 and 2199"
      ),
      help: Message(
        fr: "écrire 2026-02-02 ou 02/02/2026",
        en: "write 2026-02-02 or 02/02/2026"
      )
    )
  }
}

extension CalendarDate {
  /// A day as a person writes it: `2026-02-02` or `2/2/2026`.
  fileprivate init?(written text: String) {
    let bytes = Array(text.utf8)
    if let day = CalendarDate(isoBytes: bytes) {
      self = day
      return
    }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard
      parts.count == 3,
      parts[2].utf8.count == 4,
      parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      let day = Int(parts[0]), let month = Int(parts[1]), let year = Int(parts[2]),
      let date = CalendarDate(year: year, month: month, day: day)
    else { return nil }
    self = date
  }
}
