import CSQLite

/// A prepared statement: its parameters, and the row it stands on.
///
/// Parameters are counted from 1, columns from 0, as SQLite does.
final class Statement {
  private let statement: OpaquePointer
  private let database: Database

  /// Takes over a statement that SQLite prepared.
  init(_ statement: OpaquePointer, of database: Database) {
    self.statement = statement
    self.database = database
  }

  deinit {
    sqlite3_finalize(statement)
  }

  /// Goes to the next row; `false` when there is none, after which the statement can run again.
  func step() throws(LedgerError) -> Bool {
    let code = sqlite3_step(statement)
    if code == SQLITE_ROW { return true }
    let failure = code == SQLITE_DONE ? nil : database.failure(code)
    sqlite3_reset(statement)
    if let failure { throw failure }
    return false
  }

  /// Forgets the row the statement stands on, so that it can run again.
  func reset() {
    sqlite3_reset(statement)
  }

  /// Sets a parameter to a text.
  func bind(_ parameter: Int, _ text: String) {
    let count = Int32(clamping: text.utf8.count)
    text.withCString { _ = relance_sqlite3_bind_text(statement, Int32(parameter), $0, count) }
  }

  /// Sets a parameter to a text in UTF-8 whose bytes stay where they are until the statement has
  /// run: nothing is copied.
  func bind(_ parameter: Int, _ text: UnsafeBufferPointer<UInt8>) {
    guard let start = text.baseAddress, !text.isEmpty else { return bind(parameter, "") }
    let count = Int32(clamping: text.count)
    start.withMemoryRebound(to: CChar.self, capacity: text.count) {
      _ = sqlite3_bind_text(statement, Int32(parameter), $0, count, nil)
    }
  }

  /// Sets a parameter to an integer.
  func bind(_ parameter: Int, _ number: Int64) {
    sqlite3_bind_int64(statement, Int32(parameter), number)
  }

  /// Sets a parameter to nothing.
  func bindNull(_ parameter: Int) {
    sqlite3_bind_null(statement, Int32(parameter))
  }

  /// What is stored in a column of this row.
  func storage(_ column: Int32) -> StorageClass {
    StorageClass(code: sqlite3_column_type(statement, column))
  }

  /// A column as an integer, converted as SQLite does.
  func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(statement, column) }

  /// The bytes of a column as text; they stay valid until the next step.
  func bytes(_ column: Int32) -> UnsafeBufferPointer<UInt8> {
    // The column is looked up once.
    let value = sqlite3_column_value(statement, column)
    let start = sqlite3_value_text(value)
    return UnsafeBufferPointer(start: start, count: Int(sqlite3_value_bytes(value)))
  }

  /// The values of this row, valid until the next step.
  func values(count: Int) -> [OpaquePointer?] {
    (0..<Int32(clamping: count)).map { sqlite3_column_value(statement, $0) }
  }

  /// A column as text, ill-formed bytes repaired.
  func text(_ column: Int32) -> String {
    String(decoding: bytes(column), as: UTF8.self)
  }

  /// The names of the columns of the result.
  var columnNames: [String] {
    (0..<sqlite3_column_count(statement)).map { column in
      sqlite3_column_name(statement, column).map { String(cString: $0) } ?? ""
    }
  }
}

/// What SQLite can store in a column.
enum StorageClass {
  case null
  case integer
  case real
  case text
  case blob

  init(code: Int32) {
    switch code {
    case SQLITE_INTEGER: self = .integer
    case SQLITE_FLOAT: self = .real
    case SQLITE_TEXT: self = .text
    case SQLITE_BLOB: self = .blob
    default: self = .null
    }
  }
}
