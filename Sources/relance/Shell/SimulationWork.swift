import Diagnostics
import Planning
import Receivables
import Storage

/// A simulation dealt out to threads; what comes out does not depend on how many there are.
struct SimulationWork {
  /// How many customers there are.
  let customers: Int
  /// Gives a thread what makes the account of each.
  let accounts: @Sendable () -> (Int) -> CustomerAccount
  let exchangeRates: ExchangeRates
  /// Makes a simulator for a thread: threads that count references to the same scenario wait for
  /// each other.
  let simulator: @Sendable () -> Simulator
  let payments: PaymentAssumption
  let threads: Int

  /// Plays the period, several times over where runs are asked for.
  ///
  /// The figures and the journal are those of the first run.
  func simulation(
    runs: Int?,
    journal: SimulationTally.Journal,
    _ console: Console
  ) -> Simulation {
    let forecast = PaymentForecast(payments, from: simulator().from, delays: delays())
    let progress = ProgressLine(console)
    let count = runs ?? 1
    var first = play(forecast, run: 0, of: count, journal, progress)
    if runs != nil {
      var all = [first]
      for run in 1..<max(1, count) {
        all.append(play(forecast, run: run, of: count, .counted, progress))
      }
      first.spread = SimulationSpread(of: all)
    }
    progress.clear()
    return first
  }

  private func delays() -> [Int] {
    switch payments {
    case .none, .actual: []
    case .expected, .sampled:
      dealt(into: [Int]()) { delays, account, simulator in
        delays += payments.delays(of: account, from: simulator.from)
      }.flatMap { $0 }
    }
  }

  /// Deals customers out to threads, each of which takes the next ones when it is done with some.
  ///
  /// - Parameters:
  ///   - start: With what each thread begins.
  ///   - progress: Is told how many customers are done.
  ///   - add: Adds a customer to what a thread has.
  /// - Returns: What the threads have in the end.
  private func dealt<Result: Sendable>(
    into start: Result,
    _ progress: ProgressOfRun? = nil,
    _ add: @Sendable (inout Result, CustomerAccount, Simulator) -> Void
  ) -> [Result] {
    let deal = Deal(customers, of: 64)
    return sideBySide(threads, threads: threads) { thread, _ in
      let (account, simulator) = (accounts(), simulator())
      var result = start
      while let places = deal.take() {
        for place in places { add(&result, account(place), simulator) }
        if thread == 0 { progress?.show(places.lowerBound, of: customers) }
      }
      return result
    }
  }

  private func play(
    _ forecast: PaymentForecast,
    run: Int,
    of runs: Int,
    _ journal: SimulationTally.Journal,
    _ progress: ProgressLine
  ) -> Simulation {
    let empty = SimulationTally(simulator(), journal: journal)
    let tallies = dealt(
      into: empty,
      ProgressOfRun(progress, done: run, of: runs)
    ) { tally, account, simulator in
      let account = forecast.applied(to: account, run: run)
      tally.add(account)
      tally.add(simulator.actions(for: account))
    }
    var total = empty
    for tally in tallies { total.merge(tally) }
    return total.simulation(payments, exchangeRates: exchangeRates)
  }
}

/// Tells how far a run is, from one piece of the work and so from one thread at a time.
private struct ProgressOfRun: @unchecked Sendable {
  private let line: ProgressLine
  private let done: Int
  private let runs: Int

  init(_ line: ProgressLine, done: Int, of runs: Int) {
    self.line = line
    self.done = done
    self.runs = runs
  }

  func show(_ index: Int, of count: Int) {
    let percent = (100 * done + 100 * index / max(1, count)) / runs
    line.show(Message(fr: "simulation : \(percent) %", en: "simulation: \(percent)%"))
  }
}
