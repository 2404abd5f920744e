import Diagnostics
import FoundationEssentials
import Receivables
import Testing

@testable import Storage

@Suite("What a ledger must not be")
struct LedgerErrorTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// The tables without constraints, as another program may have made them.
  private func looseLedger() throws -> Database {
    let database = try folder.database()
    for table in LedgerTable.allCases {
      let columns = table.columns.filter(\.isStored).map(\.name.rawValue)
      try database.execute("CREATE TABLE \(table.rawValue) (\(columns.joined(separator: ", ")))")
    }
    try database.execute("INSERT INTO customers (id) VALUES ('C1')")
    try database.execute(
      """
      INSERT INTO invoices (id, customer_id, due_on, amount_minor)
      VALUES ('F1', 'C1', '2026-01-31', 1)
      """
    )
    return database
  }

  @Test(
    "R95, R96: a bad value is told with table, row, column and what is allowed",
    arguments: BrokenLedger.all
  )
  func badValues(_ broken: BrokenLedger) throws {
    let database = try looseLedger()
    try database.execute(broken.statement)
    let place = LedgerPlace(
      table: broken.table,
      column: broken.column,
      row: broken.row,
      identifier: broken.identifier
    )
    let error = LedgerError.invalidValue(place, broken.value)
    #expect(throws: error) { try database.readLedger() }
    for language in MessageLanguage.allCases {
      let text = error.message.text(in: language)
      for part in [broken.table, broken.column, broken.identifier ?? ""] where !part.isEmpty {
        #expect(text.contains("`\(part)`"))
      }
    }
  }

  @Test("a row is told as a list counts its lines, and by the name a database calls it")
  func rowWords() {
    let place = LedgerPlace(
      table: "invoices",
      column: "due_on",
      row: .rowid(7),
      identifier: "F1"
    )
    let message = LedgerError.invalidValue(place, .notADate("x")).message
    #expect(message.fr.contains("table `invoices`, ligne n° 7 (rowid) (`F1`), colonne `due_on`"))
    #expect(message.en.contains("table `invoices`, row no. 7 (rowid) (`F1`), column `due_on`"))
  }

  @Test("the schema that import makes refuses most of these rows itself")
  func schemaRefuses() throws {
    let database = try folder.ledger(
      "INSERT INTO customers (id) VALUES ('C1')",
      "INSERT INTO invoices (id, customer_id, due_on, amount_minor) VALUES ('F1', 'C1', '2026-01-31', 1)"
    )
    for broken in BrokenLedger.all {
      switch broken.value {
      case .notADate, .dateWithTime, .absent, .duplicate, .notMinorUnits, .notATruthValue,
        .nothingHeld, .notAnInteger:
        // Roles and currencies are only checked when read; 12.0 becomes 12 in an integer column.
        guard broken.column != "role", broken.column != "currency",
          broken.value != .notMinorUnits("12.0")
        else { continue }
        #expect(throws: LedgerError.self, "\(broken.statement)") {
          try database.execute(broken.statement)
        }
      case .notText, .dateOutOfRange, .notANumber, .notARate, .notACurrency, .unknownWord,
        .danglingCustomer, .danglingInvoice:
        continue
      }
    }
  }

  @Test("rows of a view are told by their place")
  func viewRows() throws {
    let database = try folder.database(
      "CREATE TABLE t (k, n)",
      "INSERT INTO t VALUES ('A', 1), ('B', 2)",
      "CREATE VIEW customers AS SELECT DISTINCT k AS id, CASE n WHEN 2 THEN 'x' END AS strategic FROM t",
      "CREATE TABLE invoices (id, customer_id, due_on, amount_minor)"
    )
    #expect(
      throws: LedgerError.invalidValue(
        LedgerPlace(table: "customers", column: "strategic", row: .ordinal(2), identifier: "B"),
        .notATruthValue("x")
      )
    ) {
      try database.readLedger()
    }
  }

  @Test("a missing required table or column is named")
  func missingParts() throws {
    let database = try folder.database("CREATE TABLE customers (id)")
    #expect(throws: LedgerError.missingTable(.invoices)) { try database.readLedger() }
    try database.execute("CREATE TABLE invoices (id, customer_id, due_on)")
    #expect(
      throws: LedgerError.missingColumn(
        .invoices,
        .amount,
        found: ["id", "customer_id", "due_on"]
      )
    ) {
      try database.readLedger()
    }
    try database.execute("ALTER TABLE invoices ADD COLUMN amount_minor")
    #expect(try database.readLedger().accounts.isEmpty)
    try database.execute("CREATE TABLE payments (invoice_id, amount_minor)")
    #expect(
      throws: LedgerError.missingColumn(.payments, .paidOn, found: ["invoice_id", "amount_minor"])
    ) {
      try database.readLedger()
    }
  }

  @Test("a view that no longer works is told in SQLite's words")
  func brokenView() throws {
    let database = try folder.database(
      "CREATE TABLE t (id)",
      "CREATE VIEW customers AS SELECT id FROM t",
      "DROP TABLE t"
    )
    #expect {
      try database.readLedger()
    } throws: { error in
      guard case .refused(_, let words) = error as? LedgerError else { return false }
      return words.contains("main.t")
    }
  }

  @Test("two columns that answer to one name of a scenario file are an error")
  func ambiguousExtra() throws {
    let database = try folder.ledger(
      "ALTER TABLE customers ADD COLUMN \"région\"",
      "ALTER TABLE customers ADD COLUMN region"
    )
    #expect(
      throws: LedgerError.ambiguousColumn(
        table: "customers",
        name: "Région",
        found: ["région", "region"]
      )
    ) {
      try database.readLedger(extraColumns: [
        ExtraColumn(table: .customers, name: "Région", kind: .text)
      ])
    }
  }
}
