import Receivables
import Semantics

/// Two versions of some scenarios in one set, so that their conditions can be compared.
struct CombinedScenarios {
  /// Both sets together: definitions and columns of the new version stand behind those of the old
  /// one, but for columns that both declare alike.
  let all: ScenarioSet
  /// The scenarios of the old version.
  let old: [Scenario]
  /// The scenarios of the new version, their conditions as they stand in `all`.
  let new: [Scenario]
  /// The templates of the old version.
  let oldTemplates: [Template]
  /// The templates of the new version, their names as they stand in `all`.
  let newTemplates: [Template]

  init(old: ScenarioSet, new: ScenarioSet) {
    var columns = old.columns
    let columnPlaces = new.columns.map { column in
      if let place = columns.firstIndex(of: column) { return place }
      columns.append(column)
      return columns.count - 1
    }
    let transfer = ConditionTransfer(definitions: old.definitions.count, columns: columnPlaces)
    self.old = old.scenarios
    self.new = new.scenarios.map { transfer.moved($0) }
    oldTemplates = old.templates
    newTemplates = new.templates.map { transfer.moved($0) }
    var all = old
    all.scenarios = self.old + self.new
    all.columns = columns
    all.definitions = old.definitions + new.definitions.map { transfer.moved($0) }
    self.all = all
  }
}

/// Moves conditions from one set of definitions and columns to another.
private struct ConditionTransfer {
  /// How many definitions stand before those of the conditions.
  let definitions: Int
  /// The new place of each column.
  let columns: [Int]

  func moved(_ scenario: Scenario) -> Scenario {
    var result = scenario
    result.appliesTo = scenario.appliesTo.map { moved($0) }
    for index in result.steps.indices {
      result.steps[index].condition = result.steps[index].condition.map { moved($0) }
    }
    for index in result.rules.indices {
      result.rules[index].condition = moved(result.rules[index].condition)
    }
    return result
  }

  func moved(_ template: Template) -> Template {
    var result = template
    result.subject = template.subject.map { moved($0) }
    result.body = template.body.map { moved($0) }
    return result
  }

  private func moved(_ part: TemplatePart) -> TemplatePart {
    switch part {
    case .text: part
    case .value(let expression, let name): .value(moved(expression), name: name)
    case .conditional(let condition, let parts, let otherwise):
      .conditional(moved(condition), parts.map { moved($0) }, otherwise.map { moved($0) })
    case .eachInvoice(let parts): .eachInvoice(parts.map { moved($0) })
    }
  }

  func moved(_ definition: Definition) -> Definition {
    var result = definition
    switch definition.body {
    case .condition(let condition): result.body = .condition(moved(condition))
    case .value(let expression): result.body = .value(moved(expression))
    }
    return result
  }

  private func moved(_ condition: Condition) -> Condition {
    switch condition {
    case .test(let test, let range): .test(moved(test), range)
    case .definition(let index, let range): .definition(index + definitions, range)
    case .not(let inner): .not(moved(inner))
    case .and(let parts): .and(parts.map { moved($0) })
    case .or(let parts): .or(parts.map { moved($0) })
    }
  }

  private func moved(_ test: Condition.Test) -> Condition.Test {
    switch test {
    case .truth(let reference): .truth(moved(reference))
    case .comparison(let left, let relation, let right):
      .comparison(moved(left), relation, moved(right))
    case .membership(let expression, let members):
      .membership(moved(expression), members.map { moved($0) })
    case .between(let expression, let lower, let upper):
      .between(moved(expression), moved(lower), moved(upper))
    case .isPresent(let expression): .isPresent(moved(expression))
    }
  }

  private func moved(_ expression: Expression) -> Expression {
    switch expression {
    case .literal: expression
    case .field(let reference): .field(moved(reference))
    case .definition(let index, let type): .definition(index + definitions, type)
    case .negated(let inner): .negated(moved(inner))
    case .sum(let left, let right): .sum(moved(left), moved(right))
    case .difference(let left, let right): .difference(moved(left), moved(right))
    case .product(let left, let right): .product(moved(left), moved(right))
    }
  }

  private func moved(_ reference: FieldReference) -> FieldReference {
    switch reference {
    case .field, .message: reference
    case .column(let index): .column(columns[index])
    }
  }
}
