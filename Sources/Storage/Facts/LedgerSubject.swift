import Diagnostics
import Receivables

/// Whom or what a dated fact is about.
public enum LedgerSubject: Sendable, Hashable {
  /// One invoice, by identifier.
  case invoice(String)
  /// A customer with all invoices, by identifier.
  case customer(String)

  /// What a person may write in front of an identifier that is both an invoice's and a customer's.
  private static let prefixes: [(text: String, make: @Sendable (String) -> LedgerSubject)] = [
    ("facture:", { .invoice($0) }), ("invoice:", { .invoice($0) }),
    ("client:", { .customer($0) }), ("customer:", { .customer($0) }),
  ]

  /// The subject in words.
  public var name: Message {
    switch self {
    case .invoice(let id):
      Message(fr: "la facture `\(printable(id))`", en: "invoice `\(printable(id))`")
    case .customer(let id):
      Message(fr: "le client `\(printable(id))`", en: "customer `\(printable(id))`")
    }
  }

  /// What a text can mean: an identifier, or one behind `facture:` or `client:`.
  fileprivate static func explicit(_ text: String) -> LedgerSubject? {
    for (prefix, make) in prefixes where text.hasPrefix(prefix) {
      return make(String(text.dropFirst(prefix.count)))
    }
    return nil
  }
}

extension Database {
  /// The invoice or customer that a text names.
  public func subject(named text: String) throws(LedgerError) -> LedgerSubject {
    let (isInvoice, isCustomer) = (try hasInvoice(text), try hasCustomer(text))
    switch (isInvoice, isCustomer) {
    case (true, true): throw .fact(.ambiguousSubject(text))
    case (true, false): return .invoice(text)
    case (false, true): return .customer(text)
    case (false, false): break
    }
    guard let subject = LedgerSubject.explicit(text) else { throw .fact(.unknownSubject(text)) }
    switch subject {
    case .invoice(let id):
      guard try hasInvoice(id) else { throw .unknownInvoice(id) }
    case .customer(let id):
      guard try hasCustomer(id) else { throw .unknownCustomer(id) }
    }
    return subject
  }

  /// The invoice that a text names, where nothing else will do.
  public func invoice(named text: String) throws(LedgerError) -> String {
    let subject: LedgerSubject
    do throws(LedgerError) {
      subject = try self.subject(named: text)
    } catch {
      if case .fact(.unknownSubject(let id)) = error { throw .unknownInvoice(id) }
      throw error
    }
    switch subject {
    case .invoice(let id): return id
    case .customer(let id): throw try missing(invoice: id)
    }
  }

  /// That there is no such invoice; whoever wrote a customer in its place is told so.
  public func missing(invoice id: String) throws(LedgerError) -> LedgerError {
    try hasCustomer(id) ? .fact(.customerForInvoice(id)) : .unknownInvoice(id)
  }

  /// The customer a subject is, or whose invoice it is.
  func customer(of subject: LedgerSubject) throws(LedgerError) -> String {
    switch subject {
    case .customer(let id): return id
    case .invoice(let id):
      let filter = RowFilter(condition: "id = ?1", parameter: id)
      var customer: String?
      if let rows = try TableRows(self, .invoices, filter: filter) {
        let slot = rows.slot(.customerID)
        try rows.show { row throws(LedgerError) in customer = try row.requiredText(slot) }
      }
      guard let customer else { throw .unknownInvoice(id) }
      return customer
    }
  }
}
