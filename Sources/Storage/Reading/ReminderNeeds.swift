import Receivables

/// Which rows of the reminder history are needed: those of invoices that are, and beside them those
/// that a customer's cap may count.
struct ReminderNeeds: Sendable {
  /// What a row is needed for.
  enum Need {
    /// Nothing.
    case none
    /// A customer's cap counts it.
    case ofCustomer(Int)
    /// It is about a needed invoice, by its place.
    case ofInvoice(Int)
    /// It is about an invoice that may be a needed one, by its identifier.
    case ofInvoiceNamed(Identifier)
  }

  private let invoices: InvoiceDirectory
  /// From which day on it matters to which message a row belongs.
  let messagesSince: CalendarDate
  /// From which day on a row counts even if its invoice is not needed.
  private let contactsSince: CalendarDate
  private let sieve: IdentifierSieve
  private let customers: CustomerTable

  /// What a demand needs; `nil` for everything.
  init(
    _ demand: LedgerDemand?,
    _ customers: CustomerTable,
    _ invoices: InvoiceDirectory
  ) {
    self.invoices = invoices
    contactsSince = demand.map { $0.contactsSince ?? .latest } ?? .earliest
    messagesSince = demand.map { $0.messagesSince ?? .latest } ?? .earliest
    sieve = IdentifierSieve(invoices.needed)
    self.customers = customers
  }

  /// The identifiers of the needed invoices.
  var needed: IdentifierList { invoices.needed }

  /// What a row is needed for.
  @inline(__always)
  func need(
    of row: TableRow,
    _ slots: ReminderSlots,
    sentOn: CalendarDate
  ) throws(LedgerError) -> Need {
    let id = try row.bytes(slots.invoice)
    if sentOn < contactsSince {
      guard let id else { return .none }
      if let short = Identifier(id) { return sieve.passes(short) ? .ofInvoiceNamed(short) : .none }
    }
    return try exactNeed(of: row, slots, id, sentOn: sentOn)
  }

  private func exactNeed(
    of row: TableRow,
    _ slots: ReminderSlots,
    _ id: UnsafeBufferPointer<UInt8>?,
    sentOn: CalendarDate
  ) throws(LedgerError) -> Need {
    switch id.flatMap(invoices.find) {
    case .needed(let place): return .ofInvoice(place)
    case .leftOut(let customer): return sentOn >= contactsSince ? .ofCustomer(customer) : .none
    case nil: break
    }
    guard sentOn >= contactsSince else { return .none }
    let customer = try row.bytes(slots.customer).flatMap(customers.identifiers.find)
    return customer.map { .ofCustomer($0) } ?? .none
  }
}
