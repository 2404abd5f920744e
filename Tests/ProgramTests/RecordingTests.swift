import Foundation
import TestSupport
import Testing

@Suite("What is recorded is recorded once, whatever happens")
struct RecordingTests {
  @Test("only what the machine does by itself is recorded, and a second run adds nothing (R98)")
  func twice() throws {
    let ledger = try RecordedLedger(
      customers: 5,
      scenario: "J+7 email\nsi client = C1 alors validation\nsi client = C2 alors manuel"
    )
    let first = try Program.run(ledger.recording())
    #expect(first.status == 0)
    #expect(first.errors.contains("enregistré : 3 relances en 3 actions du 03/03/2025"))
    let rows = try ledger.rows("SELECT invoice_id || mode FROM reminders ORDER BY 1")
    #expect(rows == ["F0automatique", "F3automatique", "F4automatique"])
    let second = try Program.run(ledger.recording("--format", "csv"))
    #expect(second.status == 0)
    #expect(second.errors.contains("rien de plus à enregistrer : l'historique a déjà 3 relances"))
    #expect(second.output.split(separator: "\n").count == 3, "a heading, C1 and C2 are left")
    #expect(try ledger.rows("SELECT count(*) FROM reminders") == ["3"])
  }

  @Test("what else belongs to a recorded step is called to mind, as it will not come again (R98)")
  func companions() throws {
    let ledger = try RecordedLedger(customers: 1, scenario: "J+7 email + appel")
    let outcome = try Program.run(ledger.recording())
    #expect(outcome.errors.contains("à faire aussi aujourd'hui"))
    #expect(outcome.errors.contains("appel à Client 0 (F0)"))
  }

  @Test("the text that was sent is kept under its checksum and outlives its template")
  func texts() throws {
    let template = "modèle « Mot »\n  objet « Votre facture »\n---\nPensez à {facture}.\n---\n"
    let ledger = try RecordedLedger(
      customers: 2,
      scenario: template + "scénario « S »\n  J+7 email + appel modèle « Mot »\n"
        + "  si client = C1 alors manuel"
    )
    let out = ledger.folder.path("sortie")
    let outbox = try Program.run([
      "outbox", ledger.scenario, "--db", ledger.path, "--date", RecordedLedger.day, "--out", out,
    ])
    #expect(outbox.status == 0, "\(outbox.errors)")
    let manifest = try String(contentsOfFile: out + "/manifest.json", encoding: .utf8)
    #expect(try Program.run(ledger.recording()).status == 0)
    let hash = try #require(try ledger.rows("SELECT hash FROM message_texts").first)
    #expect(manifest.contains(hash), "what was put into the outbox is what the history proves")
    _ = try ledger.folder.write("J+7 email\n", to: "essai.relance")
    let history = try Program.run(["history", "F0", "--db", ledger.path, "--text"])
    #expect(history.output.contains("email SHA-256 \(hash)"))
    #expect(history.output.contains("│ Pensez à F0."), "\(history.output)")
  }

  @Test("a payment that came in meanwhile counts, and so does one customer asked for")
  func snapshot() throws {
    let ledger = try RecordedLedger(customers: 3)
    try LedgerConnection(ledger.path).rows(
      "INSERT INTO payments VALUES ('F1', '2025-03-03', 10000)"
    )
    _ = try Program.run(ledger.recording("--customer", "C2"))
    #expect(try ledger.rows("SELECT invoice_id FROM reminders") == ["F2"])
    _ = try Program.run(ledger.recording())
    #expect(try ledger.rows("SELECT invoice_id FROM reminders ORDER BY 1") == ["F0", "F2"])
  }

  /// Options, exit status, words of the refusal.
  static let refusals: [([String], Int32, String)] = [
    (["--date", "2025-02-28"], 3, "l'historique va déjà jusqu'au 03/03/2025"),
    (["--date", "2199-12-30"], 2, "pas encore le 30/12/2199"),
    (["--date", "2025-03-04", "--fresh-within", "5"], 3, "rien ne dit quand les paiements"),
    (["--date", "2025-03-04", "--fresh-within", "bientôt"], 2, "bientôt"),
  ]

  @Test("back-dated, future-dated and stale runs are refused", arguments: refusals)
  func refused(_ options: [String], _ status: Int32, _ words: String) throws {
    let ledger = try RecordedLedger(customers: 2)
    _ = try Program.run(ledger.recording())
    let outcome = try Program.run(
      ["plan", ledger.scenario, "--db", ledger.path, "--record"] + options
    )
    #expect(outcome.status == status)
    #expect(outcome.errors.contains(words), "\(outcome.errors)")
    #expect(outcome.output.isEmpty)
    #expect(try ledger.rows("SELECT count(*) FROM reminders") == ["2"])
  }

  @Test("of eight processes that record the same day one does, the others find it done")
  func eightAtOnce() throws {
    let ledger = try RecordedLedger(customers: 120)
    let runs = try (0..<8).map { _ in try BackgroundRun(ledger.recording(), ledger.folder) }
    let outcomes = try runs.map { try $0.wait() }
    #expect(outcomes.allSatisfy { $0.status == 0 })
    #expect(outcomes.count { $0.errors.contains("enregistré : 120 relances") } == 1)
    #expect(outcomes.count { $0.errors.contains("a déjà 120 relances") } == 7)
    #expect(try ledger.rows("SELECT count(*) FROM reminders") == ["120"])
    #expect(try ledger.rows("SELECT count(DISTINCT invoice_id) FROM reminders") == ["120"])
    #expect(try ledger.rows("SELECT count(DISTINCT run_id) FROM reminders") == ["1"])
  }

  @Test(
    "a full disk is told with 3, wherever it fills, and the day can be recorded afterwards",
    .enabled(if: Program.canWriteNoFile)
  )
  func fullDisk() throws {
    let ledger = try RecordedLedger(customers: 300)
    let size = try #require(
      FileManager.default.attributesOfItem(atPath: ledger.path)[.size] as? Int
    )
    for blocks in [1, size / 1024 / 2, size / 1024 + 2, size / 1024 + 30] {
      let words = ([Program.url.path] + ledger.recording()).joined(separator: " ")
      let outcome = try BackgroundRun(
        ["-c", "ulimit -f \(blocks); exec \(words)"],
        ledger.folder,
        program: "/bin/bash"
      ).wait()
      #expect(outcome.status == 3, "\(blocks): \(outcome.errors)")
      #expect(outcome.errors.contains("la base"), "\(outcome.errors)")
      #expect(try ledger.rows("SELECT count(*) FROM reminders") == ["0"])
      #expect(try ledger.rows("PRAGMA integrity_check") == ["ok"])
    }
    #expect(try Program.run(ledger.recording()).status == 0)
    #expect(try ledger.rows("SELECT count(*) FROM reminders") == ["300"])
  }

  @Test("a ledger that another program keeps locked is waited for, then told with 3")
  func locked() throws {
    let ledger = try RecordedLedger(customers: 1)
    let other = try LedgerConnection(ledger.path)
    try other.rows("BEGIN IMMEDIATE")
    let outcome = try Program.run(ledger.recording("--wait", "0"))
    #expect(outcome.status == 3)
    #expect(outcome.errors.contains("occupée par un autre programme"), "\(outcome.errors)")
    let waiting = try BackgroundRun(ledger.recording("--wait", "20"), ledger.folder)
    Thread.sleep(forTimeInterval: 0.3)
    try other.rows("COMMIT")
    #expect(try waiting.wait().status == 0)
  }

  @Test("a ledger that cannot be written, or is views, is told with 3")
  func notWritable() throws {
    let ledger = try RecordedLedger(customers: 1)
    // In the place of the journal, a folder stops even the superuser, as a read-only medium would.
    let journal = URL(filePath: ledger.path + "-journal")
    try FileManager.default.createDirectory(at: journal, withIntermediateDirectories: false)
    #expect(try Program.run(ledger.recording()).status == 3)
    try FileManager.default.removeItem(at: journal)
    let other = try LedgerConnection(ledger.path)
    try other.rows("ALTER TABLE reminders RENAME TO own")
    try other.rows("CREATE VIEW reminders AS SELECT * FROM own")
    let outcome = try Program.run(ledger.recording())
    #expect(outcome.status == 3)
    #expect(outcome.errors.contains("`reminders` est une vue"), "\(outcome.errors)")
  }
}

/// A run of a program that goes on while the test does something else.
final class BackgroundRun {
  let process = Process()
  private let errors: URL

  init(
    _ arguments: [String],
    _ folder: TemporaryFolder,
    program: String = Program.url.path
  ) throws {
    errors = URL(filePath: folder.path("errors-\(UUID().uuidString)"))
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.environment = Program.environment
    try Data().write(to: errors)
    process.standardOutput = FileHandle.nullDevice
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
  }

  /// Waits for its end.
  func wait() throws -> (status: Int32, errors: String) {
    process.waitUntilExit()
    return (process.terminationStatus, try String(contentsOf: errors, encoding: .utf8))
  }
}
