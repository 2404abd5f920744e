/// The public holidays that a team observes.
public struct HolidayCalendar: Hashable, Sendable {
  /// Where the holidays of the law apply.
  public enum Region: CaseIterable, Hashable, Sendable {
    /// No holidays but the additional dates.
    case none

    /// The eleven holidays of Code du travail L3133-1.
    case france

    /// These eleven, Good Friday and 26 December (Code du travail L3134-13).
    case alsaceMoselle
  }

  /// The region, whose present law is taken to hold for every year.
  public let region: Region

  /// Single days that are holidays besides those of the region.
  public let additionalDates: Set<CalendarDate>

  /// The holidays of a region and some single days.
  public init(region: Region, additionalDates: Set<CalendarDate> = []) {
    self.region = region
    self.additionalDates = additionalDates
  }

  /// Whether a day is a holiday.
  public func isHoliday(_ day: CalendarDate) -> Bool {
    if additionalDates.contains(day) { return true }
    let isAlsaceMoselle: Bool
    switch region {
    case .none: return false
    case .france: isAlsaceMoselle = false
    case .alsaceMoselle: isAlsaceMoselle = true
    }
    let (year, month, dayOfMonth) = day.components
    switch (month, dayOfMonth) {
    case (1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25): return true
    case (12, 26): return isAlsaceMoselle
    case (3...6, _):
      switch day.weekday {
      case .monday, .thursday, .friday: break
      case .tuesday, .wednesday, .saturday, .sunday: return false
      }
      switch day.days(since: CalendarDate.easterSunday(of: year)) {
      case -2: return isAlsaceMoselle
      case 1, 39, 50: return true  // Easter Monday, Ascension, Whit Monday.
      case _: return false
      }
    case _: return false
    }
  }
}

extension CalendarDate {
  /// Easter Sunday of a year, from year 1 to 9999; other years count as the nearest of these.
  ///
  /// Gregorian computus after Clavius, as in D. E. Knuth, "The Art of Computer Programming",
  /// volume 1, section 1.3.2, exercise 14: Easter is the Sunday after the calendar's full moon.
  public static func easterSunday(of year: Int) -> CalendarDate {
    let year = min(max(year, 1), 9_999)
    let goldenNumber = year % 19 + 1
    let century = year / 100 + 1
    let droppedLeapYears = 3 * century / 4 - 12
    let moonCorrection = (8 * century + 5) / 25 - 5
    let ageOfMoon = 11 * goldenNumber + 20 + moonCorrection - droppedLeapYears
    var epact = (ageOfMoon % 30 + 30) % 30
    if epact == 24 || (epact == 25 && goldenNumber > 11) { epact += 1 }
    let fullMoonInMarch = epact > 23 ? 74 - epact : 44 - epact
    let fullMoon = CalendarDate(validYear: year, month: 3, day: 1)
      .adding(days: fullMoonInMarch - 1)
    return fullMoon.adding(days: 7 - Int(fullMoon.weekday.rawValue) % 7)
  }
}
