/// A published rate to which late-payment interest may refer.
public enum ReferenceRate: CaseIterable, Hashable, Sendable {
  /// The European Central Bank's main refinancing rate.
  case ecb

  /// The French legal interest rate between professionals.
  case legal
}

/// The reference rates by half-year.
///
/// The rate of a half-year is the one in force on its first day (Code de commerce L441-10 II). A
/// half-year that is not in the table has no rate: it is never a zero.
public struct InterestRates: Hashable, Sendable {
  private var ecb: [HalfYear: Percentage] = [:]
  private var legal: [HalfYear: Percentage] = [:]

  /// Tables without any rate.
  public init() {}

  /// The rate of a half-year; `nil` if it is not known.
  public func rate(_ reference: ReferenceRate, in halfYear: HalfYear) -> Percentage? {
    table(reference)[halfYear]
  }

  /// The latest half-year whose rate is known; `nil` for an empty table.
  public func lastKnown(_ reference: ReferenceRate) -> HalfYear? {
    table(reference).keys.max()
  }

  /// The half-years whose rate is known, in order.
  public func halfYears(_ reference: ReferenceRate) -> [HalfYear] {
    table(reference).keys.sorted()
  }

  /// Gives a half-year its rate, in place of the one it had.
  public mutating func set(
    _ reference: ReferenceRate,
    in halfYear: HalfYear,
    to rate: Percentage
  ) {
    switch reference {
    case .ecb: ecb[halfYear] = rate
    case .legal: legal[halfYear] = rate
    }
  }

  private func table(_ reference: ReferenceRate) -> [HalfYear: Percentage] {
    switch reference {
    case .ecb: ecb
    case .legal: legal
    }
  }
}
