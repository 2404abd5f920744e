import Diagnostics
import Semantics
import Syntax

extension Lint {
  /// LOG208: the same rule twice.
  static let duplicateRule = Lint(
    CodePage(
      code: "LOG208",
      severity: .error,
      title: Message(fr: "règle en double", en: "duplicate rule"),
      reports: Message(
        fr: "une règle écrite deux fois dans le même scénario",
        en: "a rule written twice in the same scenario"
      ),
      matters: Message(
        fr: "la seconde ne fait rien ; le jour où l'on change la première, elle continue"
          + " d'appliquer l'ancienne version",
        en: "the second does nothing; the day the first is changed, it goes on applying the old one"
      ),
      example: "J+7 email\nsi litige alors suspendre\nsi litige alors suspendre",
      instead: "J+7 email\nsi litige alors suspendre",
      basis: [.syntax],
      fixes: [.safe]
    ),
    check: { subject in
      subject.analysis.trees.flatMap { duplicates(in: $0, of: subject.analysis.files) }
    }
  )
}

private func duplicates(in tree: SyntaxTree, of files: SourceFiles) -> [Diagnostic] {
  tree.declarations.flatMap { declaration in
    switch declaration {
    case .scenario(let scenario): duplicates(in: scenario, tree, files)
    case .template, .example, .column, .definition, .rate: [Diagnostic]()
    }
  }
}

private func duplicates(
  in scenario: ScenarioSyntax,
  _ tree: SyntaxTree,
  _ files: SourceFiles
) -> [Diagnostic] {
  var first: [[FoldedText]: SourceRange] = [:]
  var findings: [Diagnostic] = []
  for item in scenario.items {
    guard case .rule(let rule) = item else { continue }
    let words = tree.words(of: rule.range, in: files)
    guard let earlier = first[words] else {
      first[words] = rule.range
      continue
    }
    findings.append(
      Lint.duplicateRule.finding(
        at: rule.range,
        Message(fr: "la même règle est écrite deux fois", en: "the same rule is written twice"),
        notes: [DiagnosticNote(Message(fr: "déjà ici", en: "already here"), at: earlier)],
        help: Message(fr: "supprimer l'une des deux", en: "delete one of the two"),
        fix: Fix(.safe, replacing: rule.range, with: "")
      )
    )
  }
  return findings
}

extension SyntaxTree {
  /// The words of a stretch as the language compares them, without comments and white space.
  fileprivate func words(of range: SourceRange, in files: SourceFiles) -> [FoldedText] {
    guard let text = files.text(of: range) else { return [] }
    return tokens(within: range).compactMap { token in
      switch token.kind {
      case .comment, .lineEnd, .semicolon: nil
      case .word, .elision, .number, .date, .string, .symbol, .body, .unknown:
        text.text(SourceRange(file: file, lower: token.lower, upper: token.upper)).folded
      }
    }
  }

  /// The tokens of a stretch; they stand in order, so the first is found by bisection.
  private func tokens(within range: SourceRange) -> ArraySlice<Token> {
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].lower < range.lower { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < tokens.count, tokens[end].lower < range.upper { end += 1 }
    return tokens[low..<end]
  }
}
