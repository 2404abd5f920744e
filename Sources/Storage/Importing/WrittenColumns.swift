import Receivables

/// The columns of the ledger that an import writes, and where they are in its rows.
struct WrittenColumns {
  /// The columns as SQL names them.
  let names: [String]
  /// How many places a row has: those of the written columns, of columns that are read only, and
  /// one that stands for all columns the table lacks.
  let placeCount: Int

  private let places: [ColumnName: Int]
  private let firstOwn: Int

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
    let columns = table.columns.map(\.name)
    let written = columns.filter(wanted.contains)
    names = written.map(\.rawValue) + own
    firstOwn = written.count
    var places: [ColumnName: Int] = [:]
    for (place, column) in written.enumerated() { places[column] = place }
    for column in columns where places[column] == nil {
      places[column] = places.count + own.count
    }
    self.places = places
    placeCount = places.count + own.count + 1
  }

  /// The place of a column; that of nothing if the table does not have it.
  func place(_ column: ColumnName) -> Int { places[column] ?? placeCount - 1 }

  /// The place of a column of the company's own.
  func ownPlace(_ index: Int) -> Int { firstOwn + index }
}

/// The places of the columns that are asked for in every row, looked up once.
struct ColumnPlaces {
  let id, customerID, invoiceID, currency, customerName, paymentTerms: Int
  let issuedOn, dueOn, openedOn, closedOn, sentOn: Int
  let scenario, rank, nature, tone, mode, occurrence, messageID, runID: Int

  init(_ columns: WrittenColumns) {
    id = columns.place(.id)
    customerID = columns.place(.customerID)
    invoiceID = columns.place(.invoiceID)
    currency = columns.place(.currency)
    customerName = columns.place(.customerName)
    paymentTerms = columns.place(.paymentTerms)
    issuedOn = columns.place(.issuedOn)
    dueOn = columns.place(.dueOn)
    openedOn = columns.place(.openedOn)
    closedOn = columns.place(.closedOn)
    sentOn = columns.place(.sentOn)
    scenario = columns.place(.scenario)
    rank = columns.place(.rank)
    nature = columns.place(.nature)
    tone = columns.place(.tone)
    mode = columns.place(.mode)
    occurrence = columns.place(.occurrence)
    messageID = columns.place(.messageID)
    runID = columns.place(.runID)
  }
}
