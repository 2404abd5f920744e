import Diagnostics
import Receivables
import Syntax

/// What the scenario files of a command mean, and what is wrong with them.
public struct Analysis: Sendable {
  /// The files in the order of the command line, the prelude behind them.
  public let files: SourceFiles
  /// The trees of the files, in their order.
  public let trees: [SyntaxTree]
  /// What the files declare; what is wrong is left out.
  public let scenarios: ScenarioSet
  /// The examples that are right, in file order.
  public let examples: [Example]
  /// Mistakes in text, names and types, in reading order: with an error among them nothing may be
  /// planned.
  public let diagnostics: [Diagnostic]
}

/// The most findings told of one file by the checker, and by the lints.
public let findingLimit = 200

/// Reads scenario files and finds out what they mean.
///
/// Names are known across all the files of a command, whatever their order.
public func analyze(_ texts: [SourceText]) -> Analysis {
  var files = SourceFiles(texts)
  let preludeFile = files.append(Prelude.source)
  let trees = texts.enumerated().map { parse($0.element, file: $0.offset) }
  let findings = Findings(unreadable: trees.flatMap { $0.unreadable })
  let declarations = Declarations(trees)
  findings.reportSizes(of: declarations)
  let names = declarations.names(findings)
  let definitions = Definitions(
    declarations.definitions,
    names: names,
    columns: declarations.columns,
    findings: findings
  )
  definitions.resolveAll()
  let templates = TemplateTable(declarations.templates, findings)
  let builder = OwnItemsBuilder(
    checker: definitions.checker(),
    templates: templates,
    findings: findings
  )
  let scenarios = declarations.scenarios(files: files, findings)
  let inheritance = Inheritance(
    scenarios.map { ($0.name, builder.build($0.syntax, origin: .own)) },
    findings: findings
  )
  let prelude = preludeRules(parse(Prelude.source, file: preludeFile), builder)
  let merged = scenarios.indices.map { index in
    let items = inheritance.merged(index)
    findings.reportSizes(of: items, of: scenarios[index].syntax)
    return Scenario(
      name: scenarios[index].name,
      range: scenarios[index].syntax.headerRange,
      items: items,
      prelude: prelude
    )
  }
  let templateBuilder = TemplateBuilder(checker: definitions.checker(.template))
  let builtTemplates = declarations.templates.compactMap(templateBuilder.build)
  let exampleBuilder = ExampleBuilder(
    checker: definitions.checker(),
    scenarios: scenarios.map { $0.name },
    templates: templates,
    unreadableFiles: Set(trees.filter { $0.diagnostics.hasErrors }.map { $0.file })
  )
  let examples = declarations.examples.compactMap(exampleBuilder.build)
  let set = ScenarioSet(
    scenarios: merged,
    definitions: definitions.resolved,
    columns: declarations.columns,
    rates: declarations.rates(findings),
    templates: builtTemplates,
    writtenTexts: definitions.texts.spellings
  )
  return Analysis(
    files: files,
    trees: trees,
    scenarios: set,
    examples: examples,
    diagnostics: (trees.flatMap { $0.diagnostics } + findings.diagnostics).inReadingOrder
      .limited(to: findingLimit)
  )
}

private func preludeRules(_ tree: SyntaxTree, _ builder: OwnItemsBuilder) -> [Rule] {
  tree.declarations.flatMap { declaration in
    switch declaration {
    case .scenario(let syntax): builder.build(syntax, origin: .prelude).rules
    case .template, .example, .column, .definition, .rate: [Rule]()
    }
  }
}
