import Diagnostics
import Syntax

/// Checks that every name in the templates is a field, a declared name, or a fact of the message.
func checkTemplates(_ templates: [TemplateSyntax], _ checker: ExpressionChecker) {
  for template in templates {
    check(template.subject, checker)
    check(template.body, checker)
  }
}

private func check(_ parts: [TemplatePartSyntax], _ checker: ExpressionChecker) {
  for part in parts {
    switch part {
    case .text: break
    case .placeholder(let name):
      _ = checker.meaning(of: name)
    case .conditional(let condition, let then, let otherwise):
      _ = checker.condition(condition)
      check(then, checker)
      check(otherwise, checker)
    case .eachInvoice(let inner):
      check(inner, checker)
    }
  }
}
