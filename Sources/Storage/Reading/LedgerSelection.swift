import Receivables

/// The part of a ledger that is read.
public enum LedgerSelection: Sendable, Hashable {
  /// All of it.
  case everything
  /// One customer, by identifier.
  case customer(String)
  /// The customer of one invoice, by the invoice's identifier.
  case customerOfInvoice(String)
}

/// Which rows are about the customers that are read.
struct LedgerFilter: Sendable {
  /// The one customer that is read; `nil` for all.
  let customer: String?

  /// The rows of a table that are needed.
  ///
  /// A history row can name a customer and the invoice of another; the invoice decides whose it is,
  /// as long as the ledger has it. Holds are few and need not name a customer: all are read.
  func rows(of table: LedgerTable) -> RowFilter {
    guard let customer else { return .all }
    let ofInvoice = "invoice_id IN (SELECT id FROM invoices WHERE customer_id = ?1)"
    switch table {
    case .customers:
      return RowFilter(condition: "id = ?1", parameter: customer)
    case .contacts, .invoices:
      return RowFilter(condition: "customer_id = ?1", parameter: customer)
    case .payments, .disputes, .promises:
      return RowFilter(condition: ofInvoice, parameter: customer)
    case .reminders:
      let isOrphan = "NOT EXISTS (SELECT 1 FROM invoices WHERE invoices.id = reminders.invoice_id)"
      return RowFilter(
        condition: "(\(ofInvoice) OR (customer_id = ?1 AND \(isOrphan)))",
        parameter: customer
      )
    case .holds, .exchangeRates:
      return .all
    }
  }
}

extension LedgerDemand {
  /// Whether a column is of use.
  func needs(_ column: ColumnName, of table: LedgerTable) -> Bool {
    guard let detail = LedgerDetail(column, of: table) else { return true }
    return details.contains(detail)
  }
}

extension LedgerDetail {
  /// What a column says, if it is something that not every plan needs.
  fileprivate init?(_ column: ColumnName, of table: LedgerTable) {
    switch (table, column) {
    case (.customers, .name): self = .name
    case (.customers, .segment): self = .segment
    case (.customers, .category): self = .category
    case (.customers, .country): self = .country
    case (.customers, .language): self = .language
    case (.customers, .risk): self = .risk
    case (.customers, .strategic): self = .strategic
    case (.customers, .sensitive): self = .sensitive
    case (.customers, .creditLimit): self = .creditLimit
    case (.customers, .paymentTerms): self = .paymentTerms
    case (.customers, .email), (.contacts, .email): self = .email
    case (.customers, .phone), (.contacts, .phone): self = .phone
    case (.customers, .address), (.contacts, .address): self = .address
    case (.contacts, .name): self = .contactName
    case (.reminders, .channel), (.reminders, .messageID): self = .reminderMessage
    case (_, _): return nil
    }
  }
}
