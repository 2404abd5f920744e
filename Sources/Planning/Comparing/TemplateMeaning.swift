import Diagnostics
import Receivables
import Semantics
import Syntax

/// What templates say, apart from how it is written: names given with `soit` are replaced by what
/// they stand for, so that a template changes with the text it shows and not with its names.
struct TemplateMeaning {
  /// What the names stand for.
  let definitions: [Definition]

  /// Whether customers read the same.
  func isSame(_ left: Template, _ right: Template) -> Bool {
    left.language?.folded == right.language?.folded
      && resolved(left.subject) == resolved(right.subject)
      && resolved(left.body) == resolved(right.body)
  }

  /// The first lines that differ, as the templates have them; absent on the side that has a line
  /// less, and on both where only the condition of a `{si …}` or the value of a name is another.
  func firstDifference(_ left: Template, _ right: Template) -> (old: String?, new: String?) {
    var (old, new) = (lines(of: left)[...], lines(of: right)[...])
    while let first = old.first, first == new.first {
      old.removeFirst()
      new.removeFirst()
    }
    while let last = old.last, last == new.last {
      old.removeLast()
      new.removeLast()
    }
    return (old.first { !$0.isEmpty }, new.first { !$0.isEmpty })
  }

  // MARK: As it is written

  private func lines(of template: Template) -> [String] {
    let header = [
      template.language.map { "langue \($0)" } ?? "",
      "objet « \(written(template.subject)) »",
    ]
    let body = written(template.body).split(separator: "\n", omittingEmptySubsequences: false)
    return header + body.map { String($0) }
  }

  private func written(_ parts: [TemplatePart]) -> String {
    var result = ""
    for part in parts {
      switch part {
      case .text(let text): result += text
      case .value(_, let name): result += "{\(name)}"
      case .conditional(_, let parts, let otherwise):
        result += "{si …}\(written(parts))"
        if !otherwise.isEmpty { result += "{sinon}\(written(otherwise))" }
        result += "{fin}"
      case .eachInvoice(let parts): result += "{pour chaque facture}\(written(parts)){fin}"
      }
    }
    return result
  }

  // MARK: What it means

  /// Templates are compared without the places of their conditions.
  private static let nowhere = SourceRange(file: 0, lower: 0, upper: 0)

  /// The parts without names and places; neighbouring texts are one.
  private func resolved(_ parts: [TemplatePart]) -> [TemplatePart] {
    var result: [TemplatePart] = []
    for part in parts.map({ resolved($0) }) {
      if case .text(let text) = part, case .text(let before)? = result.last {
        result[result.count - 1] = .text(before + text)
      } else {
        result.append(part)
      }
    }
    return result
  }

  private func resolved(_ part: TemplatePart) -> TemplatePart {
    switch part {
    case .text: return part
    case .value(let expression, _):
      guard case .definition(let index, _) = expression else {
        return .value(resolved(expression), name: "")
      }
      // What the creditor says of itself is told once, for all templates.
      let name = definitions[index].name.folded
      if Creditor.facts.contains(name) { return .value(.literal(.text(name)), name: "") }
      // Conditions compare folded texts; messages show them as they are written.
      if let text = definitions[index].text { return .text(text) }
      return .value(resolved(expression), name: "")
    case .conditional(let condition, let parts, let otherwise):
      return .conditional(resolved(condition), resolved(parts), resolved(otherwise))
    case .eachInvoice(let parts): return .eachInvoice(resolved(parts))
    }
  }

  private func resolved(_ condition: Condition) -> Condition {
    switch condition {
    case .test(let test, _): return .test(resolved(test), TemplateMeaning.nowhere)
    case .definition(let index, _):
      guard case .condition(let body) = definitions[index].body else { return condition }
      return resolved(body)
    case .not(let inner): return .not(resolved(inner))
    case .and(let parts): return .and(parts.map { resolved($0) })
    case .or(let parts): return .or(parts.map { resolved($0) })
    }
  }

  private func resolved(_ test: Condition.Test) -> Condition.Test {
    switch test {
    case .truth: test
    case .comparison(let left, let relation, let right):
      .comparison(resolved(left), relation, resolved(right))
    case .membership(let expression, let members):
      .membership(resolved(expression), members.map { resolved($0) })
    case .between(let expression, let lower, let upper):
      .between(resolved(expression), resolved(lower), resolved(upper))
    case .isPresent(let expression): .isPresent(resolved(expression))
    }
  }

  private func resolved(_ expression: Expression) -> Expression {
    switch expression {
    case .literal, .field: return expression
    case .definition(let index, _):
      guard case .value(let body) = definitions[index].body else { return expression }
      return resolved(body)
    case .negated(let inner): return .negated(resolved(inner))
    case .sum(let left, let right): return .sum(resolved(left), resolved(right))
    case .difference(let left, let right): return .difference(resolved(left), resolved(right))
    case .product(let left, let right): return .product(resolved(left), resolved(right))
    }
  }
}
