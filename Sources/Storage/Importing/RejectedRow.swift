/// A row of a file that cannot be taken, and why.
struct RejectedRow {
  /// The row as read.
  let record: CSVRecord
  /// What is wrong with it.
  let problems: [RowProblem]

  init(
    _ record: CSVRecord,
    of file: FileReading,
    _ problems: [(part: RowPart, reason: RowReason)]
  ) {
    self.record = record
    self.problems = problems.map { part, reason in
      let (column, value) = RejectedRow.place(part, record, file)
      return RowProblem(
        table: file.table,
        path: file.path,
        row: record.row,
        column: column,
        value: value,
        reason: reason
      )
    }
  }

  /// The header a part of a row stands under, and what stands there.
  private static func place(
    _ part: RowPart,
    _ record: CSVRecord,
    _ file: FileReading
  ) -> (column: String?, value: String) {
    switch part {
    case .whole: return (nil, "")
    case .column(let column):
      let binding = file.match.binding(column)
      return (binding?.header ?? column.rawValue, binding.map { record.text($0.field) } ?? "")
    case .identity:
      let bindings = file.table.identity.compactMap { file.match.binding($0) }
      return (
        bindings.first?.header, bindings.map { record.text($0.field) }.joined(separator: ", ")
      )
    }
  }
}
