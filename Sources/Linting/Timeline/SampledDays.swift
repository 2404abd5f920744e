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
  /// By how far two such steps are apart, where they do not meet: from a named day up to another.
  private var apart: [Int: Range<Int>] = [:]
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
    if let earlier = offset(of: days.steps[first]), let later = offset(of: days.steps[second]),
      earlier <= later
    {
      return meeting(of: first, named: earlier, later - earlier)
    }
    let pair = UInt64(first) << 32 | UInt64(second)
    if let order = orders[pair] { return order }
    let order = compare(sample(of: first), sample(of: second))
    orders[pair] = order
    return order
  }

  /// Whether a step meets one that is counted from the due date on as it is, but so many days more.
  ///
  /// The two keep their order, as both are moved to the next working day or to the last one: where
  /// they meet is known for all such steps once it is for some.
  private func meeting(of step: Int, named first: Int, _ distance: Int) -> CalendarOrder {
    var searched = apart[distance] ?? first..<first
    if !(searched.lowerBound...searched.upperBound).contains(first) { searched = first..<first }
    defer { apart[distance] = searched }
    while searched.upperBound < first + dueDates.count {
      let place = searched.upperBound
      let later = day(named: place + distance, by: step, first)
      if let day = day(named: place, by: step, first), day == later {
        return .together(due: dueDates[place - first], on: day)
      }
      searched = searched.lowerBound..<place + 1
    }
    return .kept
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

  /// The day of a step that is counted in days where it names a day: so many after the first due date
  /// of the sample.
  private func day(named place: Int, by step: Int, _ offset: Int) -> CalendarDate? {
    if named.count <= place {
      named += repeatElement(.unknown, count: place + dueDates.count - named.count)
    }
    if case .known(let day) = named[place] { return day }
    let day = days.day(of: step, due: dueDates[0].adding(days: place - offset))
    named[place] = .known(day)
    return day
  }

  /// The days of a step, in the order of the due dates.
  private func sample(of position: Int) -> [CalendarDate?] {
    if let sample = known[position] { return sample }
    let sample: [CalendarDate?]
    if let offset = offset(of: days.steps[position]) {
      sample = dueDates.indices.map { day(named: $0 + offset, by: position, offset) }
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
