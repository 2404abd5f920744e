import Diagnostics
import Receivables
import Syntax

/// Spells the statements of a file canonically.
struct StatementWriter {
  let tree: SyntaxTree
  let text: SourceText
  let names: NameSpelling

  /// A writer of a file's statements.
  init(_ tree: SyntaxTree, of text: SourceText) {
    self.tree = tree
    self.text = text
    names = NameSpelling(tree)
  }

  /// The declarations of the file with their statements.
  func blocks() -> [Block] { tree.declarations.map(block) }

  private func block(_ declaration: DeclarationSyntax) -> Block {
    switch declaration {
    case .scenario(let scenario): return block(scenario)
    case .template(let template): return block(template)
    case .example(let example): return block(example)
    case .column(let column): return single(self.column(column), at: column.range)
    case .definition(let definition):
      return single(self.definition(definition), at: definition.range)
    case .rate(let rate): return single(self.rate(rate), at: rate.range)
    }
  }

  private func single(_ phrase: Phrase, at range: SourceRange) -> Block {
    let statement = Statement(range: range, content: .line(phrase, hang: 4))
    return Block(statements: [statement], interior: range.upper..<range.upper)
  }

  private func block(_ scenario: ScenarioSyntax) -> Block {
    guard let name = scenario.name else {
      let end = scenario.range.upper
      return Block(statements: scenario.items.map(item), interior: end..<end)
    }
    let header = header(.scenario, name, at: scenario.headerRange)
    return Block(
      statements: [header] + scenario.items.map(item),
      interior: scenario.headerRange.upper..<scenario.range.upper
    )
  }

  /// The header of a block whose name is declared there.
  func header(_ keyword: StatementKeyword, _ name: NameSyntax, at range: SourceRange) -> Statement {
    let line = "\(Vocabulary.statements.canonical(keyword)) \(quoted(name.text))"
    return Statement(range: range, content: .line(phrase(line, at: range), hang: 0))
  }

  /// A phrase of one piece.
  func phrase(_ text: String, at range: SourceRange) -> Phrase {
    var phrase = Phrase()
    phrase.add(text, at: range.lower)
    return phrase
  }

  private func item(_ item: ItemSyntax) -> Statement {
    switch item {
    case .setting(let setting): self.setting(setting)
    case .step(let step): self.step(step)
    case .rule(let rule): self.rule(rule)
    }
  }

  // MARK: Declarations of one statement

  private func column(_ column: ColumnSyntax) -> Phrase {
    var phrase = Phrase()
    phrase.add(Vocabulary.statements.canonical(.column), at: column.range.lower)
    phrase.add(quoted(column.name.text), at: column.name.range.lower)
    phrase.add(Vocabulary.columnKinds.canonical(column.kind.value), at: column.kind.range.lower)
    phrase.add(Vocabulary.columnTables.canonical(column.table.value), at: column.table.range.lower)
    return phrase
  }

  private func definition(_ definition: DefinitionSyntax) -> Phrase {
    var phrase = Phrase()
    let name = definition.name
    phrase.add(Vocabulary.statements.canonical(.definition), at: definition.range.lower)
    phrase.add(
      name.form == .quoted ? quoted(name.text) : spaced(name.text),
      at: name.range.lower
    )
    phrase.add(Relation.equal.rawValue)
    write(definition.value, to: &phrase, depth: 1)
    return phrase
  }

  private func rate(_ rate: RateSyntax) -> Phrase {
    var phrase = Phrase()
    phrase.add(Vocabulary.statements.canonical(.rate), at: rate.range.lower)
    phrase.add(
      Vocabulary.referenceRates.canonical(rate.reference.value),
      at: rate.reference.range.lower
    )
    phrase.add(rate.date.value.frenchDescription, at: rate.date.range.lower)
    phrase.add(Relation.equal.rawValue)
    let sign = rate.rate.value.fraction < .zero ? "-" : ""
    let figure = figures(in: rate.rate.range).first?.grouped ?? ""
    phrase.add("\(sign)\(figure) %", at: rate.rate.range.lower)
    return phrase
  }
}

// MARK: What was written

extension StatementWriter {
  /// The tokens of a stretch, comments and line ends aside.
  func tokens(in range: SourceRange) -> [Token] {
    let first = tree.tokens.partitioningIndex(where: { $0.lower >= range.lower })
    var tokens: [Token] = []
    for token in tree.tokens[first...] {
      guard token.lower < range.upper else { break }
      if token.kind != .comment, token.kind != .lineEnd { tokens.append(token) }
    }
    return tokens
  }

  /// The text of a token as it was written.
  func written(_ token: Token) -> String {
    String(decoding: text.bytes[token.lower..<token.upper], as: UTF8.self)
  }

  /// The number of a token.
  func figure(_ token: Token) -> Figure { Figure(text.bytes[token.lower..<token.upper]) }

  /// The numbers of a stretch in order.
  func figures(in range: SourceRange) -> [Figure] {
    tokens(in: range).filter { $0.kind == .number }.map(figure)
  }

  /// The lengths of time of a stretch in order, in days or weeks as they were written; bare numbers
  /// are left out.
  func lengths(in range: SourceRange) -> [String] {
    var lengths: [String] = []
    var figure: Figure?
    for token in tokens(in: range) {
      if let figure, token.kind == .word,
        let unit = Vocabulary.durationUnits.value(written(token).folded)
      {
        lengths.append("\(figure.grouped) \(unit.text(behind: figure))")
      }
      figure = token.kind == .number ? self.figure(token) : nil
    }
    return lengths
  }
}
