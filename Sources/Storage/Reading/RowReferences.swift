/// What the rows of a table refer to by the identifiers in one of their columns.
///
/// Some hundred of them are looked for together, as each look waits for memory.
struct RowReferences {
  private let rows: TableRows
  private let slot: TableRow.Slot
  private let list: IdentifierList
  private let dangling: (String) -> InvalidValue

  private var identifiers: [Identifier] = []
  /// The place of what was read of each row, and the row's number.
  private var places: [(place: Int?, ordinal: Int)] = []

  /// How many are looked for together.
  static let most = 256

  /// References to the invoices that were read.
  init(_ rows: TableRows, to invoices: InvoiceDirectory) {
    self.init(rows, .invoiceID, invoices.identifiers) { .danglingInvoice($0) }
  }

  /// References to the customers that were read.
  init(_ rows: TableRows, to customers: CustomerTable) {
    self.init(rows, .customerID, customers.identifiers) { .danglingCustomer($0) }
  }

  private init(
    _ rows: TableRows,
    _ column: ColumnName,
    _ list: IdentifierList,
    _ dangling: @escaping (String) -> InvalidValue
  ) {
    self.rows = rows
    slot = rows.slot(column)
    self.list = list
    self.dangling = dangling
  }

  /// Shows every row, and later what it refers to.
  ///
  /// - Parameters:
  ///   - take: Reads a row, and says at which place what it refers to is wanted; `nil` if nowhere.
  ///   - found: Is told such a place, and the number of what the row refers to.
  /// - Throws: What is wrong with the first row that is not as it should be: a reference to nothing
  ///   is wrong even where nobody wants it.
  mutating func show(
    to take: (TableRow) throws(LedgerError) -> Int?,
    found: (_ place: Int, _ number: UInt32) -> Void
  ) throws(LedgerError) {
    do throws(LedgerError) {
      try rows.show { row throws(LedgerError) in
        guard let id = try row.bytes(slot) else { throw row.failure(slot, .absent) }
        let place = try take(row)
        if let short = Identifier(id) {
          identifiers.append(short)
          places.append((place, row.ordinal))
          if identifiers.count == RowReferences.most { try resolve(found) }
        } else {
          guard let number = list.find(id) else {
            throw row.failure(slot, dangling(String(decoding: id, as: UTF8.self)))
          }
          if let place { found(place, UInt32(truncatingIfNeeded: number)) }
        }
      }
    } catch {
      // An earlier row that is wrong goes first.
      try resolve(found)
      throw error
    }
    try resolve(found)
  }

  private mutating func resolve(_ found: (Int, UInt32) -> Void) throws(LedgerError) {
    var missing: Int?
    list.find(identifiers) { position, number in
      guard let number else {
        missing = missing ?? places[position].ordinal
        return
      }
      if let place = places[position].place { found(place, UInt32(truncatingIfNeeded: number)) }
    }
    identifiers.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    guard let missing else { return }
    throw rows.failure(ofRow: missing) { [slot, dangling] row throws(LedgerError) in
      row.failure(slot, dangling(try row.requiredText(slot)))
    }
  }
}
