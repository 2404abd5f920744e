import Planning
import Receivables
import Semantics
import Syntax

/// The due dates over which calendars are looked at: four years, so that every weekday meets the
/// end of every month and 29 February.
///
/// They do not move with the day of the check, so that a file that is clean stays so.
enum CalendarSample {
  /// The due dates, one a day.
  static let dueDates: [CalendarDate] = {
    guard let first = CalendarDate(year: 2026, month: 1, day: 1) else { return [] }
    return (0..<1_461).map { first.adding(days: $0) }
  }()
}

/// What days off make of two steps, the second of which comes after the first.
enum CalendarOrder {
  /// They keep their order.
  case kept
  /// They fall on one day, for this due date.
  case together(due: CalendarDate, on: CalendarDate)
  /// The second comes before the first, for this due date.
  case exchanged(due: CalendarDate)
}

extension ScenarioTimeline {
  /// The days between two steps of an invoice that gets one right after the other, days off aside.
  func gap(from first: Int, to second: Int) -> ClosedRange<Int> {
    switch (entries[first].step.moment, entries[second].step.moment) {
    case (_, .afterReminder(let days)):
      // It counts from the last step of all, be it a task of which the customer does not hear.
      let hasTask = lastTasks[second].map { $0 > first } ?? false
      let most = entries[second].days.upperBound - entries[first].days.lowerBound
      return days...(hasTask ? max(days, most) : days)
    case (.afterReminder, _):
      // After a step that has no day of its own, `espacement` holds whatever days steps name (R68).
      let spacing = source.scenario.spacing
      let (earlier, later) = (entries[first].days, entries[second].days)
      let lower = max(later.lowerBound - entries[first].latestDay, spacing)
      return lower...max(lower, later.upperBound - earlier.lowerBound)
    case (.workingDays(let earlier), .workingDays(let later)) where later >= earlier:
      return Moment.workingDays(later - earlier).days(in: source.scenario.calendar, after: [])
    case (.months(let earlier), .months(let later)) where later >= earlier:
      return Moment.months(later - earlier).days(in: source.scenario.calendar, after: [])
    case (_, _):
      let (earlier, later) = (entries[first].days, entries[second].days)
      let lower = later.lowerBound - entries[first].latestDay
      return lower...max(lower, later.upperBound - earlier.lowerBound)
    }
  }

  /// Whether the moments of two steps are counted in such ways that days off can turn their order.
  func mayChangePlaces(_ first: Int, _ second: Int) -> Bool {
    switch calendarOrder(first, second) {
    case .exchanged: true
    case .kept, .together: false
    }
  }

  /// The steps before one from the first on that days off can bring to it or behind it.
  func neighbours(before second: Int) -> Range<Int> {
    let first = entries[second].days.lowerBound - longestRest
    return min(lastDays.partitioningIndex(where: { $0 >= first }), second)..<second
  }

  /// What days off make of the order of two steps.
  func calendarOrder(_ first: Int, _ second: Int) -> CalendarOrder {
    let distance = entries[second].days.lowerBound - entries[first].days.upperBound
    guard distance <= longestRest else { return .kept }
    return sampledDays.order(of: first, and: second)
  }
}
