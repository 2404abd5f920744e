import Receivables

/// That a sum of multiples of unknowns lies in an interval; unknowns are numbered from 0.
struct LinearConstraint {
  /// The unknowns and their factors.
  let terms: [(unknown: Int, factor: Rational)]
  /// Where the sum lies.
  let target: Interval
}

/// Unknown numbers under linear constraints.
///
/// Unknowns are eliminated one after the other, from the last to the first, each pair of bounds of
/// the one that goes leaving a bound of the others (Fourier 1826, Motzkin 1936); bounds of whole
/// numbers are made whole on the way. What remains when all are gone tells whether the constraints
/// exclude each other; on the way back each unknown finds the interval that those before it leave.
struct LinearSystem {
  /// The most bounds that an elimination may leave.
  static let limit = 2_000

  /// What became of a search for values.
  enum Outcome {
    /// These values satisfy all constraints.
    case found([Rational])
    /// No values do.
    case impossible
    /// None were found.
    case unknown
  }

  private let grains: [Grain]
  /// The bounds after each elimination, those of the first unknown alone first.
  private var stages: [Bounds] = []

  /// An upper bound of a sum.
  private struct Bound {
    var value: Rational
    var isReached: Bool

    func isTighter(than other: Bound) -> Bool {
      value < other.value || value == other.value && !isReached && other.isReached
    }
  }

  /// The tightest bound of each sum; a sum is the list of the factors of all unknowns.
  private typealias Bounds = [[Rational]: Bound]

  /// Looks for values of unknowns of some grain under constraints; `choose` gives each in turn a
  /// value within the interval that those before it leave.
  static func solve(
    _ grains: [Grain],
    _ constraints: [LinearConstraint],
    choosing choose: (Int, Interval, [Rational]) -> Rational?
  ) -> Outcome {
    var system = LinearSystem(grains: grains)
    do throws(ArithmeticOverflow) {
      guard try system.eliminate(constraints) else { return .impossible }
      var values: [Rational] = []
      for (unknown, stage) in system.stages.enumerated() {
        let interval = try system.interval(of: unknown, in: stage, after: values)
        guard let value = choose(unknown, interval, values), interval.contains(value) else {
          return .unknown
        }
        values.append(value)
      }
      return .found(values)
    } catch {
      return .unknown
    }
  }

  private init(grains: [Grain]) { self.grains = grains }

  /// Works out all stages; false if the constraints exclude each other.
  private mutating func eliminate(
    _ constraints: [LinearConstraint]
  ) throws(ArithmeticOverflow) -> Bool {
    var bounds: Bounds = [:]
    for constraint in constraints {
      var sum = Array(repeating: Rational.zero, count: grains.count)
      for term in constraint.terms { sum[term.unknown] = term.factor }
      if let upper = constraint.target.upper, let value = upper.value {
        try tighten(&bounds, sum, Bound(value: value, isReached: upper == .after(value)))
      }
      if let lower = constraint.target.lower, let value = lower.value {
        try tighten(
          &bounds,
          sum.map { $0.negated() },
          Bound(value: value.negated(), isReached: lower == .before(value))
        )
      }
    }
    for unknown in grains.indices.reversed() {
      stages.append(bounds)
      bounds = try eliminating(unknown, from: bounds)
      guard bounds.count <= LinearSystem.limit else { throw ArithmeticOverflow() }
    }
    stages.reverse()
    return !bounds.values.contains { bound in
      bound.value < .zero || bound.value == .zero && !bound.isReached
    }
  }

  private func eliminating(
    _ unknown: Int,
    from bounds: Bounds
  ) throws(ArithmeticOverflow) -> Bounds {
    var result: Bounds = [:]
    for (sum, bound) in bounds {
      if sum[unknown] == .zero { try tighten(&result, sum, bound) }
      guard sum[unknown] > .zero else { continue }
      for (other, otherBound) in bounds where other[unknown] < .zero {
        let factor = try sum[unknown].divided(by: other[unknown].negated())
        var combined: [Rational] = []
        for index in sum.indices {
          combined.append(try sum[index].adding(other[index].multiplied(by: factor)))
        }
        let value = try bound.value.adding(otherBound.value.multiplied(by: factor))
        let isReached = bound.isReached && otherBound.isReached
        try tighten(&result, combined, Bound(value: value, isReached: isReached))
      }
    }
    return result
  }

  /// Adds a bound of a sum; the sum is scaled, so that its multiples share one bound.
  private func tighten(
    _ bounds: inout Bounds,
    _ sum: [Rational],
    _ bound: Bound
  ) throws(ArithmeticOverflow) {
    var sum = sum
    var bound = bound
    if let scale = try Rational.commonScale(of: sum) {
      for index in sum.indices { sum[index] = try sum[index].divided(by: scale) }
      bound.value = try bound.value.divided(by: scale)
      let isWhole = sum.indices.allSatisfy { sum[$0] == .zero || grains[$0] == .whole }
      if isWhole {
        let whole = try bound.value.roundedDown()
        let isAbove = whole == bound.value && !bound.isReached
        bound = Bound(value: isAbove ? try whole.subtracting(.one) : whole, isReached: true)
      }
    }
    if let known = bounds[sum], !bound.isTighter(than: known) { return }
    bounds[sum] = bound
  }

  /// What a stage leaves of an unknown once those before it have values.
  private func interval(
    of unknown: Int,
    in stage: Bounds,
    after values: [Rational]
  ) throws(ArithmeticOverflow) -> Interval {
    var interval = Interval.all
    for (sum, bound) in stage where sum[unknown] != .zero {
      var rest = bound.value
      for (index, value) in values.enumerated() {
        rest = try rest.subtracting(sum[index].multiplied(by: value))
      }
      let limit = Interval(to: bound.isReached ? .after(rest) : .before(rest))
      interval = interval.intersection(try limit.divided(by: sum[unknown]))
    }
    return interval
  }
}

extension Rational {
  /// The positive number that divides some numbers into whole ones without a common divisor; `nil`
  /// if all are zero.
  static func commonScale(of numbers: [Rational]) throws(ArithmeticOverflow) -> Rational? {
    var divisor: Int128 = 0
    var multiple: Int128 = 1
    for number in numbers where number != .zero {
      divisor = greatestCommonDivisor(divisor, number.numerator)
      let factor = number.denominator / greatestCommonDivisor(multiple, number.denominator)
      let (product, overflow) = multiple.multipliedReportingOverflow(by: factor)
      guard !overflow else { throw ArithmeticOverflow() }
      multiple = product
    }
    return divisor == 0 ? nil : Rational(numerator: divisor, denominator: multiple)
  }
}

private func greatestCommonDivisor(_ first: Int128, _ second: Int128) -> Int128 {
  var (larger, smaller) = (first, second)
  while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
  return larger < 0 ? -larger : larger
}
