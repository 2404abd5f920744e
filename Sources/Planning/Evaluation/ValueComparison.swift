import Receivables
import Semantics
import Syntax

extension Relation {
  /// Whether the relation stands between two values, either of which may be absent or unknown.
  ///
  /// A comparison with an absent value is false, whatever the other one, but for `≠`, which is the
  /// negation of `=` (R20).
  func verdict(_ left: ValueOutcome, _ right: ValueOutcome) -> Verdict {
    switch (left, right) {
    case (.absent, _), (_, .absent): Verdict(self == .notEqual)
    case (.unknown(let obstacle), _), (_, .unknown(let obstacle)): .undecided(obstacle)
    case (.value(let left), .value(let right)): Verdict(accepts(left.order(against: right)))
    }
  }

  private func accepts(_ order: ValueOrder) -> Bool {
    switch self {
    case .equal: order == .equal
    case .notEqual: order != .equal
    case .less: order == .less
    case .lessOrEqual: order == .less || order == .equal
    case .greater: order == .greater
    case .greaterOrEqual: order == .greater || order == .equal
    }
  }
}

/// How two values lie to each other.
private enum ValueOrder {
  case less
  case equal
  case greater
  /// Neither equal nor ordered: two texts, two words of a list.
  case different

  init<Ordered: Comparable>(_ left: Ordered, _ right: Ordered) {
    self = left < right ? .less : left == right ? .equal : .greater
  }
}

extension Value {
  /// Values of one type are ordered or at least told apart; the types were checked with the
  /// scenario, so that two types never meet here.
  fileprivate func order(against other: Value) -> ValueOrder {
    switch (self, other) {
    case (.number(let left), .number(let right)): ValueOrder(left, right)
    case (.percentage(let left), .percentage(let right)): ValueOrder(left, right)
    case (.duration(let left), .duration(let right)): ValueOrder(left, right)
    case (.date(let left), .date(let right)): ValueOrder(left, right)
    case (.money(let left), .money(let right)) where left.currency == right.currency:
      ValueOrder(left.minorUnits, right.minorUnits)
    case (_, _): self == other ? .equal : .different
    }
  }
}
