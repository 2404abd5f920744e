import Receivables

/// Finds a day that falls in the months and on the days of the week that are asked for.
struct CalendarSearch {
  private let months: Interval?
  private let weekdays: Interval?

  /// A search for what a sketch says of the day.
  init(_ sketch: FigureSketch) {
    months = sketch.intervals[.field(.month)]
    weekdays = sketch.intervals[.field(.weekday)]
  }

  /// The number of such a day; `nil` if there is none in the interval.
  ///
  /// Every month brings every day of the week, so that a year and a month hold all there is.
  func day(in interval: Interval) -> Rational? {
    let usual = CalendarDate(dayNumber: 20_484)
    let first = interval.lower?.value.map { CalendarDate(dayNumber: $0.numerator) } ?? .earliest
    let last = interval.upper?.value.map { CalendarDate(dayNumber: $0.numerator) } ?? .latest
    let start = min(max(usual, first), last)
    for distance in 0...400 {
      for day in [start.adding(days: distance), start.adding(days: -distance)] {
        let number = Rational(Int64(day.dayNumber))
        if interval.contains(number), isAsked(day) { return number }
      }
    }
    return nil
  }

  /// Gives month and day of the week the values of the day that was chosen.
  func complete(_ figures: inout Figures) {
    guard let number = figures.values[.day] else { return }
    let day = CalendarDate(dayNumber: number.numerator)
    if months != nil { figures.values[.field(.month)] = Rational(Int64(day.month)) }
    if weekdays != nil { figures.values[.field(.weekday)] = place(of: day.weekday) }
  }

  private func isAsked(_ day: CalendarDate) -> Bool {
    if let months, !months.contains(Rational(Int64(day.month))) { return false }
    guard let weekdays, let place = place(of: day.weekday) else { return true }
    return weekdays.contains(place)
  }

  private func place(of weekday: Weekday) -> Rational? {
    Value.weekday(weekday).placeInList.map { Rational($0) }
  }
}
