import Diagnostics
import Receivables
import Semantics
import Syntax

extension Lint {
  /// SYN004: a number that can be read in two ways; amounts are told by the parser, lists here.
  static let commaInList = Lint(
    CodePage(
      code: "SYN004",
      severity: .error,
      title: Message(fr: "nombre à deux lectures", en: "ambiguous number"),
      reports: Message(
        fr: "un montant comme `1.000` ou `1,400,00` ; dans une liste, un `1,2` (un seul nombre ;"
          + " un avertissement)",
        en: "an amount like `1.000` or `1,400,00`; in a list, a `1,2` (one number; a warning)"
      ),
      matters: Message(
        fr: "un seuil de 1 € ou de 1 000 € ne relance pas les mêmes clients",
        en: "a threshold of 1 € and one of 1,000 € do not remind the same customers"
      ),
      example: "J+7 email si solde > 1.000 €",
      instead: "J+7 email si solde > 1 000 €",
      basis: [.syntax],
      fixes: [.proposed]
    ),
    check: { subject in
      subject.analysis.trees.flatMap { tree in
        tree.expressions.flatMap { commas(in: $0, subject.analysis.files) }
      }
    }
  )
}

private func commas(in expression: ExpressionSyntax, _ files: SourceFiles) -> [Diagnostic] {
  var findings: [Diagnostic] = []
  expression.walk { inner in
    guard case .membership(_, let values) = inner.kind else { return }
    for value in values {
      guard case .number = value.kind, let text = files.text(of: value.range) else { continue }
      let parts = text.text(value.range).split(separator: ",")
      guard parts.count == 2 else { continue }
      let list = "\(parts[0]), \(parts[1])"
      findings.append(
        Lint.commaInList.finding(
          .warning,
          at: value.range,
          Message(
            fr: "`\(text.text(value.range))` est un seul nombre",
            en: "`\(text.text(value.range))` is one number"
          ),
          help: Message(
            fr: "deux nombres se séparent par une virgule et une espace : `\(list)`",
            en: "two numbers are parted by a comma and a space: `\(list)`"
          ),
          fix: Fix(.proposed, replacing: value.range, with: list)
        )
      )
    }
  }
  return findings
}
