import CSQLite

/// The rows of a query, or of a piece of them, which are shown one after the other.
///
/// SQLite hands each row to a function of ours as the arguments of an aggregate: the values need
/// not be asked for one by one and are looked at where they lie, which takes little more than half
/// the time of stepping from row to row.
struct TableRows {
  /// The question.
  let query: TableQuery
  private let database: Database
  private let piece: ClosedRange<Int64>?

  /// The rows of a query, or of a piece of them.
  init(_ database: Database, _ query: TableQuery, piece: ClosedRange<Int64>? = nil) {
    self.query = query
    self.database = database
    self.piece = piece
  }

  /// The rows of a table that pass a filter; no rows if the ledger does not have the table.
  init?(
    _ database: Database,
    _ table: LedgerTable,
    filter: RowFilter = .all
  ) throws(LedgerError) {
    guard let query = try TableQuery(database, table, filter: filter) else { return nil }
    self.init(database, query)
  }

  /// The place of a column of the ledger in the rows.
  func slot(_ name: ColumnName) -> TableRow.Slot { query.slot(name) }

  /// About how many rows there are at most, where that is known.
  var mostRows: Int {
    piece.map { min(Int(clamping: $0.upperBound - $0.lowerBound + 1), 1 << 20) } ?? 0
  }

  /// Shows every row.
  ///
  /// - Throws: Why the rows cannot be read, or what was thrown about one of them, which is the last
  ///   then.
  func show(to take: (TableRow) throws(LedgerError) -> Void) throws(LedgerError) {
    try withoutActuallyEscaping(take) { take throws(LedgerError) in
      var taker = RowTaker(query: query, take: take)
      try withUnsafeMutablePointer(to: &taker) { taker throws(LedgerError) in
        do throws(LedgerError) {
          try hand(to: taker)
        } catch {
          throw taker.pointee.failure ?? error
        }
      }
    }
  }

  private func hand(to taker: UnsafeMutablePointer<RowTaker>) throws(LedgerError) {
    let width = query.columns.count + 1
    if width <= database.mostArguments, database.handRows(to: taker) {
      defer { database.handRowsToNobody() }
      let statement = try query.statement(database, handing: handingFunction, piece: piece)
      while try statement.step() {}
      return
    }
    // There are more columns than a function can have arguments, or this is within another query.
    let statement = try query.statement(database, piece: piece)
    while try statement.step() {
      var values = statement.values(count: width)
      values.withUnsafeMutableBufferPointer { values in
        if let values = values.baseAddress { taker.pointee.show(values) }
      }
      if let failure = taker.pointee.failure { throw failure }
    }
  }

  /// The error of a row that was shown before, by its number among them.
  func failure(
    ofRow ordinal: Int,
    _ failure: (TableRow) throws(LedgerError) -> LedgerError
  ) -> LedgerError {
    do throws(LedgerError) {
      try show { row throws(LedgerError) in
        if row.ordinal == ordinal { throw try failure(row) }
      }
    } catch {
      return error
    }
    return .damaged(path: database.path, words: "row \(ordinal) is gone")
  }
}

/// Takes the rows that SQLite hands over.
private struct RowTaker {
  private let query: TableQuery
  private let take: (TableRow) throws(LedgerError) -> Void
  private var count = 0
  private(set) var hasFailed = false
  private(set) var failure: LedgerError?

  init(query: TableQuery, take: @escaping (TableRow) throws(LedgerError) -> Void) {
    self.query = query
    self.take = take
  }

  mutating func show(_ values: UnsafeMutablePointer<OpaquePointer?>) {
    count += 1
    do throws(LedgerError) {
      try take(TableRow(query: query, ordinal: count, values: values))
    } catch {
      hasFailed = true
      failure = error
    }
  }
}

/// The name of our function in SQL.
private let handingFunction = "relance_row"

extension Database {
  /// Makes SQLite hand rows to a taker; `false` if it has rows of another query under way.
  fileprivate func handRows(to taker: UnsafeMutablePointer<RowTaker>) -> Bool {
    define(
      aggregate: handingFunction,
      taker,
      step: { context, _, values in
        guard let values, let data = sqlite3_user_data(context) else { return }
        let taker = data.assumingMemoryBound(to: RowTaker.self)
        taker.pointee.show(values)
        // Whatever the words, SQLite ends the query.
        if taker.pointee.hasFailed { sqlite3_result_error(context, "", 0) }
      },
      end: { sqlite3_result_null($0) }
    )
  }

  fileprivate func handRowsToNobody() {
    _ = define(aggregate: handingFunction, nil, step: nil, end: nil)
  }
}
