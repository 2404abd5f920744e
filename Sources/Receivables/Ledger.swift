/// An invoice with everything the ledger says about it.
public struct InvoiceAccount: Sendable {
  /// The invoice itself.
  public var invoice: Invoice
  /// Its payments, in order of day.
  public var payments: [Payment]
  /// The disputes about it.
  public var disputes: [Dispute]
  /// The promises to pay it.
  public var promises: [PaymentPromise]
  /// The holds on this invoice alone.
  public var holds: [Hold]
  /// Its reminder history, in order of day.
  public var reminders: [Reminder]

  /// An invoice with what is known of it.
  public init(
    _ invoice: Invoice,
    payments: [Payment] = [],
    disputes: [Dispute] = [],
    promises: [PaymentPromise] = [],
    holds: [Hold] = [],
    reminders: [Reminder] = []
  ) {
    self.invoice = invoice
    self.payments = payments
    self.disputes = disputes
    self.promises = promises
    self.holds = holds
    self.reminders = reminders
  }
}

/// A customer with everything the ledger says about it: all that a plan needs to know at once.
public struct CustomerAccount: Sendable {
  /// The customer.
  public var customer: Customer
  /// The customer's contacts, in an order that does not depend on that of the rows.
  public var contacts: [Contact]
  /// The holds on the whole customer.
  public var holds: [Hold]
  /// The invoices and credit notes, by identifier in the order of UTF-8 bytes.
  public var invoices: [InvoiceAccount]
  /// History rows of this customer whose invoice is no longer in the ledger: they still count as
  /// contacts.
  public var otherReminders: [Reminder]
  /// Settled invoices beside `invoices`, of which no more is known; none in a ledger that was read
  /// as a whole.
  public var settled: SettledInvoices

  /// A customer with what is known of it.
  public init(
    _ customer: Customer,
    contacts: [Contact] = [],
    holds: [Hold] = [],
    invoices: [InvoiceAccount] = [],
    otherReminders: [Reminder] = [],
    settled: SettledInvoices = SettledInvoices()
  ) {
    self.customer = customer
    self.contacts = contacts
    self.holds = holds
    self.invoices = invoices
    self.otherReminders = otherReminders
    self.settled = settled
  }
}

/// The ledger as read: every customer's account, and the exchange rates.
public struct Ledger: Sendable {
  /// The accounts, by customer identifier in the order of UTF-8 bytes.
  public var accounts: [CustomerAccount]
  /// The exchange rates.
  public var exchangeRates: ExchangeRates

  /// A ledger of accounts and exchange rates; puts both accounts and their invoices in order.
  public init(accounts: [CustomerAccount], exchangeRates: ExchangeRates) {
    var accounts = accounts
    for index in accounts.indices {
      accounts[index].invoices.sort { precedes($0.invoice.id, $1.invoice.id) }
    }
    accounts.sort { precedes($0.customer.id, $1.customer.id) }
    self.accounts = accounts
    self.exchangeRates = exchangeRates
  }
}

/// Whether a text comes before another in the order of their UTF-8 bytes, the order of all outputs.
public func precedes(_ left: String, _ right: String) -> Bool {
  left.utf8.lexicographicallyPrecedes(right.utf8)
}

/// A column that a scenario file declares with `champ`, to be read with the ledger.
public struct ExtraColumn: Sendable, Hashable {
  /// The table of the column.
  public enum Table: Sendable, Hashable {
    /// `customers`
    case customers
    /// `invoices`
    case invoices
  }

  /// How the column is read.
  public enum Kind: Sendable, Hashable, CaseIterable {
    /// As text.
    case text
    /// As a whole number.
    case integer
    /// As a decimal number.
    case number
    /// As a percentage: 12.5 is 12,5 %.
    case percentage
    /// As minor units.
    case money
    /// As days.
    case duration
    /// As an ISO day.
    case date
    /// As 0 or 1.
    case truth
  }

  /// The table.
  public let table: Table
  /// The name as declared; the column is the one whose folded name, spaces as `_`, equals it.
  public let name: String
  /// How it is read.
  public let kind: Kind

  /// A column to be read.
  public init(table: Table, name: String, kind: Kind) {
    self.table = table
    self.name = name
    self.kind = kind
  }
}
