import Receivables
import Semantics
import Syntax

/// The days on which the steps of an invoice fall.
struct StepSchedule {
  /// The playbook.
  let playbook: Playbook
  /// The due date from which steps are counted, moved by `retarder` and `avancer` (R64).
  let dueDate: CalendarDate
  /// How far the invoice has come.
  let done: StepsDone

  /// The shifted nominal date of the last step done, n(L); absent for a step counted from a
  /// reminder (R68).
  private var lastDate: CalendarDate?

  /// The days for an invoice whose due date rules may move.
  init(of facts: borrowing InvoiceFacts, in playbook: Playbook, by rules: RuleFindings) {
    self.init(
      playbook: playbook,
      dueDate: facts.dueOn.adding(days: rules.shift?.effect ?? 0),
      done: StepsDone(facts, in: playbook)
    )
  }

  init(playbook: Playbook, dueDate: CalendarDate, done: StepsDone) {
    self.playbook = playbook
    self.dueDate = dueDate
    self.done = done
    guard let last = done.last else { return }
    switch playbook.ladder[last].step.moment {
    case .afterReminder, .event: lastDate = nil
    case .days, .workingDays, .weeks, .months, .endOfMonth:
      lastDate = movedToWorkingDay(nominalDate(of: playbook.ladder[last].step.moment))
    }
  }

  /// The days of one step.
  struct Timing: Hashable {
    /// The nominal date; absent for steps counted from a reminder.
    let nominal: CalendarDate?
    /// The nominal date shifted off days off, n(k).
    let shifted: CalendarDate?
    /// From which day the step can be due, e(k); absent while it depends on a reminder still to
    /// come.
    let effective: CalendarDate?
  }

  private var scenario: Scenario { playbook.scenario }

  /// The days of the step at a position of the ladder.
  func timing(of position: Int) -> Timing {
    let moment = playbook.ladder[position].step.moment
    if case .afterReminder(let days) = moment {
      let effective = done.lastContactOn.map {
        afterLastRow(movedToWorkingDay($0.adding(days: days)))
      }
      return Timing(nominal: nil, shifted: nil, effective: effective)
    }
    let nominal = nominalDate(of: moment)
    let shifted = movedToWorkingDay(nominal)
    return Timing(nominal: nominal, shifted: shifted, effective: effective(shifted))
  }

  /// Whether a step before the due date is too late to be sent at all (R71, R76).
  func isExpired(_ entry: PlaybookStep, _ timing: Timing, on day: CalendarDate) -> Bool {
    guard entry.step.isBeforeDueDate else { return false }
    guard day < dueDate, let effective = timing.effective else { return true }
    return effective >= dueDate
  }

  /// With history, `espacement` runs from the last reminder, but steps that the scenario itself puts
  /// closer stay that close (R67, R68).
  private func effective(_ shiftedDate: CalendarDate) -> CalendarDate {
    guard let lastContactOn = done.lastContactOn else { return afterLastRow(shiftedDate) }
    var gap = scenario.spacing
    if let lastDate { gap = min(gap, max(0, shiftedDate.days(since: lastDate))) }
    return afterLastRow(max(shiftedDate, movedToWorkingDay(lastContactOn.adding(days: gap))))
  }

  /// Two reminders of one invoice never fall on one day (R69).
  private func afterLastRow(_ date: CalendarDate) -> CalendarDate {
    guard let lastRowOn = done.lastRowOn else { return date }
    return max(date, lastRowOn.adding(days: 1))
  }

  private func movedToWorkingDay(_ date: CalendarDate) -> CalendarDate {
    switch scenario.shift {
    case .following: scenario.calendar.workingDay(onOrAfter: date)
    case .preceding: scenario.calendar.workingDay(onOrBefore: date)
    case .none: date
    }
  }

  private func nominalDate(of moment: Moment) -> CalendarDate {
    switch moment {
    case .days(let days): dueDate.adding(days: days)
    case .workingDays(let count): scenario.calendar.adding(workingDays: count, to: dueDate)
    case .weeks(let weeks):
      dueDate.adding(days: Int(clamping: Int128(weeks) * 7))
    case .months(let months): dueDate.adding(months: months)
    case .endOfMonth(afterDays: let days): dueDate.adding(days: days).endOfMonth
    case .afterReminder, .event: dueDate
    }
  }
}
