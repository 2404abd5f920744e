import CSQLite

/// What a connection may do.
public enum DatabaseAccess: Sendable {
  /// Read an existing file, which may lie on a read-only medium.
  case reading
  /// Read and change an existing file.
  case writing
  /// Read and change a file that is created if there is none.
  case creating
}

/// A connection to a SQLite file, used by one thread at a time.
///
/// Every failure is told as a `LedgerError` that names the file.
public final class Database {
  /// The file as the user named it.
  public let path: String

  private var handle: OpaquePointer?

  private let patience: Int32

  /// Opens a file and makes sure that it is a database.
  ///
  /// A database that another program keeps locked is waited for, `seconds` long.
  public init(
    path: String,
    access: DatabaseAccess,
    patience seconds: Int = 5
  ) throws(LedgerError) {
    self.path = path
    patience = Int32(clamping: 1_000 * Int64(min(max(seconds, 0), 86_400)))
    switch access {
    case .reading:
      guard FileStatus(path: path).isFile else { throw .noSuchFile(path: path) }
      try openForReading()
    case .writing:
      guard FileStatus(path: path).isFile else { throw .noSuchFile(path: path) }
      try open(fileName, SQLITE_OPEN_READWRITE)
    case .creating:
      try open(fileName, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)
    }
  }

  deinit {
    sqlite3_close_v2(handle)
  }

  /// The name SQLite is given: a path that it cannot take for a URI or a database in memory.
  private var fileName: String { path.hasPrefix("/") ? path : "./" + path }

  private func openForReading() throws(LedgerError) {
    do {
      try open(fileName, SQLITE_OPEN_READONLY)
    } catch let error {
      switch error {
      case .readOnly:
        // A program was stopped while it was writing. Whoever may write undoes what it left.
        try open(fileName, SQLITE_OPEN_READWRITE)
        try open(fileName, SQLITE_OPEN_READONLY)
      case .cannotOpen where FileStatus(path: path + "-wal").size ?? 0 == 0:
        // A write-ahead database wants to create a file beside itself even to be read. Where nobody
        // can, and nothing is left in the log, nobody can change it either.
        let name = "file:\(percentEncoded(fileName))?immutable=1"
        try open(name, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI)
      case _: throw error
      }
    }
  }

  private func open(_ name: String, _ flags: Int32) throws(LedgerError) {
    sqlite3_close_v2(handle)
    handle = nil
    let code = sqlite3_open_v2(name, &handle, flags | SQLITE_OPEN_NOMUTEX, nil)
    guard code == SQLITE_OK, handle != nil else { throw failure(code) }
    sqlite3_extended_result_codes(handle, 1)
    sqlite3_busy_timeout(handle, patience)
    // SQLite looks into the file only when it is first asked something.
    _ = try integer("SELECT count(*) FROM sqlite_master")
  }

  /// Prepares a statement; `nil` if the text is not one statement that this database understands.
  func prepareIfValid(_ sql: String) -> Statement? {
    try? prepare(sql)
  }

  /// Prepares a statement.
  func prepare(_ sql: String) throws(LedgerError) -> Statement {
    var statement: OpaquePointer?
    let code = sqlite3_prepare_v2(handle, sql, -1, &statement, nil)
    guard code == SQLITE_OK, let statement else { throw failure(code) }
    return Statement(statement, of: self)
  }

  /// Runs a statement that gives no rows.
  func execute(_ sql: String) throws(LedgerError) {
    let statement = try prepare(sql)
    while try statement.step() {}
  }

  /// The first value of the first row of a query as an integer; 0 without rows.
  func integer(_ sql: String) throws(LedgerError) -> Int64 {
    let statement = try prepare(sql)
    return try statement.step() ? statement.integer(0) : 0
  }

  /// Runs a piece of work that takes effect as a whole or, when it throws, not at all.
  ///
  /// The lock for writing is taken at once, so that two programs wait for each other instead of
  /// failing halfway.
  func transaction<Result>(
    _ work: () throws(LedgerError) -> Result
  ) throws(LedgerError) -> Result {
    try execute("BEGIN IMMEDIATE")
    do {
      let result = try work()
      try execute("COMMIT")
      return result
    } catch let error {
      try? execute("ROLLBACK")
      throw error
    }
  }

  /// Runs a piece of reading that sees one state of the database throughout.
  func snapshot<Result>(_ work: () throws(LedgerError) -> Result) throws(LedgerError) -> Result {
    try execute("BEGIN")
    defer { try? execute("COMMIT") }
    return try work()
  }

  /// The identifier SQLite gave to the last inserted row.
  var lastInsertedRow: Int64 { sqlite3_last_insert_rowid(handle) }

  /// How many rows the last statement changed.
  var changedRows: Int { Int(sqlite3_changes(handle)) }

  /// What a name stands for in the database; `nil` if nothing has it.
  func relation(named name: String) throws(LedgerError) -> Relation? {
    let statement = try prepare(
      "SELECT type FROM sqlite_master WHERE name = ? COLLATE NOCASE AND type IN ('table', 'view')"
    )
    statement.bind(1, name)
    guard try statement.step() else { return nil }
    return statement.text(0) == "view" ? .view : .table
  }

  /// The columns of a table or view, as they are written there.
  func columnNames(of relation: String) throws(LedgerError) -> [String] {
    try prepare("SELECT * FROM \(quoted(relation)) LIMIT 0").columnNames
  }

  /// How many arguments a function can have.
  var mostArguments: Int { Int(sqlite3_limit(handle, SQLITE_LIMIT_FUNCTION_ARG, -1)) }

  /// Defines an aggregate of any number of arguments, or takes it away; `false` if it is in use.
  func define(
    aggregate name: String,
    _ data: UnsafeMutableRawPointer?,
    step: SQLFunction?,
    end: (@convention(c) (OpaquePointer?) -> Void)?
  ) -> Bool {
    sqlite3_create_function(handle, name, -1, SQLITE_UTF8, data, nil, step, end) == SQLITE_OK
  }

  /// The error that a result code stands for.
  func failure(_ code: Int32) -> LedgerError {
    let words = handle.flatMap { sqlite3_errmsg($0) } ?? sqlite3_errstr(code)
    return LedgerError(
      code: code,
      systemCode: sqlite3_system_errno(handle),
      path: path,
      words: words.map { String(cString: $0) } ?? ""
    )
  }
}

/// A function that SQLite calls with the values of its arguments.
typealias SQLFunction =
  @convention(c) (
    _ context: OpaquePointer?, _ count: Int32, _ values: UnsafeMutablePointer<OpaquePointer?>?
  ) -> Void

/// What a name in a database can stand for.
enum Relation {
  case table
  case view
}

/// A name as SQL wants it, whatever is in it.
func quoted(_ name: String) -> String {
  var result = "\""
  for character in name.unicodeScalars {
    if character == "\"" { result += "\"" }
    result.unicodeScalars.append(character)
  }
  return result + "\""
}

private func percentEncoded(_ path: String) -> String {
  var result = ""
  for character in path.unicodeScalars {
    switch character {
    case "%": result += "%25"
    case "?": result += "%3f"
    case "#": result += "%23"
    case _: result.unicodeScalars.append(character)
    }
  }
  return result
}
