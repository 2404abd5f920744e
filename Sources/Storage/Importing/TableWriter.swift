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
/// A file is checked against itself and against the ledger without being held in memory: of a row is
/// kept which one of the table it wrote, and of rows that may be told twice a hash.
struct TableWriter {
  /// How it is found out whether a row is there already.
  private enum Way {
    /// By asking before each row is written.
    case asked
    /// By the table itself, which refuses a second row of the same identity.
    case declared
    /// From memory: the table was empty, and what tells a row from others is all it says.
    case remembered
  }

  private let database: Database
  private let existingRows: ImportOptions.ExistingRows
  private let way: Way
  private let columnCount: Int
  /// Where in a row the columns are that tell it from others.
  private let identity: [Int]
  /// Where in a row the other columns are.
  private let rest: [Int]

  private let findStatement: Statement
  private let insertStatement: Statement
  /// `nil` if all columns tell a row from others: there is nothing to update.
  private let updateStatement: Statement?
  private let compareStatement: Statement
  /// Whether a file may say the same of the same more than once: exports with a line for each
  /// invoice repeat their customers.
  private let allowsRepetition: Bool
  /// Whether rows are only ever added.
  private let isHistory: Bool

  private var origins = RowOrigins()
  private var remembered = HashedRecords()
  /// Whether the last row was there already, so that the next one will be too.
  private var expectsKnown = false

  /// A writer of some columns of a table.
  init(
    _ database: Database,
    _ table: LedgerTable,
    columns: [String],
    _ existingRows: ImportOptions.ExistingRows,
    _ making: TableMaking
  ) throws(LedgerError) {
    self.database = database
    self.existingRows = existingRows
    columnCount = columns.count
    let identity = table.identity.compactMap { columns.firstIndex(of: $0.rawValue) }
    self.identity = identity
    rest = columns.indices.filter { !identity.contains($0) }
    way =
      switch making {
      case .other: .asked
      case .own: table.declaresIdentity ? .declared : .asked
      case .ownAndEmpty: table.declaresIdentity ? .declared : rest.isEmpty ? .remembered : .asked
      }
    isHistory = table == .reminders
    allowsRepetition = table == .customers || table == .contacts
    let name = "main.\(table.rawValue)"
    let names = columns.map(quoted)
    let sought = identity.map { "\(names[$0]) IS ?" }.joined(separator: " AND ")
    findStatement = try database.prepare("SELECT rowid FROM \(name) WHERE \(sought)")
    let key = identity.map { names[$0] }.joined(separator: ", ")
    insertStatement = try database.prepare(
      """
      INSERT INTO \(name) (\(names.joined(separator: ", ")))
      VALUES (\(names.map { _ in "?" }.joined(separator: ", ")))
      \(way == .declared ? "ON CONFLICT (\(key)) DO NOTHING" : "")
      """
    )
    compareStatement = try database.prepare(
      """
      SELECT 1 FROM \(name) WHERE \(names.map { "\($0) IS ?" }.joined(separator: " AND "))
      AND rowid = ?\(names.count + 1)
      """
    )
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
  mutating func write(_ row: DraftRow, fileRow: Int) throws(LedgerError) -> WriteOutcome {
    switch way {
    case .asked: return try ask(row, fileRow)
    case .declared:
      if !expectsKnown, try insert(row, fileRow) { return .inserted }
      let outcome = try ask(row, fileRow)
      expectsKnown = outcome != .inserted
      return outcome
    case .remembered:
      let hash = hash(row)
      let earlier = try remembered.find(hash) { (record) throws(LedgerError) in
        try says(Int64(record), row)
      }
      try insert(row, fileRow)
      if earlier != nil { return .insertedAgain }
      remembered.insert(hash, Int(database.lastInsertedRow))
      return .inserted
    }
  }

  /// Looks for what the ledger has before a row is written.
  private mutating func ask(_ row: DraftRow, _ fileRow: Int) throws(LedgerError) -> WriteOutcome {
    let found = try find(row)
    if let known = found.first(where: { $0.fileRow == nil }) {
      switch existingRows {
      case .refused: return .refused
      case .updated:
        origins.note(known.rowid, fileRow)
        return isHistory ? .unchanged : try update(known.rowid, row)
      }
    }
    // Two equal payments can both be true; two invoices of one number cannot.
    if updateStatement != nil, let earlier = found.first, let earlierRow = earlier.fileRow {
      guard allowsRepetition, try says(earlier.rowid, row) else {
        return .repeated(row: earlierRow)
      }
      return .said
    }
    try insert(row, fileRow)
    return found.isEmpty ? .inserted : .insertedAgain
  }

  /// Adds a row; `false` if the table has one of the same identity.
  @discardableResult
  private mutating func insert(_ row: DraftRow, _ fileRow: Int) throws(LedgerError) -> Bool {
    try run(insertStatement, row, 0..<columnCount)
    guard way != .declared || database.changedRows > 0 else { return false }
    origins.note(database.lastInsertedRow, fileRow)
    return true
  }

  /// The rows of the ledger that are about the same, and the rows of the file that wrote them.
  private func find(_ row: DraftRow) throws(LedgerError) -> [(rowid: Int64, fileRow: Int?)] {
    var found: [(rowid: Int64, fileRow: Int?)] = []
    try row.bytes.withUnsafeBufferPointer { (bytes) throws(LedgerError) in
      row.bind(identity, of: bytes, to: findStatement)
      while try findStatement.step() {
        let rowid = findStatement.integer(0)
        found.append((rowid, origins.fileRow(of: rowid)))
      }
    }
    return found
  }

  private func update(_ rowid: Int64, _ row: DraftRow) throws(LedgerError) -> WriteOutcome {
    guard let updateStatement else { return .unchanged }
    updateStatement.bind(rest.count + 1, rowid)
    try run(updateStatement, row, rest)
    return database.changedRows == 0 ? .unchanged : .updated
  }

  /// Whether a row of the ledger says all of this already.
  private func says(_ rowid: Int64, _ row: DraftRow) throws(LedgerError) -> Bool {
    compareStatement.bind(columnCount + 1, rowid)
    defer { compareStatement.reset() }
    return try row.bytes.withUnsafeBufferPointer { (bytes) throws(LedgerError) -> Bool in
      row.bind(0..<columnCount, of: bytes, to: compareStatement)
      return try compareStatement.step()
    }
  }

  private func run(
    _ statement: Statement,
    _ row: DraftRow,
    _ places: some Sequence<Int>
  ) throws(LedgerError) {
    try row.bytes.withUnsafeBufferPointer { (bytes) throws(LedgerError) in
      row.bind(places, of: bytes, to: statement)
      _ = try statement.step()
    }
  }

  private func hash(_ row: DraftRow) -> UInt64 {
    var hasher = Hasher()
    row.bytes.withUnsafeBytes { bytes in
      for place in 0..<columnCount {
        switch row.values[place] {
        case .null: hasher.combine(0 as UInt8)
        case .integer(let number): hasher.combine(number)
        case .text(let start, let end):
          hasher.combine(end - start)
          hasher.combine(bytes: UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
        }
      }
    }
    return UInt64(bitPattern: Int64(hasher.finalize()))
  }
}

extension DraftRow {
  /// Sets the parameters of a statement to the values at some places; the bytes of the row must stay
  /// where they are until the statement has run.
  fileprivate func bind(
    _ places: some Sequence<Int>,
    of bytes: UnsafeBufferPointer<UInt8>,
    to statement: Statement
  ) {
    var parameter = 0
    for place in places {
      parameter += 1
      switch values[place] {
      case .null: statement.bindNull(parameter)
      case .integer(let number): statement.bind(parameter, number)
      case .text(let start, let end):
        statement.bind(parameter, UnsafeBufferPointer(rebasing: bytes[start..<end]))
      }
    }
  }
}
