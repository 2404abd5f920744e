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
    if !additionalDates.isEmpty, additionalDates.contains(day) { return true }
    switch region {
    case .none: return false
    case .france: return LegalHolidays.france.contains(day)
    case .alsaceMoselle: return LegalHolidays.alsaceMoselle.contains(day)
    }
  }
}

/// The holidays of the law in a region, of which those of two centuries are marked day by day: a
/// plan asks for millions of days.
private struct LegalHolidays: Sendable {
  static let france = LegalHolidays(fixed: commonDays, afterEaster: commonDaysAfterEaster)
  static let alsaceMoselle = LegalHolidays(
    fixed: commonDays + [(12, 26)],
    afterEaster: commonDaysAfterEaster + [-2]
  )

  private static let commonDays: [(month: Int, day: Int)] = [
    (1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25),
  ]
  /// Easter Monday, Ascension, Whit Monday.
  private static let commonDaysAfterEaster = [1, 39, 50]
  private static let markedYears = 1950..<2150
  private static let firstMarked = CalendarDate(validYear: markedYears.lowerBound, month: 1, day: 1)
  private static let markedDays =
    CalendarDate(validYear: markedYears.upperBound, month: 1, day: 1).days(since: firstMarked)

  /// The months and days of those that are the same every year.
  private let fixed: [(month: Int, day: Int)]
  /// The days between Easter Sunday and the others.
  private let afterEaster: [Int]
  /// One bit for each day from the first that is marked.
  private var marks: [UInt64]

  init(fixed: [(month: Int, day: Int)], afterEaster: [Int]) {
    self.fixed = fixed
    self.afterEaster = afterEaster
    marks = Array(repeating: 0, count: LegalHolidays.markedDays / 64 + 1)
    for year in LegalHolidays.markedYears {
      for day in holidays(of: year) {
        let place = day.days(since: LegalHolidays.firstMarked)
        marks[place / 64] |= 1 << UInt64(place % 64)
      }
    }
  }

  func contains(_ day: CalendarDate) -> Bool {
    let place = day.days(since: LegalHolidays.firstMarked)
    guard (0..<LegalHolidays.markedDays).contains(place) else {
      return holidays(of: day.year).contains(day)
    }
    return marks[place / 64] >> UInt64(place % 64) & 1 == 1
  }

  private func holidays(of year: Int) -> [CalendarDate] {
    let easter = CalendarDate.easterSunday(of: year)
    return fixed.map { CalendarDate(validYear: year, month: $0.month, day: $0.day) }
      + afterEaster.map { easter.adding(days: $0) }
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
