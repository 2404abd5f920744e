import Diagnostics
import FoundationEssentials
import Planning
import Receivables
import Semantics
import Storage

extension Command {
  /// The command `relance bench`.
  static let bench = Command(
    name: "bench",
    operands: Message(fr: "[FICHIER…]", en: "[FILE…]"),
    summary: Message(
      fr: "mesure la vitesse du plan et de la simulation sur une base inventée",
      en: "measures the speed of plan and simulation on a made-up ledger"
    ),
    details: Message(
      fr: """
        La base est tirée au sort, toujours la même pour la même graine ; elle est effacée à la fin,
        ou gardée sous le nom de --db, où une base qui existe déjà est reprise telle quelle. Chaque
        mesure est faite --runs fois, lecture brute, plan et simulation en alternance ; la médiane est
        donnée.
        Sans fichiers de scénarios, un scénario d'essai est pris.
        """,
      en: """
        The ledger is drawn by lot, always the same for the same seed; it is deleted at the end, or
        kept under the name after --db, where a ledger that exists is taken as it is. Everything is
        measured --runs times, raw scan, plan and simulation in turn; the median is given.
        Without scenario files a scenario made for this is taken.
        """
    ),
    options: [
      .sampleInvoices, .sampleCustomers, .sampleSeed, .sampleLedger, .simulatedDays, .threads,
      .runs,
    ],
    run: { invocation throws(Failure) in try invocation.bench() }
  )
}

extension Option {
  fileprivate static let sampleInvoices = number(
    "invoices",
    Message(fr: "nombre de factures [100000]", en: "number of invoices [100000]")
  )
  fileprivate static let sampleCustomers = number(
    "customers",
    Message(fr: "nombre de clients [factures / 20]", en: "number of customers [invoices / 20]")
  )
  fileprivate static let sampleSeed = number("seed", Message(fr: "graine [1]", en: "seed [1]"))
  fileprivate static let runs = number(
    "runs",
    Message(fr: "nombre de mesures [5]", en: "number of measurements [5]")
  )

  fileprivate static let simulatedDays = number(
    "days",
    Message(
      fr: "jours à simuler, 0 pour aucun [365]",
      en: "days to simulate, 0 for none [365]"
    )
  )

  fileprivate static let sampleLedger = Option(
    name: "db",
    form: .value(Message(fr: "BASE", en: "LEDGER")),
    summary: Message(fr: "garde la base, ou la reprend", en: "keeps the ledger, or takes it")
  )

  private static func number(_ name: String, _ summary: Message) -> Option {
    Option(name: name, form: .value(Message(fr: "N", en: "N")), summary: summary)
  }
}

extension Invocation {
  fileprivate func bench() throws(Failure) -> ExitStatus {
    let day = CalendarDate(year: 2026, month: 2, day: 2) ?? .earliest
    let size = 1...1_000_000_000
    let invoices = try number(.sampleInvoices, in: size) ?? 100_000
    let sample = SampleLedger(
      invoices: invoices,
      customers: try number(.sampleCustomers, in: size),
      seed: UInt64(try number(.sampleSeed, in: size) ?? 1),
      day: day
    )
    let runs = try number(.runs, in: 1...1_000) ?? 5
    let days = try number(.simulatedDays, in: 0...10_000) ?? 365
    let threads = try number(.threads, in: 1...256) ?? availableThreads
    let analysis =
      arguments.operands.isEmpty ? analyze([sampleScenario]) : try scenarios(arguments.operands)
    let kept = arguments.value(of: .sampleLedger)
    let process = ProcessInfo.processInfo.processIdentifier
    let path = kept ?? FileManager.default.temporaryDirectory.path + "/relance-\(process).sqlite"
    defer { if kept == nil { try? FileManager.default.removeItem(atPath: path) } }
    if !FileManager.default.fileExists(atPath: path) {
      let making = try measured { () throws(Failure) in
        try reading { () throws(LedgerError) in try sample.write(to: path) }
      }
      console.tell(
        Message(fr: "base faite : \(making.spent.fr)", en: "ledger made: \(making.spent.en)")
      )
    }
    var figures = Figures(threads: threads)
    for _ in 0..<runs {
      let scan = try measured { () throws(Failure) in
        try reading { () throws(LedgerError) in
          try RawScan(path: path, demand: demand(analysis, day), threads: threads)
        }
      }
      let plan = try measured { () throws(Failure) in
        try self.plan(path, .everything, analysis, on: day, statuses: .counted)
      }
      figures.add(scan.result, scan.spent, plan.result, plan.spent)
      guard days > 0 else { continue }
      let simulation = try measured { () throws(Failure) in
        try simulationWork(
          path,
          analysis,
          over: day...day.adding(days: days - 1),
          .none,
          journal: .counted,
          threads: threads
        ).simulation(runs: nil, journal: .counted, console)
      }
      figures.add(simulation.result, simulation.spent)
    }
    for line in figures.lines { console.write(line.text(in: console.language) + "\n") }
    try console.checkOutput()
    return .done
  }

  private func demand(_ analysis: Analysis, _ day: CalendarDate) -> LedgerDemand {
    LedgerDemand(of: analysis.scenarios, on: day, statuses: .counted)
  }

  private func reading<Result>(
    _ work: () throws(LedgerError) -> Result
  ) throws(Failure) -> Result {
    do throws(LedgerError) {
      return try work()
    } catch {
      throw Failure(error)
    }
  }
}

/// What was measured.
private struct Figures {
  private let threads: Int
  private var scans: [Spent] = []
  private var plans: [Spent] = []
  private var simulations: [Spent] = []
  private var simulatedDays = 0
  private var simulatedActions = 0
  private var rows = 0
  private var invoices = 0
  private var actions = 0

  init(threads: Int) {
    self.threads = threads
  }

  mutating func add(_ scan: RawScan, _ scanSpent: Spent, _ plan: Plan, _ planSpent: Spent) {
    rows = scan.rows
    invoices = plan.summary.total
    actions = plan.actions.count
    scans.append(scanSpent)
    plans.append(planSpent)
  }

  mutating func add(_ simulation: Simulation, _ spent: Spent) {
    simulatedDays = simulation.days.count
    simulatedActions = simulation.totals.actions
    simulations.append(spent)
  }

  /// The figures as lines.
  var lines: [Message] {
    let (scan, plan) = (Spent.median(scans), Spent.median(plans))
    let mebibytes = peakMemory() / 1_048_576
    let perInvoice = plan.processor / Int64(max(1, invoices))
    return [
      Message(
        fr: "\(invoices) factures, \(rows) lignes lues, \(actions) actions, \(threads) fils",
        en: "\(invoices) invoices, \(rows) rows read, \(actions) actions, \(threads) threads"
      ),
      Message(
        fr: "lecture brute : \(scan.fr), \(scan.rate(of: rows)) lignes/s",
        en: "raw scan: \(scan.en), \(scan.rate(of: rows)) rows/s"
      ),
      Message(
        fr:
          "plan du jour : \(plan.fr), \(plan.rate(of: rows)) lignes/s, \(perInvoice) ns par facture",
        en:
          "plan of the day: \(plan.en), \(plan.rate(of: rows)) rows/s, \(perInvoice) ns an invoice"
      ),
      Message(
        fr: "plan / lecture brute : \(plan.elapsed.hundredths(of: scan.elapsed)) en durée, "
          + "\(plan.processor.hundredths(of: scan.processor)) en temps de processeur",
        en: "plan / raw scan: \(plan.elapsed.hundredths(of: scan.elapsed)) of the time passed, "
          + "\(plan.processor.hundredths(of: scan.processor)) of the processor's"
      ),
    ] + simulationLines + [
      Message(
        fr: "mémoire au plus haut : \(mebibytes) Mio",
        en: "peak memory: \(mebibytes) MiB"
      )
    ]
  }
}

extension Int64 {
  /// The ratio to another number, in percent.
  fileprivate func hundredths(of other: Int64) -> String { "\(self * 100 / Swift.max(1, other)) %" }
}

extension Figures {
  private var simulationLines: [Message] {
    guard !simulations.isEmpty else { return [] }
    let (simulation, plan) = (Spent.median(simulations), Spent.median(plans))
    return [
      Message(
        fr: "simulation de \(simulatedDays) jours : \(simulation.fr), \(simulatedActions) actions",
        en: "simulation of \(simulatedDays) days: \(simulation.en), \(simulatedActions) actions"
      ),
      Message(
        fr: "simulation / plan : \(simulation.elapsed.hundredths(of: plan.elapsed)) en durée, "
          + "\(simulation.processor.hundredths(of: plan.processor)) en temps de processeur",
        en: "simulation / plan: \(simulation.elapsed.hundredths(of: plan.elapsed)) of the time "
          + "passed, \(simulation.processor.hundredths(of: plan.processor)) of the processor's"
      ),
    ]
  }
}

/// The scenario that a made-up ledger's history comes from.
private let sampleScenario = SourceText(
  name: "banc d'essai",
  bytes: Array(
    """
    soit petit_solde = solde < 100 €

    scénario « Banc d'essai »
      plafond 5 contacts par client par 7 jours
      seuil 15 €
      J+7  « rappel »           email sinon courrier doux à comptabilité
      J+21 « courrier »         courrier ferme avec pénalités, indemnité si solde > 50 €
      J+45 « mise en demeure »  mise en demeure recommandée délai 8 jours avec pénalités, indemnité
      à promesse rompue « promesse rompue »  appel ferme
      si risque = élevé et encours > 20 000 € alors validation
      si stratégique alors manuel, ton doux
      si petit_solde alors sans mise en demeure
      si catégorie = services et retard > 300 jours alors exclure
      si nombre de relances > 5 ou pays dans (US, CH) et solde > 2 000 € alors manuel

    """.utf8
  )
)
