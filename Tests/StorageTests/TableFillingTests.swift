import Receivables
import Testing

@testable import Storage

@Suite("Filling tables in bulk")
struct TableFillingTests {
  let harness: ImportHarness

  init() throws { harness = try ImportHarness() }

  private func schema() throws -> [String] {
    let statement = try Database(path: harness.ledgerPath, access: .reading).prepare(
      "SELECT name FROM sqlite_master WHERE type = 'index' ORDER BY name"
    )
    var names: [String] = []
    while try statement.step() { names.append(statement.text(0)) }
    return names
  }

  private let invoices = "id;client;échéance;montant\nF1;C1;31/01/2026;1\nF2;C2;31/01/2026;2\n"
  private let payments = "facture;date;montant\nF1;13/01/2026;1\nF2;14/01/2026;2\n"

  @Test("an import leaves all indexes there, whether tables were empty or not")
  func indexes() throws {
    _ = try harness.folder.ledger()
    let before = try schema()
    try harness.run([.invoices: invoices, .payments: payments])
    #expect(try schema() == before)
    try harness.run([.payments: "facture;date;montant\nF1;15/01/2026;1\n"])
    #expect(try schema() == before)
  }

  @Test("tables of this program's making and of others are filled alike")
  func otherMaking() throws {
    let files: KeyValuePairs<LedgerTable, String> = [
      .customers: "id;nom\nC1;Un\nC2;Deux\nC1;Un\n",
      .invoices: invoices + "F3;C3;31/01/2026;3\n",
      .payments: payments + "F1;13/01/2026;1\n",
    ]
    let own = try harness.run(files)
    let other = try ImportHarness()
    let database = try Database(path: other.ledgerPath, access: .creating)
    try database.createSchema()
    for table in [LedgerTable.customers, .invoices, .payments] {
      #expect(try database.making(of: table) == .ownAndEmpty)
      try database.execute(
        "CREATE TRIGGER t_\(table.rawValue) AFTER DELETE ON \(table.rawValue) BEGIN SELECT 1; END"
      )
      #expect(try database.making(of: table) == .other)
    }
    let otherReport = try other.run(files)
    #expect(own.files.map(\.inserted) == [2, 3, 3])
    #expect(otherReport.files.map(\.inserted) == own.files.map(\.inserted))
    #expect(otherReport.files.map(\.unchanged) == own.files.map(\.unchanged))
    #expect(otherReport.files.map(\.notes) == own.files.map(\.notes))
    #expect(try other.ledger().accounts.map(facts) == harness.ledger().accounts.map(facts))
  }

  @Test("an added column of the company's own does not make a table somebody else's")
  func addedColumn() throws {
    let database = try harness.folder.ledger()
    try database.execute("ALTER TABLE customers ADD COLUMN \"région\" TEXT")
    #expect(try database.making(of: .customers) == .ownAndEmpty)
    try database.execute("INSERT INTO customers (id) VALUES ('C1')")
    #expect(try database.making(of: .customers) == .own)
    try database.execute("ALTER TABLE payments ADD COLUMN bank TEXT")
    #expect(try database.making(of: .payments) == .ownAndEmpty)
    // What an import makes of cells need not hold for rules that it does not know.
    try database.execute("ALTER TABLE payments ADD COLUMN share INTEGER CHECK (share < 100)")
    #expect(try database.making(of: .payments) == .other)
  }

  @Test("a repeated row names the row that said it first, however many lie between")
  func repeatedFarApart() throws {
    let many = (0..<3_000).map { "F\($0);C1;31/01/2026;1\n" }.joined()
    let found = harness.problems {
      try harness.run([
        .invoices: "id;client;échéance;montant\n" + many + "\nF7;C1;31/01/2026;1\n"
          + "F2999;C1;31/01/2026;1\n"
      ])
    }
    #expect(found.map(\.row) == [3_003, 3_004])
    #expect(found.map(\.reason) == [.repeated(row: 9), .repeated(row: 3_001)])
  }

  @Test("thousands of payments are found again, in the file and in the ledger")
  func manyPayments() throws {
    let rows = (0..<5_000).map { "F\($0 % 2 + 1);13/01/2026;\($0 % 2_000 + 1)\n" }.joined()
    let file = "facture;date;montant\n" + rows
    let first = try harness.run([.invoices: invoices, .payments: file])
    #expect(first.files[1].inserted == 5_000 && first.files[1].notes == [.repeated(3_000)])
    let again = try harness.run([.payments: file]) { $0.existingRows = .updated }
    #expect(again.files[0].unchanged == 5_000 && again.files[0].inserted == 0)
    let refused = harness.problems { try harness.run([.payments: file]) }
    #expect(refused.first?.reason == .alreadyInLedger)
  }

  @Test("which row of a file wrote which row of a table")
  func origins() {
    var origins = RowOrigins()
    let notes: [(target: Int64, row: Int)] = [
      (1, 2), (2, 3), (3, 5), (10, 6), (4, 7), (.max, 8), (-3, 9), (11, 10),
    ]
    for (target, row) in notes { origins.note(target, row) }
    for (target, row) in notes { #expect(origins.fileRow(of: target) == row) }
    for target in [0, 5, 9, 12, .min, .max - 1] as [Int64] {
      #expect(origins.fileRow(of: target) == nil)
    }
  }

  @Test("records are found by their hashes, equal ones too")
  func hashes() {
    var records = HashedRecords()
    for record in 0..<10_000 { records.insert(UInt64(record % 5_000) << 32, record) }
    for record in 0..<10_000 {
      #expect(records.find(UInt64(record % 5_000) << 32) { $0 == record } == record)
    }
    #expect(records.find(7 << 32) { _ in false } == nil)
    #expect(records.find(5_001 << 32) { _ in true } == nil)
  }

  @Test("bytes that are no text become the replacement character where UTF-8 was asked for")
  func illFormed() throws {
    let path = try harness.folder.write(
      "customers.csv",
      Array("id;nom\nC1;Caf".utf8) + [0xE9] + Array(";\nC2;".utf8) + [0xE2, 0x80]
    )
    var options = ImportOptions(sources: [.init(.customers, path)])
    options.encoding = .utf8
    _ = try Importer(options).run(into: harness.ledgerPath)
    let names = try harness.ledger().accounts.map(\.customer.name)
    #expect(names == ["Caf\u{FFFD}", "\u{FFFD}"])
  }
}
