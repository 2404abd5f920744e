import Diagnostics
import Semantics
import Syntax

// Texts that look like others as a whole: `РМЕ` in Cyrillic letters is never equal to `PME`.

/// The values of conditions that are written in letters of another script, all of which look Latin.
///
/// Nothing is told of a file in which that script is written in earnest.
func lookalikeValues(in tree: SyntaxTree, _ files: SourceFiles) -> [Diagnostic] {
  var findings: [Diagnostic] = []
  for expression in tree.expressions {
    expression.walk { inner in
      switch inner.kind {
      case .comparison(_, _, let value): findings += lookalike(value)
      case .membership(_, let values): findings += values.flatMap(lookalike)
      case .number, .money, .percentage, .duration, .date, .string, .name, .negated, .arithmetic,
        .between, .isPresent, .not, .and, .or:
        break
      }
    }
  }
  guard let first = findings.first, let text = files.text(of: first.range) else { return [] }
  let whole = String(decoding: text.bytes, as: UTF8.self)
  return Confusables.writesAnotherScript(whole) ? [] : findings
}

private func lookalike(_ value: ExpressionSyntax) -> [Diagnostic] {
  let written: String
  let latin: String
  switch value.kind {
  case .string(let text):
    // What is mixed within a word is told of that word.
    guard let twin = Confusables.latinTwin(of: text), Confusables.misleadingWords(in: text).isEmpty
    else { return [] }
    (written, latin) = (text, "« \(twin) »")
  case .name(let name):
    guard let twin = Confusables.latinTwin(of: name.text) else { return [] }
    (written, latin) = (name.text, twin)
  case .number, .money, .percentage, .duration, .date, .negated, .arithmetic, .comparison,
    .membership, .between, .isPresent, .not, .and, .or:
    return []
  }
  return [
    Lint.misleadingText.finding(
      .warning,
      at: value.range,
      Message(
        fr: "« \(written) » a des lettres d'un autre alphabet, qui ressemblent à des latines",
        en: "“\(written)” has letters of another script that look like Latin ones"
      ),
      help: Message(
        fr: "retaper la valeur au clavier : `\(latin)`",
        en: "type the value again: `\(latin)`"
      ),
      // The ledger may have the same letters.
      fix: Fix(.proposed, replacing: value.range, with: latin)
    )
  ]
}
