import Diagnostics
import Receivables
import Semantics
import Syntax

/// The words of the language's own that a file uses: keywords, vocabulary, fields and values of
/// closed lists, but none of the words that the user made up.
struct VocabularyWords {
  private let declared: Set<FoldedText>
  private var own: [SourceRange] = []
  private var placed: [SourceRange] = []

  /// The places of the vocabulary's words in a file, in order.
  static func ranges(in tree: SyntaxTree, of analysis: Analysis) -> [SourceRange] {
    guard analysis.files.texts.indices.contains(tree.file) else { return [] }
    var words = VocabularyWords(declaredIn: analysis)
    for declaration in tree.declarations { words.sort(declaration) }
    let own = words.own.sorted { $0.lower < $1.lower }
    var next = 0
    var ranges: [SourceRange] = []
    for token in tree.tokens where token.kind == .word {
      while next < own.count, own[next].upper <= token.lower { next += 1 }
      if next < own.count, own[next].lower <= token.lower { continue }
      ranges.append(SourceRange(file: tree.file, lower: token.lower, upper: token.upper))
    }
    let text = analysis.files.texts[tree.file]
    return ranges + words.placed.flatMap { text.words(of: $0) }
  }

  private init(declaredIn analysis: Analysis) {
    declared = Set(
      analysis.scenarios.columns.map { $0.name.folded }
        + analysis.scenarios.definitions.map { $0.name.folded }
    )
  }

  // MARK: Declarations

  private mutating func sort(_ declaration: DeclarationSyntax) {
    switch declaration {
    case .scenario(let scenario):
      note(scenario.name)
      for item in scenario.items { sort(item) }
    case .template(let template):
      note(template.name)
      if let language = template.language { own.append(language.range) }
      for expression in (template.subject + template.body).flatMap({ $0.expressions }) {
        place(expression)
      }
    case .example(let example):
      note(example.name)
      for line in example.lines { sort(line.kind) }
    case .column(let column): note(column.name)
    case .definition(let definition):
      note(definition.name)
      sort(definition.value)
    case .rate: break
    }
  }

  private mutating func sort(_ item: ItemSyntax) {
    if let condition = item.condition { sort(condition) }
    switch item {
    case .setting(let setting):
      switch setting.kind {
      case .inherits(let name): note(name)
      case .withoutStep(let step):
        if case .label(let name) = step.kind { note(name) }
      case .description, .withoutPrelude, .appliesTo, .priority, .workingWeek, .holidays,
        .extraHolidays, .shift, .catchUp, .spacing, .grouping, .cap, .threshold, .penalties,
        .indemnity, .window:
        break
      }
    case .step(let step):
      note(step.label)
      note(step.action.template)
    case .rule(let rule):
      for effect in rule.effects + rule.otherwise {
        if case .template(let name) = effect.kind { note(name) }
      }
    }
  }

  private mutating func sort(_ line: ExampleSyntax.Kind) {
    switch line {
    case .scenario(let name): note(name)
    case .customer(let facts):
      for fact in facts { sort(fact) }
    case .invoice(let label, let facts):
      note(label)
      for fact in facts { sort(fact) }
    case .payment(let label, _, _), .dispute(let label, _, _), .promise(let label, _): note(label)
    case .expectation(_, let actions):
      for action in actions { note(action.action.template) }
    }
  }

  private mutating func sort(_ fact: ExampleSyntax.Fact) {
    if let value = fact.value {
      sort(fact.field, as: nil)
      sort(value, as: field(fact.field.folded)?.entry.type ?? .text)
    } else if field(fact.field.folded) == nil {
      let parting = fact.field.partings.first { field($0.head.folded) != nil }
      guard let parting, let field = field(parting.head.folded) else { return note(fact.field) }
      sort(parting.tail, as: field.entry.type)
    }
  }

  private mutating func note(_ name: NameSyntax?) {
    if let name { own.append(name.range) }
  }

  // MARK: Expressions

  private mutating func sort(_ expression: ExpressionSyntax) {
    sort(expression, as: nil)
  }

  /// Sorts the names of an expression that stands beside a value of a type, if one is known.
  private mutating func sort(_ expression: ExpressionSyntax, as type: ValueType?) {
    switch expression.kind {
    case .number, .money, .percentage, .duration, .date, .string: break
    case .name(let name): sort(name, as: type)
    case .negated(let inner), .isPresent(let inner), .not(let inner): sort(inner, as: nil)
    case .arithmetic(let left, _, let right):
      sort(left, as: nil)
      sort(right, as: nil)
    case .comparison(let left, _, let right):
      sort(left, as: nil)
      sort(right, as: self.type(of: left))
    case .membership(let left, let values):
      sort(left, as: nil)
      for value in values { sort(value, as: self.type(of: left)) }
    case .between(let value, let lower, let upper):
      sort(value, as: nil)
      sort(lower, as: nil)
      sort(upper, as: nil)
    case .and(let parts), .or(let parts):
      for part in parts { sort(part, as: nil) }
    }
  }

  private mutating func sort(_ name: NameSyntax, as type: ValueType?) {
    guard !isOfTheLanguage(name.folded, as: type) else { return }
    own.append(name.range)
  }

  private func isOfTheLanguage(_ name: FoldedText, as type: ValueType?) -> Bool {
    if type == .text { return false }
    if let type, let list = ClosedList(of: type), list.entry(named: name) != nil { return true }
    return !declared.contains(name) && field(name) != nil
  }

  /// The type of the left side of a comparison; text where it can't be told, so that nobody's own
  /// words are taken for the language's.
  private func type(of expression: ExpressionSyntax) -> ValueType? {
    guard case .name(let name) = expression.kind else { return nil }
    guard !declared.contains(name.folded) else { return .text }
    return field(name.folded)?.entry.type ?? .text
  }

  private func field(_ name: FoldedText) -> Field? { Accents.fields[name] }

  // MARK: Templates

  /// Notes the words of a placeholder, which is no token of the file.
  private mutating func place(_ expression: ExpressionSyntax) {
    expression.walk { inner in
      guard case .name(let name) = inner.kind, isOfTheLanguage(name.folded, as: nil) else { return }
      placed.append(name.range)
    }
  }
}

extension SourceText {
  /// The words of a stretch, parted by white space.
  fileprivate func words(of range: SourceRange) -> [SourceRange] {
    var words: [SourceRange] = []
    var lower = range.lower
    var upper = range.lower
    for scalar in text(range).unicodeScalars {
      let width = UTF8.width(scalar)
      if FoldedText.isSpace(scalar.value) {
        if upper > lower {
          words.append(SourceRange(file: range.file, lower: lower, upper: upper))
        }
        lower = upper + width
      }
      upper += width
    }
    if upper > lower { words.append(SourceRange(file: range.file, lower: lower, upper: upper)) }
    return words
  }
}
