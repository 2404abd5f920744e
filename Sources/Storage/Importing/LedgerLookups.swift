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

  /// Whether the ledger has a customer.
  func hasCustomer(_ id: String) throws(LedgerError) -> Bool {
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
