import Diagnostics
import Planning
import Receivables
import Reporting
import Semantics
import Storage

extension Command {
  /// The command `relance diff`.
  static let diff = Command(
    name: "diff",
    operands: Message(fr: "ANCIEN NOUVEAU", en: "OLD NEW"),
    summary: Message(
      fr: "compare deux versions : les règles, les factures traitées autrement, la charge",
      en: "compares two versions: the rules, the invoices treated differently, the load"
    ),
    details: Message(
      fr: """
        Chaque version est un fichier ou un dossier. Sans base, seuls les textes sont comparés :
        réglages, étapes et règles, avec pour chaque différence une facture qui la montre, puis ce que
        lisent les clients : `taux` dont dépendent les pénalités, modèles, créancier. Avec `--db` et `--date`, ce que deviennent
        les factures ce jour-là ; avec `--from` et `--to`, ce qu'il advient sur la période, comme
        dans `simulate`. Avec `--exit-code`, rend 1 s'il y a une différence.
        `--html` écrit en plus une page.
        """,
      en: """
        Each version is a file or a folder. Without a ledger only the texts are compared: settings,
        steps and rules, each difference with an invoice that shows it, then what customers read: the
        rates (`taux`) that penalties hang on, templates, the creditor. With `--db` and `--date`, what becomes of the
        invoices on that day; with `--from` and `--to`, what happens in the period, as in
        `simulate`. With `--exit-code`, exits with 1 if there is a difference.
        `--html` also writes a page.
        """
    ),
    options: [
      .ledger, .date, .periodStart, .periodEnd, .payments, .seed, .exitCode, .comparisonFormat,
      .page,
    ],
    run: { invocation throws(Failure) in try invocation.diff() }
  )
}

extension Option {
  fileprivate static let exitCode = Option(
    name: "exit-code",
    form: .flag,
    summary: Message(
      fr: "rend 1 s'il y a une différence",
      en: "exits with 1 if there is a difference"
    )
  )

  fileprivate static let comparisonFormat = Option(
    name: "format",
    form: .value(Message(verbatim: ComparisonFormat.all.map(\.name).joined(separator: "|"))),
    summary: Message(fr: "la forme du résultat [table]", en: "the form of the result [table]")
  )
}

extension Invocation {
  fileprivate func diff() throws(Failure) -> ExitStatus {
    let format = try comparisonFormat()
    guard arguments.operands.count == 2 else {
      throw .usage(
        Message(
          fr: "`relance diff` attend deux versions : un fichier ou un dossier chacune",
          en: "`relance diff` needs two versions: a file or a folder each"
        ),
        help: Message(
          fr: "par exemple `relance diff ancien.relance nouveau.relance`",
          en: "for example `relance diff old.relance new.relance`"
        )
      )
    }
    let hasPeriod = arguments.has(.periodStart) || arguments.has(.periodEnd)
    if hasPeriod, arguments.has(.date) {
      throw .usage(
        Message(
          fr: "`--date` et `--from`, `--to` s'excluent",
          en: "`--date` and `--from`, `--to` exclude each other"
        ),
        help: nil
      )
    }
    let payments = try paymentAssumption()
    let period = hasPeriod ? try period() : try oneDay()
    let old = try scenarios(arguments.operands.prefix(1))
    let new = try scenarios(arguments.operands.suffix(1))
    var plans: PlanComparison?
    if arguments.has(.ledger) { plans = try compare(old, new, over: period, payments) }
    let report = ComparisonReport(
      rules: ruleChanges(from: old.scenarios, to: new.scenarios),
      plans: plans
    )
    try writePage { settings, output in ComparisonPage(report).write(settings, to: output) }
    format.write(report, console.textSettings, console.output)
    try console.checkOutput()
    return arguments.has(.exitCode) && !report.isEmpty ? .filesHaveErrors : .done
  }

  private func oneDay() throws(Failure) -> ClosedRange<CalendarDate> {
    let day = try date()
    return day...day
  }

  private func compare(
    _ old: Analysis,
    _ new: Analysis,
    over period: ClosedRange<CalendarDate>,
    _ payments: PaymentAssumption
  ) throws(Failure) -> PlanComparison {
    let path = try ledgerPath()
    // Each version asks for columns of its own.
    let ledger = try readLedger(path, .everything, old.scenarios)
    let newLedger =
      old.scenarios.columns == new.scenarios.columns
      ? ledger : try readLedger(path, .everything, new.scenarios)
    func planner(_ analysis: Analysis) -> Planner {
      Planner(
        scenarios: analysis.scenarios,
        files: analysis.files,
        exchangeRates: ledger.exchangeRates
      )
    }
    let comparer = PlanComparer(
      old: planner(old),
      new: planner(new),
      from: period.lowerBound,
      to: period.upperBound
    )
    let forecast = PaymentForecast(payments, from: period.lowerBound, ledger: ledger)
    let progress = ProgressLine(console)
    var oldTally = SimulationTally(comparer.simulator, journal: .counted)
    var newTally = SimulationTally(comparer.simulator, journal: .counted)
    var changes: [TreatmentChange] = []
    for (index, accounts) in zip(ledger.accounts, newLedger.accounts).enumerated() {
      let before = forecast.applied(to: accounts.0)
      let after = forecast.applied(to: accounts.1)
      let comparison = comparer.compare(before, after)
      oldTally.add(before)
      newTally.add(after)
      oldTally.add(comparison.old)
      newTally.add(comparison.new)
      changes += comparison.changes
      let percent = 100 * index / ledger.accounts.count
      progress.show(Message(fr: "comparaison : \(percent) %", en: "comparison: \(percent)%"))
    }
    progress.clear()
    return PlanComparison(
      old: oldTally.simulation(payments, exchangeRates: ledger.exchangeRates),
      new: newTally.simulation(payments, exchangeRates: ledger.exchangeRates),
      changes: changes
    )
  }

  private func comparisonFormat() throws(Failure) -> ComparisonFormat {
    guard let name = arguments.value(of: .comparisonFormat) else { return .table }
    if let format = ComparisonFormat.named(name) { return format }
    throw .unknownForm(name, ComparisonFormat.all.map(\.name))
  }
}
