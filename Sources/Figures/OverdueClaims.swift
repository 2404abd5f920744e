import Planning
import Receivables

/// One of the largest overdue claims, with what happened to it.
public struct OverdueClaim: Sendable {
  /// The most claims listed.
  public static let listed = 10

  /// The claim.
  public let claim: Claim
  /// What happened, by day.
  public let events: [ClaimEvent]
}

/// Something that happened to an invoice on a day.
public struct ClaimEvent: Sendable {
  /// What.
  public enum Kind: Sendable {
    /// It was issued.
    case issued
    /// It fell due.
    case due
    /// Money came in, in minor units of the invoice's currency; a refund is negative.
    case payment(Int64)
    /// A reminder was recorded: its step and channel.
    case reminder(step: String, channel: String)
    /// Payment was promised for a day.
    case promise(for: CalendarDate)
    /// The customer objected.
    case disputeOpened
    /// The objection was settled.
    case disputeClosed
  }

  /// The day.
  public let date: CalendarDate
  /// What happened.
  public let kind: Kind
}

/// Finds the largest overdue claims.
///
/// Amounts of several currencies are compared in euros at the rates of the day; those without a rate
/// come last.
struct OverdueTally {
  private struct Candidate {
    let euros: Int64
    let customer: CustomerOnDay
    let facts: InvoiceFacts
  }

  private let day: CalendarDate
  private let rates: ExchangeRates
  private var candidates: [Candidate] = []

  init(day: CalendarDate, rates: ExchangeRates) {
    self.day = day
    self.rates = rates
  }

  mutating func add(_ customer: CustomerOnDay) {
    for facts in customer.invoices where facts.isOverdue && !facts.invoice.isCreditNote {
      let money = Money(minorUnits: facts.balance ?? 0, currency: facts.invoice.currency)
      let euros: Int64
      switch rates.converting(money, to: .euro, on: day) {
      case .money(let amount): euros = amount.minorUnits
      case .missingRate, .overflow: euros = 0
      }
      candidates.append(Candidate(euros: euros, customer: customer, facts: facts))
    }
    // Customers without a large claim need not be kept.
    if candidates.count > 50 * OverdueClaim.listed { shorten() }
  }

  private mutating func shorten() {
    candidates.sort { left, right in
      left.euros != right.euros
        ? left.euros > right.euros : precedes(left.facts.invoice.id, right.facts.invoice.id)
    }
    candidates.removeLast(max(candidates.count - OverdueClaim.listed, 0))
  }

  /// The largest claims, the largest first.
  var figures: [OverdueClaim] {
    var tally = self
    tally.shorten()
    return tally.candidates.map { candidate in
      OverdueClaim(
        claim: Claim(candidate.facts, of: candidate.customer),
        events: ClaimEvent.all(of: candidate.facts)
      )
    }
  }
}

extension ClaimEvent {
  /// All that happened to an invoice up to its day; events of one day in the order of their kinds.
  static func all(of facts: InvoiceFacts) -> [ClaimEvent] {
    var events: [ClaimEvent] = []
    if let issuedOn = facts.invoice.issuedOn {
      events.append(ClaimEvent(date: issuedOn, kind: .issued))
    }
    events.append(ClaimEvent(date: facts.invoice.dueOn, kind: .due))
    for payment in facts.account.payments {
      events.append(ClaimEvent(date: payment.paidOn, kind: .payment(payment.amount)))
    }
    for reminder in facts.reminders {
      let kind = Kind.reminder(step: reminder.step, channel: reminder.channel)
      events.append(ClaimEvent(date: reminder.sentOn, kind: kind))
    }
    for promise in facts.account.promises {
      guard let madeOn = promise.madeOn else { continue }
      events.append(ClaimEvent(date: madeOn, kind: .promise(for: promise.promisedOn)))
    }
    for dispute in facts.account.disputes {
      events.append(ClaimEvent(date: dispute.openedOn, kind: .disputeOpened))
      if let closedOn = dispute.closedOn {
        events.append(ClaimEvent(date: closedOn, kind: .disputeClosed))
      }
    }
    return events.filter { $0.date <= facts.day }.enumerated()
      .sorted { ($0.element.date, $0.offset) < ($1.element.date, $1.offset) }
      .map { $0.element }
  }
}
