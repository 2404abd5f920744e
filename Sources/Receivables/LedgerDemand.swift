/// What the plan of a day, or of the days of a period, needs of a ledger.
///
/// Most invoices of a ledger are settled and most columns serve letters: a plan is the same without
/// them, and reading them costs more than planning. What is left out reads as absent.
public struct LedgerDemand: Sendable, Hashable {
  /// The day up to which payments count.
  public var paidUpTo: CalendarDate
  /// The day up to which invoices are issued that exist.
  public var issuedUpTo: CalendarDate
  /// Which settled invoices are needed themselves; the others are only counted.
  public var settled: Settled
  /// From which day on the last payment of a settled invoice counts for the customer's punctuality;
  /// `nil` if nobody asks for it.
  public var punctualitySince: CalendarDate?
  /// From which day on reminders of invoices that are left out are needed, because a cap counts
  /// them; `nil` if none does.
  public var contactsSince: CalendarDate?
  /// From which day on it matters to which message a reminder belongs, because a cap counts
  /// messages; `nil` if none does.
  public var messagesSince: CalendarDate?
  /// What may be left out that is needed all the same.
  public var details: Set<LedgerDetail>

  /// Settled invoices: those on which exactly nothing is owed any more.
  public enum Settled: Sendable, Hashable {
    /// All of them.
    case all
    /// Those whose last payment is not before a day.
    case since(CalendarDate)
    /// None.
    case none
  }

  /// A demand for the open invoices, and beside them only what is said.
  public init(
    paidUpTo: CalendarDate,
    issuedUpTo: CalendarDate,
    settled: Settled,
    punctualitySince: CalendarDate?,
    contactsSince: CalendarDate?,
    messagesSince: CalendarDate?,
    details: Set<LedgerDetail>
  ) {
    self.paidUpTo = paidUpTo
    self.issuedUpTo = issuedUpTo
    self.settled = settled
    self.punctualitySince = punctualitySince
    self.contactsSince = contactsSince
    self.messagesSince = messagesSince
    self.details = details
  }
}

/// What not every plan needs to know about a customer or its history.
public enum LedgerDetail: CaseIterable, Sendable, Hashable {
  case name
  case segment
  case category
  case country
  case language
  case risk
  case strategic
  case sensitive
  case email
  case phone
  case address
  case creditLimit
  case paymentTerms
  case contactName
  /// Through which channel a reminder went, and in which message.
  case reminderMessage
}

/// What is known of the settled invoices of a customer that were not read one by one.
public struct SettledInvoices: Sendable, Hashable {
  /// How many there are, credit notes not counted.
  public var count = 0
  /// How late those of them were paid that count for the customer's punctuality.
  public var delays = PaymentDelays()

  /// No such invoices.
  public init() {}
}

/// How late some invoices were paid.
public struct PaymentDelays: Sendable, Hashable {
  /// How many invoices.
  public private(set) var count: Int64 = 0
  /// How many of them after their due date.
  public private(set) var late: Int64 = 0
  /// The sum of their delays in days; early ones are negative.
  public private(set) var days: Int64 = 0

  /// No invoices.
  public init() {}

  /// Adds an invoice whose last payment was made so many days after its due date.
  public mutating func add(days delay: Int) {
    count += 1
    days += Int64(delay)
    if delay > 0 { late += 1 }
  }
}
