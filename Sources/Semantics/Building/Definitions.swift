import Diagnostics
import Receivables
import Syntax

extension ExpressionSyntax {
  /// The text as written, of an expression that is a text alone.
  fileprivate var writtenText: String? {
    if case .string(let text) = kind { text } else { nil }
  }
}

/// Resolves what `soit` declares, each definition after those it refers to.
///
/// Definitions may stand in any order and file; one that refers to itself, directly or not, is
/// reported with its path. Results are kept by place in `order`, so that a chain of definitions is
/// checked once however often its names are used.
final class Definitions {
  /// The longest chain of definitions that refer to one another.
  static let depthLimit = 100

  private enum State {
    case untouched
    case inProgress
    case wrong
    case done(Int, ValueType)
  }

  private let syntax: [DefinitionSyntax]
  private let names: NameTable
  private let columns: [ExtraColumn]
  private let findings: Findings
  /// The texts that conditions write.
  let texts = WrittenTexts()
  private var states: [State]
  private var path: [Int] = []
  /// How many definitions lie one below the other from each on, itself among them, as far as known.
  private var heights: [Int]

  /// The definitions that are right, each referring only to those before it.
  private(set) var resolved: [Definition] = []

  init(
    _ syntax: [DefinitionSyntax],
    names: NameTable,
    columns: [ExtraColumn],
    findings: Findings
  ) {
    self.syntax = syntax
    self.names = names
    self.columns = columns
    self.findings = findings
    states = Array(repeating: .untouched, count: syntax.count)
    heights = Array(repeating: 1, count: syntax.count)
  }

  /// A checker whose names mean what the files declare.
  func checker(_ scope: ExpressionChecker.Scope = .scenario) -> ExpressionChecker {
    ExpressionChecker(
      names: names,
      columns: columns,
      scope: scope,
      findings: findings,
      texts: texts,
      definition: { [self] index, range in resolve(index, usedAt: range) }
    )
  }

  /// Resolves every definition, used or not.
  func resolveAll() {
    for index in syntax.indices { _ = resolve(index, usedAt: syntax[index].range) }
  }

  private func resolve(_ index: Int, usedAt range: SourceRange) -> (index: Int, type: ValueType)? {
    defer {
      if let user = path.last { heights[user] = max(heights[user], heights[index] + 1) }
    }
    switch states[index] {
    case .done(let place, let type): return (place, type)
    case .wrong: return nil
    case .inProgress:
      reportCycle(index, range)
      return nil
    case .untouched: break
    }
    guard path.count < Definitions.depthLimit else {
      reportDepth(range)
      states[index] = .wrong
      return nil
    }
    states[index] = .inProgress
    path.append(index)
    let outcome = body(of: syntax[index].value)
    path.removeLast()
    guard let (body, type) = outcome else {
      states[index] = .wrong
      return nil
    }
    // Where each stands behind those it names, the path is never long.
    guard heights[index] <= Definitions.depthLimit else {
      reportDepth(range)
      states[index] = .wrong
      return nil
    }
    let definition = Definition(
      name: syntax[index].name.text,
      body: body,
      text: syntax[index].value.writtenText,
      range: syntax[index].range
    )
    resolved.append(definition)
    states[index] = .done(resolved.count - 1, type)
    return (resolved.count - 1, type)
  }

  private func body(of value: ExpressionSyntax) -> (Definition.Body, ValueType)? {
    let checker = checker()
    switch form(of: value) {
    case .condition: return checker.condition(value).map { (.condition($0), .truth) }
    case .value: return checker.value(value).map { (.value($0.expression), $0.type) }
    case nil: return nil
    }
  }

  private enum Form {
    case condition
    case value
  }

  /// Whether an expression is a condition; `nil` where it names a definition that is wrong itself.
  private func form(of value: ExpressionSyntax) -> Form? {
    switch value.kind {
    case .comparison, .membership, .between, .isPresent, .not, .and, .or: return .condition
    case .number, .money, .percentage, .duration, .date, .string, .negated, .arithmetic:
      return .value
    case .name(let name):
      switch names.meaning(of: name.folded) {
      case .field(let field): return field.entry.type == .truth ? .condition : .value
      case .column(let index): return columns[index].kind == .truth ? .condition : .value
      case .definition(let index):
        return resolve(index, usedAt: name.range).map { $0.type == .truth ? .condition : .value }
      case .message, nil: return .value
      }
    }
  }

  private func reportDepth(_ range: SourceRange) {
    findings.report(
      Diagnostic(
        .structure,
        at: range,
        Message(
          fr: "plus de \(Definitions.depthLimit) définitions `soit` emboîtées",
          en: "more than \(Definitions.depthLimit) nested `soit` definitions"
        )
      )
    )
  }

  private func reportCycle(_ index: Int, _ range: SourceRange) {
    let start = path.firstIndex(of: index) ?? 0
    var names = ""
    for member in path[start...] { names += "`\(syntax[member].name.text)` → " }
    names += "`\(syntax[index].name.text)`"
    findings.report(
      Diagnostic(
        .cycle,
        at: range,
        Message(
          fr: "la définition se contient elle-même : \(names)",
          en: "the definition contains itself: \(names)"
        )
      )
    )
  }
}
