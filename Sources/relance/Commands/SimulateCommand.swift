import Diagnostics
import Planning
import Receivables
import Reporting
import Semantics
import Storage

extension Command {
  /// The command `relance simulate`.
  static let simulate = Command(
    name: "simulate",
    operands: Message(fr: "FICHIER…", en: "FILE…"),
    summary: Message(
      fr: "joue les jours d'une période : ce qui partira, la charge, l'encaissement",
      en: "plays the days of a period: what will be sent, the work, the cash"
    ),
    details: Message(
      fr: """
        Chaque jour est planifié et chaque action tenue pour faite, en mémoire : la base n'est pas
        modifiée. Les paiements après le premier jour : none (aucun), actual (ceux de la base :
        essai sur le passé), expected (chaque client avec son retard moyen), sampled (retards
        tirés de ceux du client ; même graine, même résultat). Avec --runs, l'écart entre les
        tirages : médiane, et les bornes que laissent 10 % des tirages de chaque côté.
        --format csv donne le journal : une ligne par facture de chaque action ; --html écrit en
        plus une page.
        """,
      en: """
        Each day is planned and each action taken as done, in memory: the ledger is not changed.
        Payments after the first day: none, actual (those of the ledger: a back-test), expected
        (each customer with its mean delay), sampled (delays drawn from the customer's own; same
        seed, same result). With --runs, how far the runs lie apart: the median, and the bounds
        that leave 10 % of the runs on either side.
        --format csv gives the journal: one line per invoice of each action; --html also writes
        a page.
        """
    ),
    options: [
      .ledger, .periodStart, .periodEnd, .payments, .seed, .runs, .simulationFormat, .page,
      .threads,
    ],
    run: { invocation throws(Failure) in try invocation.simulate() }
  )
}

extension Option {
  /// `--payments`, how customers pay from the first day on.
  static let payments = Option(
    name: "payments",
    form: .value(Message(verbatim: "none|actual|expected|sampled")),
    summary: Message(
      fr: "les paiements après le premier jour [none]",
      en: "the payments after the first day [none]"
    )
  )

  /// `--seed` of sampled payments.
  static let seed = Option(
    name: "seed",
    form: .value(Message(verbatim: "N")),
    summary: Message(fr: "la graine de sampled [1]", en: "the seed of sampled [1]")
  )

  fileprivate static let runs = Option(
    name: "runs",
    form: .value(Message(verbatim: "N")),
    summary: Message(
      fr: "le nombre de tirages de sampled, 1 à 1000 [1]",
      en: "how many runs of sampled, 1 to 1000 [1]"
    )
  )

  fileprivate static let simulationFormat = Option(
    name: "format",
    form: .value(Message(verbatim: SimulationFormat.all.map(\.name).joined(separator: "|"))),
    summary: Message(
      fr: "la forme du résultat [table]",
      en: "the form of the result [table]"
    )
  )

  /// `--threads`, which changes how long a command takes and nothing else.
  static let threads = Option(
    name: "threads",
    form: .value(Message(verbatim: "N")),
    summary: Message(
      fr: "le nombre de fils d'exécution ; le résultat n'en dépend pas [ceux de la machine]",
      en: "how many threads; the result does not depend on it [those of the machine]"
    )
  )
}

extension Invocation {
  fileprivate func simulate() throws(Failure) -> ExitStatus {
    let format = try simulationFormat()
    let period = try period()
    let payments = try paymentAssumption()
    let runs = try runs(of: payments)
    let threads = try number(.threads, in: 1...256) ?? availableThreads
    let path = try ledgerPath()
    let analysis = try scenarios(arguments.operands)
    let journal = journal(of: format)
    let work = try simulationWork(
      path,
      analysis,
      over: period,
      payments,
      journal: journal,
      threads: threads
    )
    let simulation = work.simulation(runs: runs, journal: journal, console)
    let report = SimulationReport(simulation, files: analysis.files)
    try writePage { settings, output in SimulationPage(report).write(settings, to: output) }
    format.write(report, console.textSettings, console.output)
    try console.checkOutput()
    return .done
  }

  /// The work of simulating a period on what it needs of a ledger.
  func simulationWork(
    _ path: String,
    _ analysis: Analysis,
    over period: ClosedRange<CalendarDate>,
    _ payments: PaymentAssumption,
    journal: SimulationTally.Journal,
    threads: Int
  ) throws(Failure) -> SimulationWork {
    let book = try readBook(
      path,
      .everything,
      analysis.scenarios,
      demand: LedgerDemand(simulating: analysis.scenarios, over: period, payments),
      threads: threads
    )
    return SimulationWork(
      customers: book.count,
      accounts: {
        let unpacking = book.unpacking()
        return { unpacking.account(at: $0) }
      },
      exchangeRates: book.exchangeRates,
      simulator: {
        let planner = Planner(
          scenarios: analysis.scenarios,
          files: analysis.files,
          exchangeRates: book.exchangeRates
        )
        return Simulator(
          planner,
          from: period.lowerBound,
          to: period.upperBound,
          journal: journal
        )
      },
      payments: payments,
      threads: threads
    )
  }

  /// A page lists the actions, whatever the form beside it shows.
  private func journal(of format: SimulationFormat) -> SimulationTally.Journal {
    arguments.has(.page) ? .kept : format.journal
  }

  private func simulationFormat() throws(Failure) -> SimulationFormat {
    guard let name = arguments.value(of: .simulationFormat) else { return .table }
    if let format = SimulationFormat.named(name) { return format }
    throw .unknownForm(name, SimulationFormat.all.map(\.name))
  }

  /// How customers are taken to pay, as `--payments` and `--seed` say.
  func paymentAssumption() throws(Failure) -> PaymentAssumption {
    let seed = try seed()
    let name = arguments.value(of: .payments) ?? PaymentAssumption.none.name
    if name == PaymentAssumption.sampled(seed: 0).name { return .sampled(seed: seed ?? 1) }
    let others: [PaymentAssumption] = [.none, .actual, .expected]
    guard let assumption = others.first(where: { $0.name == name }) else {
      throw .usage(
        Message(
          fr: "`--payments` : hypothèse inconnue `\(printable(name))`",
          en: "`--payments`: unknown assumption `\(printable(name))`"
        ),
        help: Message(
          fr: "hypothèses : none, actual, expected, sampled",
          en: "assumptions: none, actual, expected, sampled"
        )
      )
    }
    if seed != nil { throw .onlyForSampling(.seed) }
    return assumption
  }

  private func seed() throws(Failure) -> UInt64? {
    guard let text = arguments.value(of: .seed) else { return nil }
    if let seed = UInt64(text) { return seed }
    throw .usage(
      Message(
        fr: "`--seed` : « \(printable(text)) » n'est pas un nombre entier positif",
        en: "`--seed`: “\(printable(text))” is not a whole number of zero or more"
      ),
      help: nil
    )
  }

  private func runs(of payments: PaymentAssumption) throws(Failure) -> Int? {
    let runs = try number(.runs, in: 1...1000)
    switch payments {
    case .sampled: return runs
    case .none, .actual, .expected:
      if runs != nil { throw .onlyForSampling(.runs) }
      return nil
    }
  }
}

extension Failure {
  fileprivate static func onlyForSampling(_ option: Option) -> Failure {
    .usage(
      Message(
        fr: "`--\(option.name)` ne sert qu'avec `--payments sampled`",
        en: "`--\(option.name)` is only for `--payments sampled`"
      ),
      help: nil
    )
  }
}
