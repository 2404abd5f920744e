import Receivables

/// A place between two neighbouring values of an axis.
enum Cut: Hashable, Comparable {
  /// Behind "no value" and before all values.
  case presence
  /// Right before a value.
  case before(Rational)
  /// Right behind a value.
  case after(Rational)

  static func < (left: Cut, right: Cut) -> Bool {
    switch (left, right) {
    case (_, .presence): false
    case (.presence, _): true
    case (.before(let left), .before(let right)), (.after(let left), .after(let right)):
      left < right
    case (.before(let left), .after(let right)): left <= right
    case (.after(let left), .before(let right)): left < right
    }
  }

  /// The same place among whole numbers, always right before one.
  func amongWholes() throws(ArithmeticOverflow) -> Cut {
    switch self {
    case .presence: .presence
    case .before(let value): .before(try value.roundedUp())
    case .after(let value): .before(try value.roundedDown().adding(.one))
    }
  }

  fileprivate func moved(by offset: Rational) throws(ArithmeticOverflow) -> Cut {
    switch self {
    case .presence: .presence
    case .before(let value): .before(try value.adding(offset))
    case .after(let value): .after(try value.adding(offset))
    }
  }

  /// The place after dividing all values by a number; a negative one turns the axis round.
  fileprivate func divided(by factor: Rational) throws(ArithmeticOverflow) -> Cut {
    switch self {
    case .presence: .presence
    case .before(let value):
      factor > .zero
        ? .before(try value.divided(by: factor)) : .after(try value.divided(by: factor))
    case .after(let value):
      factor > .zero
        ? .after(try value.divided(by: factor)) : .before(try value.divided(by: factor))
    }
  }

  /// The place that a cut among whole numbers has among the numbers that are rounded to them, a
  /// half going away from zero.
  fileprivate func beforeRounding() throws(ArithmeticOverflow) -> Cut {
    switch try amongWholes() {
    case .before(let whole):
      whole > .zero
        ? .before(try whole.subtracting(.half)) : .after(try whole.subtracting(.half))
    case let other: other
    }
  }
}

/// The values between two cuts of an axis, or up to its ends.
struct Interval: Hashable {
  /// Where it begins; without it, with the least value.
  var lower: Cut?
  /// Where it ends; without it, with the greatest value.
  var upper: Cut?

  /// All values.
  static let all = Interval()

  /// A single value.
  init(_ value: Rational) {
    lower = .before(value)
    upper = .after(value)
  }

  init(from lower: Cut? = nil, to upper: Cut? = nil) {
    self.lower = lower
    self.upper = upper
  }

  /// Whether no value lies between the cuts; among whole numbers only once they are made whole.
  var isEmpty: Bool {
    guard let lower, let upper else { return false }
    return lower >= upper
  }

  /// Whether a value lies between the cuts.
  func contains(_ value: Rational) -> Bool {
    if let lower, lower > .before(value) { return false }
    if let upper, upper < .after(value) { return false }
    return true
  }

  /// The values of both.
  func intersection(_ other: Interval) -> Interval {
    var result = self
    if let bound = other.lower { result.lower = lower.map { max($0, bound) } ?? bound }
    if let bound = other.upper { result.upper = upper.map { min($0, bound) } ?? bound }
    return result
  }

  /// The interval among whole numbers.
  func amongWholes() throws(ArithmeticOverflow) -> Interval {
    Interval(from: try lower?.amongWholes(), to: try upper?.amongWholes())
  }

  /// The values x for which x − offset lies in the interval.
  func moved(by offset: Rational) throws(ArithmeticOverflow) -> Interval {
    Interval(from: try lower?.moved(by: offset), to: try upper?.moved(by: offset))
  }

  /// The values x for which x × factor lies in the interval; the factor must not be zero.
  func divided(by factor: Rational) throws(ArithmeticOverflow) -> Interval {
    let first = try lower?.divided(by: factor)
    let second = try upper?.divided(by: factor)
    return factor > .zero ? Interval(from: first, to: second) : Interval(from: second, to: first)
  }

  /// The values that lie in the interval once rounded, a half going away from zero.
  func beforeRounding() throws(ArithmeticOverflow) -> Interval {
    Interval(from: try lower?.beforeRounding(), to: try upper?.beforeRounding())
  }
}

extension Rational {
  /// One half.
  static let half = Percentage(basisPoints: 5_000).fraction

  /// A whole number.
  static func whole(_ value: Int128) throws(ArithmeticOverflow) -> Rational {
    guard let number = Rational(numerator: value, denominator: 1) else {
      throw ArithmeticOverflow()
    }
    return number
  }

  /// The greatest whole number that is not above this one.
  func roundedDown() throws(ArithmeticOverflow) -> Rational {
    let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
    return try .whole(remainder < 0 ? quotient - 1 : quotient)
  }

  /// The least whole number that is not below this one.
  func roundedUp() throws(ArithmeticOverflow) -> Rational {
    let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
    return try .whole(remainder > 0 ? quotient + 1 : quotient)
  }

  /// The nearest whole number, a half going away from zero.
  func rounded() throws(ArithmeticOverflow) -> Rational {
    Rational(try roundedHalfAwayFromZero())
  }
}
