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

  /// Shows every row.
  ///
  /// - Throws: Why the rows cannot be read, or what was thrown about one of them, which is the last
  ///   then.
  func forEach(_ take: (TableRow) throws(LedgerError) -> Void) throws(LedgerError) {
    try withoutActuallyEscaping(take) { take throws(LedgerError) in
      var taker = RowTaker(query: query, take: take)
      try withUnsafeMutablePointer(to: &taker) { taker throws(LedgerError) in
        if database.handRows(to: taker, count: query.columns.count + 1) {
          defer { database.handRowsToNobody() }
          let statement = try query.statement(database, handing: handingFunction, piece: piece)
          do throws(LedgerError) {
            while try statement.step() {}
          } catch {
            throw taker.pointee.failure ?? error
          }
        } else {
          try step(taker)
        }
      }
    }
  }

  /// Steps from row to row, for more columns than a function can have arguments.
  private func step(_ taker: UnsafeMutablePointer<RowTaker>) throws(LedgerError) {
    let statement = try query.statement(database, piece: piece)
    while try statement.step() {
      var values = statement.values(count: query.columns.count + 1)
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
    var found: LedgerError?
    do throws(LedgerError) {
      try forEach { row throws(LedgerError) in
        if row.ordinal == ordinal { throw try failure(row) }
      }
    } catch {
      found = error
    }
    return found ?? .damaged(path: database.path, words: "row \(ordinal) is gone")
  }
}

/// Takes the rows that SQLite hands over.
private struct RowTaker {
  let query: TableQuery
  let take: (TableRow) throws(LedgerError) -> Void
  var count = 0
  var failure: LedgerError?

  mutating func show(_ values: UnsafeMutablePointer<OpaquePointer?>) {
    count += 1
    do throws(LedgerError) {
      try take(TableRow(query: query, ordinal: count, values: values))
    } catch {
      failure = error
    }
  }
}

/// The name of our function in SQL.
private let handingFunction = "relance_row"

extension Database {
  /// Makes SQLite hand rows to a taker; `false` if it cannot hand over so many values, or has rows
  /// of another query under way.
  fileprivate func handRows(to taker: UnsafeMutablePointer<RowTaker>, count: Int) -> Bool {
    guard count <= mostArguments else { return false }
    return define(
      handingFunction,
      taker,
      step: { context, _, values in
        guard let values, let data = sqlite3_user_data(context) else { return }
        let taker = data.assumingMemoryBound(to: RowTaker.self)
        taker.pointee.show(values)
        // Whatever the words, SQLite ends the query.
        if taker.pointee.failure != nil { sqlite3_result_error(context, "", 0) }
      },
      end: { sqlite3_result_null($0) }
    )
  }

  fileprivate func handRowsToNobody() {
    _ = define(handingFunction, nil, step: nil, end: nil)
  }
}
