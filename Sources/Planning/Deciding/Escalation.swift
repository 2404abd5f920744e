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
  /// The steps after the last one done, in order.
  let findings: [Finding]
  /// The position of the step that is due today.
  let due: Int?
  /// The step that comes next where none is due; absent when no step is left.
  let next: Next?

  /// Looks at every step after the last one done.
  ///
  /// - Parameters:
  ///   - schedule: the days of the steps
  ///   - conditions: the verdicts on the steps' own `si`, by position; none undecided
  ///   - rules: what the rules drop
  ///   - day: the day
  init(
    _ schedule: StepSchedule,
    conditions: [Verdict],
    rules: RuleFindings,
    on day: CalendarDate
  ) {
    self.schedule = schedule
    let ladder = schedule.playbook.ladder
    let first = (schedule.done.last ?? -1) + 1
    var findings: [Finding] = []
    findings.reserveCapacity(ladder.count - first)
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
      findings.append(Finding(position: position, timing: timing, state: state))
    }
    self.findings = findings
    let candidates = findings.lazy.filter { $0.state == .candidate }
    switch schedule.playbook.scenario.catchUp {
    case .progressive: due = candidates.first?.position
    case .direct: due = candidates.last?.position
    }
    next = Escalation.next(among: findings, of: schedule.playbook.scenario)
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

  /// Of the steps whose `si` holds today the one whose day comes first; without one that has a day,
  /// the first left (R76).
  private static func next(among findings: [Finding], of scenario: Scenario) -> Next? {
    var earliest: (position: Int, date: CalendarDate)?
    var withoutDay: Int?
    var firstLeft: Int?
    for finding in findings where isLeft(finding.state) {
      firstLeft = firstLeft ?? finding.position
      switch finding.state {
      case .upcoming(let date):
        if let known = earliest {
          let replaces =
            date < known.date || (date == known.date && scenario.catchUp == .direct)
          if !replaces { continue }
        }
        earliest = (finding.position, date)
      case .withoutReminder, .blocked: withoutDay = withoutDay ?? finding.position
      case .removed, .expired, .conditionFails, .candidate: continue
      }
    }
    if let earliest {
      return Next(
        position: earliest.position,
        day: scenario.calendar.workingDay(onOrAfter: earliest.date)
      )
    }
    return (withoutDay ?? firstLeft).map { Next(position: $0, day: nil) }
  }
}
