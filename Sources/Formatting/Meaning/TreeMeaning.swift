import Diagnostics
import Receivables
import Syntax

/// What a file says, without its places, spelling, comments and layout.
///
/// Two trees of the same meaning are the same to whoever resolves them: names that refer to
/// something count as they are compared, folded; names that are declared, and texts, to the byte.
struct TreeMeaning: Equatable {
  private(set) var bytes: [UInt8] = []

  /// The meaning of a tree.
  init(_ tree: SyntaxTree) {
    add(list: tree.declarations) { $0.add($1) }
  }

  private mutating func add(_ declaration: DeclarationSyntax) {
    switch declaration {
    case .scenario(let scenario):
      add("scenario")
      add(optional: scenario.name) { $0.add(exactly: $1.text) }
      add(list: scenario.items) { $0.add($1) }
    case .template(let template):
      add("template")
      add(exactly: template.name.text)
      add(optional: template.language) { $0.add(exactly: $1.value) }
      add(template.subject)
      add(template.body)
    case .example(let example):
      add("example")
      add(exactly: example.name.text)
      add(list: example.lines) { $0.add($1.kind) }
    case .column(let column):
      add("column")
      add(Vocabulary.columnKinds.canonical(column.kind.value))
      add(Vocabulary.columnTables.canonical(column.table.value))
      add(exactly: column.name.text)
    case .definition(let definition):
      add("definition")
      add(definition.name)
      add(definition.value)
    case .rate(let rate):
      add("rate \(rate.date.value)")
      add(Vocabulary.referenceRates.canonical(rate.reference.value))
      add(rate.rate.value.fraction)
    }
  }

  private mutating func add(_ item: ItemSyntax) {
    switch item {
    case .setting(let setting): add(setting.kind)
    case .step(let step):
      add("step \(step.moment.value.canonicalText)")
      add(optional: step.label) { $0.add(exactly: $1.text) }
      add(step.action)
      add(optional: step.condition) { $0.add($1) }
    case .rule(let rule):
      add("rule")
      add(rule.condition)
      add(list: rule.effects) { $0.add($1.kind) }
      add(list: rule.otherwise) { $0.add($1.kind) }
    }
  }

  private mutating func add(_ parts: [TemplatePartSyntax]) {
    add(list: parts) { meaning, part in
      switch part {
      case .text(let text, _): meaning.add(exactly: text)
      case .placeholder(let name): meaning.add(name)
      case .conditional(let condition, let yes, let no):
        meaning.add(condition)
        meaning.add(yes)
        meaning.add(no)
      case .eachInvoice(let inner):
        meaning.add("each")
        meaning.add(inner)
      }
    }
  }
}

// MARK: Pieces

extension TreeMeaning {
  /// Adds a word that says what follows.
  mutating func add(_ word: String) {
    bytes += word.utf8
    bytes.append(0)
  }

  /// Adds a text to the byte; its length parts it from what follows.
  mutating func add(exactly text: String) {
    add("\(text.utf8.count)")
    bytes += text.utf8
  }

  /// Adds a name as it is compared.
  mutating func add(_ name: NameSyntax) { add(exactly: name.folded.text) }

  /// Adds a number.
  mutating func add(_ number: Rational) { add("\(number.numerator)/\(number.denominator)") }

  /// Adds an amount.
  mutating func add(_ money: Money) { add("\(money.minorUnits) \(money.currency.code)") }

  /// Adds what may be missing.
  mutating func add<Value>(optional value: Value?, _ add: (inout Self, Value) -> Void) {
    self.add(value == nil ? "none" : "some")
    if let value { add(&self, value) }
  }

  /// Adds a list with its length.
  mutating func add<Value>(list: [Value], _ add: (inout Self, Value) -> Void) {
    self.add("\(list.count)")
    for value in list { add(&self, value) }
  }
}
