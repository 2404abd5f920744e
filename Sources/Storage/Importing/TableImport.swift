import Diagnostics
import Receivables

/// Fills one table from one file.
struct TableImport {
  private let file: FileReading
  private let database: Database
  private let making: TableMaking
  /// The cells that are read first, and the amounts, whose currency the others may tell.
  private let cells, amounts: [BoundCell]
  /// The fields of the company's own columns, and their places.
  private let ownCells: [(field: Int, place: Int)]
  private let places: ColumnPlaces
  private var converter: CellConverter
  private var completion: RowCompletion
  private var writer: TableWriter
  private var row: DraftRow
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
    let columns = WrittenColumns(file.match, file.table, own: own)
    let found = try database.columnNames(of: file.table.rawValue)
    for name in columns.names where !found.contains(where: { $0.lowercased() == name.lowercased() })
    {
      if let column = ColumnName(rawValue: name) {
        throw .missingColumn(file.table, column, found: found)
      }
    }
    making = try database.making(of: file.table)
    if making == .ownAndEmpty, file.table.isFoundWithoutIndexes {
      try database.dropIndexes(of: file.table)
    }
    // An import of invoices writes customers too.
    let areOwn = try database.isOfOwnMaking(.customers) && making != .other
    try database.check(areOwn && file.table.holdsItsChecks ? .known : .made)
    let bound = file.match.bindings.map { binding in
      BoundCell(
        binding,
        place: columns.place(binding.column.name),
        mark: survey.marks[binding.field]
      )
    }
    cells = bound.filter { $0.kind != .invoiceAmount }
    amounts = bound.filter { $0.kind == .invoiceAmount }
    ownCells = file.match.ownBindings.enumerated().map { index, binding in
      (binding.field, columns.ownPlace(index))
    }
    places = ColumnPlaces(columns)
    converter = CellConverter(options: options)
    var lookups = try LedgerLookups(database)
    try lookups.prepare(for: file.table, rows: file.source.size / 24, database)
    completion = RowCompletion(
      lookups,
      options,
      places,
      knowsInvoices: making != .ownAndEmpty || cells.contains { $0.column == .currency }
    )
    writer = try TableWriter(
      database,
      file.table,
      columns: columns.names,
      options.existingRows,
      making
    )
    row = DraftRow(columns)
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
  mutating func take(_ record: CSVRecord) throws(LedgerError) -> RejectedRow? {
    row.begin()
    guard hasFields(record) else {
      row.reject(.whole, .fieldCount(record.count, expected: file.headers.count))
      return rejected(record)
    }
    guard file.match.isMeant(record) else {
      imported.leftOut += 1
      return nil
    }
    let countsBefore = tally.counts
    try draft(record)
    if row.problems.isEmpty { try write(record.row) }
    guard !row.problems.isEmpty else { return nil }
    tally.counts = countsBefore
    return rejected(record)
  }

  private mutating func rejected(_ record: CSVRecord) -> RejectedRow {
    imported.rejected += 1
    return RejectedRow(record, of: file, row.problems)
  }

  /// Writes what could only be known at the end, and gives the account of the file.
  mutating func finish() throws(LedgerError) -> ImportedFile {
    for id in tally.newCustomers {
      try completion.lookups.createCustomer(id, name: tally.names[id])
    }
    if making == .ownAndEmpty { try database.createIndexes(of: file.table) }
    imported.notes = tally.notes
    return imported
  }

  /// Whether a row has the fields of the header; empty ones behind them do no harm.
  private func hasFields(_ record: CSVRecord) -> Bool {
    record.count == file.headers.count
      || record.count > file.headers.count
        && (file.headers.count..<record.count).allSatisfy { record.range($0).isEmpty }
  }

  private mutating func draft(_ record: CSVRecord) throws(LedgerError) {
    if record.isMalformed { row.reject(.whole, .textBehindQuote) }
    for cell in cells { convert(record, cell, currency: .euro) }
    let currency = try completion.currency(of: &row, file.table)
    for cell in amounts { convert(record, cell, currency: currency) }
    for (field, place) in ownCells {
      let range = record.range(field)
      if !range.isEmpty { row.set(place, record.bytes[range]) }
    }
    try completion.complete(&row, file.table, currency: currency, &tally.counts)
  }

  private mutating func convert(_ record: CSVRecord, _ cell: BoundCell, currency: Currency) {
    do throws(RowReason) {
      let range = record.range(cell.field)
      try record.bytes.withUnsafeBufferPointer { (bytes) throws(RowReason) in
        try converter.convert(
          UnsafeBufferPointer(rebasing: bytes[range]),
          cell,
          currency: currency,
          into: &row,
          &tally.counts
        )
      }
    } catch {
      row.reject(cell.column, error)
    }
  }

  private mutating func write(_ fileRow: Int) throws(LedgerError) {
    let outcome: WriteOutcome
    do {
      outcome = try writer.write(row, fileRow: fileRow)
    } catch .ruleBroken(_, let words) {
      row.reject(.whole, .ruleBroken(words: words))
      return
    }
    switch outcome {
    case .inserted: imported.inserted += 1
    case .insertedAgain:
      imported.inserted += 1
      tally.counts.repeated += 1
    case .updated: imported.updated += 1
    case .unchanged, .said: imported.unchanged += 1
    case .repeated(let earlier): row.reject(.identity, .repeated(row: earlier))
    case .refused: row.reject(.identity, .alreadyInLedger)
    }
    if file.table == .invoices, row.problems.isEmpty { try noteCustomer() }
  }

  /// Notes the customer of an invoice if nothing else names it.
  private mutating func noteCustomer() throws(LedgerError) {
    let isKnown = try row.withText(places.customerID) { (id) throws(LedgerError) in
      try completion.lookups.hasCustomer(id)
    }
    guard isKnown == false, let id = row.text(places.customerID) else { return }
    tally.noteNewCustomer(id, name: row.text(places.customerName))
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
