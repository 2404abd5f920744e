import Receivables
import Testing

@testable import Storage

@Suite("The history of an invoice or a customer")
struct HistoryTests {
  let folder: TemporaryFolder
  let database: Database

  init() throws {
    folder = try TemporaryFolder()
    database = try folder.ledger(
      "INSERT INTO customers (id, insolvency_on) VALUES ('C1', '2025-04-01')",
      """
      INSERT INTO invoices (id, customer_id, issued_on, due_on, amount_minor)
      VALUES ('F1', 'C1', '2025-01-20', '2025-02-20', 1000), ('F2', 'C1', NULL, '2025-03-20', 2000)
      """,
      "INSERT INTO payments VALUES ('F1', '2025-03-01', 400)",
      "INSERT INTO disputes VALUES ('F1', '2025-03-02', '2025-03-04')",
      "INSERT INTO promises VALUES ('F2', '2025-03-02', '2025-03-25')",
      "INSERT INTO holds (customer_id, from_on, reason) VALUES ('C1', '2025-03-05', 'vacances')"
    )
  }

  private func day(_ text: String) throws -> CalendarDate {
    try #require(CalendarDate(isoBytes: Array(text.utf8)))
  }

  private func record(_ text: String) throws {
    let day = try day("2025-03-03")
    let row = HistoryRow(
      invoice: "F1",
      customer: "C1",
      scenario: "essai",
      reminder: Reminder(
        step: "J+7 relance email",
        rank: 35,
        channel: "email",
        nature: "relance",
        sentOn: day,
        messageID: "2025-03-03/email/F1"
      ),
      tone: .neutral,
      mode: .automatic,
      texts: [SentText(text, through: .email)]
    )
    let request = RecordingRequest(day: day, command: "plan", chronology: .ofLedger)
    _ = try database.record(request) { _ in [row] }
  }

  private func lines(_ subject: LedgerSubject) throws -> [String] {
    try database.history(of: subject).map { event in
      let what =
        switch event.kind {
        case .issued(let money): "issued \(money.minorUnits)"
        case .due: "due"
        case .reminder(let sent): "reminder \(sent.reminder.step)"
        case .payment(let money): "payment \(money.minorUnits)"
        case .dispute: "dispute"
        case .settlement: "settlement"
        case .promise(let day): "promise \(day)"
        case .hold(let until): "hold \(until.map { "\($0)" } ?? "-")"
        case .release: "release"
        case .insolvency: "insolvency"
        }
      return "\(event.day) \(event.invoice ?? "-") \(what) \(event.reason ?? "-")"
    }
  }

  @Test("everything dated is told in order; an invoice's has what concerns the whole customer")
  func order() throws {
    try record("Bonjour")
    let expected = [
      "2025-01-20 F1 issued 1000 -", "2025-02-20 F1 due -", "2025-03-01 F1 payment 400 -",
      "2025-03-02 F1 dispute -", "2025-03-02 F2 promise 2025-03-25 -",
      "2025-03-03 F1 reminder J+7 relance email -", "2025-03-04 F1 settlement -",
      "2025-03-05 - hold - vacances", "2025-03-20 F2 due -", "2025-04-01 - insolvency -",
    ]
    #expect(try lines(.customer("C1")) == expected)
    #expect(try lines(.invoice("F1")) == expected.filter { !$0.contains(" F2 ") })
  }

  @Test("facts keep the reasons that people gave, and a release leaves the hold to be seen")
  func facts() throws {
    let written = try database.write(
      [
        .release(.customer("C1"), on: try day("2025-03-08")),
        .dispute(invoice: "F2", on: try day("2025-03-09")),
        .hold(.invoice("F2"), from: try day("2025-03-10"), until: nil),
      ],
      reason: "au téléphone"
    )
    #expect(written.count == 3)
    let lines = try lines(.customer("C1"))
    #expect(lines.contains("2025-03-05 - hold 2025-03-07 vacances"))
    #expect(lines.contains("2025-03-08 - release au téléphone"))
    #expect(lines.contains("2025-03-09 F2 dispute au téléphone"))
    #expect(lines.contains("2025-03-10 F2 hold - au téléphone"))
    #expect(try database.readLedger().accounts[0].holds.map(\.until) == [try day("2025-03-07")])
  }

  @Test("a text comes back as it was sent; one that was changed since is found out")
  func texts() throws {
    try record("Bonjour,\n1 234,50 €")
    func kept() throws -> SentReminder.KeptText {
      let sent = try database.history(of: .invoice("F1")).compactMap { event in
        if case .reminder(let sent) = event.kind { sent } else { nil }
      }
      #expect(sent.map(\.run) == ["2025-03-03/1"])
      #expect(sent.first?.recordedAt?.hasSuffix("Z") == true)
      return try #require(sent.first?.texts.first)
    }
    #expect(try kept().text == "Bonjour,\n1 234,50 €")
    #expect(try kept().channel == "email")
    #expect(try kept().isIntact)
    try database.execute("UPDATE message_texts SET text = 'Bonsoir'")
    #expect(try !kept().isIntact)
  }

  @Test("subjects are named by identifier, or with their kind where both have it")
  func subjects() throws {
    #expect(try database.subject(named: "F1") == .invoice("F1"))
    #expect(try database.subject(named: "C1") == .customer("C1"))
    #expect(try database.subject(named: "client:C1") == .customer("C1"))
    #expect(throws: LedgerError.fact(.unknownSubject("X"))) { try database.subject(named: "X") }
    #expect(throws: LedgerError.unknownInvoice("C1")) {
      try database.subject(named: "facture:C1")
    }
    try database.execute("INSERT INTO customers (id) VALUES ('F1')")
    #expect(throws: LedgerError.fact(.ambiguousSubject("F1"))) {
      try database.subject(named: "F1")
    }
  }
}
