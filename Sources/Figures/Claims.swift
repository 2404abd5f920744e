import Planning
import Receivables

/// An invoice on which something is owed, as lists name it.
public struct Claim: Sendable {
  /// The invoice's identifier.
  public let invoice: String
  /// The number printed on it.
  public let number: String
  /// The customer's identifier.
  public let customer: String
  /// The customer's name, where the ledger has one.
  public let customerName: String?
  /// The due date.
  public let dueOn: CalendarDate
  /// Days since the due date, negative before it.
  public let daysLate: Int
  /// The currency of the balance.
  public let currency: Currency
  /// What is owed, in minor units.
  public let balance: Int64

  init(_ facts: InvoiceFacts, of customer: CustomerOnDay) {
    invoice = facts.invoice.id
    number = facts.invoice.number
    self.customer = customer.id
    customerName = customer.name
    dueOn = facts.invoice.dueOn
    daysLate = facts.daysLate
    currency = facts.invoice.currency
    balance = facts.balance ?? 0
  }
}

/// A claim that will soon be barred by limitation, or is.
public struct LimitedClaim: Sendable {
  /// How many days ahead claims are listed: half a year leaves time to go to court.
  public static let horizon = 180

  /// The claim.
  public let claim: Claim
  /// The day from which it is barred.
  public let limitedOn: CalendarDate
  /// The days left until then; zero or negative once it is barred.
  public let daysLeft: Int
}

/// A claim whose customer promised to pay by a day that went by.
public struct BrokenPromise: Sendable {
  /// The claim.
  public let claim: Claim
  /// The day the promise was made, where it is known.
  public let madeOn: CalendarDate?
  /// The day payment was promised for.
  public let promisedOn: CalendarDate
  /// The days since then.
  public let daysSince: Int
}

/// A claim to which the customer objects.
public struct DisputedClaim: Sendable {
  /// The claim.
  public let claim: Claim
  /// The day the oldest of its open disputes was raised.
  public let openedOn: CalendarDate
  /// The days since then.
  public let daysOpen: Int
}

/// The claims that need a person's attention.
public struct Watchlist: Sendable {
  /// Those near limitation, the nearest first.
  public private(set) var limited: [LimitedClaim] = []
  /// Those with a broken promise, the one broken longest first.
  public private(set) var brokenPromises: [BrokenPromise] = []
  /// Those in dispute, the oldest dispute first.
  public private(set) var disputed: [DisputedClaim] = []

  mutating func add(_ customer: CustomerOnDay, on day: CalendarDate) {
    for facts in customer.invoices where !facts.invoice.isCreditNote && (facts.balance ?? 0) > 0 {
      let limitedOn = facts.invoice.limitation(against: customer.account.customer)
      let daysLeft = limitedOn.days(since: day)
      if daysLeft <= LimitedClaim.horizon {
        let claim = Claim(facts, of: customer)
        limited.append(LimitedClaim(claim: claim, limitedOn: limitedOn, daysLeft: daysLeft))
      }
      if facts.isPromiseBroken, let promise = facts.promise {
        brokenPromises.append(
          BrokenPromise(
            claim: Claim(facts, of: customer),
            madeOn: promise.madeOn,
            promisedOn: promise.promisedOn,
            daysSince: day.days(since: promise.promisedOn)
          )
        )
      }
      let disputes = facts.account.disputes.filter { $0.isOpen(on: day) }
      if let openedOn = disputes.map({ $0.openedOn }).min() {
        disputed.append(
          DisputedClaim(
            claim: Claim(facts, of: customer),
            openedOn: openedOn,
            daysOpen: day.days(since: openedOn)
          )
        )
      }
    }
  }

  mutating func close() {
    limited.sort { ($0.limitedOn, $0.claim) < ($1.limitedOn, $1.claim) }
    brokenPromises.sort { ($0.promisedOn, $0.claim) < ($1.promisedOn, $1.claim) }
    disputed.sort { ($0.openedOn, $0.claim) < ($1.openedOn, $1.claim) }
  }
}

extension Claim: Comparable {
  /// Whether two claims are about the same invoice.
  public static func == (left: Self, right: Self) -> Bool { left.invoice == right.invoice }

  /// Orders by the bytes of the invoice's identifier.
  public static func < (left: Self, right: Self) -> Bool { precedes(left.invoice, right.invoice) }
}
