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

  /// What the rows of the tables beside customers and invoices say: of invoices by their places
  /// among the needed ones, of customers by their numbers.
  struct Events: Sendable {
    var payments: EventGroups<Payment>
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
  private let book: LedgerBook
  private let words: [ReminderWords]

  init(_ book: LedgerBook) {
    self.book = book
    words = book.events.reminderWords.map { $0.copied() }
  }

  /// The account at a place, 0 to `count` - 1, in the order of the customers' identifiers.
  public func account(at place: Int) -> CustomerAccount {
    let (events, needed) = (book.events, book.needed)
    let customer = book.order[place]
    var account = CustomerAccount(book.customers[customer])
    account.contacts = events.contacts[customer]
    account.holds = events.customerHolds[customer]
    account.otherReminders = words.reminders(events.otherReminders, of: customer)
    account.settled = needed.settled(of: customer)
    account.putInOrder()
    let places = inOrder(needed.places(of: customer))
    account.invoices.reserveCapacity(places.count)
    for place in places {
      var invoice = InvoiceAccount(needed.invoices[place])
      invoice.payments = events.payments[place]
      invoice.disputes = events.disputes[place]
      invoice.promises = events.promises[place]
      invoice.holds = events.invoiceHolds[place]
      invoice.reminders = words.reminders(events.reminders, of: place)
      invoice.putInOrder()
      account.invoices.append(invoice)
    }
    return account
  }

  /// Places of invoices in the order of the invoices' identifiers, in which they mostly are.
  private func inOrder(_ places: Range<Int>) -> [Int] {
    let isInOrder = places.dropFirst().allSatisfy { !book.needed.invoices.precedes($0, $0 - 1) }
    return isInOrder ? Array(places) : places.sorted(by: book.needed.invoices.precedes)
  }
}
