import Diagnostics
import Receivables
import Semantics
import Syntax

/// A step that answers an event, on a day.
struct EventFinding {
  /// What keeps the step from being due, if anything does.
  enum State: Hashable {
    /// Nothing happened that it answers.
    case noEvent
    /// The event lies too far back.
    case outsideWindow
    /// The step was recorded for this event.
    case recorded(on: CalendarDate)
    /// Another step was recorded today; the event waits for another day (R69).
    case otherStepToday
    /// A rule drops it.
    case removed(rule: Int)
    /// Its own `si` does not hold.
    case conditionFails
    /// It is due.
    case due
  }

  /// The step's entry in the playbook.
  let entry: PlaybookStep
  /// The day of the event.
  let occurrence: CalendarDate?
  /// Its state.
  let state: State

  /// The step as the scenario has it.
  var step: Step { entry.step }

  /// Looks at a step.
  ///
  /// - Parameters:
  ///   - index: its place among those of the playbook that answer events
  ///   - playbook: the playbook
  ///   - conditions: the verdicts on the own `si` of the playbook's steps
  ///   - rules: what the rules drop
  ///   - subject: the invoice
  init(
    ofStep index: Int,
    in playbook: Playbook,
    _ conditions: VerdictList,
    _ rules: RuleFindings,
    _ subject: borrowing InvoiceSubject
  ) {
    let entry = playbook.eventSteps[index]
    let window = playbook.scenario.window
    self.entry = entry
    occurrence = EventFinding.day(of: entry.step.event, for: subject)
    guard let occurrence else {
      state = .noEvent
      return
    }
    let day = subject.facts.day
    if occurrence < day.adding(days: -window) || occurrence > day {
      state = .outsideWindow
    } else if let sentOn = EventFinding.record(of: entry.step, since: occurrence, in: subject.facts)
    {
      state = .recorded(on: sentOn)
    } else if subject.facts.history.contains(where: { $0.sentOn == day }) {
      state = .otherStepToday
    } else if let rule = StepShape.removal(of: entry, by: rules) {
      state = .removed(rule: rule)
    } else {
      let condition = conditions[playbook.ladder.count + index]
      state = condition == .holds ? .due : .conditionFails
    }
  }

  /// The first step of the file that is due, of those that answer events.
  static func firstDue(
    in playbook: Playbook,
    _ conditions: VerdictList,
    _ rules: RuleFindings,
    _ subject: borrowing InvoiceSubject
  ) -> EventFinding? {
    for index in playbook.eventSteps.indices {
      let finding = EventFinding(ofStep: index, in: playbook, conditions, rules, subject)
      if finding.state == .due { return finding }
    }
    return nil
  }

  /// The day of the event for an invoice, if it has taken place.
  static func day(of event: Event?, for subject: borrowing InvoiceSubject) -> CalendarDate? {
    switch event {
    case .payment: return subject.facts.settledOn
    case .partialPayment: return subject.facts.partlyPaidOn
    case .brokenPromise:
      guard subject.facts.isPromiseBroken else { return nil }
      return subject.facts.promise?.promisedOn.adding(days: 1)
    case .insolvency:
      let isOwed = (subject.facts.balance ?? 0) > 0
      return isOwed && subject.isInsolvent ? subject.customer.account.customer.insolvencyOn : nil
    case nil: return nil
    }
  }

  /// The day on which the step was recorded for an event: on or after it, or under its date (R74).
  private static func record(
    of step: Step,
    since occurrence: CalendarDate,
    in facts: InvoiceFacts
  ) -> CalendarDate? {
    facts.history.first { reminder in
      reminder.sentOn <= facts.day
        && (reminder.sentOn >= occurrence || reminder.occurrence == occurrence)
        && (reminder.step == step.id || reminder.step.folded == step.foldedID)
    }?.sentOn
  }
}

extension Event {
  /// Whether a rule that suspends an invoice holds the event's steps too; thanks and the work that
  /// insolvency asks for go on (R55).
  var isHeldBySuspension: Bool {
    switch self {
    case .payment, .insolvency: false
    case .partialPayment, .brokenPromise: true
    }
  }
}
