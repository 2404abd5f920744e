import Diagnostics
import Receivables
import Syntax

/// What is to be done on a day, and what every invoice waits for.
public struct Plan: Sendable {
  /// The day.
  public var date: CalendarDate
  /// The messages, calls and tasks of the day: by customer, then severity from the highest, then
  /// channel.
  public var actions: [PlannedAction]
  /// One status for each invoice that exists on the day, by identifier.
  ///
  /// Empty where they were asked to be counted only.
  public var statuses: [InvoiceStatus]
  /// How many invoices have each status.
  public var summary: StatusSummary

  /// A plan of its parts.
  public init(date: CalendarDate, actions: [PlannedAction], statuses: [InvoiceStatus]) {
    self.date = date
    self.actions = actions
    self.statuses = statuses
    summary = StatusSummary(statuses)
  }

  /// The plan of a day for several customers, in the order of their identifiers.
  public init(date: CalendarDate, customers: some Sequence<Planner.CustomerPlan>) {
    self.date = date
    actions = []
    statuses = []
    summary = StatusSummary()
    for plan in customers {
      actions += plan.actions
      statuses += plan.statuses
      summary.add(plan.summary)
    }
    statuses.sort { precedes($0.invoice, $1.invoice) }
  }

  /// The plan of a day of its parts, which are for different customers, in their order.
  public init(date: CalendarDate, parts: [Plan]) {
    self.date = date
    actions = []
    statuses = []
    summary = StatusSummary()
    actions.reserveCapacity(parts.reduce(0) { $0 + $1.actions.count })
    statuses.reserveCapacity(parts.reduce(0) { $0 + $1.statuses.count })
    for part in parts {
      actions += part.actions
      statuses += part.statuses
      summary.add(part.summary)
    }
    statuses.sort { precedes($0.invoice, $1.invoice) }
  }
}

/// One message, call or task, about one or more invoices of a customer.
public struct PlannedAction: Sendable {
  /// The customer's identifier.
  public var customer: String
  /// The customer's name, where the ledger has one.
  public var customerName: String?
  /// The scenario's name.
  public var scenario: String
  /// How the customer is reached.
  public var channel: Channel
  /// What for.
  public var nature: Nature
  /// In which tone.
  public var tone: Tone
  /// By whom.
  public var mode: ActionMode
  /// Whom it goes to.
  public var recipient: ContactRole
  /// Who gets a copy.
  public var copies: [ContactRole]
  /// Who is told internally.
  public var notifications: [ContactRole]
  /// The template asked for, as declared.
  public var template: String?
  /// The currency of all its amounts but the indemnity, which is in euros.
  public var currency: Currency
  /// What it shows or carries.
  public var enclosures: [Enclosure]
  /// The days it grants.
  public var graceDays: Int?
  /// The event it answers.
  public var event: Event?
  /// The sum of the balances in minor units.
  public var totalBalance: Int64
  /// The sum of the interest in minor units; absent where a rate is missing.
  public var totalInterest: Int64?
  /// The sum of the indemnities in euro cents.
  public var totalIndemnity: Int64
  /// The invoices by due date, then identifier.
  public var invoices: [PlannedInvoice]
  /// The identifier of the invoice whose step gives the message.
  public var leadingInvoice: String
  /// Why it is done, and why in this way.
  public var reasons: [Reason]
}

/// An invoice within an action.
public struct PlannedInvoice: Sendable {
  /// The invoice's identifier.
  public var id: String
  /// The number printed on it.
  public var number: String
  /// The identifier of its own step, under which it is recorded.
  public var step: String
  /// The rank of that step.
  public var rank: Int
  /// The event's day, for an event step.
  public var occurrence: CalendarDate?
  /// The due date.
  public var dueOn: CalendarDate
  /// Days since the due date, negative before it.
  public var daysLate: Int
  /// What is owed, in minor units.
  public var balance: Int64
  /// The late-payment interest in minor units; absent where a rate is missing.
  public var interest: Int64?
  /// The rate that is missing.
  public var missingRate: MissingRate?
  /// The fixed recovery sum in euro cents.
  public var indemnity: Int64
}

/// A reference rate that no table has.
public struct MissingRate: Hashable, Sendable {
  /// Which rate.
  public let reference: ReferenceRate
  /// For which half-year.
  public let halfYear: HalfYear

  /// A rate that is missing for a half-year.
  public init(_ reference: ReferenceRate, _ halfYear: HalfYear) {
    self.reference = reference
    self.halfYear = halfYear
  }
}

/// Where an invoice stands on a day.
public struct InvoiceStatus: Sendable {
  /// The statuses, in the order in which they are tried.
  ///
  /// The raw value is the name in outputs.
  public enum Kind: String, CaseIterable, Sendable {
    /// Nothing is owed.
    case paid
    /// It cannot be planned: unknown scenario, missing exchange rate, overflow.
    case error
    /// No scenario takes it.
    case uncovered
    /// A rule excludes it.
    case excluded
    /// A step is due but a rule or a hold suspends it.
    case suspended
    /// A step is due but a cap, the threshold or a day off holds it back.
    case deferred
    /// It is in an action of the plan.
    case action
    /// No step is left.
    case completed
    /// The next step is still to come.
    case waiting
  }

  /// The invoice's identifier.
  public var invoice: String
  /// The customer's identifier.
  public var customer: String
  /// The status.
  public var kind: Kind
  /// The scenario's name, where one was found.
  public var scenario: String?
  /// The identifier of the step that is due or comes next.
  public var step: String?
  /// The day of that step, where it is known.
  public var nextOn: CalendarDate?
  /// Why.
  public var reason: Reason
}

/// A reason with the place in the scenario files that gave it.
public struct Reason: Hashable, Sendable {
  /// The reason.
  public let message: Message
  /// The place, where the files gave it.
  public let range: SourceRange?

  /// A reason, with its place where there is one.
  public init(_ message: Message, at range: SourceRange? = nil) {
    self.message = message
    self.range = range
  }
}
