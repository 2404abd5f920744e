import Diagnostics
import Receivables
import Semantics
import Syntax

extension Lint {
  /// LOG208: the same rule or step twice.
  static let duplicateRule: Lint = Lint(
    CodePage(
      code: "LOG208",
      severity: .error,
      title: Message(fr: "règle ou étape en double", en: "duplicate rule or step"),
      reports: Message(
        fr: "une règle écrite deux fois dans le même scénario, ou une étape écrite deux fois sous"
          + " deux libellés ; deux `R+10` sont deux étapes, l'une après l'autre",
        en: "a rule written twice in the same scenario, or a step written twice under two labels;"
          + " two `R+10` are two steps, one after the other"
      ),
      matters: Message(
        fr: "la seconde règle ne fait rien, et le jour où l'on change la première elle continue"
          + " d'appliquer l'ancienne version ; la seconde étape relance le client une fois de trop",
        en: "the second rule does nothing, and the day the first is changed it goes on applying the"
          + " old one; the second step reminds the customer once too often"
      ),
      example: "J+7 email\nsi litige alors suspendre\nsi litige alors suspendre",
      instead: "J+7 email\nsi litige alors suspendre",
      basis: [.syntax],
      fixes: [.safe, .proposed]
    ),
    check: { subject in subject.duplicates.map { diagnosis(of: $0) } }
  )
}

private func diagnosis(of duplicate: Duplicate) -> Diagnostic {
  let note = DiagnosticNote(Message(fr: "déjà ici", en: "already here"), at: duplicate.earlier)
  switch duplicate.kind {
  case .rule:
    return Lint.duplicateRule.finding(
      at: duplicate.range,
      Message(fr: "la même règle est écrite deux fois", en: "the same rule is written twice"),
      notes: [note],
      help: Message(fr: "supprimer l'une des deux", en: "delete one of the two"),
      fix: Fix(.safe, replacing: duplicate.range, with: "")
    )
  case .step:
    return Lint.duplicateRule.finding(
      at: duplicate.range,
      Message(
        fr: "la même étape est écrite deux fois, sous deux libellés",
        en: "the same step is written twice, under two labels"
      ),
      notes: [note],
      help: Message(
        fr: "supprimer l'une des deux, ou changer son moment",
        en: "delete one of the two, or change its moment"
      ),
      fix: Fix(.proposed, replacing: duplicate.range, with: "")
    )
  }
}

/// A rule or step that is written a second time.
struct Duplicate {
  /// What is written twice.
  enum Kind {
    /// A rule.
    case rule
    /// A step; without its label, which parts the two in the history.
    case step
  }

  /// What is written twice.
  let kind: Kind
  /// The statement.
  let range: SourceRange
  /// The first of the two.
  let earlier: SourceRange
}

extension LintSubject {
  /// The rules and steps that are written twice in a scenario, in the order of the files.
  func findDuplicates() -> [Duplicate] {
    analysis.trees.flatMap { tree in
      tree.declarations.flatMap { declaration in
        switch declaration {
        case .scenario(let scenario): duplicates(in: scenario, tree)
        case .template, .example, .column, .definition, .rate: [Duplicate]()
        }
      }
    }
  }

  private func duplicates(in scenario: ScenarioSyntax, _ tree: SyntaxTree) -> [Duplicate] {
    var first: [[FoldedText]: SourceRange] = [:]
    var duplicates: [Duplicate] = []
    for item in scenario.items {
      let kind: Duplicate.Kind
      let label: SourceRange?
      switch item {
      case .setting: continue
      case .rule:
        kind = .rule
        label = nil
      case .step(let step):
        // After a reminder each of two equal steps waits for the one before it (R109).
        if case .afterReminder = step.moment.value { continue }
        kind = .step
        label = step.label?.range
      }
      let words = tree.words(of: item.range, besides: label, in: analysis.files)
      if let earlier = first[words] {
        duplicates.append(Duplicate(kind: kind, range: item.range, earlier: earlier))
      } else {
        first[words] = item.range
      }
    }
    return duplicates
  }
}

extension SyntaxTree {
  /// The words of a stretch as the language compares them, without comments, white space and those
  /// of a stretch inside it.
  fileprivate func words(
    of range: SourceRange,
    besides inner: SourceRange?,
    in files: SourceFiles
  ) -> [FoldedText] {
    guard let text = files.text(of: range) else { return [] }
    return tokens(within: range).compactMap { token in
      if let inner, token.lower >= inner.lower, token.upper <= inner.upper { return nil }
      return switch token.kind {
      case .comment, .lineEnd, .semicolon: nil
      case .word, .elision, .number, .date, .string, .symbol, .body, .unknown:
        text.text(SourceRange(file: file, lower: token.lower, upper: token.upper)).folded
      }
    }
  }

  /// The tokens of a stretch.
  private func tokens(within range: SourceRange) -> ArraySlice<Token> {
    let first = tokens.partitioningIndex(where: { $0.lower >= range.lower })
    return tokens[first...].prefix { $0.lower < range.upper }
  }
}
