import Diagnostics
import Receivables
import Syntax

/// Conditions as sets of points: what each test asks is an interval of one axis.
struct ConditionNodes: ~Copyable {
  /// The axes and the diagram.
  var axes: SpaceAxes
  /// The levels that conditions have asked for.
  var askedLevels: Set<Int> = []

  private var measure: ExpressionMeasure
  private let definitions: [Definition]
  private let columns: [ExtraColumn]
  private var known: [Node?]
  /// The tests asked so far, by their places: a rule's are asked again for each of its parts.
  private var tests: [SourceRange: (test: Condition.Test, node: Node)] = [:]
  private var outOfRangeCount = 0

  /// Nodes for the conditions of a set of scenarios, amounts being those of a currency.
  init(_ scenarios: ScenarioSet, currency: Currency, axes: consuming SpaceAxes) {
    self.axes = axes
    measure = ExpressionMeasure(scenarios, currency: currency)
    definitions = scenarios.definitions
    columns = scenarios.columns
    known = Array(repeating: nil, count: scenarios.definitions.count)
  }

  /// The atoms that derived axes are made of.
  var atoms: [Atom] { measure.atoms }

  /// The points for which a condition holds.
  mutating func node(of condition: Condition) -> Node {
    switch condition {
    case .test(let test, let range): return node(of: test, at: range)
    case .definition(let index, _): return node(ofDefinition: index)
    case .not(let inner): return node(of: inner).complement
    case .and(let parts):
      var result = Node.always
      for part in parts { result = axes.diagram.intersection(result, node(of: part)) }
      return result
    case .or(let parts):
      var result = Node.never
      for part in parts { result = axes.diagram.union(result, node(of: part)) }
      return result
    }
  }

  private mutating func node(ofDefinition index: Int) -> Node {
    guard definitions.indices.contains(index) else { return outOfRange() }
    if let node = known[index] { return node }
    let node: Node
    switch definitions[index].body {
    case .condition(let condition): node = self.node(of: condition)
    case .value(.field(let reference)): node = truth(of: reference)
    case .value: node = outOfRange()
    }
    known[index] = node
    return node
  }

  private mutating func node(of test: Condition.Test, at range: SourceRange) -> Node {
    if let known = tests[range], known.test == test { return known.node }
    let count = outOfRangeCount
    let node = node(of: test)
    // What cannot be worked out is each time a question of its own.
    if outOfRangeCount == count { tests[range] = (test, node) }
    return node
  }

  private mutating func node(of test: Condition.Test) -> Node {
    switch test {
    case .truth(let reference): return truth(of: reference)
    case .comparison(let left, let relation, let right): return node(left, relation, right)
    case .membership(let subject, let choices):
      return node(subject, among: choices[...])
    case .between(let subject, let lower, let upper):
      let above = node(subject, .greaterOrEqual, lower)
      return axes.diagram.intersection(above, node(subject, .lessOrEqual, upper))
    case .isPresent(let expression): return presence(of: expression)
    }
  }

  /// The points whose value is among choices; halves are joined, as what is joined so far grows.
  private mutating func node(_ subject: Expression, among choices: ArraySlice<Expression>) -> Node {
    guard choices.count > 1 else {
      return choices.first.map { node(subject, .equal, $0) } ?? .never
    }
    let middle = choices.startIndex + choices.count / 2
    let first = node(subject, among: choices[..<middle])
    return axes.diagram.union(first, node(subject, among: choices[middle...]))
  }

  private mutating func truth(of reference: FieldReference) -> Node {
    ask(.field(reference), Interval(.one))
  }
}

// MARK: Presence

extension ConditionNodes {
  private mutating func presence(of expression: Expression) -> Node {
    switch resolved(expression) {
    case .literal(.risk(.unknown)): return .never
    case .field(.field(.risk)):
      return node(expression, .notEqual, .literal(.risk(.unknown)))
    case let other: return presence(of: measure.fields(of: other))
    }
  }

  private mutating func presence(of fields: Set<FieldReference>) -> Node {
    var result = Node.always
    for level in fields.compactMap({ axes.level(of: .field($0)) }).sorted().reversed()
    where axes.axes[level].hasAbsence {
      askedLevels.insert(level)
      result = axes.diagram.intersection(axes.presence(level: level), result)
    }
    return result
  }
}

// MARK: Comparisons

extension ConditionNodes {
  private mutating func node(
    _ left: Expression,
    _ relation: Relation,
    _ right: Expression
  ) -> Node {
    if relation == .notEqual { return node(left, .equal, right).complement }
    let first = resolved(left)
    let second = resolved(right)
    switch type(of: first) {
    case .text: return sameText(first, second)
    case .truth, .risk, .kind, .weekday: return sameWord(first, second)
    case .integer, .number, .percentage, .money, .duration, .date:
      return compared(first, relation, second)
    }
  }

  /// The expression behind names.
  private func resolved(_ expression: Expression) -> Expression {
    var result = expression
    while case .definition(let index, _) = result {
      guard let value = measure.value(ofDefinition: index) else { return result }
      result = value
    }
    return result
  }

  private func type(of expression: Expression) -> ValueType {
    switch expression {
    case .literal(let value): value.type
    case .field(let reference): reference.type(in: columns)
    case .definition(_, let type): type
    case .negated(let inner), .sum(let inner, _), .difference(let inner, _): type(of: inner)
    case .product: .number
    }
  }

  private mutating func sameText(_ left: Expression, _ right: Expression) -> Node {
    switch (left, right) {
    case (.literal(let first), .literal(let second)): return first == second ? .always : .never
    case (.field(let field), .literal(.text(let text))),
      (.literal(.text(let text)), .field(let field)):
      guard let level = axes.level(of: .field(field)) else { return outOfRange() }
      // Invoices are in active currencies only.
      if field == .field(.currency), Currency(code: text.text) == nil { return .never }
      return ask(.field(field), Interval(axes.place(of: text, level: level)))
    case (.field(let first), .field(let second)):
      let presence = presence(of: [first, second])
      guard first != second else { return presence }
      let mirrored = axes.level(of: .sameText(second, first)) != nil
      let subject: Subject = mirrored ? .sameText(second, first) : .sameText(first, second)
      return axes.diagram.intersection(presence, ask(subject, Interval(.one)))
    case (_, _): return outOfRange()
    }
  }

  private mutating func sameWord(_ left: Expression, _ right: Expression) -> Node {
    switch (left, right) {
    case (.literal(let first), .literal(let second)): return first == second ? .always : .never
    case (.field(let field), .literal(let word)), (.literal(let word), .field(let field)):
      guard let place = word.placeInList else { return outOfRange() }
      return ask(.field(field), Interval(Rational(place)))
    case (.field(let first), .field(let second)) where first == second: return .always
    case (_, _): return outOfRange()
    }
  }

  private mutating func compared(
    _ left: Expression,
    _ relation: Relation,
    _ right: Expression
  ) -> Node {
    do throws(ArithmeticOverflow) {
      let difference = try measure.difference(left, right)
      let presence = presence(of: difference.fields)
      switch try measure.solution(difference.form, in: relation.valuesAgainstZero) {
      case .constant(let truth): return truth ? presence : .never
      case .axis(let subject, let interval):
        return axes.diagram.intersection(presence, ask(subject, interval))
      }
    } catch {
      return outOfRange()
    }
  }

  /// The points whose coordinate on an axis lies in an interval; a derived axis is added when it is
  /// first asked for.
  private mutating func ask(_ subject: Subject, _ interval: Interval) -> Node {
    let level = axes.level(of: subject) ?? axes.add(derivedAxis(subject))
    askedLevels.insert(level)
    return axes.node(level: level, interval)
  }

  private func derivedAxis(_ subject: Subject) -> Axis {
    switch subject {
    case .field(let reference): Axis(reference, reference.type(in: columns))
    case .sameText, .outOfRange: Axis(derived: subject, .whole, domain: .words(2))
    case .form(let form): Axis(derived: subject, measure.grain(of: form))
    case .atom(let atom):
      switch measure.atoms[atom] {
      case .amount(.field(let field), _): Axis(derived: subject, .whole, domain: field.domain)
      case .amount, .field, .foreign, .rounded, .product:
        Axis(derived: subject, measure.grain(ofAtom: atom))
      }
    }
  }

  /// A question of its own for what cannot be worked out.
  private mutating func outOfRange() -> Node {
    outOfRangeCount += 1
    return ask(.outOfRange(outOfRangeCount), Interval(.one))
  }
}

extension Relation {
  /// Where the difference of two values lies if the relation stands between them.
  fileprivate var valuesAgainstZero: Interval {
    switch self {
    case .equal, .notEqual: Interval(.zero)
    case .less: Interval(to: .before(.zero))
    case .lessOrEqual: Interval(to: .after(.zero))
    case .greater: Interval(from: .after(.zero))
    case .greaterOrEqual: Interval(from: .before(.zero))
    }
  }
}

extension Value {
  /// The type of a value as written.
  fileprivate var type: ValueType {
    switch self {
    case .text: .text
    case .number: .number
    case .percentage: .percentage
    case .money: .money
    case .duration: .duration
    case .date: .date
    case .truth: .truth
    case .risk: .risk
    case .kind: .kind
    case .weekday: .weekday
    }
  }
}
