extension Database {
  /// Creates the ledger's tables and indexes that do not exist yet, in one transaction.
  ///
  /// Existing tables stay as they are. `PRAGMA user_version` becomes `LedgerTable.schemaVersion`
  /// where it was 0.
  public func createSchema() throws(LedgerError) {
    try transaction { () throws(LedgerError) in try createTables() }
  }

  /// Does the work of `createSchema` within a transaction that is open already.
  func createTables() throws(LedgerError) {
    for table in LedgerTable.allCases { try createTable(table) }
    if try integer("PRAGMA user_version") == 0 {
      try execute("PRAGMA user_version = \(LedgerTable.schemaVersion)")
    }
  }

  /// Creates a table of the ledger and its indexes unless they exist.
  func createTable(_ table: LedgerTable) throws(LedgerError) {
    try createBareTable(table)
    try createIndexes(of: table)
  }

  /// Creates a table only: many rows are written faster before there are indexes.
  func createBareTable(_ table: LedgerTable) throws(LedgerError) {
    try execute(table.creationSQL)
  }

  /// Creates the indexes of a table that do not exist yet.
  func createIndexes(of table: LedgerTable) throws(LedgerError) {
    // A view has no indexes, and a table of another making may lack optional columns.
    guard try relation(named: table.rawValue) == .table else { return }
    let found = try columnNames(of: table.rawValue).map { $0.lowercased() }
    for column in table.indexedColumns where found.contains(column.rawValue) {
      try execute(table.indexSQL(column))
    }
  }
}

extension LedgerTable {
  /// The version of the layout, kept in `PRAGMA user_version` for those who will change it.
  public static let schemaVersion = 1

  /// The statement that creates the table unless it exists.
  fileprivate var creationSQL: String {
    "CREATE TABLE IF NOT EXISTS \(rawValue) (\(columnsSQL)\(constraintsSQL)"
  }

  /// Whether the database remembers the table as this program defines it, but for columns that were
  /// added without rules of their own; SQLite puts those behind the others.
  func isDefined(by sql: String) -> Bool {
    let start = "CREATE TABLE \(rawValue) (\(columnsSQL)"
    let end = constraints.isEmpty ? ")" : constraintsSQL
    guard sql.hasPrefix(start), sql.hasSuffix(end) else { return false }
    let added = sql.utf8.dropFirst(start.utf8.count).dropLast(end.utf8.count)
    return !String(decoding: added, as: UTF8.self).uppercased().contains("CHECK")
  }

  private var columnsSQL: String {
    let definitions = columns.filter(\.isStored).map(\.definitionSQL)
    return "\n  " + definitions.joined(separator: ",\n  ")
  }

  private var constraintsSQL: String { constraints.map { ",\n  \($0)" }.joined() + "\n)" }

  /// The names of the indexes that the table has beside those of its constraints.
  var indexNames: [String] { indexedColumns.map(indexName) }

  private func indexName(_ column: ColumnName) -> String { "\(rawValue)_by_\(column.rawValue)" }

  /// The statement that creates the index on a column unless it exists.
  fileprivate func indexSQL(_ column: ColumnName) -> String {
    "CREATE INDEX IF NOT EXISTS \(indexName(column)) ON \(rawValue) (\(column.rawValue))"
  }

  /// The columns that have an index of their own.
  ///
  /// The indexes serve the reading of one customer and the checks of an import; the reading of a
  /// whole ledger uses none of them.
  fileprivate var indexedColumns: [ColumnName] {
    switch self {
    case .customers, .exchangeRates: []
    case .contacts, .invoices, .reminders: [.customerID]
    case .payments, .disputes, .promises: [.invoiceID]
    case .holds: [.customerID, .invoiceID]
    }
  }

  private var constraints: [String] {
    switch self {
    case .customers, .invoices: ["PRIMARY KEY (id)"]
    case .contacts, .payments, .disputes, .promises: []
    case .holds: ["CHECK (coalesce(customer_id, '') <> '' OR coalesce(invoice_id, '') <> '')"]
    case .exchangeRates: ["PRIMARY KEY (currency, valid_from)"]
    // Never twice: no run can record the same step of an invoice again.
    case .reminders: ["UNIQUE (invoice_id, step, occurrence)"]
    }
  }
}

extension LedgerColumn {
  fileprivate var definitionSQL: String {
    let name = name.rawValue
    let empty = isRequiredInLedger ? "" : "\(name) = '' OR "
    let null = isRequiredInLedger ? " NOT NULL" : ""
    switch kind {
    case .identifier where isRequiredInLedger: return "\(name) TEXT NOT NULL CHECK (\(name) <> '')"
    case .identifier, .text, .risk, .invoiceKind, .role: return "\(name) TEXT\(null)"
    // Without the modifier SQLite would let 30 February pass.
    case .date: return "\(name) TEXT\(null) CHECK (\(empty)\(name) IS date(\(name), '+0 days'))"
    case .invoiceAmount, .euroAmount, .integer:
      return "\(name) INTEGER\(null) CHECK (\(empty)typeof(\(name)) IN ('integer', 'null'))"
    // What is not absent, 0 or empty is an active plan, so that a plan's number can stand there.
    case .truth where self.name == .instalmentPlan: return "\(name)"
    case .truth: return "\(name) INTEGER\(null) CHECK (\(empty)\(name) IN (0, 1))"
    case .currency: return "\(name) TEXT\(null) CHECK (\(empty)length(\(name)) = 3)"
    // Text keeps every digit; a real number would keep about 16.
    case .rate: return "\(name) TEXT\(null) CHECK (CAST(\(name) AS REAL) > 0)"
    case .occurrence:
      return
        "\(name) TEXT NOT NULL DEFAULT '' CHECK (\(name) = '' OR \(name) IS date(\(name), '+0 days'))"
    }
  }
}
