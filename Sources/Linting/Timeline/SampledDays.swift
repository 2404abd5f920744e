import Planning
import Receivables
import Semantics
import Syntax

/// The days on which the steps of a timeline go out for each due date of the sample, worked out when
/// they are first asked for and then kept: every step is compared with all those near it, by several
/// lints.
final class SampledDays {
  private let days: SendingDays
  private let dueDates = CalendarSample.dueDates
  private var known: [[CalendarDate?]?]
  /// The days of steps that are counted in days from the due date on, by the day they name: two such
  /// steps name the same days, for due dates as far apart as they are.
  private var named: [Named] = []
  private var orders: [UInt64: CalendarOrder] = [:]

  private enum Named {
    case unknown
    case known(CalendarDate?)
  }

  /// The days of a timeline's steps.
  init(_ days: SendingDays) {
    self.days = days
    known = [[CalendarDate?]?](repeating: nil, count: days.steps.count)
  }

  /// What days off make of the order of two steps of the timeline.
  func order(of first: Int, and second: Int) -> CalendarOrder {
    let pair = UInt64(first) << 32 | UInt64(second)
    if let order = orders[pair] { return order }
    let order = compare(sample(of: first), sample(of: second))
    orders[pair] = order
    return order
  }

  private func compare(_ first: [CalendarDate?], _ second: [CalendarDate?]) -> CalendarOrder {
    var order = CalendarOrder.kept
    for place in dueDates.indices {
      guard let earlier = first[place], let later = second[place] else { continue }
      if later < earlier { return .exchanged(due: dueDates[place]) }
      if later == earlier, case .kept = order {
        order = .together(due: dueDates[place], on: later)
      }
    }
    return order
  }

  /// The days of a step, in the order of the due dates.
  private func sample(of position: Int) -> [CalendarDate?] {
    if let sample = known[position] { return sample }
    let sample: [CalendarDate?]
    if let offset = offset(of: days.steps[position]) {
      let places = dueDates.count + offset
      if named.count < places {
        named += repeatElement(.unknown, count: places - named.count)
      }
      sample = dueDates.indices.map { place in
        if case .known(let day) = named[place + offset] { return day }
        let day = days.day(of: position, due: dueDates[place])
        named[place + offset] = .known(day)
        return day
      }
    } else {
      sample = dueDates.map { days.day(of: position, due: $0) }
    }
    known[position] = sample
    return sample
  }

  /// The days from the due date to a step that is counted so and comes no earlier.
  private func offset(of step: Step) -> Int? {
    let days: Int
    switch step.moment {
    case .days(let count): days = Int(count)
    case .weeks(let count): days = 7 * Int(count)
    case .workingDays, .months, .endOfMonth, .afterReminder, .event: return nil
    }
    // Far steps are few, and the table reaches from the first due date to them.
    return step.isBeforeDueDate || !(0...4_000).contains(days) ? nil : days
  }
}
