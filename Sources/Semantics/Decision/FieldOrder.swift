import Receivables
import Syntax

extension Field {
  /// Whether the value of a field goes on by itself from day to day.
  public enum Pace: Sendable {
    /// It stays as it is until somebody does something.
    case steady
    /// It changes as days go by or as the scenario itself goes on.
    case moving
  }

  /// Whether the value goes on by itself from day to day.
  public var pace: Pace {
    switch self {
    case .daysLate, .age, .promise, .brokenPromise, .reminderCount, .daysSinceReminder, .overdue,
      .overdueInvoices, .limitation, .weekday, .month:
      .moving
    case .amount, .paid, .balance, .dueDate, .issueDate, .kind, .dispute, .instalmentPlan,
      .insolvency, .invoice, .customer, .name, .segment, .category, .country, .language, .currency,
      .email, .phone, .address, .risk, .strategic, .sensitive, .consumer, .outstanding,
      .averageDelay, .lateShare, .creditLimit:
      .steady
    }
  }
}

/// What the conditions of a set of scenarios ask for: how often each field, and in which currency.
struct FieldUses {
  private var counts: [FieldReference: Int] = [:]
  private var currencies: [Currency: Int] = [:]
  private let columns: [ExtraColumn]

  /// Counts the uses in steps, rules, `pour` and definitions.
  init(in scenarios: ScenarioSet) {
    columns = scenarios.columns
    for definition in scenarios.definitions {
      switch definition.body {
      case .condition(let condition): count(condition)
      case .value(let expression): count(expression)
      }
    }
    for scenario in scenarios.scenarios {
      if let condition = scenario.appliesTo { count(condition) }
      for step in scenario.steps { if let condition = step.condition { count(condition) } }
      for rule in scenario.rules { count(rule.condition) }
    }
  }

  /// The currency of most amounts; the euro where there are none, or as many of it.
  var mainCurrency: Currency {
    var main = Currency.euro
    for (currency, count) in currencies.sorted(by: { $0.key < $1.key })
    where count > currencies[main] ?? 0 { main = currency }
    return main
  }

  /// All fields in the order in which sets best ask for them: the steady ones before those that
  /// move, and of each the ones used most first.
  var fieldOrder: [(FieldReference, ValueType)] {
    let fields = Field.allCases.map { FieldReference.field($0) }
    let references = fields + columns.indices.map { FieldReference.column($0) }
    return references.enumerated()
      .sorted { left, right in
        (left.element.pace == .moving ? 1 : 0, -(counts[left.element] ?? 0), left.offset)
          < (right.element.pace == .moving ? 1 : 0, -(counts[right.element] ?? 0), right.offset)
      }
      .map { ($0.element, $0.element.type(in: columns)) }
  }

  private mutating func count(_ condition: Condition) {
    switch condition {
    case .test(let test, _): count(test)
    case .definition: break
    case .not(let inner): count(inner)
    case .and(let parts), .or(let parts): for part in parts { count(part) }
    }
  }

  private mutating func count(_ test: Condition.Test) {
    switch test {
    case .truth(let reference): counts[reference, default: 0] += 1
    case .comparison(let left, _, let right):
      count(left)
      count(right)
    case .membership(let subject, let choices):
      count(subject)
      for choice in choices { count(choice) }
    case .between(let subject, let lower, let upper):
      count(subject)
      count(lower)
      count(upper)
    case .isPresent(let expression): count(expression)
    }
  }

  private mutating func count(_ expression: Expression) {
    switch expression {
    case .literal(.money(let money)):
      if money.minorUnits != 0 { currencies[money.currency, default: 0] += 1 }
    case .literal, .definition: break
    case .field(let reference): counts[reference, default: 0] += 1
    case .negated(let inner): count(inner)
    case .sum(let left, let right), .difference(let left, let right), .product(let left, let right):
      count(left)
      count(right)
    }
  }
}

extension FieldReference {
  /// Whether the value goes on by itself; a declared column's does not.
  var pace: Field.Pace {
    switch self {
    case .field(let field): field.pace
    case .column, .message: .steady
    }
  }
}
