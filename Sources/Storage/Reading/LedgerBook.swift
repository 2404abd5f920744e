import Receivables

/// A ledger, or the part of it that a demand needs, as it was read: packed, and turned into the
/// account of one customer at a time, on whatever thread asks.
public final class LedgerBook: Sendable {
  /// The exchange rates.
  public let exchangeRates: ExchangeRates

  private let customers: CustomerTable
  private let needed: NeededInvoices
  /// Customers by number, in the order of their identifiers.
  private let order: [Int]
  private let events: Events

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

  /// How many invoices an account has, by its place among the accounts.
  public func invoiceCount(at place: Int) -> Int { needed.places(of: order[place]).count }

  /// The account at a place, 0 to `count` - 1, in the order of the customers' identifiers.
  public func account(at place: Int) -> CustomerAccount {
    let customer = order[place]
    var account = CustomerAccount(customers[customer])
    account.contacts = events.contacts[customer]
    account.holds = events.customerHolds[customer]
    account.otherReminders = events.reminderWords.reminders(
      events.otherReminders[sliceOf: customer]
    )
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
      invoice.reminders = events.reminderWords.reminders(events.reminders[sliceOf: place])
      invoice.putInOrder()
      account.invoices.append(invoice)
    }
    return account
  }

  /// Places of invoices in the order of the invoices' identifiers, in which they mostly are.
  private func inOrder(_ places: Range<Int>) -> [Int] {
    let isInOrder = places.dropFirst().allSatisfy { !needed.invoices.precedes($0, $0 - 1) }
    return isInOrder ? Array(places) : places.sorted(by: needed.invoices.precedes)
  }
}
