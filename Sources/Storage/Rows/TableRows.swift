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
  ///
  /// Room for all of them costs nothing as long as nothing is written there: to make room bit by bit
  /// would copy what is there already.
  var mostRows: Int {
    guard let numbers = piece ?? (try? query.numbers(database)) else { return 0 }
    let (span, overflow) = numbers.upperBound.subtractingReportingOverflow(numbers.lowerBound)
    // The numbers of few rows may lie far apart.
    return overflow ? query.mostRows : 1 + min(Int(clamping: span), query.mostRows)
  }

  /// Shows every row.
  ///
  /// - Throws: Why the rows cannot be read, or what was thrown about one of them, which is the last
  ///   then.
  func show(to take: (TableRow) throws(LedgerError) -> Void) throws(LedgerError) {
    try withoutActuallyEscaping(take) { take throws(LedgerError) in
      var reader = RowShow(show: take)
      try show(to: &reader)
    }
  }

  /// Shows every row to a reader.
  ///
  /// - Throws: Why the rows cannot be read, or what was thrown about one of them, which is the last
  ///   then.
  func show<Reader: RowReader>(to reader: inout Reader) throws(LedgerError) {
    try withUnsafeMutablePointer(to: &reader) { reader throws(LedgerError) in
      var taker = RowTaker(query, reader)
      try withUnsafeMutablePointer(to: &taker) { taker throws(LedgerError) in
        var handing: any RowHanding = HandingToTaker(taker: taker)
        if query.columns.count <= database.mostArguments, database.handRows(&handing) {
          do throws(LedgerError) {
            defer { database.handRowsToNobody() }
            let statement = try query.statement(database, handing: handingFunction, piece: piece)
            while try statement.step() {}
          } catch {
            throw taker.pointee.failure.map(numbered) ?? error
          }
        } else {
          // There are more columns than a function can have arguments, or this is within another
          // query.
          try step(taker)
        }
      }
    }
  }

  /// Steps from row to row.
  private func step<Reader: RowReader>(
    _ taker: UnsafeMutablePointer<RowTaker<Reader>>
  ) throws(LedgerError) {
    let statement = try query.statement(database, piece: piece)
    while try statement.step() {
      var values = statement.values(count: query.columns.count + 1)
      values.withUnsafeMutableBufferPointer { values in
        guard let number = values.baseAddress else { return }
        _ = taker.pointee.take(number + 1, number: number[0])
      }
      if let failure = taker.pointee.failure { throw failure }
    }
  }

  /// An error with the number that its row has in the database, if it has one: to ask for it with
  /// every row would cost more than to look for it once.
  private func numbered(_ failure: LedgerError) -> LedgerError {
    guard query.hasRowid, case .invalidValue(let place, let value) = failure,
      case .ordinal(let ordinal) = place.row, let number = try? rowid(ofRow: ordinal)
    else { return failure }
    return .invalidValue(
      LedgerPlace(
        table: place.table,
        column: place.column,
        row: .rowid(number),
        identifier: place.identifier
      ),
      value
    )
  }

  private func rowid(ofRow ordinal: Int) throws(LedgerError) -> Int64? {
    let statement = try query.statement(database, piece: piece)
    for _ in 0..<ordinal {
      guard try statement.step() else { return nil }
    }
    return statement.storage(0) == .integer ? statement.integer(0) : nil
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

/// Reads rows one after the other.
protocol RowReader {
  /// Reads a row, which is valid meanwhile.
  mutating func take(_ row: TableRow) throws(LedgerError)
}

/// Shows rows to a closure.
private struct RowShow: RowReader {
  let show: (TableRow) throws(LedgerError) -> Void

  func take(_ row: TableRow) throws(LedgerError) { try show(row) }
}

/// Counts rows for a reader and keeps what it throws, which SQLite cannot.
private struct RowTaker<Reader: RowReader> {
  private let query: TableQuery
  private let reader: UnsafeMutablePointer<Reader>
  private var count = 0
  private(set) var failure: LedgerError?

  init(_ query: TableQuery, _ reader: UnsafeMutablePointer<Reader>) {
    self.query = query
    self.reader = reader
  }

  /// Takes a row; `false` if no more are wanted.
  @inline(__always)
  mutating func take(
    _ values: UnsafeMutablePointer<OpaquePointer?>,
    number: OpaquePointer? = nil
  ) -> Bool {
    count += 1
    do throws(LedgerError) {
      try reader.pointee.take(
        TableRow(query: query, ordinal: count, number: number, values: values)
      )
      return true
    } catch {
      failure = error
      return false
    }
  }
}

/// To whom SQLite hands rows.
private protocol RowHanding {
  /// Hands over a row; `false` if no more are wanted.
  func hand(_ values: UnsafeMutablePointer<OpaquePointer?>) -> Bool
}

/// Hands rows to a taker; it is no object, to which a reference would be counted for every row.
private struct HandingToTaker<Reader: RowReader>: RowHanding {
  let taker: UnsafeMutablePointer<RowTaker<Reader>>

  func hand(_ values: UnsafeMutablePointer<OpaquePointer?>) -> Bool { taker.pointee.take(values) }
}

/// The name of our function in SQL.
private let handingFunction = "relance_row"

extension Database {
  /// Makes SQLite hand rows to somebody; `false` if it has rows of another query under way.
  fileprivate func handRows(_ handing: UnsafeMutablePointer<any RowHanding>) -> Bool {
    define(
      aggregate: handingFunction,
      handing,
      step: { context, _, values in
        guard let values, let data = sqlite3_user_data(context) else { return }
        let handing = data.assumingMemoryBound(to: (any RowHanding).self)
        // Whatever the words, SQLite ends the query.
        if !handing.pointee.hand(values) {
          sqlite3_result_error(context, "", 0)
        }
      },
      end: { sqlite3_result_null($0) }
    )
  }

  fileprivate func handRowsToNobody() {
    _ = define(aggregate: handingFunction, nil, step: nil, end: nil)
  }
}
