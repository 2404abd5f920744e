/// How the yearly rate of late-payment interest is fixed (Code de commerce L441-10 II).
public enum PenaltyRule: Hashable, Sendable {
  /// The ECB main refinancing rate and so many points more; 10 points without an agreement.
  case ecbPlus(Percentage)

  /// A multiple of the legal interest rate between professionals; an agreed rate is at least 3.
  case legalTimes(Rational)

  /// A rate that the contract gives.
  case fixed(Percentage)

  /// No interest.
  case none

  /// The published rate that interest hangs on, if it hangs on one.
  public var reference: ReferenceRate? {
    switch self {
    case .ecbPlus: .ecb
    case .legalTimes: .legal
    case .fixed, .none: nil
    }
  }
}
