/// What the values of a file's columns say about how dates and amounts are written there.
///
/// A value such as `1.234` or `04/05/2013` does not tell by itself; the others of its column may.
struct ColumnSurvey {
  /// The decimal marks of the columns where it is known, by field.
  let marks: [Int: DecimalMark]
  /// The headers of the columns whose dates are read with the day first although no date of the
  /// file proves it.
  let assumedDayFirst: [String]

  /// Reads a file once; throws if a column as a whole leaves open what it means.
  init(_ file: FileReading, _ options: ImportOptions) throws(ImportError) {
    var dates = options.dateFormat == nil ? DateColumn.columns(of: file) : []
    var amounts = options.decimalMark == nil ? AmountColumn.columns(of: file) : []
    if !dates.isEmpty || !amounts.isEmpty {
      var rows = try file.rows()
      while try rows.next() {
        guard rows.reader.record.count == file.headers.count,
          file.match.isMeant(rows.reader.record)
        else { continue }
        for index in dates.indices { dates[index].read(rows.reader.record) }
        for index in amounts.indices { amounts[index].read(rows.reader.record) }
      }
    }
    for problem in dates.compactMap(\.problem) + amounts.compactMap(\.problem) {
      throw .column(path: file.path, problem)
    }
    var marks: [Int: DecimalMark] = [:]
    for column in amounts { marks[column.binding.field] = column.mark }
    self.marks = marks
    let isProven = dates.contains(where: \.hasDayFirst)
    assumedDayFirst = isProven ? [] : dates.filter(\.hasOpen).map(\.binding.header)
  }
}

/// What the dates of a column say about the order of day and month.
private struct DateColumn {
  let binding: HeaderMatch.Binding
  /// Whether a date has the day first for certain.
  private(set) var hasDayFirst = false
  /// Whether a date is one day or another.
  private(set) var hasOpen = false
  private var firstMonthFirst: (row: Int, value: String)?

  init(_ binding: HeaderMatch.Binding) { self.binding = binding }

  static func columns(of file: FileReading) -> [DateColumn] {
    file.match.bindings.filter { $0.column.kind == .date || $0.column.kind == .occurrence }
      .map(DateColumn.init)
  }

  mutating func read(_ record: CSVRecord) {
    guard !hasDayFirst else { return }
    let range = record.range(binding.field)
    let plain = record.bytes.withUnsafeBufferPointer { bytes in
      PlainDate(UnsafeBufferPointer(rebasing: bytes[range]))
    }
    let value = plain == nil ? record.text(binding.field) : ""
    switch plain?.order ?? DateText(value, format: nil).order {
    case .dayFirst: hasDayFirst = true
    case .monthFirst: if firstMonthFirst == nil { firstMonthFirst = (record.row, value) }
    case .open: hasOpen = true
    case .none: break
    }
  }

  var problem: ColumnProblem? {
    guard !hasDayFirst, let (row, value) = firstMonthFirst else { return nil }
    return .monthFirst(
      header: binding.header,
      row: row,
      value: value,
      pattern: DateText(value, format: nil).monthFirstPattern
    )
  }
}

/// What the amounts of a column say about its decimal mark.
private struct AmountColumn {
  let binding: HeaderMatch.Binding
  private var provesComma = false
  private var provesPoint = false
  private var firstAmbiguous: (row: Int, value: String)?

  init(_ binding: HeaderMatch.Binding) { self.binding = binding }

  static func columns(of file: FileReading) -> [AmountColumn] {
    file.match.bindings.filter { binding in
      switch binding.column.kind {
      case .invoiceAmount, .euroAmount: !binding.isInMinorUnits
      case .identifier, .text, .date, .truth, .currency, .risk, .invoiceKind, .role, .rate,
        .integer, .occurrence:
        false
      }
    }
    .map(AmountColumn.init)
  }

  mutating func read(_ record: CSVRecord) {
    let range = record.range(binding.field)
    let plain = record.bytes.withUnsafeBufferPointer { bytes in
      PlainNumber(UnsafeBufferPointer(rebasing: bytes[range]))
    }
    if let plain, !plain.isAmbiguous {
      note(plain.mark)
      return
    }
    let value = record.text(binding.field)
    do {
      note(try AmountText(value, mark: nil).provenMark)
    } catch {
      if error == .ambiguous, firstAmbiguous == nil { firstAmbiguous = (record.row, value) }
    }
  }

  private mutating func note(_ mark: DecimalMark?) {
    switch mark {
    case .comma: provesComma = true
    case .point: provesPoint = true
    case nil: break
    }
  }

  /// The mark that all amounts agree on.
  var mark: DecimalMark? {
    switch (provesComma, provesPoint) {
    case (true, false): .comma
    case (false, true): .point
    case (true, true), (false, false): nil
    }
  }

  var problem: ColumnProblem? {
    guard mark == nil, let (row, value) = firstAmbiguous else { return nil }
    return .ambiguousAmounts(header: binding.header, row: row, value: value)
  }
}
