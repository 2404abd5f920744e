/// The days on which a team works.
///
/// Every search is bounded: where no working day lies within 400 days, as in an empty working week,
/// it gives the date it started from.
public struct BusinessCalendar: Hashable, Sendable {
  /// The days of the week on which work is done.
  public let workingWeek: WeekdaySet

  /// The days off within the working week.
  public let holidays: HolidayCalendar

  /// The days of a working week that are no holidays.
  public init(workingWeek: WeekdaySet, holidays: HolidayCalendar) {
    self.workingWeek = workingWeek
    self.holidays = holidays
  }

  /// Whether work is done on a day.
  public func isWorkingDay(_ day: CalendarDate) -> Bool {
    workingWeek.contains(day.weekday) && !holidays.isHoliday(day)
  }

  /// The day itself if it is a working day, else the next one.
  public func workingDay(onOrAfter day: CalendarDate) -> CalendarDate {
    workingDay(nearest: day, step: 1) ?? day
  }

  /// The day itself if it is a working day, else the last one before it.
  public func workingDay(onOrBefore day: CalendarDate) -> CalendarDate {
    workingDay(nearest: day, step: -1) ?? day
  }

  /// The working day that is so many working days after a day, or before it if negative.
  ///
  /// The day itself is not counted, whether it is a working day or not; 0 gives the day itself. A
  /// count that leads beyond the calendar's range stops at the last working day within it.
  public func adding(workingDays count: Int, to day: CalendarDate) -> CalendarDate {
    let step = count < 0 ? -1 : 1
    var result = day
    for _ in 0..<count.magnitude {
      let neighbour = result.adding(days: step)
      guard neighbour != result, let next = workingDay(nearest: neighbour, step: step) else {
        return result
      }
      result = next
    }
    return result
  }

  private func workingDay(nearest day: CalendarDate, step: Int) -> CalendarDate? {
    var candidate = day
    for _ in 0..<400 {
      if isWorkingDay(candidate) { return candidate }
      candidate = candidate.adding(days: step)
    }
    return nil
  }
}
