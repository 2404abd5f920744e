import Receivables

/// A ledger, or the part of it that a demand needs, as it was read: packed, and turned into the
/// account of one customer at a time, on whatever thread asks.
public final class LedgerBook: Sendable {
  /// The exchange rates.
  public let exchangeRates: ExchangeRates

  private let customers: CustomerTable
  private let invoices: InvoiceTable
  private let needed: NeededInvoices
  /// Customers by number, in the order of their identifiers.
  private let order: [Int]
  private let contacts: EventGroups<Contact>
  private let payments: EventGroups<Payment>
  private let disputes: EventGroups<Dispute>
  private let promises: EventGroups<PaymentPromise>
  private let invoiceHolds: EventGroups<Hold>
  private let customerHolds: EventGroups<Hold>
  private let reminderRows: ReminderRows
  private let reminders: EventGroups<ReminderRows.Packed>
  private let otherReminders: EventGroups<ReminderRows.Packed>

  /// What the rows of the tables beside customers and invoices say.
  struct Events: Sendable {
    var contacts: [EventRow<Contact>] = []
    var payments: EventGroups<Payment>
    var disputes: [EventRow<Dispute>] = []
    var promises: [EventRow<PaymentPromise>] = []
    var holds: [HoldRows] = []
    var reminders = ReminderRows([])
  }

  init(
    exchangeRates: ExchangeRates,
    customers: CustomerTable,
    invoices: InvoiceTable,
    needed: NeededInvoices,
    events: Events
  ) {
    self.exchangeRates = exchangeRates
    self.customers = customers
    self.invoices = invoices
    self.needed = needed
    order = customers.inOrder()
    payments = events.payments
    let count = needed.numbers.count
    func place(_ invoice: Int) -> Int? { needed.place(of: invoice, in: invoices) }
    disputes = EventGroups(events.disputes, count: count, by: place)
    promises = EventGroups(events.promises, count: count, by: place)
    invoiceHolds = EventGroups(events.holds.flatMap(\.onInvoices), count: count, by: place)
    reminders = EventGroups(events.reminders.ofInvoices, count: count, by: place)
    contacts = EventGroups(events.contacts, count: customers.count) { $0 }
    customerHolds = EventGroups(
      events.holds.flatMap(\.onCustomers),
      count: customers.count
    ) { $0 }
    otherReminders = EventGroups(events.reminders.ofCustomers, count: customers.count) { $0 }
    reminderRows = events.reminders
  }

  /// How many customers there are.
  public var count: Int { order.count }

  /// How many invoices an account has, by its place among the accounts.
  public func invoiceCount(at place: Int) -> Int { needed.places(of: order[place]).count }

  /// The account at a place, 0 to `count` - 1, in the order of the customers' identifiers.
  public func account(at place: Int) -> CustomerAccount {
    let customer = order[place]
    var account = CustomerAccount(customers[customer])
    account.contacts = contacts[customer]
    account.holds = customerHolds[customer]
    account.otherReminders = otherReminders[customer].map(reminderRows.reminder)
    account.settled = needed.settled(of: customer)
    account.putInOrder()
    let places = needed.places(of: customer)
    account.invoices.reserveCapacity(places.count)
    for place in inOrder(places) {
      var invoice = InvoiceAccount(invoices[Int(needed.numbers[place])])
      invoice.payments = payments[place]
      invoice.disputes = disputes[place]
      invoice.promises = promises[place]
      invoice.holds = invoiceHolds[place]
      invoice.reminders = reminders[place].map(reminderRows.reminder)
      invoice.putInOrder()
      account.invoices.append(invoice)
    }
    return account
  }

  /// Places of invoices in the order of the invoices' identifiers, in which they mostly are.
  private func inOrder(_ places: Range<Int>) -> [Int] {
    func comesBefore(_ left: Int, _ right: Int) -> Bool {
      invoices.precedes(Int(needed.numbers[left]), Int(needed.numbers[right]))
    }
    let isInOrder = places.dropFirst().allSatisfy { !comesBefore($0, $0 - 1) }
    return isInOrder ? Array(places) : places.sorted(by: comesBefore)
  }
}
