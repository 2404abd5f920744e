import Receivables

/// The fields that a condition looks at, each once, in the order of the text; those of the
/// definitions it names come with it.
public struct FieldsRead {
  /// The fields.
  public private(set) var fields: [FieldReference] = []

  private let definitions: [Definition]
  private var seen: Set<FieldReference> = []
  private var seenDefinitions: Set<Int> = []

  /// The fields of a condition.
  public init(_ condition: Condition, definitions: [Definition]) {
    self.definitions = definitions
    visit(condition)
  }

  private mutating func visit(_ condition: Condition) {
    switch condition {
    case .test(let test, _): visit(test)
    case .definition(let index, _): visitDefinition(index)
    case .not(let inner): visit(inner)
    case .and(let parts), .or(let parts): for part in parts { visit(part) }
    }
  }

  private mutating func visit(_ test: Condition.Test) {
    switch test {
    case .truth(let field): take(field)
    case .comparison(let left, _, let right):
      visit(left)
      visit(right)
    case .membership(let expression, let members):
      visit(expression)
      for member in members { visit(member) }
    case .between(let expression, let lower, let upper):
      visit(expression)
      visit(lower)
      visit(upper)
    case .isPresent(let expression): visit(expression)
    }
  }

  private mutating func visit(_ expression: Expression) {
    switch expression {
    case .literal: break
    case .field(let field): take(field)
    case .definition(let index, _): visitDefinition(index)
    case .negated(let inner): visit(inner)
    case .sum(let left, let right), .difference(let left, let right),
      .product(let left, let right):
      visit(left)
      visit(right)
    }
  }

  private mutating func visitDefinition(_ index: Int) {
    guard seenDefinitions.insert(index).inserted else { return }
    switch definitions[index].body {
    case .condition(let condition): visit(condition)
    case .value(let expression): visit(expression)
    }
  }

  private mutating func take(_ field: FieldReference) {
    if seen.insert(field).inserted { fields.append(field) }
  }
}
