/// A value as it is written into the ledger.
enum StoredValue: Hashable {
  case null
  case integer(Int64)
  case text(String)
}

/// What became of a row.
enum WriteOutcome: Hashable {
  /// It is new.
  case inserted
  /// It is new, and says the same as an earlier row of the file.
  case insertedAgain
  /// The ledger's row took over what it says.
  case updated
  /// The ledger has it just so.
  case unchanged
  /// An earlier row of the file is about the same and says the same.
  case said
  /// An earlier row of the file is about the same and says something else, or says it where nothing
  /// may be said twice.
  case repeated(row: Int)
  /// The ledger has it already, and must not be changed.
  case refused
}

/// Writes the rows of one file into a table.
///
/// Which rows were written by this import is kept in a temporary table, so that a file of any size
/// is checked against itself and against the ledger without being held in memory.
struct TableWriter {
  private let database: Database
  private let existingRows: ImportOptions.ExistingRows
  /// Where in a row the columns are that tell it from others.
  private let identity: [Int]
  /// Where in a row the other columns are.
  private let rest: [Int]

  private let findStatement: Statement
  private let insertStatement: Statement
  /// `nil` if all columns tell a row from others: there is nothing to update.
  private let updateStatement: Statement?
  private let touchStatement: Statement
  private let compareStatement: Statement
  /// Whether a file may say the same of the same more than once: exports with a line for each
  /// invoice repeat their customers.
  private let allowsRepetition: Bool
  /// Whether rows are only ever added.
  private let isHistory: Bool

  /// A writer of some columns of a table.
  init(
    _ database: Database,
    _ table: LedgerTable,
    columns: [String],
    _ existingRows: ImportOptions.ExistingRows
  ) throws(LedgerError) {
    self.database = database
    self.existingRows = existingRows
    let identityNames = table.identity.map(\.rawValue)
    identity = identityNames.compactMap { columns.firstIndex(of: $0) }
    let identity = identity
    rest = columns.indices.filter { !identity.contains($0) }
    try database.execute(
      "CREATE TEMP TABLE IF NOT EXISTS touched (target INTEGER PRIMARY KEY, file_row INTEGER)"
    )
    try database.execute("DELETE FROM temp.touched")
    let name = "main.\(table.rawValue)"
    let names = columns.map(quoted)
    findStatement = try database.prepare(
      """
      SELECT rowid, (SELECT file_row FROM temp.touched WHERE target = \(table.rawValue).rowid)
      FROM \(name) WHERE \(identity.map { "\(names[$0]) IS ?" }.joined(separator: " AND "))
      """
    )
    insertStatement = try database.prepare(
      """
      INSERT INTO \(name) (\(names.joined(separator: ", ")))
      VALUES (\(names.map { _ in "?" }.joined(separator: ", ")))
      """
    )
    isHistory = table == .reminders
    allowsRepetition = table == .customers || table == .contacts
    compareStatement = try database.prepare(
      """
      SELECT 1 FROM \(name) WHERE \(names.map { "\($0) IS ?" }.joined(separator: " AND "))
      AND rowid = ?\(names.count + 1)
      """
    )
    touchStatement = try database.prepare("INSERT INTO temp.touched VALUES (?, ?)")
    if rest.isEmpty {
      updateStatement = nil
    } else {
      let parameters = rest.enumerated().map { (names[$0.element], "?\($0.offset + 1)") }
      updateStatement = try database.prepare(
        """
        UPDATE \(name) SET \(parameters.map { "\($0) = \($1)" }.joined(separator: ", "))
        WHERE rowid = ?\(rest.count + 1)
        AND (\(parameters.map { "\($0) IS NOT \($1)" }.joined(separator: " OR ")))
        """
      )
    }
  }

  /// Writes a row of the file, unless the ledger has it already and must not be changed.
  func write(_ values: [StoredValue], fileRow: Int) throws(LedgerError) -> WriteOutcome {
    let found = try find(values)
    if let known = found.first(where: { $0.fileRow == nil }) {
      switch existingRows {
      case .refused: return .refused
      case .updated:
        try touch(known.rowid, fileRow)
        return isHistory ? .unchanged : try update(known.rowid, values)
      }
    }
    // Two equal payments can both be true; two invoices of one number cannot.
    if updateStatement != nil, let earlier = found.first, let row = earlier.fileRow {
      guard allowsRepetition, try says(earlier.rowid, values) else { return .repeated(row: row) }
      return .said
    }
    bind(values, Array(values.indices), to: insertStatement)
    _ = try insertStatement.step()
    try touch(database.lastInsertedRow, fileRow)
    return found.isEmpty ? .inserted : .insertedAgain
  }

  /// The rows of the ledger that are about the same, and the rows of the file that wrote them.
  private func find(
    _ values: [StoredValue]
  ) throws(LedgerError) -> [(rowid: Int64, fileRow: Int?)] {
    bind(values, identity, to: findStatement)
    var found: [(rowid: Int64, fileRow: Int?)] = []
    while try findStatement.step() {
      let isTouched = findStatement.storage(1) == .integer
      found.append(
        (findStatement.integer(0), isTouched ? Int(clamping: findStatement.integer(1)) : nil)
      )
    }
    return found
  }

  private func update(
    _ rowid: Int64,
    _ values: [StoredValue]
  ) throws(LedgerError) -> WriteOutcome {
    guard let updateStatement else { return .unchanged }
    bind(values, rest, to: updateStatement)
    updateStatement.bind(rest.count + 1, rowid)
    _ = try updateStatement.step()
    return database.changedRows == 0 ? .unchanged : .updated
  }

  /// Whether a row of the ledger says all of this already.
  private func says(_ rowid: Int64, _ values: [StoredValue]) throws(LedgerError) -> Bool {
    bind(values, Array(values.indices), to: compareStatement)
    compareStatement.bind(values.count + 1, rowid)
    defer { compareStatement.reset() }
    return try compareStatement.step()
  }

  private func touch(_ rowid: Int64, _ fileRow: Int) throws(LedgerError) {
    touchStatement.bind(1, rowid)
    touchStatement.bind(2, Int64(fileRow))
    _ = try touchStatement.step()
  }

  private func bind(_ values: [StoredValue], _ places: [Int], to statement: Statement) {
    for (parameter, place) in places.enumerated() {
      switch values[place] {
      case .null: statement.bindNull(parameter + 1)
      case .integer(let number): statement.bind(parameter + 1, number)
      case .text(let text): statement.bind(parameter + 1, text)
      }
    }
  }
}
