/// A figure that leaves the range of its type, so that no right answer can be given.
public struct ArithmeticOverflow: Error, Hashable, Sendable {
  /// The error has no details: who asked for the figure knows what it was for.
  public init() {}
}

/// An exact fraction of two 128-bit integers, always in lowest terms.
///
/// Every operation gives the exact result or throws `ArithmeticOverflow`; none rounds but those
/// that say so, and none traps.
public struct Rational: Hashable, Sendable {
  /// The numerator, which carries the sign; never the least `Int128`, so that it can be negated.
  public let numerator: Int128

  /// The denominator, at least 1.
  public let denominator: Int128

  /// Zero.
  public static let zero = Rational(0)

  /// One.
  public static let one = Rational(1)

  /// A whole number.
  public init(_ value: Int64) {
    numerator = Int128(value)
    denominator = 1
  }

  /// A fraction; `nil` if the denominator is zero or either part is the least `Int128`.
  public init?(numerator: Int128, denominator: Int128) {
    guard denominator != 0, numerator != .min, denominator != .min else { return nil }
    let sign: Int128 = denominator < 0 ? -1 : 1
    self.init(reducing: sign * numerator, over: sign * denominator)
  }

  /// A fraction of a numerator other than the least `Int128` over a positive denominator.
  init(reducing numerator: Int128, over denominator: Int128) {
    let divisor = greatestCommonDivisor(numerator, denominator)
    self.init(reducedNumerator: numerator / divisor, denominator / divisor)
  }

  private init(reducedNumerator numerator: Int128, _ denominator: Int128) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// The sum with another number.
  public func adding(_ other: Self) throws(ArithmeticOverflow) -> Self {
    if numerator == 0 { return other }
    if denominator == other.denominator {
      let sum = try checked(numerator.addingReportingOverflow(other.numerator))
      return Self(reducing: sum, over: denominator)
    }
    let common = greatestCommonDivisor(denominator, other.denominator)
    let left = try product(numerator, other.denominator / common)
    let right = try product(other.numerator, denominator / common)
    let sum = try checked(left.addingReportingOverflow(right))
    // A factor that the sum shares with the denominator can only come from the common one.
    let factor = greatestCommonDivisor(sum, common)
    let newDenominator = try product(denominator / common, other.denominator / factor)
    return Self(reducedNumerator: sum / factor, newDenominator)
  }

  /// The difference from another number.
  public func subtracting(_ other: Self) throws(ArithmeticOverflow) -> Self {
    try adding(other.negated())
  }

  /// The product with another number.
  public func multiplied(by other: Self) throws(ArithmeticOverflow) -> Self {
    let first = greatestCommonDivisor(numerator, other.denominator)
    let second = greatestCommonDivisor(other.numerator, denominator)
    return Self(
      reducedNumerator: try product(numerator / first, other.numerator / second),
      try product(denominator / second, other.denominator / first)
    )
  }

  /// The quotient by another number; dividing by zero throws as well, as it has no result.
  public func divided(by other: Self) throws(ArithmeticOverflow) -> Self {
    guard other.numerator != 0 else { throw ArithmeticOverflow() }
    let sign: Int128 = other.numerator < 0 ? -1 : 1
    let reciprocal = Self(
      reducedNumerator: sign * other.denominator,
      sign * other.numerator
    )
    return try multiplied(by: reciprocal)
  }

  /// The number of the opposite sign.
  public func negated() -> Self { Self(reducedNumerator: -numerator, denominator) }

  /// The nearest whole number, a half going away from zero.
  public func roundedHalfAwayFromZero() throws(ArithmeticOverflow) -> Int64 {
    try roundedProduct(with: 1)
  }

  /// The product with a whole number, rounded once, a half going away from zero.
  ///
  /// It throws only if the result itself is out of range: the product is taken in 256 bits.
  public func roundedProduct(with factor: Int64) throws(ArithmeticOverflow) -> Int64 {
    let product = numerator.magnitude.multipliedFullWidth(by: UInt128(factor.magnitude))
    let divisor = denominator.magnitude
    guard product.high < divisor else { throw ArithmeticOverflow() }
    let (quotient, remainder) =
      product.high == 0
      ? product.low.quotientAndRemainder(dividingBy: divisor)
      : divisor.dividingFullWidth(product)
    guard let truncated = Int128(exactly: quotient) else { throw ArithmeticOverflow() }
    let awayFromZero: Int128 = remainder >= divisor - remainder ? 1 : 0
    let rounded = try checked(truncated.addingReportingOverflow(awayFromZero))
    let isNegative = (numerator < 0) != (factor < 0)
    guard let result = Int64(exactly: isNegative ? -rounded : rounded) else {
      throw ArithmeticOverflow()
    }
    return result
  }
}

extension Rational: Comparable {
  /// Whether this number is less than another; exact for all values.
  public static func < (left: Self, right: Self) -> Bool {
    guard left.denominator != right.denominator else { return left.numerator < right.numerator }
    let first = left.numerator.multipliedFullWidth(by: right.denominator)
    let second = right.numerator.multipliedFullWidth(by: left.denominator)
    return (first.high, first.low) < (second.high, second.low)
  }
}

private func product(_ left: Int128, _ right: Int128) throws(ArithmeticOverflow) -> Int128 {
  try checked(left.multipliedReportingOverflow(by: right))
}

private func checked(
  _ result: (partialValue: Int128, overflow: Bool)
) throws(ArithmeticOverflow) -> Int128 {
  guard !result.overflow, result.partialValue != .min else { throw ArithmeticOverflow() }
  return result.partialValue
}

/// The greatest common divisor, positive unless both numbers are zero.
private func greatestCommonDivisor(_ first: Int128, _ second: Int128) -> Int128 {
  var larger = first.magnitude
  var smaller = second.magnitude
  // Division of 64-bit words is several times faster, and nearly all figures fit.
  while smaller > UInt128(UInt64.max) || (larger > UInt128(UInt64.max) && smaller != 0) {
    (larger, smaller) = (smaller, larger % smaller)
  }
  guard smaller != 0 else { return Int128(larger) }
  var wordLarger = UInt64(larger)
  var wordSmaller = UInt64(smaller)
  while wordSmaller != 0 {
    (wordLarger, wordSmaller) = (wordSmaller, wordLarger % wordSmaller)
  }
  return Int128(wordLarger)
}
