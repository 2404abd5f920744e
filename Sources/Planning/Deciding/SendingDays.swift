import Receivables
import Semantics

/// The days on which the steps of a scenario go out to an invoice that follows it from the start.
///
/// It is the schedule that plans are made of, asked without a ledger.
public struct SendingDays {
  /// The steps in the order of the escalation, those that answer events aside.
  public let steps: [Step]

  private let playbook: Playbook

  /// The days of a scenario's steps.
  public init(of scenario: Scenario) {
    // Days ask for no condition, so that the code is not kept.
    var code = ConditionCode([])
    playbook = Playbook(scenario, code: &code)
    steps = playbook.ladder.map { $0.step }
  }

  /// The day on which a step goes out for a due date, moved off days off as the scenario says.
  ///
  /// - Parameters:
  ///   - position: a place among `steps`
  ///   - due: the due date
  /// - Returns: the first working day on which it may be sent; `nil` for a step that is counted from
  ///   a reminder, and for one before the due date that comes too late (R71)
  public func day(of position: Int, due: CalendarDate) -> CalendarDate? {
    let schedule = StepSchedule(playbook: playbook, dueDate: due, done: StepsDone())
    let timing = schedule.timing(of: position)
    guard let effective = timing.effective else { return nil }
    let day = playbook.scenario.calendar.workingDay(onOrAfter: effective)
    return schedule.isExpired(playbook.ladder[position], timing, on: day) ? nil : day
  }

  /// The day that the moment of a step names for a due date, whether work is done on it or not;
  /// `nil` for a step that is counted from a reminder.
  public func nominalDay(of position: Int, due: CalendarDate) -> CalendarDate? {
    StepSchedule(playbook: playbook, dueDate: due, done: StepsDone()).timing(of: position).nominal
  }
}
