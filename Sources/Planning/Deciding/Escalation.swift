import Receivables
import Semantics
import Syntax

/// Where an invoice stands on the ladder of its scenario: what of it is left, due, and next.
struct Escalation {
  /// What a step that is not done yet waits for.
  enum State: Hashable {
    /// A rule drops it.
    case removed(rule: Int)
    /// It lies before the due date and can no longer be sent in time.
    case expired
    /// Its own `si` does not hold today.
    case conditionFails
    /// It is counted from a reminder, and there is none yet.
    case withoutReminder
    /// It is counted from a reminder, and an earlier step, by position, can still be sent (R70).
    case blocked(by: Int)
    /// Its day is still to come.
    case upcoming(CalendarDate)
    /// It may be sent today.
    case candidate
  }

  /// A step that is not done yet.
  struct Finding {
    /// The position on the ladder.
    let position: Int
    /// Its days.
    let timing: StepSchedule.Timing
    /// What it waits for.
    let state: State
  }

  /// The step that comes next, with its day where that is known.
  struct Next: Hashable {
    /// The position on the ladder.
    let position: Int
    /// The first working day on which it can be due; absent where it depends on what is to come.
    let day: CalendarDate?
  }

  /// The days of the steps.
  let schedule: StepSchedule
  private let conditions: VerdictList
  private let rules: RuleFindings
  private let day: CalendarDate
  private let outcome: Outcome

  /// What looking at the steps comes to.
  struct Outcome {
    /// The position of the step that is due today.
    let due: Int?
    /// The step that comes next where none is due; absent when no step is left.
    let next: Next?
  }

  /// The position of the step that is due today.
  var due: Int? { outcome.due }
  /// The step that comes next where none is due; absent when no step is left.
  var next: Next? { outcome.next }

  /// Looks at every step after the last one done.
  ///
  /// - Parameters:
  ///   - schedule: the days of the steps
  ///   - conditions: the verdicts on the steps' own `si`, by position; none undecided
  ///   - rules: what the rules drop
  ///   - day: the day
  init(
    _ schedule: StepSchedule,
    conditions: VerdictList,
    rules: RuleFindings,
    on day: CalendarDate
  ) {
    self.schedule = schedule
    self.conditions = conditions
    self.rules = rules
    self.day = day
    outcome = Escalation.outcome(schedule, conditions, rules, on: day)
  }

  /// What looking at every step after the last one done comes to.
  static func outcome(
    _ schedule: StepSchedule,
    _ conditions: VerdictList,
    _ rules: RuleFindings,
    on day: CalendarDate
  ) -> Outcome {
    var (first, last): (Int?, Int?) = (nil, nil)
    var next = NextStep(of: schedule.playbook)
    Escalation.forEachFinding(schedule, conditions, rules, day) { finding in
      if finding.state == .candidate {
        first = first ?? finding.position
        last = finding.position
      }
      next.consider(finding)
    }
    switch schedule.playbook.scenario.catchUp {
    case .progressive: return Outcome(due: first, next: next.next)
    case .direct: return Outcome(due: last, next: next.next)
    }
  }

  /// The steps after the last one done, in order.
  ///
  /// Most invoices of a plan are asked only what is due and what comes next, so that the findings
  /// are not kept.
  var findings: [Finding] {
    var findings: [Finding] = []
    Escalation.forEachFinding(schedule, conditions, rules, day) { findings.append($0) }
    return findings
  }

  private static func forEachFinding(
    _ schedule: StepSchedule,
    _ conditions: VerdictList,
    _ rules: RuleFindings,
    _ day: CalendarDate,
    _ visit: (Finding) -> Void
  ) {
    let ladder = schedule.playbook.ladder
    let first = (schedule.done.last ?? -1) + 1
    var firstOpen: Int?
    for position in first..<max(first, ladder.count) {
      let entry = ladder[position]
      let timing = schedule.timing(of: position)
      let state: State
      if let rule = StepShape.removal(of: entry, by: rules) {
        state = .removed(rule: rule)
      } else if schedule.isExpired(entry, timing, on: day) {
        state = .expired
      } else if conditions[position] != .holds {
        state = .conditionFails
      } else {
        state = Escalation.state(of: entry, timing, behind: firstOpen, on: day)
        firstOpen = firstOpen ?? position
      }
      visit(Finding(position: position, timing: timing, state: state))
    }
  }

  /// Whether a step can still be sent at some time.
  static func isLeft(_ state: State) -> Bool {
    switch state {
    case .removed, .expired: false
    case .conditionFails, .withoutReminder, .blocked, .upcoming, .candidate: true
    }
  }

  private static func state(
    of entry: PlaybookStep,
    _ timing: StepSchedule.Timing,
    behind firstOpen: Int?,
    on day: CalendarDate
  ) -> State {
    guard let effective = timing.effective else { return .withoutReminder }
    if case .afterReminder = entry.step.moment, let firstOpen { return .blocked(by: firstOpen) }
    return effective <= day ? .candidate : .upcoming(effective)
  }
}

/// Finds the step that comes next: of those whose `si` holds today the one whose day comes first;
/// without one that has a day, the first left (R76).
private struct NextStep {
  private let playbook: Playbook
  private var earliest: (position: Int, date: CalendarDate)?
  private var withoutDay: Int?
  private var firstLeft: Int?

  init(of playbook: Playbook) {
    self.playbook = playbook
  }

  /// Takes the next finding into account.
  mutating func consider(_ finding: Escalation.Finding) {
    guard Escalation.isLeft(finding.state) else { return }
    firstLeft = firstLeft ?? finding.position
    switch finding.state {
    case .upcoming(let date):
      if let known = earliest {
        let replaces =
          date < known.date || (date == known.date && playbook.scenario.catchUp == .direct)
        if !replaces { return }
      }
      earliest = (finding.position, date)
    case .withoutReminder, .blocked: withoutDay = withoutDay ?? finding.position
    case .removed, .expired, .conditionFails, .candidate: break
    }
  }

  /// The step, if one is left.
  var next: Escalation.Next? {
    if let earliest {
      return Escalation.Next(
        position: earliest.position,
        day: playbook.scenario.calendar.workingDay(onOrAfter: earliest.date)
      )
    }
    return (withoutDay ?? firstLeft).map { Escalation.Next(position: $0, day: nil) }
  }
}
