import Diagnostics
import Receivables

/// Fills one table from one file.
struct TableImport {
  private let file: FileReading
  private let database: Database
  private let columns: WrittenColumns
  private let cells: CellConverter
  private let completion: RowCompletion
  private let writer: TableWriter
  private var tally = ImportTally()
  private var imported: ImportedFile

  init(
    _ file: FileReading,
    _ survey: ColumnSurvey,
    _ options: ImportOptions,
    _ database: Database
  ) throws(LedgerError) {
    self.file = file
    self.database = database
    let own = try TableImport.addOwnColumns(file, database, &tally)
    columns = WrittenColumns(file.match, file.table, own: own)
    let found = try database.columnNames(of: file.table.rawValue)
    for name in columns.names where !found.contains(where: { $0.lowercased() == name.lowercased() })
    {
      if let column = ColumnName(rawValue: name) {
        throw .missingColumn(file.table, column, found: found)
      }
    }
    cells = CellConverter(options: options, marks: survey.marks)
    completion = RowCompletion(lookups: try LedgerLookups(database), options: options)
    writer = try TableWriter(database, file.table, columns: columns.names, options.existingRows)
    imported = ImportedFile(
      table: file.table,
      path: file.path,
      encoding: file.layout.encoding,
      separator: file.layout.separator
    )
    imported.ignoredHeaders = file.match.ignored
    tally.assumedDayFirst = survey.assumedDayFirst
  }

  /// Takes the next row; `nil` if it was taken, else the row with what is wrong with it.
  mutating func take(_ record: CSVRecord) throws(LedgerError) -> DraftRow? {
    guard hasFields(record) else {
      var row = DraftRow(record, file, columns)
      row.reject(.fieldCount(record.count, expected: file.headers.count))
      imported.rejected += 1
      return row
    }
    guard file.match.isMeant(record) else {
      imported.leftOut += 1
      return nil
    }
    let countsBefore = tally.counts
    var row = try draft(record)
    if row.problems.isEmpty { try write(&row) }
    guard !row.problems.isEmpty else { return nil }
    tally.counts = countsBefore
    imported.rejected += 1
    return row
  }

  /// Writes what could only be known at the end, and gives the account of the file.
  mutating func finish() throws(LedgerError) -> ImportedFile {
    for id in tally.newCustomers {
      try completion.lookups.createCustomer(id, name: tally.names[id])
    }
    imported.notes = tally.notes
    return imported
  }

  /// Whether a row has the fields of the header; empty ones behind them do no harm.
  private func hasFields(_ record: CSVRecord) -> Bool {
    record.count == file.headers.count
      || record.count > file.headers.count
        && (file.headers.count..<record.count).allSatisfy { record.text($0).isEmpty }
  }

  private mutating func draft(_ record: CSVRecord) throws(LedgerError) -> DraftRow {
    var row = DraftRow(record, file, columns)
    if record.isMalformed { row.reject(.textBehindQuote) }
    let bindings = file.match.bindings
    for binding in bindings where binding.column.kind != .invoiceAmount {
      convert(binding, currency: .euro, &row)
    }
    let currency = try completion.currency(of: &row, file.table)
    for binding in bindings where binding.column.kind == .invoiceAmount {
      convert(binding, currency: currency, &row)
    }
    for (index, binding) in file.match.ownBindings.enumerated() {
      row.setOwn(index, record.text(binding.field))
    }
    try completion.complete(&row, file.table, currency: currency, &tally.counts)
    return row
  }

  private mutating func convert(
    _ binding: HeaderMatch.Binding,
    currency: Currency,
    _ row: inout DraftRow
  ) {
    do {
      row[binding.column.name] = try cells.value(
        row.record.text(binding.field),
        binding,
        currency: currency,
        &tally.counts
      )
    } catch {
      row.reject(binding.column.name, error)
    }
  }

  private mutating func write(_ row: inout DraftRow) throws(LedgerError) {
    let outcome: WriteOutcome
    do {
      outcome = try writer.write(row.values, fileRow: row.record.row)
    } catch .ruleBroken(_, let words) {
      row.reject(.ruleBroken(words: words))
      return
    }
    switch outcome {
    case .inserted: imported.inserted += 1
    case .insertedAgain:
      imported.inserted += 1
      tally.counts.repeated += 1
    case .updated: imported.updated += 1
    case .unchanged, .said: imported.unchanged += 1
    case .repeated(let earlier): row.rejectIdentity(.repeated(row: earlier))
    case .refused: row.rejectIdentity(.alreadyInLedger)
    }
    if file.table == .invoices, row.problems.isEmpty, let customer = row.text(.customerID) {
      try noteCustomer(customer, name: row.text(.customerName))
    }
  }

  /// Notes the customer of an invoice if nothing else names it.
  private mutating func noteCustomer(_ id: String, name: String?) throws(LedgerError) {
    if !tally.isNewCustomer(id) {
      guard try !completion.lookups.hasCustomer(id) else { return }
    }
    tally.noteNewCustomer(id, name: name)
  }

  /// Adds the company's own columns that the table does not have yet; gives their names there.
  private static func addOwnColumns(
    _ file: FileReading,
    _ database: Database,
    _ tally: inout ImportTally
  ) throws(LedgerError) -> [String] {
    var names: [String] = []
    for binding in file.match.ownBindings {
      let table = file.table.rawValue
      let found = try database.columnNames(of: table)
      if let name = found.first(where: { HeaderNames.key($0) == HeaderNames.key(binding.name) }) {
        names.append(name)
      } else {
        try database.execute("ALTER TABLE \(table) ADD COLUMN \(quoted(binding.name)) TEXT")
        names.append(binding.name)
        tally.columnsAdded.append(binding.name)
      }
    }
    return names
  }
}
