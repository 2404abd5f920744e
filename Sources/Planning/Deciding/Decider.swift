import Receivables
import Semantics

/// Decides about one invoice after the other, each by itself.
///
/// The order of the tests is that of the statuses: paid, error, uncovered, excluded, suspended,
/// deferred, action, completed, waiting.
final class Decider: Sendable {
  /// What the files declare.
  let scenarios: ScenarioSet
  /// The scenarios.
  let shelf: PlaybookShelf
  /// The rates at which amounts are converted.
  let exchangeRates: ExchangeRates

  init(scenarios: ScenarioSet, shelf: PlaybookShelf, exchangeRates: ExchangeRates) {
    self.scenarios = scenarios
    self.shelf = shelf
    self.exchangeRates = exchangeRates
  }

  /// The decision about an invoice that exists on the day and is no credit note.
  func decision(about subject: InvoiceSubject, by evaluator: Evaluator) -> InvoiceDecision {
    let choice = ScenarioChoice(for: subject.customer, among: shelf, by: evaluator)
    guard let balance = subject.facts.balance else {
      return InvoiceDecision(subject, choice, .error(.unknownFigure(.overflow, .balance)))
    }
    let playbook = choice.index.map { shelf.playbooks[$0] }
    if balance <= 0 {
      let decision = InvoiceDecision(subject, choice, .paid(nil))
      if let playbook { answerPayment(decision, playbook, evaluator) }
      return decision
    }
    switch choice.outcome {
    case .unknownName(let name):
      return InvoiceDecision(subject, choice, .error(.unknownScenario(name)))
    case .undecided(let index, let obstacle):
      return InvoiceDecision(
        subject,
        choice,
        .error(.unknownFigure(obstacle, .appliesTo(index)))
      )
    case .named, .found, .none: break
    }
    let decision = InvoiceDecision(subject, choice, .uncovered)
    if let playbook { decide(decision, playbook, evaluator) }
    return decision
  }

  private func decide(
    _ decision: InvoiceDecision,
    _ playbook: Playbook,
    _ evaluator: Evaluator
  ) {
    let rules = evaluator.findings(of: playbook)
    decision.rules = rules
    let conditions = evaluator.stepConditions(of: playbook)
    if let error = error(in: rules, conditions, playbook, evaluator) {
      decision.disposition = .error(error)
      return
    }
    if let rule = rules.exclusion {
      decision.disposition = .excluded(rule: rule)
      return
    }
    let day = decision.subject.facts.day
    decision.look = .all(playbook, conditions)
    let escalation = Escalation.outcome(
      StepSchedule(of: decision.subject.facts, in: playbook, by: rules),
      conditions,
      rules,
      on: day
    )
    let due =
      dueEvent(of: decision.subject, playbook, rules, conditions)
      ?? escalation.due.map { position in
        DueStep(shape: StepShape(playbook.ladder[position], by: rules), occurrence: nil)
      }
    let hold = decision.facts.hold ?? decision.subject.customer.hold
    if let hold {
      let next = (escalation.due ?? escalation.next?.position).map { playbook.ladder[$0] }
      decision.disposition = .onHold(hold, step: due?.entry ?? next)
    } else if let due {
      decision.disposition = disposition(of: due, rules, playbook, on: day)
      attachClaims(to: decision, playbook)
    } else if let next = escalation.next {
      decision.disposition = .waiting(playbook.ladder[next.position], next.day)
    } else {
      decision.disposition = .completed
    }
  }

  /// An event goes before the other steps, whatever its severity; of several the first of the file
  /// (R72).
  private func dueEvent(
    of subject: InvoiceSubject,
    _ playbook: Playbook,
    _ rules: RuleFindings,
    _ conditions: VerdictList
  ) -> DueStep? {
    EventFinding.firstDue(in: playbook, conditions, rules, subject).map { event in
      DueStep(shape: StepShape(event.entry, by: rules), occurrence: event.occurrence)
    }
  }

  /// A rule that suspends comes before the day off (R78).
  private func disposition(
    of due: DueStep,
    _ rules: RuleFindings,
    _ playbook: Playbook,
    on day: CalendarDate
  ) -> Disposition {
    if let rule = rules.suspension, due.step.event?.isHeldBySuspension ?? true {
      return .suspended(rule: rule, due)
    }
    let calendar = playbook.scenario.calendar
    guard !calendar.isWorkingDay(day) else { return .due(due) }
    return .dayOff(due, until: calendar.workingDay(onOrAfter: day.adding(days: 1)))
  }

  private func attachClaims(to decision: InvoiceDecision, _ playbook: Playbook) {
    guard case .due = decision.disposition else { return }
    if let claims = LateClaims.of(decision.subject, by: playbook, rates: scenarios.rates) {
      decision.claims = claims
    } else {
      decision.disposition = .error(.unknownFigure(.overflow, .interest))
    }
  }

  /// A paid invoice may be thanked for; what cannot be decided about it leaves it in peace (R75).
  private func answerPayment(
    _ decision: InvoiceDecision,
    _ playbook: Playbook,
    _ evaluator: Evaluator
  ) {
    let facts = decision.facts
    let windowStart = facts.day.adding(days: -playbook.scenario.window)
    guard playbook.answersPayments, let settledOn = facts.settledOn, settledOn >= windowStart else {
      return
    }
    let rules = evaluator.findings(of: playbook)
    let conditions = evaluator.stepConditions(of: playbook)
    decision.rules = rules
    guard rules.undecided == nil, conditions.undecided == nil, rules.exclusion == nil else {
      return
    }
    decision.look = .events(playbook, conditions)
    let hold = decision.facts.hold ?? decision.subject.customer.hold
    guard hold == nil, playbook.scenario.calendar.isWorkingDay(decision.facts.day) else { return }
    decision.disposition = .paid(dueEvent(of: decision.subject, playbook, rules, conditions))
  }

  /// The first figure that is missing and could turn an answer (R22).
  private func error(
    in rules: RuleFindings,
    _ conditions: VerdictList,
    _ playbook: Playbook,
    _ evaluator: Evaluator
  ) -> PlanningError? {
    if let given = rules.undecided { return .unknownFigure(given.effect, .rule(given.rule)) }
    if let (obstacle, step) = conditions.undecided { return .unknownFigure(obstacle, .step(step)) }
    guard case .unknown(let obstacle) = evaluator.amount(playbook.threshold) else {
      return nil
    }
    return .unknownFigure(obstacle, .threshold)
  }
}
