/// Reads rows that refer to something, and is told later to what.
protocol ReferenceReader {
  /// Reads a row, and says at which place what it refers to is wanted; `nil` if nowhere.
  mutating func take(_ row: TableRow) throws(LedgerError) -> Int?

  /// Takes note of what the row of a place refers to.
  mutating func refer(_ place: Int, to number: UInt32)
}

/// What the rows of a table refer to by the identifiers in one of their columns.
///
/// Some hundred of them are looked for together, as each look waits for memory.
struct RowReferences<Reader: ReferenceReader>: RowReader {
  /// What reads the rows.
  private(set) var reader: Reader

  private let rows: TableRows
  private let slot: TableRow.Slot
  private let list: IdentifierList
  private let dangling: (String) -> InvalidValue

  private var identifiers: [Identifier] = []
  /// The place of what was read of each row, and the row's number.
  private var places: [(place: Int?, ordinal: Int)] = []

  /// References to the invoices that were read.
  init(_ rows: TableRows, to invoices: InvoiceDirectory, _ reader: Reader) {
    self.init(rows, .invoiceID, invoices.identifiers, reader) { .danglingInvoice($0) }
  }

  /// References to the customers that were read.
  init(_ rows: TableRows, to customers: CustomerTable, _ reader: Reader) {
    self.init(rows, .customerID, customers.identifiers, reader) { .danglingCustomer($0) }
  }

  private init(
    _ rows: TableRows,
    _ column: ColumnName,
    _ list: IdentifierList,
    _ reader: Reader,
    _ dangling: @escaping (String) -> InvalidValue
  ) {
    self.rows = rows
    self.reader = reader
    slot = rows.slot(column)
    self.list = list
    self.dangling = dangling
    identifiers.reserveCapacity(IdentifierList.most)
    places.reserveCapacity(IdentifierList.most)
  }

  /// Shows the reader every row, and later what it refers to.
  ///
  /// - Throws: What is wrong with the first row that is not as it should be: a reference to nothing
  ///   is wrong even where nobody wants it.
  mutating func show() throws(LedgerError) {
    let rows = rows
    do throws(LedgerError) {
      try rows.show(to: &self)
    } catch {
      // An earlier row that is wrong goes first.
      try resolve()
      throw error
    }
    try resolve()
  }

  mutating func take(_ row: TableRow) throws(LedgerError) {
    guard let id = try row.bytes(slot) else { throw row.failure(slot, .absent) }
    let place = try reader.take(row)
    if let short = Identifier(id) {
      identifiers.append(short)
      places.append((place, row.ordinal))
      if identifiers.count == IdentifierList.most { try resolve() }
    } else {
      guard let number = list.find(id) else {
        throw row.failure(slot, dangling(String(decoding: id, as: UTF8.self)))
      }
      if let place { reader.refer(place, to: UInt32(truncatingIfNeeded: number)) }
    }
  }

  @inline(never)
  private mutating func resolve() throws(LedgerError) {
    var missing: Int?
    list.find(identifiers) { position, number in
      guard let number else {
        missing = missing ?? places[position].ordinal
        return
      }
      guard let place = places[position].place else { return }
      reader.refer(place, to: UInt32(truncatingIfNeeded: number))
    }
    identifiers.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    guard let missing else { return }
    throw rows.failure(ofRow: missing) { [slot, dangling] row throws(LedgerError) in
      row.failure(slot, dangling(try row.requiredText(slot)))
    }
  }
}
