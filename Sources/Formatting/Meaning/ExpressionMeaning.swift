import Receivables
import Syntax

extension TreeMeaning {
  /// Adds a condition or value.
  mutating func add(_ expression: ExpressionSyntax) {
    switch expression.kind {
    case .number(let number):
      add("number")
      add(number)
    case .money(let money):
      add("money")
      add(money)
    case .percentage(let percentage):
      add("percentage")
      add(percentage.fraction)
    case .duration(let days, let unit):
      add("duration \(days)")
      add(Vocabulary.durationUnits.canonical(unit))
    case .date(let date): add("date \(date)")
    case .string(let text):
      add("text")
      add(exactly: text)
    case .name(let name):
      add("name")
      add(name)
    case .negated(let inner):
      add("negated")
      add(inner)
    case .arithmetic(let left, let sign, let right): add(sign.value.rawValue, [left, right])
    case .comparison(let left, let relation, let right):
      add(relation.value.rawValue, [left, right])
    case .membership(let subject, let values): add("among", [subject] + values)
    case .between(let subject, let lower, let upper): add("between", [subject, lower, upper])
    case .isPresent(let subject): add("present", [subject])
    case .not(let inner): add("not", [inner])
    case .and(let parts): add("and", parts)
    case .or(let parts): add("or", parts)
    }
  }

  private mutating func add(_ word: String, _ parts: [ExpressionSyntax]) {
    add(word)
    add(list: parts) { $0.add($1) }
  }
}
