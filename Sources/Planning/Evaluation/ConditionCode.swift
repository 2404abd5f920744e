import Diagnostics
import Receivables
import Semantics
import Syntax

/// The conditions of all scenarios as flat code, which a planner runs for every invoice.
///
/// The usual questions, a field beside a value that is written down, become comparisons of two whole
/// numbers or two texts; whatever else a condition can ask keeps its tree, which the evaluator walks.
/// The nodes hold no references, so that going through them counts none.
struct ConditionCode: Sendable {
  /// A condition in the code.
  struct Entry: Hashable, Sendable {
    fileprivate(set) var node: Int32
  }

  /// A step of the code; children and tables are named by their places.
  enum Node: Sendable {
    /// A figure beside a whole number.
    case figure(Field, Relation, Int64)
    /// A figure in the invoice's currency beside an amount.
    case amount(Field, Relation, Int32)
    /// Whether a text is equal to another, or different from it.
    case text(Field, Relation, Int32)
    /// A condition named with `soit`.
    case definition(Int32)
    /// The opposite.
    case not(Int32)
    /// Whether all children hold.
    case all(Range<Int32>)
    /// Whether one of the children holds.
    case any(Range<Int32>)
    /// Any other question.
    case test(Int32)
  }

  /// The steps.
  private(set) var nodes: [Node] = []
  /// The children of `all` and `any`.
  private(set) var children: [Int32] = []
  /// The amounts that are compared with.
  private(set) var amounts: [Money] = []
  /// The texts that are compared with.
  private(set) var texts: [FoldedText] = []
  /// The questions that keep their tree.
  private(set) var tests: [Condition.Test] = []
  /// The conditions named with `soit`, at their indices; `nil` for values.
  private var definitions: [Entry?] = []

  /// The code of the conditions that `soit` names.
  init(_ definitions: [Definition]) {
    for definition in definitions {
      switch definition.body {
      case .condition(let condition): self.definitions.append(add(condition))
      case .value: self.definitions.append(nil)
      }
    }
  }

  /// The code of a definition by its index; `nil` for a value, and in code that has no definitions.
  func definition(_ index: Int) -> Entry? { index < definitions.count ? definitions[index] : nil }

  /// Adds a condition.
  mutating func add(_ condition: Condition) -> Entry { Entry(node: compile(condition)) }

  /// Adds an amount that is asked for in the currency of invoices.
  mutating func add(_ amount: Money) -> Int {
    amounts.append(amount)
    return amounts.count - 1
  }

  private mutating func compile(_ condition: Condition) -> Int32 {
    switch condition {
    case .test(let test, _): return compile(test)
    case .definition(let index, _): return append(.definition(Int32(truncatingIfNeeded: index)))
    case .not(let inner): return append(.not(compile(inner)))
    case .and(let parts): return append(.all(list(parts.map { compile($0) })))
    case .or(let parts): return append(.any(list(parts.map { compile($0) })))
    }
  }

  private mutating func compile(_ test: Condition.Test) -> Int32 {
    switch test {
    case .truth(.field(let field)): return append(.figure(field, .equal, 1))
    case .comparison(.field(.field(let field)), let relation, .literal(let value)):
      if let node = node(field, relation, value) { return append(node) }
    case .comparison(.literal(let value), let relation, .field(.field(let field))):
      // Of two amounts that are not known the first one is told, so that these are not exchanged.
      if case .money = value { break }
      if let node = node(field, relation.mirrored, value) { return append(node) }
    case .membership(.field(.field(let field)), let members):
      // One of several is equal to one of them, whatever the others are.
      let nodes = members.compactMap { member -> Node? in
        guard case .literal(let value) = member else { return nil }
        return node(field, .equal, value)
      }
      if nodes.count == members.count { return append(.any(list(nodes.map { append($0) }))) }
    case .truth, .comparison, .membership, .between, .isPresent: break
    }
    tests.append(test)
    return append(.test(Int32(truncatingIfNeeded: tests.count - 1)))
  }

  /// A field beside a value, if both are texts or whole numbers.
  private mutating func node(_ field: Field, _ relation: Relation, _ value: Value) -> Node? {
    switch value {
    case .duration(let days): return .figure(field, relation, Int64(days))
    case .date(let date): return .figure(field, relation, Int64(date.dayNumber))
    case .truth(let truth): return .figure(field, relation, truth ? 1 : 0)
    case .risk(let risk): return .figure(field, relation, risk.figure)
    case .kind(let kind): return .figure(field, relation, kind.figure)
    case .weekday(let weekday): return .figure(field, relation, weekday.figure)
    case .number(let number):
      guard number.denominator == 1, let whole = Int64(exactly: number.numerator) else {
        return nil
      }
      return .figure(field, relation, whole)
    case .money(let amount):
      // A customer's credit limit is in euros and is converted itself.
      if case .creditLimit = field { return nil }
      return .amount(field, relation, Int32(truncatingIfNeeded: add(amount)))
    case .text(let text):
      texts.append(text)
      return .text(field, relation, Int32(truncatingIfNeeded: texts.count - 1))
    case .percentage: return nil
    }
  }

  private mutating func append(_ node: Node) -> Int32 {
    nodes.append(node)
    return Int32(truncatingIfNeeded: nodes.count - 1)
  }

  private mutating func list(_ nodes: [Int32]) -> Range<Int32> {
    let start = Int32(truncatingIfNeeded: children.count)
    children += nodes
    return start..<Int32(truncatingIfNeeded: children.count)
  }
}

extension Relation {
  /// The relation with its sides exchanged.
  fileprivate var mirrored: Relation {
    switch self {
    case .equal, .notEqual: self
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    }
  }

  /// Whether the relation stands between two numbers.
  func holds(_ left: Int64, _ right: Int64) -> Bool {
    switch self {
    case .equal: left == right
    case .notEqual: left != right
    case .less: left < right
    case .lessOrEqual: left <= right
    case .greater: left > right
    case .greaterOrEqual: left >= right
    }
  }
}
