import Foundation
import TestSupport
import Testing

/// How often programs are killed here: `KILLS` in the environment, as `.ci/kill-test` sets it.
private let kills = ProcessInfo.processInfo.environment["KILLS"].flatMap { Int($0) } ?? 25

@Suite("Killed at any moment, a run leaves nothing half done, and the next one completes the day")
struct KillTests {
  @Test("plan --record")
  func recording() throws {
    let customers = 150
    let ledger = try RecordedLedger(customers: customers)
    let pristine = try Data(contentsOf: URL(filePath: ledger.path))
    let start = ContinuousClock.now
    #expect(try Program.run(ledger.recording()).status == 0)
    let duration = ContinuousClock.now - start

    var generator = SeededGenerator(seed: 9)
    var counts = (killed: 0, empty: 0, complete: 0, interruptedWriting: 0)
    for _ in 0..<20 * kills where counts.killed < kills {
      for suffix in ["", "-journal"] {
        try? FileManager.default.removeItem(atPath: ledger.path + suffix)
      }
      try pristine.write(to: URL(filePath: ledger.path))
      let run = try BackgroundRun(ledger.recording(), ledger.folder)
      Thread.sleep(forTimeInterval: duration.seconds * .random(in: 0...1.2, using: &generator))
      kill(run.process.processIdentifier, SIGKILL)
      run.process.waitUntilExit()
      guard run.process.terminationReason == .uncaughtSignal else { continue }
      counts.killed += 1
      if FileManager.default.fileExists(atPath: ledger.path + "-journal") {
        counts.interruptedWriting += 1
      }

      let rows = try ledger.rows("SELECT count(*) FROM reminders")
      #expect(rows == ["0"] || rows == ["\(customers)"], "all of it or nothing")
      if rows == ["0"] { counts.empty += 1 } else { counts.complete += 1 }
      let runs = try ledger.rows("SELECT name FROM sqlite_master WHERE name = 'reminder_runs'")
      #expect(runs.isEmpty == (rows == ["0"]), "a run is noted with its reminders or not at all")
      let again = try Program.run(ledger.recording())
      #expect(again.status == 0, "\(again.errors)")
      #expect(
        try ledger.rows("SELECT count(*) || ' ' || count(DISTINCT invoice_id) FROM reminders")
          == ["\(customers) \(customers)"]
      )
      #expect(try ledger.rows("SELECT count(DISTINCT run_id) FROM reminders") == ["1"])
      #expect(try ledger.rows("PRAGMA integrity_check") == ["ok"])
    }
    #expect(counts.killed == kills)
    print(
      "plan --record killed \(counts.killed) times: \(counts.empty) had recorded nothing, "
        + "\(counts.complete) everything; \(counts.interruptedWriting) left a journal behind"
    )
  }

  @Test("outbox")
  func outbox() throws {
    let ledger = try RecordedLedger(customers: 40)
    let name = "sortie"
    let arguments = [
      "outbox", ledger.scenario, "--db", ledger.path, "--date", RecordedLedger.day, "--out",
      ledger.folder.path(name),
    ]
    let start = ContinuousClock.now
    #expect(try Program.run(arguments).status == 0)
    let duration = ContinuousClock.now - start
    let whole = try contents(of: ledger.folder.path(name))
    #expect(whole.count > 40)

    var generator = SeededGenerator(seed: 10)
    var counts = (killed: 0, absent: 0, complete: 0)
    for _ in 0..<20 * kills where counts.killed < kills {
      try? FileManager.default.removeItem(atPath: ledger.folder.path(name))
      let run = try BackgroundRun(arguments, ledger.folder)
      Thread.sleep(forTimeInterval: duration.seconds * .random(in: 0...1.2, using: &generator))
      kill(run.process.processIdentifier, SIGKILL)
      run.process.waitUntilExit()
      guard run.process.terminationReason == .uncaughtSignal else { continue }
      counts.killed += 1
      if FileManager.default.fileExists(atPath: ledger.folder.path(name)) {
        counts.complete += 1
        #expect(try contents(of: ledger.folder.path(name)) == whole, "no half folder")
      } else {
        counts.absent += 1
      }
      #expect(try Program.run(arguments).status == 0)
      #expect(try contents(of: ledger.folder.path(name)) == whole)
    }
    #expect(counts.killed == kills)
    let remains = try FileManager.default.contentsOfDirectory(atPath: ledger.folder.url.path)
    #expect(!remains.contains { $0.hasPrefix(".relance-") })
    print(
      "outbox killed \(counts.killed) times: \(counts.absent) had left no folder, "
        + "\(counts.complete) the whole"
    )
  }

  /// The files of a folder by their paths in it.
  private func contents(of folder: String) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder) {
      files[path] = FileManager.default.contents(atPath: "\(folder)/\(path)")
    }
    return files
  }
}

extension Duration {
  fileprivate var seconds: Double {
    Double(components.seconds) + Double(components.attoseconds) / 1e18
  }
}
