import Diagnostics
import Receivables

extension Option {
  /// The option `--fresh-within`.
  static let freshWithin = Option(
    name: "fresh-within",
    form: .value(Message(fr: "JOURS", en: "DAYS")),
    summary: Message(
      fr: "refuse si les paiements ont été importés il y a plus de jours que cela",
      en: "refuses if payments were imported more days ago than this"
    )
  )

  /// The option `--wait`.
  static let wait = Option(
    name: "wait",
    form: .value(Message(fr: "SECONDES", en: "SECONDS")),
    summary: Message(
      fr: "le temps d'attendre une base occupée [30]",
      en: "how long a ledger in use is waited for [30]"
    )
  )
}

extension Invocation {
  /// The day of facts to be written: that asked for, or today, but none that is still to come.
  ///
  /// A reminder of a day to come would be false, and would keep all days before it from being
  /// recorded.
  func pastDate() throws(Failure) -> CalendarDate {
    let date = try date()
    let (year, month, day) = today()
    guard let today = CalendarDate(year: year, month: month, day: day), date > today else {
      return date
    }
    throw .usage(
      Message(
        fr: "`relance \(command.name)` n'écrit rien pour un jour à venir : nous sommes le "
          + "\(today.frenchDescription), pas encore le \(date.frenchDescription)",
        en: "`relance \(command.name)` writes nothing for a day to come: it is \(today), "
          + "not \(date) yet"
      ),
      help: Message(
        fr: "`relance plan` montre un jour à venir, sans l'enregistrer",
        en: "`relance plan` shows a day to come, without recording it"
      )
    )
  }

  /// How long a ledger in use is waited for, in seconds.
  func patience() throws(Failure) -> Int {
    try wholeNumber(.wait, in: 0...86_400) ?? 30
  }

  /// How many days ago payments may have been imported; `nil` if it does not matter.
  func paymentsWithin() throws(Failure) -> Int? {
    try wholeNumber(.freshWithin, in: 0...36_500)
  }

  private func wholeNumber(
    _ option: Option,
    in range: ClosedRange<Int>
  ) throws(Failure) -> Int? {
    guard let text = arguments.value(of: option) else { return nil }
    if let number = Int(text), range.contains(number) { return number }
    throw .usage(
      Message(
        fr: "`--\(option.name)` : « \(printable(text)) » n'est pas un nombre entre "
          + "\(range.lowerBound) et \(range.upperBound)",
        en: "`--\(option.name)`: “\(printable(text))” is not a number between "
          + "\(range.lowerBound) and \(range.upperBound)"
      ),
      help: option.summary
    )
  }
}
