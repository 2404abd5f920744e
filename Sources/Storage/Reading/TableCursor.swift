import Diagnostics
import Receivables

/// The rows of one table or view, one after the other, and their values as the ledger defines them.
///
/// A column that the table does not have reads as absent, as do `NULL` and blank text. Every value
/// that is not what it should be throws an error that names table, column and row.
struct TableCursor {
  /// A column of the rows; its number in the result.
  struct Slot {
    fileprivate let column: Int32
  }

  private let table: LedgerTable
  private let statement: Statement
  private let names: [String]
  private let hasRowid: Bool
  private var ordinal = 0

  /// The rows of a table that pass a filter; no rows if the ledger does not have the table.
  ///
  /// `extraColumns` are columns as they are written in the database.
  init?(
    _ database: Database,
    _ table: LedgerTable,
    extraColumns: [String] = [],
    filter: RowFilter = .all
  ) throws(LedgerError) {
    guard try database.relation(named: table.rawValue) != nil else {
      guard !table.isRequired else { throw .missingTable(table) }
      return nil
    }
    let stored = table.columns.filter(\.isStored)
    let found = try database.columnNames(of: table.rawValue)
    let foundLowercased = Set(found.map { $0.lowercased() })
    var expressions: [String] = []
    for column in stored {
      if foundLowercased.contains(column.name.rawValue) {
        expressions.append(quoted(column.name.rawValue))
      } else if column.isRequiredInLedger {
        throw .missingColumn(table, column.name, found: found)
      } else {
        expressions.append("NULL")
      }
    }
    expressions += extraColumns.map(quoted)
    let query = "\(expressions.joined(separator: ", ")) FROM \(table.rawValue) \(filter.condition)"
    // Views, and tables made without it, have no rowid.
    let withRowid = database.prepareIfValid("SELECT rowid, \(query)")
    hasRowid = withRowid != nil
    if let withRowid {
      statement = withRowid
    } else {
      statement = try database.prepare("SELECT 0, \(query)")
    }
    if let parameter = filter.parameter { statement.bind(1, parameter) }
    names = ["rowid"] + stored.map(\.name.rawValue) + extraColumns
    self.table = table
  }

  /// Goes to the next row; `false` after the last.
  mutating func next() throws(LedgerError) -> Bool {
    ordinal += 1
    return try statement.step()
  }

  /// The place of a column of the ledger in the rows.
  func slot(_ name: ColumnName) -> Slot {
    Slot(column: Int32(names.firstIndex(of: name.rawValue) ?? 0))
  }

  /// The places of the extra columns in the rows, in their order.
  func extraSlots(_ count: Int) -> [Slot] {
    (names.count - count..<names.count).map { Slot(column: Int32($0)) }
  }

  /// The error of a value in this row.
  func failure(_ slot: Slot, _ value: InvalidValue) -> LedgerError {
    let rowid = hasRowid && statement.storage(0) == .integer ? statement.integer(0) : nil
    return .invalidValue(
      LedgerPlace(
        table: table.rawValue,
        column: names[Int(slot.column)],
        row: rowid.map { .rowid($0) } ?? .ordinal(ordinal),
        identifier: identifier
      ),
      value
    )
  }

  /// Whom the row is about: the first column that says so.
  private var identifier: String? {
    for name in [ColumnName.id, .invoiceID, .customerID, .currency] {
      guard let column = names.firstIndex(of: name.rawValue).map(Int32.init) else { continue }
      let bytes = statement.bytes(column)
      if !bytes.isEmpty { return String(decoding: bytes, as: UTF8.self) }
    }
    return nil
  }

  /// What is stored in a column of the row.
  func storage(_ slot: Slot) -> StorageClass { statement.storage(slot.column) }

  /// A column as a 64-bit integer, converted as SQLite does.
  func rawInteger(_ slot: Slot) -> Int64 { statement.integer(slot.column) }

  /// A column as a floating-point number, converted as SQLite does.
  func rawReal(_ slot: Slot) -> Double { statement.real(slot.column) }

  /// The bytes of a value, valid until the next row; `nil` if it is absent.
  func bytes(_ slot: Slot) throws(LedgerError) -> UnsafeBufferPointer<UInt8>? {
    let (storage, bytes) = statement.content(slot.column)
    guard storage != .blob else { throw failure(slot, .notText) }
    guard let first = bytes.first else { return nil }
    if first == UInt8(ascii: " "), bytes.allSatisfy({ $0 == UInt8(ascii: " ") }) { return nil }
    return bytes
  }

  /// A text; `nil` if it is absent.
  func text(_ slot: Slot) throws(LedgerError) -> String? {
    guard let bytes = try bytes(slot) else { return nil }
    // Most texts are ASCII, for which the general check is several times too slow.
    if bytes.allSatisfy({ $0 < 0x80 }) { return String(decoding: bytes, as: UTF8.self) }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw failure(slot, .notText)
    }
    return text
  }

  /// A text that must be there.
  func requiredText(_ slot: Slot) throws(LedgerError) -> String {
    guard let text = try text(slot) else { throw failure(slot, .absent) }
    return text
  }

  /// A day; `nil` if it is absent.
  func date(_ slot: Slot) throws(LedgerError) -> CalendarDate? {
    guard let bytes = try bytes(slot) else { return nil }
    guard let date = CalendarDate(isoBytes: bytes) else {
      let text = String(decoding: bytes, as: UTF8.self)
      let isTimed = bytes.count > 10 && CalendarDate(isoBytes: bytes.prefix(10)) != nil
      throw failure(slot, isTimed ? .dateWithTime(text) : .notADate(text))
    }
    guard LedgerDates.range.contains(date) else {
      throw failure(slot, .dateOutOfRange(date.description))
    }
    return date
  }

  /// A day that must be there.
  func requiredDate(_ slot: Slot) throws(LedgerError) -> CalendarDate {
    guard let date = try date(slot) else { throw failure(slot, .absent) }
    return date
  }

  /// A number of minor units; `nil` if it is absent.
  func minorUnits(_ slot: Slot) throws(LedgerError) -> Int64? {
    if statement.storage(slot.column) == .integer { return statement.integer(slot.column) }
    guard let bytes = try bytes(slot) else { return nil }
    let text = String(decoding: bytes, as: UTF8.self)
    guard let number = Int64(text) else { throw failure(slot, .notMinorUnits(text)) }
    return number
  }

  /// A number of minor units that must be there.
  func requiredMinorUnits(_ slot: Slot) throws(LedgerError) -> Int64 {
    guard let number = try minorUnits(slot) else { throw failure(slot, .absent) }
    return number
  }

  /// A truth value; `nil` if it is absent.
  func truth(_ slot: Slot) throws(LedgerError) -> Bool? {
    guard let bytes = try bytes(slot) else { return nil }
    if bytes.elementsEqual("0".utf8) { return false }
    if bytes.elementsEqual("1".utf8) { return true }
    throw failure(slot, .notATruthValue(String(decoding: bytes, as: UTF8.self)))
  }

  /// A word of a closed list; `nil` if it is absent.
  func word<Value>(_ slot: Slot, of list: WordList<Value>) throws(LedgerError) -> Value? {
    guard let text = try text(slot) else { return nil }
    guard let value = list[text] else {
      throw failure(slot, .unknownWord(text, allowed: list.allowed))
    }
    return value
  }
}

/// Which rows of a table are read.
struct RowFilter {
  /// A `WHERE` clause with at most the parameter `?1`, or nothing.
  let condition: String
  /// The value of the parameter.
  let parameter: String?

  /// All rows.
  static let all = RowFilter(condition: "", parameter: nil)
}

/// The days a ledger may hold.
enum LedgerDates {
  static let range: ClosedRange<CalendarDate> = {
    let first = CalendarDate(year: 1900, month: 1, day: 1) ?? .earliest
    let last = CalendarDate(year: 2199, month: 12, day: 31) ?? .latest
    return first...last
  }()
}
