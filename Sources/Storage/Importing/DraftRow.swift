import Receivables

/// The columns of the ledger that an import writes, and where they are in its rows.
struct WrittenColumns {
  /// The columns as SQL names them.
  let names: [String]

  private let places: [ColumnName: Int]

  /// The columns a file fills, and those that are filled for it.
  init(_ match: HeaderMatch, _ table: LedgerTable, own: [String]) {
    let completed: [ColumnName] =
      switch table {
      case .invoices: [.dueOn, .currency]
      case .reminders: table.columns.map(\.name)
      case .customers, .contacts, .payments, .disputes, .promises, .holds, .exchangeRates: []
      }
    let bound = match.bindings.filter(\.column.isStored).map(\.column.name)
    let wanted = Set(bound + completed + table.identity)
    let columns = table.columns.map(\.name).filter(wanted.contains)
    names = columns.map(\.rawValue) + own
    places = Dictionary(uniqueKeysWithValues: columns.enumerated().map { ($0.element, $0.offset) })
  }

  /// The place of a column; `nil` if it is not written.
  func place(_ column: ColumnName) -> Int? { places[column] }

  /// The place of a column of the company's own.
  func ownPlace(_ index: Int) -> Int { places.count + index }
}

/// A row of a file on its way into the ledger.
struct DraftRow {
  /// The row as read.
  let record: CSVRecord
  /// What is to be written, in the order of the written columns.
  private(set) var values: [StoredValue]
  /// What is wrong with the row.
  private(set) var problems: [RowProblem] = []

  private let file: FileReading
  private let columns: WrittenColumns
  /// What columns say that are read but not written.
  private var unwritten: [ColumnName: StoredValue] = [:]

  init(_ record: CSVRecord, _ file: FileReading, _ columns: WrittenColumns) {
    self.record = record
    self.file = file
    self.columns = columns
    values = [StoredValue](repeating: .null, count: columns.names.count)
  }

  /// The value of a column.
  subscript(column: ColumnName) -> StoredValue {
    get { columns.place(column).map { values[$0] } ?? unwritten[column] ?? .null }
    set {
      if let place = columns.place(column) {
        values[place] = newValue
      } else {
        unwritten[column] = newValue
      }
    }
  }

  /// The text of a column; `nil` if it is absent.
  func text(_ column: ColumnName) -> String? {
    guard case .text(let text) = self[column] else { return nil }
    return text
  }

  /// The day of a column; `nil` if it is absent.
  func date(_ column: ColumnName) -> CalendarDate? {
    text(column).flatMap { CalendarDate(isoBytes: $0.utf8) }
  }

  /// Sets a column unless the file said something.
  mutating func fill(_ column: ColumnName, _ value: StoredValue) {
    if self[column] == .null { self[column] = value }
  }

  /// Sets a column of the company's own.
  mutating func setOwn(_ index: Int, _ text: String) {
    values[columns.ownPlace(index)] = text.isEmpty ? .null : .text(text)
  }

  /// Notes that something is wrong with a column.
  mutating func reject(_ column: ColumnName, _ reason: RowReason) {
    let binding = file.match.binding(column)
    add(
      column: binding?.header ?? column.rawValue,
      value: binding.map { record.text($0.field) } ?? "",
      reason
    )
  }

  /// Notes that something is wrong with the row as a whole.
  mutating func reject(_ reason: RowReason) {
    add(column: nil, value: "", reason)
  }

  /// Notes that a row of these identifying values cannot be written.
  mutating func rejectIdentity(_ reason: RowReason) {
    let bindings = file.table.identity.compactMap { file.match.binding($0) }
    add(
      column: bindings.first?.header,
      value: bindings.map { record.text($0.field) }.joined(separator: ", "),
      reason
    )
  }

  private mutating func add(column: String?, value: String, _ reason: RowReason) {
    problems.append(
      RowProblem(
        table: file.table,
        path: file.path,
        row: record.row,
        column: column,
        value: value,
        reason: reason
      )
    )
  }
}
