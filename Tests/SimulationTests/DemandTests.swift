import Diagnostics
import Planning
import Receivables
import Semantics
import Storage
import TestSupport
import Testing

/// Most of a ledger is settled and is not kept for a plan or a simulation; nothing may depend on it.
@Suite("Plans and simulations read what they need of a ledger, and come to the same")
struct DemandTests {
  @Test("for scenarios and ledgers drawn by lot", arguments: 0..<12)
  func agreement(_ seed: Int) throws {
    var trade = RandomTrade(seed: UInt64(seed) + 900)
    let analysis = analyze([SourceText(name: "essai", bytes: Array(trade.scenario().utf8))])
    try #require(!analysis.diagnostics.contains { $0.severity == .error })
    let day = try #require(CalendarDate(year: 2026, month: 3, day: 17))
    let folder = try TemporaryFolder()
    let path = folder.path("essai.sqlite")
    try SampleLedger(invoices: 700, customers: 30, seed: UInt64(seed), day: day).write(to: path)
    let whole = try Ledger(path: path, for: analysis)
    let planner = Planner(
      scenarios: analysis.scenarios,
      files: analysis.files,
      exchangeRates: whole.exchangeRates
    )
    // Within the period payments and invoices are made that the ledger has already.
    let from = day.adding(days: -40)
    try comparePlans(planner, analysis, whole, path, on: from)
    for payments in [PaymentAssumption.none, .actual, .expected, .sampled(seed: 3)] {
      let simulator = Simulator(planner, from: from, to: day.adding(days: 30))
      let demand = LedgerDemand(
        simulating: analysis.scenarios,
        over: simulator.from...simulator.to,
        payments
      )
      let needed = try part(of: path, demand, analysis)
      #expect(
        summary(simulator, whole, payments) == summary(simulator, needed, payments),
        "\(payments)"
      )
    }
  }

  private func comparePlans(
    _ planner: Planner,
    _ analysis: Analysis,
    _ whole: Ledger,
    _ path: String,
    on day: CalendarDate
  ) throws {
    let demand = LedgerDemand(of: analysis.scenarios, on: day, statuses: .counted)
    let needed = try part(of: path, demand, analysis)
    #expect(needed.accounts.flatMap(\.invoices).count < whole.accounts.flatMap(\.invoices).count)
    let (expected, found) = (planner.plan(whole, on: day), planner.plan(needed, on: day))
    func lines(_ plan: Plan) -> [String] {
      plan.actions.map { JournalEntry(date: day, action: $0).line }
    }
    #expect(lines(found) == lines(expected))
    #expect(found.summary == expected.summary)
  }

  private func part(
    of path: String,
    _ demand: LedgerDemand,
    _ analysis: Analysis
  ) throws -> Ledger {
    let database = try Database(path: path, access: .reading)
    let book = try database.readBook(
      extraColumns: analysis.scenarios.columns,
      demand: demand,
      threads: 3
    )
    let unpacking = book.unpacking()
    return Ledger(
      accounts: (0..<book.count).map { unpacking.account(at: $0) },
      exchangeRates: book.exchangeRates
    )
  }

  /// Everything about a simulation, to be compared.
  private func summary(
    _ simulator: Simulator,
    _ ledger: Ledger,
    _ payments: PaymentAssumption
  ) -> [String] {
    let forecast = PaymentForecast(payments, from: simulator.from, ledger: ledger)
    var tally = SimulationTally(simulator, journal: .kept)
    for account in ledger.accounts {
      let account = forecast.applied(to: account)
      tally.add(account)
      tally.add(simulator.actions(for: account))
    }
    let simulation = tally.simulation(payments, exchangeRates: ledger.exchangeRates)
    return simulation.journal.map(\.line)
      + simulation.days.map { "\($0.date) \($0.cashIn ?? -1) \($0.openBalance ?? -1)" }
  }
}
