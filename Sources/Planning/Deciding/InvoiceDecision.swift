import Receivables
import Semantics

/// A step that is due for an invoice.
struct DueStep {
  /// The step as the rules leave it.
  let shape: StepShape
  /// The day of the event it answers.
  let occurrence: CalendarDate?

  /// The step's entry in the playbook.
  var entry: PlaybookStep { shape.entry }

  /// The step as the scenario has it.
  var step: Step { shape.entry.step }
}

/// Why an invoice cannot be planned.
enum PlanningError: Hashable {
  /// Where a figure was needed.
  enum Place: Hashable {
    /// In the `pour` of a scenario, by index.
    case appliesTo(Int)
    /// In a rule, by index.
    case rule(Int)
    /// In the `si` of a step, by its place along the playbook (`Playbook.step(at:)`).
    case step(Int)
    /// In the threshold.
    case threshold
    /// In the invoice's own balance.
    case balance
    /// In its interest.
    case interest
    /// In the total of a message.
    case total
  }

  /// The ledger names a scenario that no file declares.
  case unknownScenario(String)
  /// A figure is not known.
  case unknownFigure(Obstacle, Place)
}

/// What is to become of an invoice before it meets the customer's other invoices.
enum Disposition {
  /// Nothing is owed; a step may answer the payment.
  case paid(DueStep?)
  /// It cannot be planned.
  case error(PlanningError)
  /// No scenario takes it.
  case uncovered
  /// A rule excludes it.
  case excluded(rule: Int)
  /// A person holds it; the step is the one due, or next.
  case onHold(Hold, step: PlaybookStep?)
  /// A rule suspends the step due.
  case suspended(rule: Int, DueStep)
  /// A step is due on a day off; the next working day.
  case dayOff(DueStep, until: CalendarDate)
  /// A step is due.
  case due(DueStep)
  /// No step is left.
  case completed
  /// A step is still to come.
  case waiting(PlaybookStep, CalendarDate?)
}

/// Everything that was decided about one invoice, and what it was decided from.
///
/// Of thousands only the outcome is asked for; how the steps stand is worked out once more where
/// somebody wants to know.
final class InvoiceDecision {
  /// Which steps of the scenario were looked at.
  enum Look {
    /// None.
    case none
    /// Those that answer events.
    case events(Playbook, VerdictList)
    /// All of them.
    case all(Playbook, VerdictList)
  }

  /// The invoice and its customer.
  let subject: InvoiceSubject
  /// The choice of the scenario.
  let choice: ScenarioChoice
  /// What the rules say, where they were asked.
  var rules: RuleFindings?
  /// The steps that were looked at, with the verdicts on their own `si`.
  var look = Look.none
  /// Interest and indemnity of an invoice for which a step is due.
  var claims = LateClaims.none
  /// What is to become of it.
  var disposition: Disposition

  init(_ subject: InvoiceSubject, _ choice: ScenarioChoice, _ disposition: Disposition) {
    self.subject = subject
    self.choice = choice
    self.disposition = disposition
  }

  /// The facts of the invoice.
  var facts: InvoiceFacts { subject.facts }

  /// The steps counted from the due date or a reminder, where they were looked at.
  var escalation: Escalation? {
    guard case .all(let playbook, let conditions) = look, let rules else { return nil }
    return Escalation(
      StepSchedule(of: subject.facts, in: playbook, by: rules),
      conditions: conditions,
      rules: rules,
      on: subject.facts.day
    )
  }

  /// The steps that answer events, where they were looked at.
  var events: [EventFinding] {
    guard let rules else { return [] }
    switch look {
    case .none: return []
    case .events(let playbook, let conditions), .all(let playbook, let conditions):
      return playbook.eventSteps.indices.map { index in
        EventFinding(ofStep: index, in: playbook, conditions, rules, subject)
      }
    }
  }

  /// Whether a step is to be sent today.
  var isDue: Bool {
    switch disposition {
    case .paid(let step): step != nil
    case .due: true
    case .error, .uncovered, .excluded, .onHold, .suspended, .dayOff, .completed, .waiting: false
    }
  }

  /// The step to be sent today, whether for an open invoice or a paid one.
  var dueStep: DueStep? {
    switch disposition {
    case .paid(let step): step
    case .due(let step): step
    case .error, .uncovered, .excluded, .onHold, .suspended, .dayOff, .completed, .waiting: nil
    }
  }
}
