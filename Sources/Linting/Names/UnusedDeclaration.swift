import Diagnostics
import Semantics
import Syntax

extension Lint {
  /// TYP108: a declaration that no scenario reaches.
  static let unusedDeclaration = Lint(
    CodePage(
      code: "TYP108",
      severity: .warning,
      title: Message(fr: "déclaration inutilisée", en: "unused declaration"),
      reports: Message(
        fr: "un `soit`, un `champ` ou un `modèle` dont aucun scénario ne se sert",
        en: "a `soit`, `champ` or `modèle` that no scenario uses"
      ),
      matters: Message(
        fr: "c'est souvent la trace d'une règle oubliée, ou d'un nom mal recopié",
        en: "often it is the trace of a forgotten rule, or of a name copied wrongly"
      ),
      example: "soit gros = solde > 5 000 €\nJ+7 email",
      instead: "soit gros = solde > 5 000 €\nJ+7 email\nsi gros alors validation",
      basis: [.names],
      fixes: [.proposed]
    ),
    check: { subject in
      let analysis = subject.analysis
      // A file of declarations alone is there for others.
      guard !analysis.scenarios.scenarios.isEmpty else { return [] }
      let used = NamesUsed(analysis.trees)
      return analysis.trees.flatMap { tree in
        tree.declarations.compactMap { unused($0, used, analysis.files) }
      }
    }
  )
}

private func unused(
  _ declaration: DeclarationSyntax,
  _ used: NamesUsed,
  _ files: SourceFiles
) -> Diagnostic? {
  switch declaration {
  case .definition(let definition):
    // What the files say of the creditor is for the messages.
    if Creditor.facts.contains(definition.name.folded) { return nil }
    return used.names.contains(definition.name.folded)
      ? nil : finding(definition.name, Message(verbatim: "soit"), definition.range, files)
  case .column(let column):
    return used.names.contains(column.name.folded)
      ? nil : finding(column.name, Message(verbatim: "champ"), column.range, files)
  case .template(let template):
    return used.templates.contains(template.name.folded)
      ? nil : finding(template.name, Message(verbatim: "modèle"), template.range, files)
  case .scenario, .example, .rate:
    return nil
  }
}

private func finding(
  _ name: NameSyntax,
  _ keyword: Message,
  _ declaration: SourceRange,
  _ files: SourceFiles
) -> Diagnostic {
  Lint.unusedDeclaration.finding(
    at: name.range,
    Message(
      fr: "`\(keyword.fr) \(name.text)` ne sert à rien",
      en: "`\(keyword.en) \(name.text)` is used nowhere"
    ),
    help: Message(
      fr: "s'en servir dans une condition ou une étape, ou l'effacer",
      en: "use it in a condition or step, or delete it"
    ),
    fix: files.text(of: declaration).map {
      Fix(.proposed, replacing: $0.wholeLines(of: declaration), with: "")
    }
  )
}

extension SourceText {
  /// A stretch with the line end behind it, if it fills its lines.
  fileprivate func wholeLines(of range: SourceRange) -> SourceRange {
    let startsLine = range.lower == 0 || bytes[range.lower - 1] == 0x0A
    guard startsLine, range.upper < bytes.count, bytes[range.upper] == 0x0A else { return range }
    return SourceRange(file: range.file, lower: range.lower, upper: range.upper + 1)
  }
}

/// The names that scenarios reach: what their conditions name, what the definitions among these
/// name in turn, and the templates of their steps and rules.
private struct NamesUsed {
  private(set) var names: Set<FoldedText> = []
  private(set) var templates: Set<FoldedText> = []
  /// The names whose definitions are still to be looked into.
  private var pending: [FoldedText] = []

  init(_ trees: [SyntaxTree]) {
    var definitions: [FoldedText: ExpressionSyntax] = [:]
    for declaration in trees.flatMap({ $0.declarations }) {
      switch declaration {
      case .scenario(let scenario):
        for item in scenario.items { add(item) }
      case .template(let template):
        for expression in (template.subject + template.body).flatMap({ $0.expressions }) {
          add(expression)
        }
      case .example(let example):
        for line in example.lines { add(line.kind) }
      case .definition(let definition):
        definitions[definition.name.folded] = definition.value
      case .column, .rate:
        break
      }
    }
    while let name = pending.popLast() {
      guard let value = definitions.removeValue(forKey: name) else { continue }
      add(value)
    }
  }

  private mutating func add(_ expression: ExpressionSyntax) {
    expression.walk { inner in
      if case .name(let name) = inner.kind { add(name.folded) }
    }
  }

  private mutating func add(_ name: FoldedText) {
    if names.insert(name).inserted { pending.append(name) }
  }

  private mutating func add(_ item: ItemSyntax) {
    if let condition = item.condition { add(condition) }
    switch item {
    case .setting: break
    case .step(let step):
      if let template = step.action.template { templates.insert(template.folded) }
    case .rule(let rule):
      for effect in rule.effects + rule.otherwise {
        if case .template(let name) = effect.kind { templates.insert(name.folded) }
      }
    }
  }

  /// A column that an example fills is meant to be used: the example says so.
  private mutating func add(_ line: ExampleSyntax.Kind) {
    switch line {
    case .customer(let facts), .invoice(_, let facts):
      for fact in facts {
        add(fact.field.folded)
        for parting in fact.field.partings { add(parting.head.folded) }
      }
    case .scenario, .payment, .dispute, .promise, .expectation: break
    }
  }
}
