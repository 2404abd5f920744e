extension CalendarDate {
  /// The date so many days later, or earlier if negative.
  @inlinable
  public func adding(days: Int) -> CalendarDate {
    let (sum, overflow) = Int(dayNumber).addingReportingOverflow(days)
    guard !overflow else { return days > 0 ? .latest : .earliest }
    return CalendarDate(dayNumber: sum)
  }

  /// The same day so many calendar months later, clamped to the end of a shorter month.
  ///
  /// One month after 31 January is 28 or 29 February.
  @inlinable
  public func adding(months: Int) -> CalendarDate {
    let (year, month, day) = components
    let (sum, overflow) = (12 * year + month - 1).addingReportingOverflow(months)
    guard !overflow, sum >= 12, sum < 12 * 10_000 else {
      return months > 0 ? .latest : .earliest
    }
    let newYear = sum / 12
    let newMonth = sum % 12 + 1
    return CalendarDate(
      validYear: newYear,
      month: newMonth,
      day: min(day, Self.lengthOfMonth(newMonth, year: newYear))
    )
  }

  /// The same day so many years later; 29 February becomes the 28th in a common year.
  @inlinable
  public func adding(years: Int) -> CalendarDate {
    let (months, overflow) = years.multipliedReportingOverflow(by: 12)
    guard !overflow else { return years > 0 ? .latest : .earliest }
    return adding(months: months)
  }

  /// The last day of this date's month.
  @inlinable
  public var endOfMonth: CalendarDate {
    let (year, month, day) = components
    return adding(days: Self.lengthOfMonth(month, year: year) - day)
  }
}
