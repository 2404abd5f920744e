import Diagnostics
import Receivables
import Semantics
import Syntax

/// Answers conditions about one invoice by the letter of the language.
///
/// Nothing here knows of intervals or diagrams: values are computed and compared one at a time.
struct NaiveEvaluator {
  /// The values of the fields; a field that is missing or `nil` has no value.
  var values: [Field: Value?]

  func holds(_ condition: Condition) -> Bool {
    switch condition {
    case .test(let test, _): holds(test)
    case .definition: false
    case .not(let inner): !holds(inner)
    case .and(let parts): parts.allSatisfy { holds($0) }
    case .or(let parts): parts.contains { holds($0) }
    }
  }

  func holds(_ test: Condition.Test) -> Bool {
    switch test {
    case .truth(.field(let field)): values[field] == .some(.truth(true))
    case .truth(.column), .truth(.message): false
    case .comparison(let left, let relation, let right):
      NaiveEvaluator.compare(value(left), relation, value(right))
    case .membership(let subject, let choices):
      choices.contains { NaiveEvaluator.compare(value(subject), .equal, value($0)) }
    case .between(let subject, let lower, let upper):
      NaiveEvaluator.compare(value(subject), .greaterOrEqual, value(lower))
        && NaiveEvaluator.compare(value(subject), .lessOrEqual, value(upper))
    case .isPresent(let expression):
      switch value(expression) {
      case nil, .risk(.unknown): false
      case .some: true
      }
    }
  }

  private static func compare(_ left: Value?, _ relation: Relation, _ right: Value?) -> Bool {
    guard let left, let right else { return relation == .notEqual }
    switch relation {
    case .equal: return left == right
    case .notEqual: return left != right
    case .less: return precedes(left, right)
    case .lessOrEqual: return left == right || precedes(left, right)
    case .greater: return precedes(right, left)
    case .greaterOrEqual: return left == right || precedes(right, left)
    }
  }

  private static func precedes(_ left: Value, _ right: Value) -> Bool {
    switch (left, right) {
    case (.number(let left), .number(let right)): left < right
    case (.percentage(let left), .percentage(let right)): left < right
    case (.money(let left), .money(let right)): left.minorUnits < right.minorUnits
    case (.duration(let left), .duration(let right)): left < right
    case (.date(let left), .date(let right)): left < right
    case (_, _): false
    }
  }

  private func value(_ expression: Expression) -> Value? {
    switch expression {
    case .literal(let value): value
    case .field(.field(let field)): values[field] ?? nil
    case .field(.column), .field(.message), .definition: nil
    case .negated(let inner): times(value(inner), .number(Rational(-1)))
    case .sum(let left, let right): plus(value(left), value(right))
    case .difference(let left, let right):
      plus(value(left), times(value(right), .number(Rational(-1))))
    case .product(let left, let right): times(value(left), value(right))
    }
  }

  private func plus(_ left: Value?, _ right: Value?) -> Value? {
    switch (left, right) {
    case (.number(let left), .number(let right)): (try? left.adding(right)).map { .number($0) }
    case (.money(let left), .money(let right)): (try? left.adding(right)).map { .money($0) }
    case (.duration(let left), .duration(let right)): .duration(left + right)
    case (.date(let date), .duration(let days)): .date(date.adding(days: days))
    case (_, _): nil
    }
  }

  private func times(_ left: Value?, _ right: Value?) -> Value? {
    switch (left, right) {
    case (.number(let left), .number(let right)):
      (try? left.multiplied(by: right)).map { .number($0) }
    case (.money(let money), .number(let factor)), (.number(let factor), .money(let money)):
      (try? money.multiplied(by: factor)).map { .money($0) }
    case (.duration(let days), .number(let factor)), (.number(let factor), .duration(let days)):
      (try? factor.roundedProduct(with: Int64(days))).map { .duration(Int($0)) }
    case (_, _): nil
    }
  }
}
