import Receivables
import Semantics

/// What keeps a figure from being known.
enum Obstacle: Hashable, Sendable {
  /// The ledger has no exchange rate of a currency for the day.
  case missingRate(Currency)
  /// The figure exceeds what its type can hold.
  case overflow
}

/// The answer to a condition.
enum Verdict: Hashable, Sendable {
  /// It is true.
  case holds
  /// It is false.
  case fails
  /// A figure is not known and could turn the answer.
  case undecided(Obstacle)

  /// The verdict of a plain truth value.
  init(_ truth: Bool) { self = truth ? .holds : .fails }

  /// The verdict of `non`.
  var negated: Verdict {
    switch self {
    case .holds: .fails
    case .fails: .holds
    case .undecided: self
    }
  }

  /// What is missing, if something is.
  var obstacle: Obstacle? {
    switch self {
    case .holds, .fails: nil
    case .undecided(let obstacle): obstacle
    }
  }
}

/// The value of a field or an expression on a day.
enum ValueOutcome: Hashable, Sendable {
  /// It has one.
  case value(Value)
  /// The ledger says nothing.
  case absent
  /// It has one that is not known.
  case unknown(Obstacle)

  /// The outcome of a figure whose computing can overflow.
  init(_ compute: () throws(ArithmeticOverflow) -> Value) {
    do throws(ArithmeticOverflow) {
      self = .value(try compute())
    } catch {
      self = .unknown(.overflow)
    }
  }

  /// A value, or absent where there is none.
  init(_ value: Value?) {
    self = value.map { .value($0) } ?? .absent
  }
}
