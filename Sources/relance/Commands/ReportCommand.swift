import Diagnostics
import Figures
import Planning
import Receivables
import Reporting
import Semantics
import Storage

extension Command {
  /// The command `relance report`.
  static let report = Command(
    name: "report",
    operands: Message(fr: "[FICHIER…]", en: "[FILE…]"),
    summary: Message(
      fr: "balance âgée, DSO, retards, effets des relances, ce qui demande attention",
      en: "aged balance, DSO, delays, effects of reminders, what needs attention"
    ),
    details: Message(
      fr: """
        Les chiffres de la base à un jour ; chaque devise à part, et en euros aux cours du jour.
        Avec des fichiers de scénarios s'y ajoutent les actions des 30 prochains jours.
        `--html` écrit en plus une page à lire, à imprimer ou à envoyer, qui tient en un fichier.
        """,
      en: """
        The figures of the ledger on a day; each currency by itself, and in euros at the day's
        rates. With scenario files the actions of the next 30 days are added.
        `--html` also writes a page to be read, printed or sent, in a single file.
        """
    ),
    options: [.ledger, .date, .reportFormat, .page],
    run: { invocation throws(Failure) in try invocation.report() }
  )
}

extension Option {
  fileprivate static let reportFormat = Option(
    name: "format",
    form: .value(Message(verbatim: ReportFormat.all.map(\.name).joined(separator: "|"))),
    summary: Message(fr: "la forme du résultat [table]", en: "the form of the result [table]")
  )
}

extension Invocation {
  fileprivate func report() throws(Failure) -> ExitStatus {
    let format = try reportFormat()
    let date = try date()
    let path = try ledgerPath()
    let report = try ledgerReport(path, on: date)
    try writePage { settings, output in ReportPage(report).write(settings, to: output) }
    format.write(report, console.textSettings, console.output)
    try console.checkOutput()
    return .done
  }

  private func ledgerReport(
    _ path: String,
    on date: CalendarDate
  ) throws(Failure) -> LedgerReport {
    guard !arguments.operands.isEmpty else {
      let ledger = try readLedger(path, .everything)
      return LedgerReport(LedgerFigures(of: ledger, on: date))
    }
    let analysis = try scenarios(arguments.operands)
    let ledger = try readLedger(path, .everything, analysis.scenarios)
    let planner = Planner(
      scenarios: analysis.scenarios,
      files: analysis.files,
      exchangeRates: ledger.exchangeRates
    )
    let lastDay = date.adding(days: LedgerReport.horizon - 1)
    let work = SimulationWork(
      customers: ledger.accounts.count,
      accounts: { { ledger.accounts[$0] } },
      exchangeRates: ledger.exchangeRates,
      simulator: { Simulator(planner, from: date, to: lastDay) },
      payments: .none,
      threads: availableThreads
    )
    return LedgerReport(
      LedgerFigures(of: ledger, on: date),
      upcoming: work.simulation(runs: nil, journal: .kept, console)
    )
  }

  private func reportFormat() throws(Failure) -> ReportFormat {
    guard let name = arguments.value(of: .reportFormat) else { return .table }
    if let format = ReportFormat.named(name) { return format }
    throw .unknownForm(name, ReportFormat.all.map(\.name))
  }
}
