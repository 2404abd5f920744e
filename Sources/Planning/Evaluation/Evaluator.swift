import Receivables
import Semantics
import Syntax

/// Answers conditions about one invoice on one day.
///
/// A figure that is not known (a missing exchange rate, an overflow) leaves a condition undecided
/// only where it could turn the answer, in whatever order the parts stand: `faux et ?` is false and
/// `vrai ou ?` is true (R22). Each `soit` is worked out at most once.
final class Evaluator {
  private let scenarios: ScenarioSet
  private let rates: ExchangeRates
  private let subject: InvoiceSubject
  private let message: MessageFacts?
  private var verdicts: [Verdict?]
  private var values: [ValueOutcome?]

  /// An evaluator for an invoice; within a template, of a message about it.
  init(
    scenarios: ScenarioSet,
    rates: ExchangeRates,
    subject: InvoiceSubject,
    message: MessageFacts? = nil
  ) {
    self.scenarios = scenarios
    self.rates = rates
    self.subject = subject
    self.message = message
    verdicts = Array(repeating: nil, count: scenarios.definitions.count)
    values = Array(repeating: nil, count: scenarios.definitions.count)
  }

  /// Whether a condition holds for the invoice.
  func verdict(of condition: Condition) -> Verdict {
    switch condition {
    case .test(let test, _): return verdict(of: test)
    case .definition(let index, _): return definedVerdict(index)
    case .not(let inner): return verdict(of: inner).negated
    case .and(let parts): return verdict(ofParts: parts, settledBy: .fails)
    case .or(let parts): return verdict(ofParts: parts, settledBy: .holds)
    }
  }

  /// The value of a field for the invoice.
  func value(of reference: FieldReference) -> ValueOutcome {
    switch reference {
    case .field(let field):
      let value = subject.value(of: field)
      guard case .creditLimit = field else { return value }
      return inInvoiceCurrency(value)
    case .column(let index):
      return inInvoiceCurrency(subject.value(ofColumn: index, in: scenarios.columns))
    case .message(let field):
      return inInvoiceCurrency(ValueOutcome(message?.value(of: field)?.comparable))
    }
  }

  /// An amount in the currency of the invoice, at the rates of the day; zero needs no rate (R21).
  func inInvoiceCurrency(_ money: Money) -> ValueOutcome {
    switch rates.converting(money, to: subject.facts.invoice.currency, on: subject.facts.day) {
    case .money(let converted): .value(.money(converted))
    case .missingRate(let currency): .unknown(.missingRate(currency))
    case .overflow: .unknown(.overflow)
    }
  }

  private func inInvoiceCurrency(_ outcome: ValueOutcome) -> ValueOutcome {
    guard case .value(.money(let money)) = outcome else { return outcome }
    return inInvoiceCurrency(money)
  }

  /// One part with the settling verdict settles all; else one undecided part leaves all undecided.
  private func verdict(ofParts parts: [Condition], settledBy settling: Verdict) -> Verdict {
    var result = settling.negated
    for part in parts {
      let verdict = verdict(of: part)
      if verdict == settling { return settling }
      if verdict.obstacle != nil, result.obstacle == nil { result = verdict }
    }
    return result
  }

  private func verdict(of test: Condition.Test) -> Verdict {
    switch test {
    case .truth(let reference):
      return Relation.equal.verdict(value(of: reference), .value(.truth(true)))
    case .comparison(let left, let relation, let right):
      return relation.verdict(value(of: left), value(of: right))
    case .membership(let expression, let members):
      return membership(of: value(of: expression), in: members)
    case .between(let expression, let lower, let upper):
      let value = value(of: expression)
      let aboveLower = Relation.greaterOrEqual.verdict(value, self.value(of: lower))
      guard aboveLower != .fails else { return .fails }
      let belowUpper = Relation.lessOrEqual.verdict(value, self.value(of: upper))
      return belowUpper == .holds ? aboveLower : belowUpper
    case .isPresent(let expression):
      return presence(of: value(of: expression))
    }
  }

  private func membership(of value: ValueOutcome, in members: [Expression]) -> Verdict {
    var result = Verdict.fails
    for member in members {
      let verdict = Relation.equal.verdict(value, self.value(of: member))
      if verdict == .holds { return .holds }
      if verdict.obstacle != nil, result.obstacle == nil { result = verdict }
    }
    return result
  }

  /// An unknown figure is there all the same; a risk of `inconnu` is not (R20).
  private func presence(of value: ValueOutcome) -> Verdict {
    switch value {
    case .absent, .value(.risk(.unknown)): .fails
    case .value, .unknown: .holds
    }
  }

  /// The value of an expression for the invoice.
  func value(of expression: Expression) -> ValueOutcome {
    switch expression {
    case .literal(.money(let money)): return inInvoiceCurrency(money)
    case .literal(let value): return .value(value)
    case .field(let reference): return value(of: reference)
    case .definition(let index, _): return definedValue(index)
    case .negated(let inner): return value(of: inner).negated
    case .sum(let left, let right): return value(of: left).adding(value(of: right))
    case .difference(let left, let right): return value(of: left).subtracting(value(of: right))
    case .product(let left, let right): return value(of: left).multiplied(by: value(of: right))
    }
  }

  private func definedVerdict(_ index: Int) -> Verdict {
    if let known = verdicts[index] { return known }
    let verdict: Verdict
    switch scenarios.definitions[index].body {
    case .condition(let condition): verdict = self.verdict(of: condition)
    case .value(let expression):
      verdict = Relation.equal.verdict(value(of: expression), .value(.truth(true)))
    }
    verdicts[index] = verdict
    return verdict
  }

  private func definedValue(_ index: Int) -> ValueOutcome {
    if let known = values[index] { return known }
    let value: ValueOutcome
    switch scenarios.definitions[index].body {
    case .value(let expression): value = self.value(of: expression)
    case .condition(let condition):
      switch verdict(of: condition) {
      case .holds: value = .value(.truth(true))
      case .fails: value = .value(.truth(false))
      case .undecided(let obstacle): value = .unknown(obstacle)
      }
    }
    values[index] = value
    return value
  }
}
