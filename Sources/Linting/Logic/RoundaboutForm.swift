import Diagnostics
import Semantics
import Syntax

extension Lint {
  /// LOG211: a condition that can be said more plainly.
  static let roundaboutForm = Lint(
    CodePage(
      code: "LOG211",
      severity: .information,
      title: Message(fr: "tournure détournée", en: "roundabout form"),
      reports: Message(
        fr: "`non (a = b)`, `non (a ≠ b)`, `non non a`, ou une valeur avant son champ"
          + " (`500 € < solde`)",
        en: "`non (a = b)`, `non (a ≠ b)`, `non non a`, or a value before its field"
          + " (`500 € < solde`)"
      ),
      matters: Message(
        fr: "une condition se relit mieux dans le sens où on la dit",
        en: "a condition reads better the way it is said"
      ),
      example: "J+7 email si 500 € < solde et non (risque = faible)",
      instead: "J+7 email si solde > 500 € et risque ≠ faible",
      basis: [.syntax],
      fixes: [.safe]
    ),
    check: { subject in
      subject.analysis.trees.flatMap { tree in
        tree.declarations.flatMap { $0.ownConditions }
          .flatMap { roundabouts(in: $0, subject) }
      }
    }
  )
}

extension DeclarationSyntax {
  /// The conditions of a scenario or definition; those of templates stand in a text.
  fileprivate var ownConditions: [ExpressionSyntax] {
    switch self {
    case .scenario(let scenario): scenario.items.compactMap { $0.condition }
    case .definition(let definition): [definition.value]
    case .template, .example, .column, .rate: []
    }
  }
}

private func roundabouts(
  in expression: ExpressionSyntax,
  _ subject: LintSubject
) -> [Diagnostic] {
  var findings: [Diagnostic] = []
  expression.walk { inner in
    guard let text = subject.analysis.files.text(of: inner.range) else { return }
    guard let plain = inner.plainForm(in: text) else { return }
    findings.append(
      Lint.roundaboutForm.finding(
        at: inner.range,
        Message(fr: "se dit plus simplement", en: "can be said more plainly"),
        help: Message(fr: "écrire `\(plain)`", en: "write `\(plain)`"),
        fix: subject.holdsComment(inner.range)
          ? nil : Fix(.safe, replacing: inner.range, with: plain)
      )
    )
  }
  return findings
}

extension ExpressionSyntax {
  /// A shorter way to say the same, in parentheses where this one is.
  fileprivate func plainForm(in text: SourceText) -> String? {
    let plain: String
    switch kind {
    case .not(let inner):
      switch inner.kind {
      case .not(let twice): plain = twice.withoutItsNegation(in: text)
      case .comparison(let left, let relation, let right):
        guard let opposite = relation.value.exactOpposite else { return nil }
        plain = "\(text.text(left.range)) \(opposite.rawValue) \(text.text(right.range))"
      case .number, .money, .percentage, .duration, .date, .string, .name, .negated, .arithmetic,
        .membership, .between, .isPresent, .and, .or:
        return nil
      }
    case .comparison(let left, let relation, let right) where left.isLiteral && !right.isLiteral:
      let mirrored = relation.value.mirrored.rawValue
      plain = "\(text.text(right.range)) \(mirrored) \(text.text(left.range))"
    case .comparison, .number, .money, .percentage, .duration, .date, .string, .name, .negated,
      .arithmetic, .membership, .between, .isPresent, .and, .or:
      return nil
    }
    return text.text(range).hasPrefix("(") && !text.isOpenedBy(self) ? "(\(plain))" : plain
  }

  /// The text of what is denied twice: `est non renseigné` holds its own `non`.
  private func withoutItsNegation(in text: SourceText) -> String {
    switch kind {
    case .isPresent(let value): "\(text.text(value.range)) est renseigné"
    case .number, .money, .percentage, .duration, .date, .string, .name, .negated, .arithmetic,
      .comparison, .membership, .between, .not, .and, .or:
      text.text(range)
    }
  }

  private var isLiteral: Bool {
    switch kind {
    case .number, .money, .percentage, .duration, .date, .string: true
    case .name, .negated, .arithmetic, .comparison, .membership, .between, .isPresent, .not, .and,
      .or:
      false
    }
  }
}

extension SourceText {
  /// Whether the parenthesis an expression begins with is that of its own left side.
  fileprivate func isOpenedBy(_ expression: ExpressionSyntax) -> Bool {
    guard case .comparison(let left, _, _) = expression.kind else { return false }
    return left.range.lower == expression.range.lower
  }
}

extension Relation {
  /// The relation that holds exactly where this one does not, absent values included.
  fileprivate var exactOpposite: Relation? {
    switch self {
    case .equal: .notEqual
    case .notEqual: .equal
    case .less, .lessOrEqual, .greater, .greaterOrEqual: nil
    }
  }

  /// The relation with its sides exchanged.
  fileprivate var mirrored: Relation {
    switch self {
    case .equal: .equal
    case .notEqual: .notEqual
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    }
  }
}
