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

  /// The row is gone back to while the rows behind it are still being handed over.
  @Test("a reference to nothing is told with its row, long before the end")
  func earlyError() throws {
    let database = try folder.ledger(
      "INSERT INTO customers (id) VALUES ('C1')",
      "INSERT INTO invoices (id, customer_id, due_on, amount_minor) VALUES ('F1', 'C1', '2026-01-31', 1)"
    )
    for number in 1...700 {
      let invoice = number == 100 ? "gone" : "F1"
      try database.execute("INSERT INTO payments VALUES ('\(invoice)', '2026-02-01', 1)")
    }
    #expect {
      try database.readLedger()
    } throws: { error in
      guard case .invalidValue(let place, .danglingInvoice("gone")) = error as? LedgerError else {
        return false
      }
      return place.row == .rowid(100) && place.table == "payments"
    }
  }

  /// Rows are dealt out by their numbers, which can be anything.
  @Test(
    "rows are dealt out in pieces that leave none out",
    arguments: [
      [1, 2048 * 256 + 1], [1, 524_800], [Int64.max - 600_000, Int64.max],
      [Int64.min, Int64.min + 524_288], [Int64.min, Int64.max], [7, 7], [-5, 600],
    ] as [[Int64]]
  )
  func pieces(_ rowids: [Int64]) throws {
    let database = try folder.ledger()
    for rowid in Set(rowids) {
      try database.execute("INSERT INTO customers (rowid, id) VALUES (\(rowid), 'C\(rowid)')")
    }
    let query = try #require(try TableQuery(database, .customers))
    for count in [1, 8, 16, 2048] {
      let pieces = try query.pieces(database, count: count)
      guard let bounds = pieces.first, bounds != nil else {
        #expect(pieces.count == 1)
        continue
      }
      #expect(pieces.count <= count)
      #expect(pieces.first??.lowerBound == rowids[0] && pieces.last??.upperBound == rowids[1])
      for (before, after) in zip(pieces, pieces.dropFirst()) {
        #expect(before.map { $0.upperBound + 1 } == after?.lowerBound)
      }
    }
    #expect(try database.readBook(demand: nil, threads: 2).count == Set(rowids).count)
  }

  @Test("what is wrong with a reminder stops nothing if no plan needs the row")
  func unneededReminders() throws {
    let database = try folder.ledger("INSERT INTO customers (id) VALUES ('C1')")
    try database.execute("DROP TABLE reminders")
    try database.execute(
      """
      CREATE TABLE reminders (invoice_id, customer_id, scenario, step, rank, channel, nature, tone,
      mode, sent_on, occurrence, message_id, run_id)
      """
    )
    for number in 0..<300 {
      try database.execute(
        """
        INSERT INTO invoices (id, customer_id, due_on, amount_minor)
        VALUES ('F\(number)', 'C1', '2026-01-31', 5)
        """
      )
      if number > 0 {
        try database.execute("INSERT INTO payments VALUES ('F\(number)', '2026-01-31', 5)")
      }
      let step = number == 0 ? "'rappel'" : "NULL"
      try database.execute(
        """
        INSERT INTO reminders (invoice_id, customer_id, step, rank, channel, nature, sent_on)
        VALUES ('F\(number)', 'C1', \(step), 35, 'email', 'relance', '2026-02-07')
        """
      )
    }
    let day = day("2026-03-01")
    let demand = LedgerDemand(
      paidUpTo: day,
      issuedUpTo: day,
      settled: .none,
      punctualitySince: nil,
      contactsSince: nil,
      messagesSince: nil,
      details: []
    )
    let account = try database.readBook(demand: demand, threads: 1).unpacking().account(at: 0)
    #expect(account.invoices.map { $0.reminders.map(\.step) } == [["rappel"]])
    #expect(throws: LedgerError.self) { try database.readLedger() }
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
    let account = book.unpacking().account(at: 0)
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
