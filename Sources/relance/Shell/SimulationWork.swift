import Diagnostics
import Planning
import Receivables
import Storage

/// A simulation dealt out to threads; what comes out does not depend on how many there are.
struct SimulationWork {
  let ledger: Ledger
  let simulator: Simulator
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
    let forecast = PaymentForecast(payments, from: simulator.from, ledger: ledger)
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

  private func play(
    _ forecast: PaymentForecast,
    run: Int,
    of runs: Int,
    _ journal: SimulationTally.Journal,
    _ progress: ProgressLine
  ) -> Simulation {
    let (accounts, simulator) = (ledger.accounts, simulator)
    let pieces = max(1, min(threads, accounts.count))
    let tell = ProgressOfRun(progress, done: run, of: runs)
    let tallies = sideBySide(pieces, threads: pieces) { piece, _ in
      var tally = SimulationTally(simulator, journal: journal)
      for index in stride(from: piece, to: accounts.count, by: pieces) {
        let account = forecast.applied(to: accounts[index], run: run)
        tally.add(simulator.actions(for: account), for: account)
        if piece == 0 { tell.show(index, of: accounts.count) }
      }
      return tally
    }
    var total = SimulationTally(simulator, journal: journal)
    for tally in tallies { total.merge(tally) }
    return total.simulation(payments, exchangeRates: ledger.exchangeRates)
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
