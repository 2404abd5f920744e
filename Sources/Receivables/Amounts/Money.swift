/// An amount of money in the minor units of one currency.
public struct Money: Hashable, Sendable {
  /// The amount in the currency's minor unit: cents for the euro, yen for the yen.
  public let minorUnits: Int64

  /// The currency.
  public let currency: Currency

  /// An amount of so many minor units.
  @inlinable
  public init(minorUnits: Int64, currency: Currency) {
    self.minorUnits = minorUnits
    self.currency = currency
  }

  /// The sum; currencies are never added up, so that another currency throws like an overflow.
  public func adding(_ other: Self) throws(ArithmeticOverflow) -> Self {
    try combined(with: other, minorUnits.addingReportingOverflow(other.minorUnits))
  }

  /// The difference; an amount of another currency throws like an overflow.
  public func subtracting(_ other: Self) throws(ArithmeticOverflow) -> Self {
    try combined(with: other, minorUnits.subtractingReportingOverflow(other.minorUnits))
  }

  /// The product with a number, rounded to the minor unit, a half going away from zero.
  public func multiplied(by factor: Rational) throws(ArithmeticOverflow) -> Self {
    Self(minorUnits: try factor.roundedProduct(with: minorUnits), currency: currency)
  }

  private func combined(
    with other: Self,
    _ result: (partialValue: Int64, overflow: Bool)
  ) throws(ArithmeticOverflow) -> Self {
    guard currency == other.currency, !result.overflow else { throw ArithmeticOverflow() }
    return Self(minorUnits: result.partialValue, currency: currency)
  }
}
