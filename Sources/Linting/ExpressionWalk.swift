import Diagnostics
import Syntax

extension ExpressionSyntax {
  /// Shows this expression and each inside it, the outermost first.
  func walk(_ visit: (ExpressionSyntax) -> Void) {
    visit(self)
    switch kind {
    case .number, .money, .percentage, .duration, .date, .string, .name: break
    case .negated(let inner), .isPresent(let inner), .not(let inner): inner.walk(visit)
    case .arithmetic(let left, _, let right), .comparison(let left, _, let right):
      left.walk(visit)
      right.walk(visit)
    case .membership(let left, let values):
      left.walk(visit)
      for value in values { value.walk(visit) }
    case .between(let value, let lower, let upper):
      value.walk(visit)
      lower.walk(visit)
      upper.walk(visit)
    case .and(let parts), .or(let parts):
      for part in parts { part.walk(visit) }
    }
  }
}

extension ItemSyntax {
  /// The condition of a setting, step or rule.
  var condition: ExpressionSyntax? {
    switch self {
    case .setting(let setting):
      if case .appliesTo(let condition) = setting.kind { condition } else { nil }
    case .step(let step): step.condition
    case .rule(let rule): rule.condition
    }
  }
}

extension SyntaxTree {
  /// The conditions and values of scenarios, definitions and templates, whole, in the order of the
  /// file.
  var expressions: [ExpressionSyntax] {
    declarations.flatMap { declaration -> [ExpressionSyntax] in
      switch declaration {
      case .scenario(let scenario): scenario.items.compactMap { $0.condition }
      case .definition(let definition): [definition.value]
      case .template(let template):
        (template.subject + template.body).flatMap { $0.expressions }
      case .example, .column, .rate: []
      }
    }
  }
}

extension TemplatePartSyntax {
  /// The conditions and placeholders of a piece of a template.
  var expressions: [ExpressionSyntax] {
    switch self {
    case .text: []
    case .placeholder(let name): [ExpressionSyntax(.name(name), at: name.range)]
    case .conditional(let condition, let parts, let otherwise):
      [condition] + (parts + otherwise).flatMap { $0.expressions }
    case .eachInvoice(let parts): parts.flatMap { $0.expressions }
    }
  }
}
