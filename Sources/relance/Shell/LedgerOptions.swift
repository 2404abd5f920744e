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
