import Diagnostics
import FoundationEssentials
import Receivables
import Testing

@testable import Storage

@Suite("What an import cannot do")
struct ImportFailureTests {
  let harness: ImportHarness

  init() throws { harness = try ImportHarness() }

  private let invoices = "id;client;échéance;montant\nF1;C1;31/01/2026;1\n"

  @Test("an empty file is told, a file of headers alone is imported")
  func emptyFiles() throws {
    let path = harness.folder.file("invoices.csv")
    for text in ["", "\n\n", "\u{FEFF}"] {
      #expect(throws: ImportError.file(path: path, .empty)) {
        try harness.run([.invoices: text])
      }
    }
    #expect(!harness.folder.names.contains("ledger.db"))
    let report = try harness.run([.invoices: "id;client;échéance;montant"])
    #expect(report.files[0].rows == 0)
    #expect(try harness.ledger().accounts.isEmpty)
  }

  @Test("files, headers and tables that cannot be imported are named")
  func beforeTheFirstRow() throws {
    let missing = harness.folder.file("none.csv")
    let options = ImportOptions(sources: [.init(.invoices, missing)])
    #expect {
      try Importer(options).run(into: harness.ledgerPath)
    } throws: { error in
      guard case .file(missing, .unreadable) = error as? ImportError else { return false }
      return true
    }
    let path = harness.folder.file("payments.csv")
    #expect(
      throws: ImportError.headers(
        path: path,
        .missingColumns(.payments, [.paidOn, .amount], found: ["facture", "Wert"])
      )
    ) {
      try harness.run([.payments: "facture;Wert\nF1;1\n"])
    }
    let twice = ImportOptions(sources: [.init(.payments, path), .init(.payments, path)])
    #expect(throws: ImportError.severalFiles(.payments)) {
      try Importer(twice).run(into: harness.ledgerPath)
    }
  }

  @Test(
    "headers below a title are not guessed but told, with the row to begin with",
    arguments: [
      ("Export du 02/02/2026\n\nFacture;Client;Échéance;Montant\nF1;C1;31/01/2026;1\n", 3),
      // The title has no separator that tells how the table is written.
      ("Export du 02/02/2026\n\nFacture,Client,Échéance,Montant\nF1,C1,31/01/2026,1\n", 3),
      ("Société;;;\nFacture\tClient\tÉchéance\tMontant\nF1\tC1\t31/01/2026\t1\n", 2),
      (";Balance client;;\n;;;\nAu;02/02/2026;;\n;;;\nid;client;due date;montant\n", 5),
      // Headers that are too few, or twice, are told once they stand where they must.
      ("Balance\nFacture;Client;Fällig\nF1;C1;31/01/2026\n", 2),
      ("Balance\nFacture;Client;Échéance;due date\n", 2),
      // Rows that say less, and one known word alone, are no headers.
      ("Balance;Client\nBeleg;Tiers;Fällig\nF1;C1;31/01/2026\n", nil),
      ("Facture;Wert\nfacture;client\n", 2),
      ("Facture;Client\nfacture;client\n", nil),
    ] as [(String, Int?)]
  )
  func headersBelowTitle(_ text: String, _ row: Int?) throws {
    do {
      try harness.run([.invoices: text])
      Issue.record("imported")
    } catch ImportError.headers(_, .belowTitle(let found)) {
      #expect(found == row)
    } catch ImportError.headers(_, .missingColumns) {
      #expect(row == nil)
    }
    #expect(!harness.folder.names.contains("ledger.db"))
  }

  @Test("what stands above headers is to be deleted, and a header of an option is looked for too")
  func titleAndMapping() throws {
    let path = harness.folder.file("payments.csv")
    let problem = HeaderProblem.belowTitle(row: 4)
    #expect(throws: ImportError.headers(path: path, problem)) {
      try harness.run([.payments: "Encaissements\n\n\nBeleg;Wann;Wert\nF1;31/01/2026;1\n"]) {
        $0.mappings = [
          try ColumnMapping(argument: "payments.invoice_id=Beleg"),
          try ColumnMapping(argument: "payments.paid_on=Wann"),
          try ColumnMapping(argument: "payments.amount_minor=WERT"),
        ]
      }
    }
    #expect(problem.message.fr.contains("ligne 4"))
    #expect(problem.help?.fr.contains("les 3 premières lignes") == true)
    #expect(HeaderProblem.belowTitle(row: 2).help?.fr.contains("la première ligne") == true)
  }

  @Test("a view cannot be filled")
  func views() throws {
    let database = try Database(path: harness.ledgerPath, access: .creating)
    try database.execute("CREATE TABLE t (id)")
    try database.execute("CREATE VIEW customers AS SELECT id FROM t")
    #expect(throws: ImportError.view(.customers)) { try harness.run([.invoices: invoices]) }
  }

  @Test("a full disk leaves the ledger as it was")
  func fullDisk() throws {
    let database = try harness.folder.ledger("INSERT INTO customers (id) VALUES ('C1')")
    _ = try database.integer("PRAGMA max_page_count = \(database.integer("PRAGMA page_count"))")
    #expect(throws: LedgerError.diskFull(path: database.path)) {
      try database.transaction { () throws(LedgerError) in
        for number in 0..<2_000 {
          try database.execute("INSERT INTO customers (id) VALUES ('a long identifier \(number)')")
        }
      }
    }
    #expect(try database.readLedger().accounts.map(\.customer.id) == ["C1"])
  }

  @Test("a ledger that another program holds is told as occupied")
  func locked() throws {
    let other = try harness.folder.ledger()
    let database = try Database(path: harness.ledgerPath, access: .writing)
    _ = try database.integer("PRAGMA busy_timeout = 10")
    try other.execute("BEGIN EXCLUSIVE")
    let locked = LedgerError.locked(path: harness.ledgerPath)
    #expect(throws: locked) { try database.readLedger() }
    #expect(throws: locked) { try database.createSchema() }
    try other.execute("ROLLBACK")
    #expect(try database.readLedger().accounts.isEmpty)
  }

  @Test("a file that is no ledger is not overwritten")
  func notALedger() throws {
    let text = String(repeating: "my letters\n", count: 200)
    _ = try harness.folder.write("ledger.db", text)
    #expect(throws: ImportError.ledger(.notADatabase(path: harness.ledgerPath))) {
      try harness.run([.invoices: invoices])
    }
    #expect(try harness.folder.text("ledger.db") == text)
  }

  @Test("rows that break a rule of the ledger's own tables are told one by one")
  func ownRules() throws {
    let database = try Database(path: harness.ledgerPath, access: .creating)
    try database.execute("CREATE TABLE customers (id TEXT, CHECK (id LIKE 'C%'))")
    let found = harness.problems { try harness.run([.customers: "id\nC1\nD1\n"]) }
    #expect(found.map(\.row) == [3])
    guard case .ruleBroken = found.first?.reason else {
      Issue.record("no rule broken")
      return
    }
  }

  @Test("an optional column that the ledger's own table lacks is named")
  func missingColumn() throws {
    let database = try Database(path: harness.ledgerPath, access: .creating)
    try database.execute("CREATE TABLE customers (id TEXT)")
    #expect(
      throws: ImportError.ledger(.missingColumn(.customers, .name, found: ["id"]))
    ) {
      try harness.run([.customers: "id;nom\nC1;Un\n"])
    }
    try harness.run([.invoices: invoices])
    #expect(try harness.ledger().accounts.map(\.customer.id) == ["C1"])
  }

  @Test("rejected rows that cannot be written stop the import")
  func rejectsElsewhere() throws {
    let path = harness.folder.file("no/such/folder/r.csv")
    #expect {
      try harness.run([.invoices: invoices + "F2;;;\n"]) { $0.rejectsPath = path }
    } throws: { error in
      guard case .rejects(path, _) = error as? ImportError else { return false }
      return true
    }
    #expect(harness.folder.names == ["invoices.csv"])
  }

  @Test("history is added to, never changed")
  func history() throws {
    let header = "facture;étape;rang;canal;date\n"
    try harness.run([.invoices: invoices, .reminders: header + "F1;Rappel;10;email;13/02/2026\n"])
    let report = try harness.run(
      [.reminders: header + "F1;RAPPEL 2;20;email;15/02/2026\nF1;Rappel;99;SMS;14/02/2026\n"]
    ) { $0.existingRows = .updated }
    #expect(report.files[0].inserted == 1 && report.files[0].unchanged == 1)
    let reminders = try harness.ledger().accounts[0].invoices[0].reminders
    #expect(reminders.map(\.rank) == [10, 20] && reminders.map(\.channel) == ["email", "email"])
  }

  @Test("progress goes from the first row to the last byte")
  func progress() throws {
    let rows = (0..<12_000).map { "C\($0)\n" }.joined()
    let path = try harness.folder.write("customers.csv", "id\n" + rows)
    var told: [ImportProgress] = []
    _ = try Importer(ImportOptions(sources: [.init(.customers, path)]))
      .run(into: harness.ledgerPath) { told.append($0) }
    #expect(told.map(\.rows) == [5_000, 10_000, 12_000])
    #expect(told.last.map { $0.bytesRead == $0.bytes } == true)
  }

  @Test("every note and every error has words in both languages")
  func words() {
    let notes: [ImportNote] = [
      .columnsAdded(["a"]), .dayFirstAssumed(["a"]), .dueDatesCounted(2), .dueBeforeIssue(1),
      .noiseRemoved(2), .rounded(2), .identifiersRepaired(2), .customersCreated(2, first: ["a"]),
      .severalNames(1, first: ["a"]), .repeated(2), .emptyDisputes(2),
    ]
    #expect(Set(notes.map(\.message.fr)).count == notes.count)
    #expect(Set(notes.map(\.message.en)).count == notes.count)
    #expect(
      ImportNote.customersCreated(2, first: ["a"]).message.en
        == "2 customers created that only invoices name: `a`, …"
    )
    let errors: [LedgerError] = [
      .noSuchFile(path: "p"), .cannotOpen(path: "p", words: "w"), .notADatabase(path: "p"),
      .locked(path: "p"), .readOnly(path: "p"), .diskFull(path: "p"),
      .damaged(path: "p", words: "w"), .ruleBroken(path: "p", words: "w"),
      .refused(path: "p", words: "w"),
    ]
    #expect(errors.allSatisfy { $0.message.fr.contains("`p`") && $0.message.en.contains("`p`") })
  }
}
