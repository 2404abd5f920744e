import Receivables
import Testing

@testable import Storage

/// Payments are read before invoices, of which those that are settled leave no more than a count.
@Suite("Reading invoices after their payments")
struct InvoiceReadingTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// A plan's demand for the open invoices.
  private let openOnly = LedgerDemand(
    paidUpTo: day("2026-03-01"),
    issuedUpTo: day("2026-03-01"),
    settled: .none,
    punctualitySince: day("2026-01-01"),
    contactsSince: day("2026-02-20"),
    messagesSince: nil,
    details: []
  )

  /// A ledger whose invoices need not have different identifiers.
  private func ledger(_ invoices: String, _ payments: String) throws -> Database {
    let database = try folder.ledger("INSERT INTO customers (id) VALUES ('C1'), ('C2')")
    try database.execute("DROP TABLE invoices")
    try database.execute(
      "CREATE TABLE invoices (id, customer_id, due_on, amount_minor, issued_on)"
    )
    try database.execute("INSERT INTO invoices VALUES \(invoices)")
    try database.execute("DROP TABLE payments")
    try database.execute("CREATE TABLE payments (invoice_id, paid_on, amount_minor)")
    if !payments.isEmpty { try database.execute("INSERT INTO payments VALUES \(payments)") }
    return database
  }

  /// `S` is settled, `P` paid in part, `O` open, `N` of nothing, `L` issued later.
  private static let rows = [
    "S": "('S', 'C1', '2026-01-31', 100, NULL)",
    "P": "('P', 'C1', '2026-01-31', 100, NULL)",
    "O": "('O', 'C1', '2026-01-31', 100, NULL)",
    "N": "('N', 'C1', '2026-01-31', 0, NULL)",
    "L": "('L', 'C1', '2026-04-30', 100, '2026-04-01')",
  ]

  @Test(
    "an identifier that two invoices have is told with the second row",
    arguments: ["S", "P", "O", "N", "L"],
    [1, 2]
  )
  func duplicates(_ id: String, _ threads: Int) throws {
    let all = ["S", "P", "O", "N", "L", id].compactMap { InvoiceReadingTests.rows[$0] }
    let database = try ledger(
      all.joined(separator: ", "),
      "('S', '2026-02-05', 100), ('P', '2026-02-05', 40)"
    )
    #expect {
      try database.readBook(demand: openOnly, threads: threads)
    } throws: { error in
      guard case .invalidValue(let place, .duplicate(id)) = error as? LedgerError else {
        return false
      }
      return place.row == .rowid(6) && place.table == "invoices"
    }
  }

  @Test("an identifier that a needed invoice shares with one of nothing is told too")
  func duplicateOfAnotherKind() throws {
    let database = try ledger(
      "('F', 'C1', '2026-01-31', 100, NULL), ('F', 'C1', '2026-01-31', 0, NULL)",
      ""
    )
    #expect(throws: LedgerError.self) { try database.readBook(demand: openOnly, threads: 1) }
  }

  @Test("rows about invoices that are left out name something all the same")
  func leftOut() throws {
    let database = try ledger(
      ["S", "P", "O", "N", "L"].compactMap { InvoiceReadingTests.rows[$0] }.joined(
        separator: ", "
      ),
      "('S', '2026-02-05', 60), ('P', '2026-02-05', 40), ('S', '2026-02-07', 40), "
        + "('O', '2026-03-02', 100)"
    )
    for id in ["S", "P", "O", "N", "L"] {
      try database.execute(
        "INSERT INTO disputes (invoice_id, opened_on) VALUES ('\(id)', '2026-02-01')"
      )
      try database.execute(
        "INSERT INTO holds (invoice_id, from_on) VALUES ('\(id)', '2026-02-01')"
      )
      // The invoice tells whose it is, whatever customer the row names.
      try database.execute(
        """
        INSERT INTO reminders (invoice_id, customer_id, scenario, step, rank, channel, nature, tone,
        mode, sent_on, occurrence, message_id, run_id)
        VALUES ('\(id)', 'C2', 'S', 'rappel', 35, 'email', 'relance', 'doux', 'automatique',
        '2026-02-25', '', 'm', 'r')
        """
      )
    }
    for threads in [1, 2] {
      let book = try database.readBook(demand: openOnly, threads: threads)
      let account = book.unpacking().account(at: 0)
      #expect(account.invoices.map(\.invoice.id) == ["O", "P"])
      #expect(account.invoices.map { $0.payments.map(\.amount) } == [[], [40]])
      #expect(account.invoices.allSatisfy { $0.disputes.count == 1 && $0.holds.count == 1 })
      #expect(account.invoices.allSatisfy { $0.reminders.count == 1 })
      // Those of S, N and L.
      #expect(account.otherReminders.count == 3)
      #expect(book.unpacking().account(at: 1).otherReminders.isEmpty)
      // S, seven days late, and N, of which no payment tells how late it was.
      #expect(account.settled.count == 2)
      #expect(account.settled.delays.count == 1 && account.settled.delays.days == 7)
    }
  }

  @Test("a payment of nothing is an error, even one after the day")
  func danglingPayment() throws {
    let database = try ledger(
      "('O', 'C1', '2026-01-31', 100, NULL)",
      "('O', '2026-02-05', 10), ('X', '2026-12-31', 10), ('Y', '2026-02-05', 10)"
    )
    #expect {
      try database.readBook(demand: openOnly, threads: 1)
    } throws: { error in
      guard case .invalidValue(let place, .danglingInvoice("X")) = error as? LedgerError else {
        return false
      }
      return place.row == .rowid(2) && place.table == "payments"
    }
  }

  @Test("what is wrong with an invoice is told before what is wrong with a payment")
  func invoicesFirst() throws {
    let database = try ledger("('O', 'C1', 'demain', 100, NULL)", "('X', 'hier', 10)")
    #expect {
      try database.readBook(demand: openOnly, threads: 1)
    } throws: { error in
      guard case .invalidValue(let place, .notADate("demain")) = error as? LedgerError else {
        return false
      }
      return place.table == "invoices"
    }
  }

  /// The rows of one invoice cannot be dealt out to threads; that must cost neither memory nor rows.
  @Test("thousands of payments of one invoice among few of others")
  func manyPayments() throws {
    let database = try ledger(
      "('O', 'C1', '2026-01-31', 30001, NULL), ('S', 'C1', '2026-01-31', 30000, NULL), "
        + "('P', 'C1', '2026-01-31', 5, NULL)",
      "('P', '2026-02-01', 4)"
    )
    for id in ["O", "S"] {
      try database.execute(
        """
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 30000)
        INSERT INTO payments SELECT '\(id)', '2026-02-01', 1 FROM n
        """
      )
    }
    for threads in [1, 2, 5] {
      let book = try database.readBook(demand: openOnly, threads: threads)
      let account = book.unpacking().account(at: 0)
      #expect(account.invoices.map(\.invoice.id) == ["O", "P"])
      #expect(account.invoices.map(\.payments.count) == [30_000, 1])
      #expect(account.settled.count == 1)
    }
  }

  @Test("pieces of work are done once each, by workers of which there are not too many")
  func sideBySideWork() {
    for (count, threads) in [(0, 4), (1, 4), (7, 1), (1_000, 3), (5, 64)] {
      let results = sideBySide(count, threads: threads) { piece, worker in (piece, worker) }
      #expect(results.map(\.0) == Array(0..<count))
      #expect(results.allSatisfy { $0.1 >= 0 && $0.1 < max(1, min(threads, count)) })
    }
  }
}
