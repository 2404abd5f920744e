import FoundationEssentials
import Receivables
import Testing

@testable import Storage

@Suite("Opening a ledger")
struct OpeningTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test("a file that is none, a folder, and bytes that are no database are told apart")
  func notALedger() throws {
    let missing = folder.file("none.db")
    #expect(throws: LedgerError.noSuchFile(path: missing)) {
      try Database(path: missing, access: .reading)
    }
    #expect(throws: LedgerError.noSuchFile(path: folder.path)) {
      try Database(path: folder.path, access: .reading)
    }
    #expect(throws: LedgerError.noSuchFile(path: "")) { try Database(path: "", access: .reading) }
    let text = try folder.write("text.db", String(repeating: "no database\n", count: 100))
    #expect(throws: LedgerError.notADatabase(path: text)) {
      try Database(path: text, access: .reading)
    }
    let empty = try folder.write("empty.db", "")
    #expect(throws: LedgerError.missingTable(.customers)) {
      try Database(path: empty, access: .reading).readLedger()
    }
    #expect(folder.names == ["empty.db", "text.db"])
  }

  @Test("a ledger that is opened for reading cannot be changed")
  func readOnly() throws {
    _ = try folder.ledger()
    let database = try Database(path: folder.file("ledger.db"), access: .reading)
    #expect(throws: LedgerError.readOnly(path: folder.file("ledger.db"))) {
      try database.execute("DELETE FROM customers")
    }
  }

  @Test("a write-ahead ledger is read where no file can be made beside it")
  func writeAheadReadOnly() throws {
    do {
      let database = try folder.ledger("INSERT INTO customers (id) VALUES ('C1')")
      _ = try database.integer("PRAGMA journal_mode = WAL")
      try database.execute("INSERT INTO customers (id) VALUES ('C2')")
    }
    // A folder in the place of the shared-memory file stops even the superuser, as a read-only
    // medium would.
    try FileManager.default.createDirectory(
      atPath: folder.file("ledger.db-shm"),
      withIntermediateDirectories: false
    )
    let database = try Database(path: folder.file("ledger.db"), access: .reading)
    #expect(try database.readLedger().accounts.map(\.customer.id) == ["C1", "C2"])
  }

  @Test("what a program that was killed left half written is undone before reading")
  func interrupted() throws {
    let database = try folder.ledger("INSERT INTO customers (id) VALUES ('C1')")
    // With a small cache half of the transaction is in the file before it ends.
    _ = try database.integer("PRAGMA cache_size = 5")
    try database.execute("BEGIN IMMEDIATE")
    for number in 0..<3_000 {
      try database.execute("INSERT INTO customers (id) VALUES ('half written \(number)')")
    }
    for suffix in ["", "-journal"] {
      try FileManager.default.copyItem(
        atPath: folder.file("ledger.db" + suffix),
        toPath: folder.file("killed.db" + suffix)
      )
    }
    try database.execute("ROLLBACK")
    let killed = try Database(path: folder.file("killed.db"), access: .reading)
    #expect(try killed.readLedger().accounts.map(\.customer.id) == ["C1"])
    #expect(throws: LedgerError.readOnly(path: killed.path)) {
      try killed.execute("DELETE FROM customers")
    }
  }

  @Test("a damaged ledger is called damaged")
  func damaged() throws {
    do {
      let database = try folder.ledger()
      try database.transaction { () throws(LedgerError) in
        for number in 0..<500 {
          try database.execute("INSERT INTO customers (id, name) VALUES ('C\(number)', 'name')")
        }
      }
    }
    var bytes = Array(try Data(contentsOf: URL(filePath: folder.file("ledger.db"))))
    for offset in 8_192..<min(bytes.count, 40_960) { bytes[offset] = 0xA5 }
    let path = try folder.write("damaged.db", bytes)
    #expect {
      try Database(path: path, access: .reading).readLedger()
    } throws: { error in
      guard case .damaged = error as? LedgerError else { return false }
      return true
    }
  }

  @Test("reading sees one state, although another program writes")
  func snapshot() throws {
    let writer = try folder.ledger("INSERT INTO customers (id) VALUES ('C1')")
    _ = try writer.integer("PRAGMA journal_mode = WAL")
    let reader = try Database(path: folder.file("ledger.db"), access: .reading)
    try reader.snapshot { () throws(LedgerError) in
      #expect(try reader.integer("SELECT count(*) FROM customers") == 1)
      try writer.execute("INSERT INTO customers (id) VALUES ('C2')")
      #expect(try reader.integer("SELECT count(*) FROM customers") == 1)
    }
    #expect(try reader.integer("SELECT count(*) FROM customers") == 2)
  }

  @Test(
    "file names that SQLite would take for something else are files",
    arguments: ["a?b#c%41.db", ":memory:"]
  )
  func oddNames(_ name: String) throws {
    let path = folder.file(name)
    try Database(path: path, access: .creating).createSchema()
    #expect(folder.names == [name])
    #expect(try Database(path: path, access: .reading).readLedger().accounts.isEmpty)
  }
}
