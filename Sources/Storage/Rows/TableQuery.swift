/// The question for the rows of a table: which columns, and which rows.
///
/// A column that the table does not have, or that nobody wants, is not asked for.
final class TableQuery: Sendable {
  /// The table.
  let table: LedgerTable
  /// The columns of the result as they are written in the database.
  let columns: [String]
  /// Whether rows have a number of their own; views, and tables made without it, have none.
  let hasRowid: Bool
  /// More rows than these cannot be there, or are not made room for at once.
  let mostRows: Int
  private let source: String
  private let filter: RowFilter

  /// The question for a table; `nil` if the ledger does not have it.
  ///
  /// - Parameters:
  ///   - database: The ledger.
  ///   - table: The table.
  ///   - isWanted: Which columns are of use; those without which the ledger is none are always
  ///     looked for.
  ///   - extraColumns: Columns as they are written in the database, behind those of the ledger.
  ///   - filter: Which rows.
  /// - Throws: What the ledger lacks.
  init?(
    _ database: Database,
    _ table: LedgerTable,
    where isWanted: (ColumnName) -> Bool = { _ in true },
    extraColumns: [String] = [],
    filter: RowFilter = .all
  ) throws(LedgerError) {
    guard try database.relation(named: table.rawValue) != nil else {
      guard !table.isRequired else { throw .missingTable(table) }
      return nil
    }
    let found = try database.columnNames(of: table.rawValue)
    let foundLowercased = Set(found.map { $0.lowercased() })
    var columns: [String] = []
    for column in table.columns where column.isStored {
      if !foundLowercased.contains(column.name.rawValue) {
        guard !column.isRequiredInLedger else {
          throw .missingColumn(table, column.name, found: found)
        }
      } else if isWanted(column.name) {
        columns.append(column.name.rawValue)
      }
    }
    self.table = table
    self.columns = columns + extraColumns
    self.filter = filter
    source = table.rawValue
    // A row takes four bytes at least.
    let bytes = try database.integer("PRAGMA page_count")
      .multipliedReportingOverflow(by: try database.integer("PRAGMA page_size"))
    mostRows = bytes.overflow ? 1 << 20 : min(Int(clamping: bytes.partialValue / 4), 1 << 20)
    hasRowid = database.prepareIfValid("SELECT rowid FROM \(table.rawValue)") != nil
  }

  /// The rows, or those of a piece, from their first on.
  ///
  /// - Parameters:
  ///   - database: The ledger.
  ///   - function: A function of many arguments to which the columns of all rows are handed; the
  ///     result is one row that says nothing then. Otherwise the `rowid` stands before the columns.
  ///   - piece: The numbers of the rows; `nil` for all of them.
  /// - Returns: The statement, before its first row.
  /// - Throws: Why the database does not understand it.
  func statement(
    _ database: Database,
    handing function: String? = nil,
    piece: ClosedRange<Int64>? = nil
  ) throws(LedgerError) -> Statement {
    var conditions = filter.condition.map { [$0] } ?? []
    if piece != nil { conditions.append("rowid BETWEEN ?2 AND ?3") }
    let values = columns.map(quoted).joined(separator: ", ")
    let number = hasRowid ? "rowid" : "0"
    let result = function.map { "\($0)(\(values))" } ?? "\(number), \(values)"
    var text = "SELECT \(result) FROM \(source)"
    if !conditions.isEmpty { text += " WHERE " + conditions.joined(separator: " AND ") }
    let statement = try database.prepare(text)
    if let parameter = filter.parameter { statement.bind(1, parameter) }
    if let piece {
      statement.bind(2, piece.lowerBound)
      statement.bind(3, piece.upperBound)
    }
    return statement
  }

  /// About so many pieces of the rows by their numbers, in order; one piece where rows have no
  /// numbers, or are filtered and so few.
  func pieces(_ database: Database, count: Int) throws(LedgerError) -> [ClosedRange<Int64>?] {
    guard count > 1, let numbers = try numbers(database) else { return [nil] }
    let (first, last) = (numbers.lowerBound, numbers.upperBound)
    let (span, overflow) = last.subtractingReportingOverflow(first)
    guard !overflow, span >= Int64(count) * 256 else { return [nil] }
    let step = span / Int64(count) + 1
    var pieces: [ClosedRange<Int64>?] = []
    var start = first
    // Steps are rounded up, so that the last pieces may be empty; nothing is added beyond the end.
    while last - start >= step {
      pieces.append(start...(start + step - 1))
      start += step
    }
    pieces.append(start...last)
    return pieces
  }

  /// From which number to which the rows are numbered; `nil` where they have no numbers, or are
  /// filtered and so few.
  func numbers(_ database: Database) throws(LedgerError) -> ClosedRange<Int64>? {
    guard hasRowid, filter.condition == nil else { return nil }
    let first = try database.integer("SELECT min(rowid) FROM \(source)")
    let last = try database.integer("SELECT max(rowid) FROM \(source)")
    return first <= last ? first...last : nil
  }
}

/// Which rows of a table are read.
struct RowFilter: Sendable {
  /// What holds of the rows, with at most the parameter `?1`; `nil` for all rows.
  let condition: String?
  /// The value of the parameter.
  let parameter: String?

  /// All rows.
  static let all = RowFilter(condition: nil, parameter: nil)
}
