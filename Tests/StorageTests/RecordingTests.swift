import FoundationEssentials
import Receivables
import Testing

@testable import Storage

@Suite("Recording reminders")
struct RecordingTests {
  let folder: TemporaryFolder
  let day: CalendarDate

  init() throws {
    folder = try TemporaryFolder()
    day = try #require(CalendarDate(year: 2025, month: 3, day: 3))
  }

  private func ledger() throws -> Database {
    try folder.ledger(
      "INSERT INTO customers (id) VALUES ('C1')",
      """
      INSERT INTO invoices (id, customer_id, due_on, amount_minor)
      VALUES ('F1', 'C1', '2025-02-20', 1000), ('F2', 'C1', '2025-02-20', 2000)
      """
    )
  }

  private func row(
    _ invoice: String,
    _ step: String = "J+7 relance email",
    texts: [SentText] = []
  ) -> HistoryRow {
    HistoryRow(
      invoice: invoice,
      customer: "C1",
      scenario: "essai",
      reminder: Reminder(
        step: step,
        rank: 35,
        channel: "email",
        nature: "relance",
        sentOn: day,
        messageID: "\(day)/email/F1"
      ),
      tone: .neutral,
      mode: .automatic,
      texts: texts
    )
  }

  private func request(
    on day: CalendarDate? = nil,
    _ chronology: RecordingRequest.Chronology = .ofLedger,
    paymentsWithin: Int? = nil
  ) -> RecordingRequest {
    RecordingRequest(
      day: day ?? self.day,
      command: "plan",
      chronology: chronology,
      paymentsWithin: paymentsWithin
    )
  }

  @Test("rows are written as the contract has them, and read again")
  func written() throws {
    let database = try ledger()
    let outcome = try database.record(request()) { ledger in
      #expect(ledger.accounts.map(\.customer.id) == ["C1"])
      return [row("F1"), row("F2")]
    }
    #expect(outcome == Recording(run: "2025-03-03/1", reminders: 2, earlier: 0))
    let statement = try database.prepare("SELECT * FROM reminders ORDER BY invoice_id")
    #expect(try statement.step())
    #expect(
      statement.columnNames == [
        "invoice_id", "customer_id", "scenario", "step", "rank", "channel", "nature", "tone",
        "mode", "sent_on", "occurrence", "message_id", "run_id",
      ]
    )
    #expect(
      (0..<13).map { statement.text($0) } == [
        "F1", "C1", "essai", "J+7 relance email", "35", "email", "relance", "neutre",
        "automatique", "2025-03-03", "", "2025-03-03/email/F1", "2025-03-03/1",
      ]
    )
    statement.reset()
    #expect(try database.readLedger().accounts[0].invoices.map(\.reminders.count) == [1, 1])
    let second = try database.record(request()) { _ in [] }
    #expect(second == Recording(run: nil, reminders: 0, earlier: 2))
    let third = try database.record(request()) { _ in [row("F1", "autre")] }
    #expect(third.run == "2025-03-03/2")
  }

  @Test("a row that is there already keeps all the others out, even in a table without a key")
  func allOrNothing() throws {
    let database = try ledger()
    try database.execute("DROP TABLE reminders")
    let columns = LedgerTable.reminders.columns.map(\.name.rawValue).joined(separator: ", ")
    try database.execute("CREATE TABLE reminders (\(columns))")
    _ = try database.record(request()) { _ in [row("F2")] }
    #expect(
      throws: LedgerError.recording(.alreadyRecorded(invoice: "F2", step: "J+7 relance email"))
    ) {
      try database.record(request()) { _ in [row("F1"), row("F2")] }
    }
    #expect(try database.integer("SELECT count(*) FROM reminders") == 1)
    #expect(try database.integer("SELECT count(*) FROM reminder_runs") == 1)
  }

  @Test("R105: nothing is recorded before what was recorded; a person's own work by invoice")
  func order() throws {
    let database = try ledger()
    _ = try database.record(request()) { _ in [row("F1")] }
    let before = day.adding(days: -1)
    #expect(throws: LedgerError.recording(.laterReminders(on: before, recorded: day))) {
      try database.record(request(on: before)) { _ in [] }
    }
    #expect(
      throws: LedgerError.recording(.laterRemindersOfInvoice("F1", on: before, recorded: day))
    ) {
      try database.record(request(on: before, .ofInvoices)) { _ in [row("F1", "autre")] }
    }
    let late = try database.record(request(on: before, .ofInvoices)) { _ in [row("F2")] }
    #expect(late.reminders == 1)
  }

  @Test("a text is kept once under its checksum, and named by every row and channel")
  func texts() throws {
    let database = try ledger()
    let letter = SentText("Bonjour, 1 234,50 €", through: .email)
    let other = SentText("Bonjour", through: .sms)
    _ = try database.record(request()) { _ in
      [row("F1", texts: [letter, other]), row("F2", texts: [letter])]
    }
    #expect(try database.integer("SELECT count(*) FROM message_texts") == 2)
    let statement = try database.prepare(
      "SELECT text FROM reminder_texts JOIN message_texts USING (hash) WHERE hash = ?"
    )
    statement.bind(1, SHA256(of: letter.text).hexadecimal)
    #expect(try statement.step())
    #expect(statement.text(0) == letter.text)
    #expect(try statement.step())
    #expect(try !statement.step())
  }

  @Test("a view is not written; a ledger without history gets one")
  func foreign() throws {
    let database = try ledger()
    try database.execute("DROP TABLE reminders")
    _ = try database.record(request()) { _ in [row("F1")] }
    try database.execute("ALTER TABLE reminders RENAME TO own")
    try database.execute("CREATE VIEW reminders AS SELECT * FROM own")
    #expect(throws: LedgerError.recording(.view(.reminders))) {
      try database.record(request()) { _ in [row("F2")] }
    }
  }

  @Test("payments must be fresh where that is asked for, and who does not know refuses")
  func freshness() throws {
    let database = try ledger()
    func record(within days: Int) throws {
      _ = try database.record(request(paymentsWithin: days)) { _ in [] }
    }
    #expect(throws: LedgerError.recording(.unknownPaymentImport)) { try record(within: 9) }
    try database.noteImport(of: .invoices, from: "f.csv", rows: 1)
    #expect(throws: LedgerError.recording(.unknownPaymentImport)) { try record(within: 9) }
    try database.noteImport(of: .payments, from: "p.csv", rows: 1)
    try database.execute("UPDATE ledger_imports SET imported_on = '2025-02-28'")
    try record(within: 3)
    let imported = day.adding(days: -3)
    #expect(throws: LedgerError.recording(.stalePayments(imported: imported, on: day, limit: 2))) {
      try record(within: 2)
    }
  }

  @Test("an import notes when it filled which table, and from what file")
  func importNoted() throws {
    let path = try folder.write("p.csv", "id;client;échéance;montant\nF1;C1;2025-01-31;10,00\n")
    let ledger = folder.file("new.db")
    _ = try Importer(ImportOptions(sources: [.init(.invoices, path)])).run(into: ledger)
    let database = try Database(path: ledger, access: .reading)
    let statement = try database.prepare(
      "SELECT table_name, file, file_rows, imported_on = date('now', 'localtime') FROM ledger_imports"
    )
    #expect(try statement.step())
    #expect((0..<4).map { statement.text($0) } == ["invoices", path, "1", "1"])
    #expect(try !statement.step())
  }
}
