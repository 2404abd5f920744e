/// The part of a ledger that is read.
public enum LedgerSelection: Sendable, Hashable {
  /// All of it.
  case everything
  /// One customer, by identifier.
  case customer(String)
  /// The customer of one invoice, by the invoice's identifier.
  case customerOfInvoice(String)
}

extension RowFilter {
  /// The rows of a table that are needed for one customer.
  ///
  /// A history row can name a customer and the invoice of another; the invoice decides whose it is,
  /// as long as the ledger has it. Holds are few and need not name a customer: all are read.
  static func rows(of table: LedgerTable, forCustomer customer: String) -> RowFilter {
    let ofInvoice = "invoice_id IN (SELECT id FROM invoices WHERE customer_id = ?1)"
    switch table {
    case .customers:
      return RowFilter(condition: "WHERE id = ?1", parameter: customer)
    case .contacts, .invoices:
      return RowFilter(condition: "WHERE customer_id = ?1", parameter: customer)
    case .payments, .disputes, .promises:
      return RowFilter(condition: "WHERE \(ofInvoice)", parameter: customer)
    case .reminders:
      let isOrphan = "NOT EXISTS (SELECT 1 FROM invoices WHERE invoices.id = reminders.invoice_id)"
      return RowFilter(
        condition: "WHERE \(ofInvoice) OR (customer_id = ?1 AND \(isOrphan))",
        parameter: customer
      )
    case .holds, .exchangeRates:
      return .all
    }
  }
}
