import Diagnostics
import Semantics
import Syntax

/// Numbers for what conditions and values mean: those that say the same have the same one, whatever
/// names `soit` gives to their parts.
///
/// What a name stands for is looked at once, however often the name is used: written out, forty
/// lines of `soit c2 = c1 et c1` would be longer than any memory.
final class MeaningNumbers {
  /// A condition or a value whose parts are numbers already.
  private enum Shape: Hashable {
    case literal(Value)
    case field(FieldReference)
    case creditor(FoldedText)
    case negated(Int)
    case sum(Int, Int)
    case difference(Int, Int)
    case product(Int, Int)
    case truth(FieldReference)
    case comparison(Int, Relation, Int)
    case membership(Int, [Int])
    case between(Int, Int, Int)
    case isPresent(Int)
    case not(Int)
    case all([Int])
    case any([Int])
  }

  private let definitions: [Definition]
  private var numbers: [Shape: Int] = [:]
  private var numbersOfDefinitions: [Int?]

  /// Numbers for what is said with some names.
  init(of definitions: [Definition]) {
    self.definitions = definitions
    numbersOfDefinitions = Array(repeating: nil, count: definitions.count)
  }

  /// The text that a value of a template always shows; `nil` if it shows anything else, or what the
  /// creditor says of itself, which is told once for all templates.
  func text(shownBy expression: Expression) -> String? {
    guard case .definition(let index, _) = expression, creditorFact(index) == nil else {
      return nil
    }
    return definitions[index].text
  }

  /// The number of what a value of a template shows.
  func number(shownBy expression: Expression) -> Int {
    if case .definition(let index, _) = expression, let fact = creditorFact(index) {
      return intern(.creditor(fact))
    }
    return number(of: expression)
  }

  /// The number of a condition.
  func number(of condition: Condition) -> Int {
    switch condition {
    case .test(let test, _): intern(shape(of: test))
    case .definition(let index, _): number(ofDefinition: index)
    case .not(let inner): intern(.not(number(of: inner)))
    case .and(let parts): intern(.all(parts.map { number(of: $0) }))
    case .or(let parts): intern(.any(parts.map { number(of: $0) }))
    }
  }

  private func creditorFact(_ index: Int) -> FoldedText? {
    let name = definitions[index].name.folded
    return Creditor.facts.contains(name) ? name : nil
  }

  private func intern(_ shape: Shape) -> Int {
    if let known = numbers[shape] { return known }
    let number = numbers.count
    numbers[shape] = number
    return number
  }

  private func number(ofDefinition index: Int) -> Int {
    if let known = numbersOfDefinitions[index] { return known }
    let number: Int
    switch definitions[index].body {
    case .condition(let condition): number = self.number(of: condition)
    case .value(let expression): number = self.number(of: expression)
    }
    numbersOfDefinitions[index] = number
    return number
  }

  private func number(of expression: Expression) -> Int {
    switch expression {
    case .literal(let value): intern(.literal(value))
    case .field(let field): intern(.field(field))
    case .definition(let index, _): number(ofDefinition: index)
    case .negated(let inner): intern(.negated(number(of: inner)))
    case .sum(let left, let right): intern(.sum(number(of: left), number(of: right)))
    case .difference(let left, let right):
      intern(.difference(number(of: left), number(of: right)))
    case .product(let left, let right): intern(.product(number(of: left), number(of: right)))
    }
  }

  private func shape(of test: Condition.Test) -> Shape {
    switch test {
    case .truth(let field): .truth(field)
    case .comparison(let left, let relation, let right):
      .comparison(number(of: left), relation, number(of: right))
    case .membership(let expression, let members):
      .membership(number(of: expression), members.map { number(of: $0) })
    case .between(let expression, let lower, let upper):
      .between(number(of: expression), number(of: lower), number(of: upper))
    case .isPresent(let expression): .isPresent(number(of: expression))
    }
  }
}
