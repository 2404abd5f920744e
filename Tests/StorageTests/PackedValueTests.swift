import Receivables
import Testing

@testable import Storage

/// What is packed reads back as it was.
@Suite("Values that are packed")
struct PackedValueTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test("identifiers of every length, which are ordered as their bytes are", arguments: 0...15)
  func identifiers(_ count: Int) throws {
    let longest: [UInt8] = [
      0xC3, 0x89, 0x2D, 0x30, 0x31, 0x7F, 0x01, 0xC3, 0xA9, 0x34, 0x35, 0x7E, 0x02, 0x38, 0x39,
    ]
    let bytes = Array(longest.prefix(count))
    let identifier = try #require(bytes.withUnsafeBufferPointer { Identifier($0) })
    #expect(Array(identifier.text.utf8) == Array(String(decoding: bytes, as: UTF8.self).utf8))
    #expect(!identifier.isLong)
    for place in bytes.indices {
      var other = bytes
      other[place] += 1
      let greater = try #require(other.withUnsafeBufferPointer { Identifier($0) })
      #expect((identifier.high, identifier.low) < (greater.high, greater.low))
    }
  }

  @Test("rows of history that share their kind keep their events and messages apart")
  func reminders() throws {
    let database = try folder.ledger(
      "INSERT INTO customers (id) VALUES ('C1')",
      "INSERT INTO invoices (id, customer_id, due_on, amount_minor) VALUES ('F1', 'C1', '2026-01-31', 1)"
    )
    // In a ledger of somebody else rows of one step may repeat.
    try database.execute("CREATE TABLE history AS SELECT * FROM reminders")
    try database.execute("DROP TABLE reminders")
    try database.execute("ALTER TABLE history RENAME TO reminders")
    let rows = [("", "m1"), ("2026-02-01", "m2"), ("", " "), ("2026-02-03", " "), ("", "m5")]
    for (number, row) in rows.enumerated() {
      try database.execute(
        """
        INSERT INTO reminders VALUES ('F1', 'C1', 'S', 'étape \(number.isMultiple(of: 2))', 35,
        'email', 'relance', 'doux', 'automatique', '2026-02-1\(number)', '\(row.0)', '\(row.1)', 'r')
        """
      )
    }
    let account = try #require(try database.readLedger().accounts.first?.invoices.first)
    #expect(account.reminders.map { $0.occurrence?.description ?? "" } == rows.map(\.0))
    #expect(account.reminders.map { $0.messageID ?? " " } == rows.map(\.1))
    #expect(account.reminders.map(\.step) == (0..<5).map { "étape \($0.isMultiple(of: 2))" })
  }
}
