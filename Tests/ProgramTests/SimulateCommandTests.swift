import Foundation
import TestSupport
import Testing

@Suite("relance simulate, as it is run")
struct SimulateCommandTests {
  private static let scenarios = "Scenarios/03-b2b-standard"
  private static let period = ["--from", "2026-02-02", "--to", "2026-04-30"]

  private func ledger(in folder: TemporaryFolder) throws -> String {
    try GalleryFolder(path: SimulateCommandTests.scenarios).makeLedger(in: folder)
  }

  private func simulate(_ ledger: String, _ options: [String]) throws -> Program.Outcome {
    try Program.run(
      ["simulate", SimulateCommandTests.scenarios, "--db", ledger] + SimulateCommandTests.period
        + options
    )
  }

  @Test("the same seed gives the same bytes, whatever the number of threads")
  func seeds() throws {
    let folder = try TemporaryFolder()
    let ledger = try ledger(in: folder)
    for format in ["table", "csv", "json"] {
      let options = ["--payments", "sampled", "--runs", "5", "--format", format]
      let first = try simulate(ledger, options + ["--seed", "7", "--threads", "1"])
      let second = try simulate(ledger, options + ["--seed", "7", "--threads", "5"])
      #expect(first.status == 0, "\(first.errors)")
      #expect(!first.output.isEmpty)
      #expect(first.output == second.output)
    }
  }

  @Test("its first day is the plan of that day, and the journal has all that the days count")
  func journal() throws {
    let folder = try TemporaryFolder()
    let ledger = try ledger(in: folder)
    let plan = try Program.run([
      "plan", SimulateCommandTests.scenarios, "--db", ledger, "--date", "2026-02-02", "--format",
      "csv",
    ])
    let before = try Data(contentsOf: URL(filePath: ledger))
    let journal = try simulate(ledger, ["--format", "csv"])
    let lines = journal.output.split(separator: "\n")
    let firstDay = lines.filter { $0.hasPrefix("date,") || $0.hasPrefix("2026-02-02,") }
    #expect(firstDay.map(String.init) == plan.output.split(separator: "\n").map(String.init))
    #expect(firstDay.count > 3)
    #expect(lines.count > firstDay.count)
    #expect(try Data(contentsOf: URL(filePath: ledger)) == before)
  }

  @Test("days, weeks and totals of the JSON agree")
  func figures() throws {
    let folder = try TemporaryFolder()
    let ledger = try ledger(in: folder)
    let outcome = try simulate(ledger, ["--payments", "expected", "--format", "json"])
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let report = try decoder.decode(Report.self, from: Data(outcome.output.utf8))
    #expect(report.days.count == 88)
    #expect(report.days.map(\.actions).reduce(0, +) == report.totals.actions)
    #expect(report.weeks.map(\.actions).reduce(0, +) == report.totals.actions)
    #expect(report.totals.byChannel.values.reduce(0, +) == report.totals.actions)
    #expect(report.totals.byNature.values.reduce(0, +) == report.totals.actions)
    #expect(report.days.map(\.cashIn).reduce(0, +) == report.totals.cashIn)
    #expect(report.weeks.map(\.cashIn).reduce(0, +) == report.totals.cashIn)
    #expect(report.days.last?.openBalance == report.totals.openBalanceEnd)
    #expect(report.totals.actions > 0)
  }

  private struct Report: Decodable {
    struct Stretch: Decodable {
      let actions: Int
      let cashIn: Int
      let openBalance: Int
    }
    struct Totals: Decodable {
      let actions: Int
      let byChannel: [String: Int]
      let byNature: [String: Int]
      let cashIn: Int
      let openBalanceEnd: Int
    }
    let days: [Stretch]
    let weeks: [Stretch]
    let totals: Totals
  }

  /// Options, and words that standard error must contain.
  static let mistakes: [([String], String)] = [
    (["--from", "2026-02-02"], "--to JOUR"),
    (
      ["--from", "2026-02-02", "--to", "2026-02-01"],
      "finit le 01/02/2026 avant de commencer le 02/02/2026"
    ),
    (["--from", "2026-02-30", "--to", "2026-03-01"], "2026-02-30"),
    (period + ["--payments", "tous"], "none, actual, expected, sampled"),
    (period + ["--seed", "3"], "--payments sampled"),
    (period + ["--payments", "sampled", "--seed", "-3"], "--seed"),
    (period + ["--payments", "sampled", "--runs", "0"], "de 1 à 1000"),
    (period + ["--payments", "actual", "--runs", "9"], "--payments sampled"),
    (period + ["--format", "xml"], "table, csv, json"),
  ]

  @Test("wrong usage ends with 2 and says what to write", arguments: mistakes)
  func usage(_ options: [String], words: String) throws {
    let outcome = try Program.run(
      ["simulate", SimulateCommandTests.scenarios, "--db", "x.sqlite"] + options
    )
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains(words), "\(outcome.errors)")
    #expect(outcome.output.isEmpty)
  }
}
