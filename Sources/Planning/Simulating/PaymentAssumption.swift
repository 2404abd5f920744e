/// How customers are taken to pay in a simulation.
public enum PaymentAssumption: Hashable, Sendable {
  /// Nobody pays any more.
  case none
  /// As the ledger says: the test of a scenario on the past.
  case actual
  /// Each customer as late as it paid within the last year on average.
  case expected
  /// Each invoice as late as one that the customer settled within the last year, drawn by a seed.
  case sampled(seed: UInt64)

  /// The name in commands and outputs.
  public var name: String {
    switch self {
    case .none: "none"
    case .actual: "actual"
    case .expected: "expected"
    case .sampled: "sampled"
    }
  }
}
