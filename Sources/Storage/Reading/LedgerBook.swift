import Receivables

/// A ledger, or the part of it that a demand needs, as it was read: packed, and turned into the
/// account of one customer at a time, on whatever thread asks.
public final class LedgerBook: Sendable {
  /// The exchange rates.
  public let exchangeRates: ExchangeRates

  fileprivate let customers: CustomerTable
  fileprivate let needed: NeededInvoices
  /// Customers by number, in the order of their identifiers.
  fileprivate let order: [Int]
  fileprivate let events: Events

  /// What the rows of the tables beside customers, invoices and payments say: of invoices by their places
  /// among the needed ones, of customers by their numbers.
  struct Events: Sendable {
    var disputes: EventGroups<Dispute>
    var promises: EventGroups<PaymentPromise>
    var invoiceHolds: EventGroups<Hold>
    var customerHolds: EventGroups<Hold>
    var contacts: EventGroups<Contact>
    var reminderWords: [ReminderWords]
    var reminders: EventGroups<ReminderRows.Packed>
    var otherReminders: EventGroups<ReminderRows.Packed>
  }

  init(
    exchangeRates: ExchangeRates,
    customers: CustomerTable,
    needed: NeededInvoices,
    events: Events
  ) {
    self.exchangeRates = exchangeRates
    self.customers = customers
    self.needed = needed
    self.events = events
    order = customers.inOrder()
  }

  /// How many customers there are.
  public var count: Int { order.count }

  /// Makes accounts of what is packed; it copies what many accounts share, and is made once for all
  /// of a thread.
  public func unpacking() -> AccountUnpacking { AccountUnpacking(self) }
}

/// Makes accounts of what a book has packed.
///
/// Texts that many accounts share are its own: each thread should have one, as threads that count
/// references to the same text wait for each other.
public final class AccountUnpacking: Sendable {
  private let customers: CustomerTable
  private let needed: NeededInvoices
  private let order: [Int]
  private let events: LedgerBook.Events
  private let words: [ReminderWords]

  init(_ book: LedgerBook) {
    customers = book.customers
    needed = book.needed
    order = book.order
    events = book.events
    words = book.events.reminderWords.map { $0.copied() }
  }

  /// The account at a place, 0 to `count` - 1, in the order of the customers' identifiers.
  public func account(at place: Int) -> CustomerAccount {
    let customer = order[place]
    if place + 1 < order.count {
      for place in needed.places(of: order[place + 1]) { needed.invoices.prefetch(place) }
    }
    let places = needed.places(of: customer)
    // They mostly are in the order of their identifiers.
    let isInOrder = places.dropFirst().allSatisfy { !needed.invoices.precedes($0, $0 - 1) }
    return CustomerAccount(
      customers[customer],
      contacts: events.contacts[customer].inOrder(),
      holds: events.customerHolds[customer].inOrder(),
      invoices: isInOrder
        ? places.map(invoice(at:)) : places.sorted(by: needed.invoices.precedes).map(invoice(at:)),
      otherReminders: words.reminders(events.otherReminders, of: customer).inOrder(),
      settled: needed.settled(of: customer)
    )
  }

  /// The invoice at a place among the needed ones, with all that is known of it.
  private func invoice(at place: Int) -> InvoiceAccount {
    InvoiceAccount(
      needed.invoices[place],
      payments: needed.payments[place].inOrder(),
      disputes: events.disputes[place].inOrder(),
      promises: events.promises[place].inOrder(),
      holds: events.invoiceHolds[place].inOrder(),
      reminders: words.reminders(events.reminders, of: place).inOrder()
    )
  }
}
