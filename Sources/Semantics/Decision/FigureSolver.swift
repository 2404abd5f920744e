import Receivables

/// A figure that an invoice has: a field, or a field as an amount in another currency.
enum Unknown: Hashable {
  case field(FieldReference)
  case amount(FieldReference, Currency)

  /// The field.
  var field: FieldReference {
    switch self {
    case .field(let field), .amount(let field, _): field
    }
  }
}

/// The figures of an invoice, as far as they matter.
struct Figures {
  /// The figures.
  var values: [Unknown: Rational] = [:]
  /// The fields without a value.
  var absences: Set<FieldReference> = []
}

/// That a sum of multiples of figures lies in an interval.
struct LinearConstraint {
  /// The figures and their factors.
  let terms: [(figure: Unknown, factor: Rational)]
  /// Where the sum lies.
  let target: Interval
}

/// Narrows the intervals of figures to what linear constraints leave of them, and chooses values.
///
/// Narrowing never drops a solution, so that an interval it empties proves that there is none. The
/// choice may miss solutions; what it finds satisfies every constraint.
struct FigureSolver {
  /// What became of a search.
  enum Outcome {
    /// These values satisfy all constraints.
    case found([Unknown: Rational])
    /// No values do.
    case impossible
    /// None were found.
    case unknown
  }

  /// The intervals of the figures.
  private var intervals: [Unknown: Interval]
  private let order: [Unknown]
  private let constraints: [LinearConstraint]
  private let grain: (Unknown) -> Grain

  /// A solver for figures in their order, each with its interval, under constraints.
  init(
    _ figures: [(figure: Unknown, interval: Interval)],
    constraints: [LinearConstraint],
    grain: @escaping (Unknown) -> Grain
  ) {
    order = figures.map { $0.figure }
    intervals = [:]
    for (figure, interval) in figures { intervals[figure] = interval }
    self.constraints = constraints
    self.grain = grain
  }

  /// Looks for values, each chosen as naturally as the others leave it.
  mutating func solve(choosing choice: (Unknown, Interval) -> Rational?) -> Outcome {
    do throws(ArithmeticOverflow) {
      guard try narrow() else { return .impossible }
      var values: [Unknown: Rational] = [:]
      for figure in order {
        guard let value = try settle(figure, choice) else { return .unknown }
        values[figure] = value
      }
      return try satisfy(values) ? .found(values) : .unknown
    } catch {
      return .unknown
    }
  }

  /// Gives a figure a value that leaves the others possible: the chosen one or an end of its
  /// interval.
  private mutating func settle(
    _ figure: Unknown,
    _ choice: (Unknown, Interval) -> Rational?
  ) throws(ArithmeticOverflow) -> Rational? {
    let interval = intervals[figure] ?? .all
    let candidates = [choice(figure, interval), interval.lower?.value, interval.upper?.value]
    for candidate in candidates {
      guard let candidate, interval.contains(candidate) else { continue }
      let saved = intervals
      intervals[figure] = Interval(candidate)
      if try narrow() { return candidate }
      intervals = saved
    }
    return nil
  }

  /// Narrows all intervals as far as a bounded number of rounds goes; false if one is empty.
  private mutating func narrow() throws(ArithmeticOverflow) -> Bool {
    for (figure, interval) in intervals where grain(figure) == .whole {
      intervals[figure] = try interval.closedAmongWholes()
    }
    guard !intervals.values.contains(where: { $0.isEmpty }) else { return false }
    for _ in 0..<24 {
      var isStable = true
      for constraint in constraints {
        for place in constraint.terms.indices {
          let figure = constraint.terms[place].figure
          let known = intervals[figure] ?? .all
          var narrowed = known.intersection(try values(at: place, of: constraint))
          if grain(figure) == .whole { narrowed = try narrowed.closedAmongWholes() }
          guard !narrowed.isEmpty else { return false }
          if narrowed != known {
            intervals[figure] = narrowed
            isStable = false
          }
        }
      }
      if isStable { break }
    }
    return true
  }

  /// The values of one figure that the intervals of the others leave possible.
  private func values(
    at place: Int,
    of constraint: LinearConstraint
  ) throws(ArithmeticOverflow) -> Interval {
    var result = constraint.target
    for (index, term) in constraint.terms.enumerated() where index != place {
      let share = try (intervals[term.figure] ?? .all).multiplied(by: term.factor.negated())
      result = try result.adding(share)
    }
    return try result.divided(by: constraint.terms[place].factor)
  }

  private func satisfy(_ values: [Unknown: Rational]) throws(ArithmeticOverflow) -> Bool {
    for constraint in constraints {
      var sum = Rational.zero
      for term in constraint.terms {
        guard let value = values[term.figure] else { return false }
        sum = try sum.adding(value.multiplied(by: term.factor))
      }
      guard constraint.target.contains(sum) else { return false }
    }
    return true
  }
}

extension Interval {
  /// The sums of a value of each.
  func adding(_ other: Interval) throws(ArithmeticOverflow) -> Interval {
    var result = Interval.all
    if let left = lower, let right = other.lower, let first = left.value, let second = right.value {
      let sum = try first.adding(second)
      result.lower =
        left == .before(first) && right == .before(second) ? .before(sum) : .after(sum)
    }
    if let left = upper, let right = other.upper, let first = left.value, let second = right.value {
      let sum = try first.adding(second)
      result.upper = left == .after(first) && right == .after(second) ? .after(sum) : .before(sum)
    }
    return result
  }

  /// The products of its values with a number other than zero.
  func multiplied(by factor: Rational) throws(ArithmeticOverflow) -> Interval {
    try divided(by: Rational.one.divided(by: factor))
  }
}
