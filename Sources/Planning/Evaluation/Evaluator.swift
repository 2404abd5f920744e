import Receivables
import Semantics
import Syntax

/// Answers conditions about one invoice on one day.
///
/// A figure that is not known (a missing exchange rate, an overflow) leaves a condition undecided
/// only where it could turn the answer, in whatever order the parts stand: `faux et ?` is false and
/// `vrai ou ?` is true (R22). Each `soit` is worked out at most once.
///
/// The planner runs the code of the conditions (`ConditionCode`); the walk along their trees is for
/// what the code leaves to it, and tells in tests what the code must answer.
struct Evaluator {
  private let subject: InvoiceSubject
  private let context: EvaluationContext

  /// An evaluator for an invoice; of all that share a context only the last made may be asked.
  init(_ subject: InvoiceSubject, in context: EvaluationContext) {
    self.subject = subject
    self.context = context
    context.turn(to: subject)
  }

  /// An evaluator for conditions that no scenario's code has, such as those of templates.
  init(
    scenarios: ScenarioSet,
    rates: ExchangeRates,
    subject: InvoiceSubject,
    message: MessageFacts?
  ) {
    let decider = Decider(scenarios: scenarios, shelf: .empty, exchangeRates: rates)
    self.init(subject, in: EvaluationContext(decider, message: message))
  }

  /// Whether a condition of the code holds for the invoice.
  func verdict(of entry: ConditionCode.Entry) -> Verdict {
    let nodes = context.code.nodes
    return run(entry.node, nodes.span)
  }

  /// The verdicts on the own `si` of a playbook's steps, those of the ladder first.
  func stepConditions(of playbook: Playbook) -> VerdictList {
    var verdicts = VerdictList()
    let nodes = context.code.nodes
    for entry in playbook.stepConditions {
      if let entry {
        verdicts.append(run(entry.node, nodes.span))
      } else {
        verdicts.append(.holds)
      }
    }
    return verdicts
  }

  /// What the rules of a playbook make of the invoice.
  func findings(of playbook: Playbook) -> RuleFindings {
    var verdicts = VerdictList()
    let nodes = context.code.nodes
    for entry in playbook.rules { verdicts.append(run(entry.node, nodes.span)) }
    return context.findings(of: playbook, verdicts)
  }

  /// Goes along the code, of which nothing is copied on the way.
  private func run(_ node: Int32, _ nodes: Span<ConditionCode.Node>) -> Verdict {
    switch nodes[Int(node)] {
    case .figure(let field, let relation, let other):
      return verdict(subject.figure(of: field), relation, .value(other))
    case .amount(let field, let relation, let amount):
      return verdict(subject.figure(of: field), relation, self.amount(Int(amount)))
    case .text(let field, let relation, let text):
      guard let own = subject.text(of: field) else { return Verdict(relation == .notEqual) }
      return Verdict((own == context.code.texts[Int(text)]) == (relation == .equal))
    case .definition(let index): return definedVerdict(Int(index))
    case .not(let inner): return run(inner, nodes).negated
    case .all(let parts): return verdict(ofParts: parts, settledBy: .fails, nodes)
    case .any(let parts): return verdict(ofParts: parts, settledBy: .holds, nodes)
    case .test(let index): return verdict(of: context.code.tests[Int(index)])
    }
  }

  private func verdict(
    ofParts parts: Range<Int32>,
    settledBy settling: Verdict,
    _ nodes: Span<ConditionCode.Node>
  ) -> Verdict {
    var result = settling.negated
    for place in parts {
      let verdict = run(context.code.children[Int(place)], nodes)
      if verdict == settling { return settling }
      if verdict.obstacle != nil, result.obstacle == nil { result = verdict }
    }
    return result
  }

  /// As between two values: what is absent is different from everything, and comes before what is
  /// unknown (R20).
  private func verdict(
    _ left: FieldFigure,
    _ relation: Relation,
    _ right: FieldFigure
  ) -> Verdict {
    switch (left, right) {
    case (.absent, _), (_, .absent): Verdict(relation == .notEqual)
    case (.unknown(let obstacle), _), (_, .unknown(let obstacle)): .undecided(obstacle)
    case (.value(let left), .value(let right)): Verdict(relation.holds(left, right))
    }
  }

  /// An amount of the code in the currency of the invoice.
  func amount(_ index: Int) -> FieldFigure { context.amounts[index] }

  /// Whether a condition holds for the invoice, by walking along its tree.
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
      let columns = context.decider.scenarios.columns
      return inInvoiceCurrency(subject.value(ofColumn: index, in: columns))
    case .message(let field):
      return inInvoiceCurrency(ValueOutcome(context.message?.value(of: field)?.comparable))
    }
  }

  /// An amount in the currency of the invoice, at the rates of the day; zero needs no rate (R21).
  func inInvoiceCurrency(_ money: Money) -> ValueOutcome {
    switch context.decider.exchangeRates.converting(
      money,
      to: subject.facts.currency,
      on: subject.facts.day
    ) {
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
    if let known = context.verdicts[index] { return known }
    let verdict: Verdict
    if let entry = context.code.definition(index) {
      verdict = self.verdict(of: entry)
    } else {
      switch context.decider.scenarios.definitions[index].body {
      case .condition(let condition): verdict = self.verdict(of: condition)
      case .value(let expression):
        verdict = Relation.equal.verdict(value(of: expression), .value(.truth(true)))
      }
    }
    context.verdicts[index] = verdict
    return verdict
  }

  private func definedValue(_ index: Int) -> ValueOutcome {
    if let known = context.values[index] { return known }
    let value: ValueOutcome
    switch context.decider.scenarios.definitions[index].body {
    case .value(let expression): value = self.value(of: expression)
    case .condition(let condition):
      switch verdict(of: condition) {
      case .holds: value = .value(.truth(true))
      case .fails: value = .value(.truth(false))
      case .undecided(let obstacle): value = .unknown(obstacle)
      }
    }
    context.remember(value, ofDefinition: index)
    return value
  }
}
