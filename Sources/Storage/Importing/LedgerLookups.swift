import Receivables

/// What an import asks the ledger while it fills it.
struct LedgerLookups {
  /// What is known of an invoice.
  struct KnownInvoice {
    let customer: String
    let currency: Currency
    let dueOn: CalendarDate?
  }

  private let customerStatement: Statement
  private let invoiceStatement: Statement
  private let createCustomerStatement: Statement

  /// The customers, if they are many and so are the questions.
  private var customers: KnownIdentifiers?
  /// The invoices likewise, each with the place of its currency among `currencies`.
  private var invoices: KnownIdentifiers?
  private var currencies = [Currency.euro]

  init(_ database: Database) throws(LedgerError) {
    customerStatement = try database.prepare(
      "SELECT \(try column("payment_terms", of: "customers", database)) FROM customers WHERE id = ?"
    )
    invoiceStatement = try database.prepare(
      """
      SELECT customer_id, \(try column("currency", of: "invoices", database)), due_on
      FROM invoices WHERE id = ?
      """
    )
    let hasName = try database.columnNames(of: "customers").contains { $0.lowercased() == "name" }
    createCustomerStatement = try database.prepare(
      hasName
        ? "INSERT INTO customers (id, name) VALUES (?, ?)"
        : "INSERT INTO customers (id) VALUES (coalesce(?, ?))"
    )
  }

  /// Reads all identifiers that rows of a table refer to, where that takes less time than to ask
  /// for each: asking costs about as much as reading eight.
  mutating func prepare(
    for table: LedgerTable,
    rows: Int64,
    _ database: Database
  ) throws(LedgerError) {
    func isWorthReading(_ referred: LedgerTable) throws(LedgerError) -> Bool {
      guard try database.isOfOwnMaking(referred) else { return false }
      return try database.integer("SELECT max(rowid) FROM \(referred.rawValue)") / 8 <= rows
    }
    switch table {
    case .customers, .exchangeRates: break
    case .invoices, .contacts, .reminders:
      if try isWorthReading(.customers) { try readCustomers(database) }
    case .payments, .disputes, .promises, .holds:
      if try isWorthReading(.invoices) { try readInvoices(database) }
    }
  }

  private mutating func readCustomers(_ database: Database) throws(LedgerError) {
    var known = KnownIdentifiers()
    let statement = try database.prepare("SELECT id FROM customers")
    while try statement.step() { known.insert(statement.bytes(0), 0) }
    customers = known
  }

  private mutating func readInvoices(_ database: Database) throws(LedgerError) {
    var known = KnownIdentifiers()
    let statement = try database.prepare("SELECT id, currency FROM invoices")
    while try statement.step() {
      let code = statement.bytes(1)
      var place = 0
      if !code.elementsEqual("EUR".utf8) {
        let currency = Currency(code: String(decoding: code, as: UTF8.self)) ?? .euro
        place = currencies.firstIndex(of: currency) ?? currencies.count
        if place == currencies.count { currencies.append(currency) }
      }
      known.insert(statement.bytes(0), UInt32(place))
    }
    invoices = known
  }

  /// Whether the ledger has a customer.
  func hasCustomer(_ id: UnsafeBufferPointer<UInt8>) throws(LedgerError) -> Bool {
    if let customers { return customers.number(of: id) != nil }
    customerStatement.bind(1, id)
    defer { customerStatement.reset() }
    return try customerStatement.step()
  }

  /// The payment terms agreed with a customer, as written; `nil` if none are known.
  func paymentTerms(ofCustomer id: String) throws(LedgerError) -> String? {
    customerStatement.bind(1, id)
    defer { customerStatement.reset() }
    guard try customerStatement.step() else { return nil }
    let terms = trimmed(customerStatement.text(0))
    return terms.isEmpty ? nil : terms
  }

  /// The currency of an invoice; `nil` if the ledger does not have it.
  func currency(ofInvoice id: UnsafeBufferPointer<UInt8>) throws(LedgerError) -> Currency? {
    if let invoices { return invoices.number(of: id).map { currencies[Int($0)] } }
    invoiceStatement.bind(1, id)
    defer { invoiceStatement.reset() }
    guard try invoiceStatement.step() else { return nil }
    return Currency(code: invoiceStatement.text(1)) ?? .euro
  }

  /// An invoice; `nil` if the ledger does not have it.
  func invoice(_ id: String) throws(LedgerError) -> KnownInvoice? {
    invoiceStatement.bind(1, id)
    defer { invoiceStatement.reset() }
    guard try invoiceStatement.step() else { return nil }
    return KnownInvoice(
      customer: invoiceStatement.text(0),
      currency: Currency(code: invoiceStatement.text(1)) ?? .euro,
      dueOn: CalendarDate(isoBytes: invoiceStatement.bytes(2))
    )
  }

  /// Adds a customer of whom only the identifier and perhaps a name are known.
  func createCustomer(_ id: String, name: String?) throws(LedgerError) {
    createCustomerStatement.bind(1, id)
    if let name {
      createCustomerStatement.bind(2, name)
    } else {
      createCustomerStatement.bindNull(2)
    }
    _ = try createCustomerStatement.step()
  }
}

/// An optional column as SQL names it, or nothing where the table lacks it.
private func column(
  _ name: String,
  of table: String,
  _ database: Database
) throws(LedgerError) -> String {
  try database.columnNames(of: table).contains { $0.lowercased() == name } ? name : "NULL"
}
