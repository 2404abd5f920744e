import CSQLite
import Diagnostics
import Receivables

/// A row of a table or view, and its values as the ledger defines them; valid while it is shown.
///
/// A column that the table does not have reads as absent, as do `NULL` and blank text. Every value
/// that is not what it should be throws an error that names table, column and row.
struct TableRow {
  /// A column of the rows; its number among them, or -1 where it is not.
  struct Slot {
    fileprivate let column: Int
    /// Its name, unless a scenario file gave it.
    fileprivate var name: ColumnName?

    /// Whether the column is among those of the rows.
    var isRead: Bool { column >= 0 }
  }

  /// The question it answers, which outlives the row; counting references to it for every row would
  /// cost as much as reading some columns.
  unowned(unsafe) let query: TableQuery
  /// The row's number among all that are shown, from 1.
  let ordinal: Int
  /// The row's own number in the database, where it was asked for.
  let number: OpaquePointer?
  /// The values of the columns.
  let values: UnsafeMutablePointer<OpaquePointer?>

  /// The error of a value in this row.
  func failure(_ slot: Slot, _ value: InvalidValue) -> LedgerError {
    let isNumbered =
      query.hasRowid && number.map { sqlite3_value_type($0) == SQLITE_INTEGER } ?? false
    let rowid = isNumbered ? sqlite3_value_int64(number) : nil
    return .invalidValue(
      LedgerPlace(
        table: query.table.rawValue,
        column: slot.name?.rawValue ?? query.columns[slot.column],
        row: rowid.map { .rowid($0) } ?? .ordinal(ordinal),
        identifier: identifier
      ),
      value
    )
  }

  /// Whom the row is about: the first column that says so.
  private var identifier: String? {
    for name in [ColumnName.id, .invoiceID, .customerID, .currency] {
      let column = query.slot(name).column
      guard column >= 0 else { continue }
      let bytes = content(column).bytes
      if !bytes.isEmpty { return String(decoding: bytes, as: UTF8.self) }
    }
    return nil
  }

  /// What is stored in a column of the row.
  func storage(_ slot: Slot) -> StorageClass {
    slot.column >= 0 ? storage(slot.column) : .null
  }

  private func storage(_ column: Int) -> StorageClass {
    StorageClass(code: sqlite3_value_type(values[column]))
  }

  /// What is stored in a column, and its bytes as text.
  @inline(__always)
  private func content(
    _ column: Int
  ) -> (storage: StorageClass, bytes: UnsafeBufferPointer<UInt8>) {
    let value = values[column]
    let storage = StorageClass(code: sqlite3_value_type(value))
    guard storage != .null else { return (.null, UnsafeBufferPointer(start: nil, count: 0)) }
    let start = sqlite3_value_text(value)
    return (storage, UnsafeBufferPointer(start: start, count: Int(sqlite3_value_bytes(value))))
  }

  /// A column as a 64-bit integer, converted as SQLite does.
  func rawInteger(_ slot: Slot) -> Int64 { sqlite3_value_int64(values[slot.column]) }

  /// A column as a floating-point number, converted as SQLite does.
  func rawReal(_ slot: Slot) -> Double { sqlite3_value_double(values[slot.column]) }

  /// The bytes of a value, valid while the row is; `nil` if it is absent.
  @inline(__always)
  func bytes(_ slot: Slot) throws(LedgerError) -> UnsafeBufferPointer<UInt8>? {
    guard slot.column >= 0 else { return nil }
    let (storage, bytes) = content(slot.column)
    guard storage != .blob else { throw failure(slot, .notText) }
    guard let first = bytes.first else { return nil }
    if first == UInt8(ascii: " "), bytes.allSatisfy({ $0 == UInt8(ascii: " ") }) { return nil }
    return bytes
  }

  /// The bytes of a text, which are well-formed UTF-8; `nil` if it is absent.
  func textBytes(_ slot: Slot) throws(LedgerError) -> UnsafeBufferPointer<UInt8>? {
    guard let bytes = try bytes(slot) else { return nil }
    // Most texts are ASCII, for which the general check is several times too slow.
    if bytes.isASCII { return bytes }
    guard String(validating: bytes, as: UTF8.self) != nil else { throw failure(slot, .notText) }
    return bytes
  }

  /// The bytes of an identifier that must be there.
  func identifier(_ slot: Slot) throws(LedgerError) -> UnsafeBufferPointer<UInt8> {
    guard let bytes = try textBytes(slot) else { throw failure(slot, .absent) }
    return bytes
  }

  /// A text; `nil` if it is absent.
  func text(_ slot: Slot) throws(LedgerError) -> String? {
    try textBytes(slot).map { String(decoding: $0, as: UTF8.self) }
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
    if storage(slot) == .integer { return rawInteger(slot) }
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

  /// A word of a closed list, of which those read before are known; `nil` if it is absent.
  func word<Value>(
    _ slot: Slot,
    of list: WordList<Value>,
    _ known: inout WordCache<Value>
  ) throws(LedgerError) -> Value? {
    guard let bytes = try bytes(slot) else { return nil }
    if let value = known[bytes] { return value }
    guard let value = try word(slot, of: list) else { throw failure(slot, .absent) }
    known.learn(bytes, value)
    return value
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether no byte is that of a character beyond ASCII.
  fileprivate var isASCII: Bool {
    let raw = UnsafeRawBufferPointer(self)
    guard raw.count >= 8 else { return reduce(0, |) < 0x80 }
    // Eight bytes at a time; the last eight may have been looked at in part.
    var all = raw.loadUnaligned(fromByteOffset: raw.count - 8, as: UInt64.self)
    for place in stride(from: 0, to: raw.count - 8, by: 8) {
      all |= raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)
    }
    return all & 0x8080_8080_8080_8080 == 0
  }
}

extension TableQuery {
  /// The place of a column of the ledger in the rows.
  func slot(_ name: ColumnName) -> TableRow.Slot {
    let column = columns.firstIndex(of: name.rawValue)
    return TableRow.Slot(column: column ?? -1, name: name)
  }

  /// The places of the extra columns in the rows, in their order.
  func extraSlots(_ count: Int) -> [TableRow.Slot] {
    (columns.count - count..<columns.count).map { TableRow.Slot(column: $0) }
  }
}

/// The days a ledger may hold.
enum LedgerDates {
  static let range: ClosedRange<CalendarDate> = {
    let first = CalendarDate(year: 1900, month: 1, day: 1) ?? .earliest
    let last = CalendarDate(year: 2199, month: 12, day: 31) ?? .latest
    return first...last
  }()
}
