/// A share or a yearly rate, such as 2,15 %.
public struct Percentage: Hashable, Comparable, Sendable {
  /// The value as a fraction of one: 2,15 % is 215/10000.
  public let fraction: Rational

  /// The percentage of a fraction of one.
  public init(fraction: Rational) { self.fraction = fraction }

  /// The percentage of so many hundredths; throws if the fraction does not fit.
  public init(percent: Rational) throws(ArithmeticOverflow) {
    fraction = try percent.divided(by: Rational(100))
  }

  /// The percentage of so many hundredths of a percent: 2,15 % is 215 basis points.
  public init(basisPoints: Int64) {
    fraction = Rational(reducing: Int128(basisPoints), over: 10_000)
  }

  /// Whether this percentage is less than another.
  public static func < (left: Self, right: Self) -> Bool { left.fraction < right.fraction }
}
