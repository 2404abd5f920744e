import Planning
import Receivables

/// How punctually customers paid within the year up to a day.
public struct Payers: Sendable {
  /// A customer and how it paid.
  public struct Payer: Sendable {
    /// The customer's identifier.
    public let customer: String
    /// The customer's name, where the ledger has one.
    public let customerName: String?
    /// How it paid.
    public let punctuality: Punctuality
  }

  /// The most customers in either list.
  public static let listed = 10

  /// All invoices of all customers that were settled within the year.
  public private(set) var overall = Punctuality(settled: 0, late: 0, delayDays: 0)
  /// Those that paid soonest, by mean delay from the least; no customer is in both lists.
  public private(set) var best: [Payer] = []
  /// Those that paid latest, by mean delay from the greatest.
  public private(set) var worst: [Payer] = []
  private var all: [Payer] = []

  mutating func add(_ customer: CustomerOnDay, on day: CalendarDate) {
    let punctuality = Punctuality(of: customer.invoices, on: day)
    guard punctuality.settled > 0 else { return }
    overall = overall.merged(with: punctuality)
    all.append(
      Payer(customer: customer.id, customerName: customer.name, punctuality: punctuality)
    )
  }

  /// Ranks the customers by mean delay; of equal ones the one with more invoices is more telling.
  mutating func close() {
    let ranked = all.map { (payer: $0, mean: $0.punctuality.meanDelay ?? .zero) }
      .sorted { left, right in
        if left.mean != right.mean { return left.mean < right.mean }
        let (one, other) = (left.payer.punctuality.settled, right.payer.punctuality.settled)
        return one != other ? one > other : precedes(left.payer.customer, right.payer.customer)
      }
      .map { $0.payer }
    all = []
    let half = (ranked.count + 1) / 2
    best = Array(ranked[..<half].prefix(Payers.listed))
    worst = Array(ranked[half...].reversed().prefix(Payers.listed))
  }
}
