/// The kind of an invoice.
///
/// The raw value is the canonical word of scenarios and of the ledger.
public enum InvoiceKind: String, CaseIterable, Sendable {
  /// An ordinary invoice.
  case standard
  /// One of a series.
  case recurring = "récurrente"
  /// An exceptional one.
  case exceptional = "exceptionnelle"
  /// A request for a part payment in advance.
  case downPayment = "acompte"
  /// A credit note.
  case creditNote = "avoir"
}

/// An invoice or credit note as the ledger has it.
public struct Invoice: Sendable {
  /// The identifier, unique in the ledger.
  public var id: String
  /// The number printed on it.
  public var number: String
  /// Its kind.
  public var kind: InvoiceKind
  /// The day it was issued.
  public var issuedOn: CalendarDate?
  /// The day it is due.
  public var dueOn: CalendarDate
  /// The amount including tax in minor units; the sign is that of the ledger.
  public var amount: Int64
  /// The currency of the amount and of its payments.
  public var currency: Currency
  /// Whether an instalment plan is active.
  public var hasInstalmentPlan: Bool
  /// The values of the columns that scenario files declare: one place for each column of the
  /// request, in its order, empty for those of another table.
  public var extras: [LedgerValue?]

  /// An invoice; its number is its identifier if it has none of its own.
  public init(
    id: String,
    number: String? = nil,
    kind: InvoiceKind = .standard,
    issuedOn: CalendarDate? = nil,
    dueOn: CalendarDate,
    amount: Int64,
    currency: Currency = .euro,
    hasInstalmentPlan: Bool = false,
    extras: [LedgerValue?] = []
  ) {
    self.number = number ?? id
    self.id = id
    self.kind = kind
    self.issuedOn = issuedOn
    self.dueOn = dueOn
    self.amount = amount
    self.currency = currency
    self.hasInstalmentPlan = hasInstalmentPlan
    self.extras = extras
  }

  /// Whether the document lowers what is owed: kind `avoir` or a negative amount.
  public var isCreditNote: Bool {
    switch kind {
    case .creditNote: true
    case .standard, .recurring, .exceptional, .downPayment: amount < 0
    }
  }
}

extension Invoice {
  /// The day from which the claim can no longer be pursued in court.
  ///
  /// Five years after the due date between professionals (Code de commerce L110-4), two against a
  /// consumer (Code de la consommation L218-2). What interrupts limitation is not in the ledger.
  public func limitation(against customer: Customer) -> CalendarDate {
    dueOn.adding(years: customer.isConsumer ? 2 : 5)
  }
}

/// Money received for an invoice; a negative amount is a refund.
public struct Payment: Sendable, Hashable {
  /// The day of the payment.
  public var paidOn: CalendarDate
  /// The amount in minor units of the invoice's currency.
  public var amount: Int64

  /// A payment of an amount on a day.
  public init(paidOn: CalendarDate, amount: Int64) {
    self.paidOn = paidOn
    self.amount = amount
  }
}

/// A customer's objection to an invoice.
public struct Dispute: Sendable, Hashable {
  /// The day it was raised.
  public var openedOn: CalendarDate
  /// The day it was settled; from that day on the invoice is no longer disputed.
  public var closedOn: CalendarDate?

  /// A dispute from one day up to, not including, another.
  public init(openedOn: CalendarDate, closedOn: CalendarDate? = nil) {
    self.openedOn = openedOn
    self.closedOn = closedOn
  }

  /// Whether the invoice is disputed on a day.
  public func isOpen(on day: CalendarDate) -> Bool {
    guard openedOn <= day else { return false }
    guard let closedOn else { return true }
    return day < closedOn
  }
}

/// A customer's promise to pay an invoice.
public struct PaymentPromise: Sendable, Hashable {
  /// The day the promise was made; absent counts as the earliest.
  public var madeOn: CalendarDate?
  /// The day payment was promised for.
  public var promisedOn: CalendarDate

  /// A promise made on one day for another.
  public init(madeOn: CalendarDate? = nil, promisedOn: CalendarDate) {
    self.madeOn = madeOn
    self.promisedOn = promisedOn
  }
}

/// What a row of the reminder history shares with many others.
public final class ReminderKind: Sendable {
  /// The identifier of the step, as written.
  public let step: String
  /// The step's rank when it was sent, in fifths of a day.
  public let rank: Int
  /// The channel, or several joined by ` + `.
  public let channel: String
  /// The nature of the message, as written.
  public let nature: String

  /// What a row says beside its days.
  public init(step: String, rank: Int, channel: String, nature: String) {
    self.step = step
    self.rank = rank
    self.channel = channel
    self.nature = nature
  }
}

/// One row of the reminder history.
///
/// There are millions of them and few kinds: a row refers to its kind, so that one reference is
/// counted where it is copied.
public struct Reminder: Sendable {
  /// What it shares with others.
  public var kind: ReminderKind
  /// The day it was sent.
  public var sentOn: CalendarDate
  /// The day of the event the step answered; absent for steps counted from the due date.
  public var occurrence: CalendarDate?
  /// The message the row was part of; rows without one are messages of their own.
  public var messageID: String?

  /// A row of the history of a kind that is known.
  public init(
    _ kind: ReminderKind,
    sentOn: CalendarDate,
    occurrence: CalendarDate?,
    messageID: String?
  ) {
    self.kind = kind
    self.sentOn = sentOn
    self.occurrence = occurrence
    self.messageID = messageID
  }

  /// A row of the history.
  public init(
    step: String,
    rank: Int,
    channel: String,
    nature: String,
    sentOn: CalendarDate,
    occurrence: CalendarDate? = nil,
    messageID: String? = nil
  ) {
    self.init(
      ReminderKind(step: step, rank: rank, channel: channel, nature: nature),
      sentOn: sentOn,
      occurrence: occurrence,
      messageID: messageID
    )
  }

  /// The identifier of the step, as written.
  public var step: String { kind.step }
  /// The step's rank when it was sent, in fifths of a day.
  public var rank: Int { kind.rank }
  /// The channel, or several joined by ` + `.
  public var channel: String { kind.channel }
  /// The nature of the message, as written.
  public var nature: String { kind.nature }
}
