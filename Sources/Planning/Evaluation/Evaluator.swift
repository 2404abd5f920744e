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
final class Evaluator {
  private let decider: Decider
  private let shelf: PlaybookShelf
  private var subject: InvoiceSubject
  private let message: MessageFacts?
  private var verdicts: [Verdict?]
  private var values: [ValueOutcome?]
  /// The amounts of the code in the currency of the invoice, as far as they are known.
  private var amounts: [FieldFigure?]
  /// What the rules of a playbook come to with such verdicts: few of those that are possible occur.
  private var findings: [(playbook: Playbook, bits: UInt64, findings: RuleFindings)] = []

  /// How many findings are remembered: looking through more costs what it saves.
  private static let mostFindings = 32

  /// An evaluator for an invoice; within a template, of a message about it.
  init(_ decider: Decider, subject: InvoiceSubject, message: MessageFacts? = nil) {
    self.decider = decider
    shelf = decider.shelf
    self.subject = subject
    self.message = message
    verdicts = Array(repeating: nil, count: decider.scenarios.definitions.count)
    values = Array(repeating: nil, count: decider.scenarios.definitions.count)
    amounts = decider.amounts(in: subject.facts.invoice.currency)
  }

  /// An evaluator for conditions that no scenario's code has, such as those of templates.
  convenience init(
    scenarios: ScenarioSet,
    rates: ExchangeRates,
    subject: InvoiceSubject,
    message: MessageFacts?
  ) {
    let decider = Decider(scenarios: scenarios, shelf: .empty, exchangeRates: rates)
    self.init(decider, subject: subject, message: message)
  }

  /// Goes on to another invoice, or another day.
  func turn(to next: InvoiceSubject) {
    let currency = next.facts.invoice.currency
    if currency != subject.facts.invoice.currency || next.facts.day != subject.facts.day {
      amounts = decider.amounts(in: currency)
    }
    subject = next
    for index in verdicts.indices {
      verdicts[index] = nil
      values[index] = nil
    }
  }

  /// Whether a condition of the code holds for the invoice.
  func verdict(of entry: ConditionCode.Entry) -> Verdict {
    shelf.code.nodes.withUnsafeBufferPointer { run(entry.node, $0, subject) }
  }

  /// The verdicts on the own `si` of a playbook's steps, those of the ladder first.
  func stepConditions(of playbook: Playbook) -> VerdictList {
    let subject = subject
    var verdicts = VerdictList()
    shelf.code.nodes.withUnsafeBufferPointer { nodes in
      for entry in playbook.stepConditions {
        verdicts.append(entry.map { run($0.node, nodes, subject) } ?? .holds)
      }
    }
    return verdicts
  }

  /// What the rules of a playbook make of the invoice.
  func findings(of playbook: Playbook) -> RuleFindings {
    let subject = subject
    var verdicts = VerdictList()
    shelf.code.nodes.withUnsafeBufferPointer { nodes in
      for entry in playbook.rules { verdicts.append(run(entry.node, nodes, subject)) }
    }
    guard let bits = verdicts.bits else { return RuleFindings(playbook, verdicts) }
    for known in findings where known.bits == bits && known.playbook === playbook {
      return known.findings
    }
    let new = RuleFindings(playbook, verdicts)
    if findings.count < Evaluator.mostFindings { findings.append((playbook, bits, new)) }
    return new
  }

  /// Goes along the code, of which nothing is copied on the way.
  private func run(
    _ node: Int32,
    _ nodes: UnsafeBufferPointer<ConditionCode.Node>,
    _ subject: InvoiceSubject
  ) -> Verdict {
    switch nodes[Int(node)] {
    case .figure(let field, let relation, let other):
      return verdict(subject.figure(of: field), relation, .value(other))
    case .amount(let field, let relation, let amount):
      return verdict(subject.figure(of: field), relation, self.amount(Int(amount)))
    case .text(let field, let relation, let text):
      guard let own = subject.text(of: field) else { return Verdict(relation == .notEqual) }
      return Verdict((own == shelf.code.texts[Int(text)]) == (relation == .equal))
    case .definition(let index): return definedVerdict(Int(index))
    case .not(let inner): return run(inner, nodes, subject).negated
    case .all(let parts): return verdict(ofParts: parts, settledBy: .fails, nodes, subject)
    case .any(let parts): return verdict(ofParts: parts, settledBy: .holds, nodes, subject)
    case .test(let index): return verdict(of: shelf.code.tests[Int(index)])
    }
  }

  private func verdict(
    ofParts parts: Range<Int32>,
    settledBy settling: Verdict,
    _ nodes: UnsafeBufferPointer<ConditionCode.Node>,
    _ subject: InvoiceSubject
  ) -> Verdict {
    var result = settling.negated
    for place in parts {
      let verdict = run(shelf.code.children[Int(place)], nodes, subject)
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
  func amount(_ index: Int) -> FieldFigure {
    if let known = amounts[index] { return known }
    let figure = FieldFigure(inInvoiceCurrency(shelf.code.amounts[index]))
    amounts[index] = figure
    return figure
  }

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
      return inInvoiceCurrency(subject.value(ofColumn: index, in: decider.scenarios.columns))
    case .message(let field):
      return inInvoiceCurrency(ValueOutcome(message?.value(of: field)?.comparable))
    }
  }

  /// An amount in the currency of the invoice, at the rates of the day; zero needs no rate (R21).
  func inInvoiceCurrency(_ money: Money) -> ValueOutcome {
    switch decider.exchangeRates.converting(
      money,
      to: subject.facts.invoice.currency,
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
    if let known = verdicts[index] { return known }
    let verdict: Verdict
    if let entry = shelf.code.definition(index) {
      verdict = self.verdict(of: entry)
    } else {
      switch decider.scenarios.definitions[index].body {
      case .condition(let condition): verdict = self.verdict(of: condition)
      case .value(let expression):
        verdict = Relation.equal.verdict(value(of: expression), .value(.truth(true)))
      }
    }
    verdicts[index] = verdict
    return verdict
  }

  private func definedValue(_ index: Int) -> ValueOutcome {
    if let known = values[index] { return known }
    let value: ValueOutcome
    switch decider.scenarios.definitions[index].body {
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
