import Receivables
import Testing

@testable import Storage

/// What the packed reading of a ledger must not change.
@Suite("Reading a ledger that is unusual for the reader")
struct PackedReadingTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test("more columns than a function of SQLite can have arguments")
  func manyColumns() throws {
    let names = (0..<200).map { "colonne\($0)" }
    let database = try folder.ledger()
    for name in names { try database.execute("ALTER TABLE invoices ADD COLUMN \(name)") }
    try database.execute("INSERT INTO customers (id) VALUES ('C1')")
    try database.execute(
      """
      INSERT INTO invoices (id, customer_id, due_on, amount_minor, colonne0, colonne199)
      VALUES ('F1', 'C1', '2026-01-31', 1, 7, 8)
      """
    )
    let ledger = try database.readLedger(
      extraColumns: names.map { ExtraColumn(table: .invoices, name: $0, kind: .integer) }
    )
    let extras = try #require(ledger.accounts.first?.invoices.first?.invoice.extras)
    #expect(extras.first == .integer(7) && extras.last == .integer(8))
    #expect(extras.count == 200 && extras[1] == nil)
  }

  /// References are looked up some hundred at a time, dates at once.
  @Test("of two rows that are wrong the first is told", arguments: [true, false])
  func firstError(_ isDanglingFirst: Bool) throws {
    let database = try folder.ledger(
      "INSERT INTO customers (id) VALUES ('C1')",
      "INSERT INTO invoices (id, customer_id, due_on, amount_minor) VALUES ('F1', 'C1', '2026-01-31', 1)"
    )
    try database.execute("DROP TABLE payments")
    try database.execute("CREATE TABLE payments (invoice_id, paid_on, amount_minor)")
    for number in 1...700 {
      let isWrong = (number == 520, number == 530)
      let dangling = isDanglingFirst ? isWrong.0 : isWrong.1
      let undated = isDanglingFirst ? isWrong.1 : isWrong.0
      try database.execute(
        "INSERT INTO payments VALUES ('\(dangling ? "gone" : "F1")', "
          + "'\(undated ? "hier" : "2026-02-01")', 1)"
      )
    }
    let wrong: InvalidValue = isDanglingFirst ? .danglingInvoice("gone") : .notADate("hier")
    #expect {
      try database.readLedger()
    } throws: { error in
      guard case .invalidValue(let place, wrong) = error as? LedgerError else { return false }
      return place.row == .rowid(520) && place.table == "payments"
    }
  }

  @Test("identifiers longer than a packed one, which differ in their last byte only")
  func longIdentifiers() throws {
    let database = try folder.ledger()
    let stem = "4f2c8a1e-7b1d-4c59-9e0a-1d2f3b4c5d6"
    try database.execute("INSERT INTO customers (id) VALUES ('\(stem)c')")
    for number in 0..<8 {
      let id = "\(stem)\(number)"
      try database.execute(
        """
        INSERT INTO invoices (id, customer_id, due_on, amount_minor)
        VALUES ('\(id)', '\(stem)c', '2026-01-31', \(100 + number))
        """
      )
      // Every other one is settled.
      let paid = number.isMultiple(of: 2) ? 100 + number : 1
      try database.execute("INSERT INTO payments VALUES ('\(id)', '2026-02-01', \(paid))")
      try database.execute(
        """
        INSERT INTO reminders VALUES ('\(id)', '\(stem)c', 'S', 'étape n° \(number) du scénario',
        35, 'email', 'relance', 'doux', 'automatique', '2026-02-0\(number + 1)', '', 'm', 'r')
        """
      )
    }
    let day = day("2026-03-01")
    let demand = LedgerDemand(
      paidUpTo: day,
      issuedUpTo: day,
      settled: .none,
      punctualitySince: nil,
      contactsSince: self.day("2026-02-05"),
      messagesSince: nil,
      details: []
    )
    let book = try database.readBook(demand: demand, threads: 2)
    let account = book.account(at: 0)
    #expect(account.invoices.map(\.invoice.amount) == [101, 103, 105, 107])
    #expect(account.invoices.map { $0.payments.map(\.amount) } == [[1], [1], [1], [1]])
    #expect(account.invoices.flatMap(\.reminders).map(\.sentOn.day) == [2, 4, 6, 8])
    #expect(account.settled.count == 4)
    // Of settled invoices only what a cap may count is kept: the fifth and the seventh.
    #expect(account.otherReminders.map(\.sentOn.day) == [5, 7])
  }

  private func day(_ text: String) -> CalendarDate {
    CalendarDate(isoBytes: text.utf8) ?? .earliest
  }
}
