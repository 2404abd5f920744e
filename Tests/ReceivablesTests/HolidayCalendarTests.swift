import Receivables
import Testing

@Suite("Public holidays")
struct HolidayCalendarTests {
  @Test(
    "Easter falls on the published Sundays",
    arguments: [
      "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2028-04-16", "2029-04-01",
      "2030-04-21",
      // The earliest and the latest possible dates.
      "1818-03-22", "2285-03-22", "1943-04-25", "2038-04-25",
      // The two exceptions of the calendar's moon.
      "1954-04-18", "1981-04-19",
    ]
  )
  func easter(iso: String) throws {
    let sunday = try day(iso)
    #expect(CalendarDate.easterSunday(of: sunday.year) == sunday)
  }

  @Test("Easter agrees with the anonymous Gregorian algorithm in every year")
  func everyEaster() {
    let differences = (1...9_999).filter { year in
      CalendarDate.easterSunday(of: year) != anonymousEaster(year)
    }
    #expect(differences.isEmpty)
  }

  /// The algorithm published in Nature in 1876, in the notation of Meeus.
  private func anonymousEaster(_ year: Int) -> CalendarDate? {
    let (a, b, c) = (year % 19, year / 100, year % 100)
    let f = (b + 8) / 25
    let h = (19 * a + b - b / 4 - (b - f + 1) / 3 + 15) % 30
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7
    let m = (a + 11 * h + 22 * l) / 451
    let n = h + l - 7 * m + 114
    return CalendarDate(year: year, month: n / 31, day: n % 31 + 1)
  }

  @Test("the eleven holidays of 2026 in France, and thirteen in Alsace-Moselle (R40)")
  func year2026() {
    let france = [
      "2026-01-01", "2026-04-06", "2026-05-01", "2026-05-08", "2026-05-14", "2026-05-25",
      "2026-07-14", "2026-08-15", "2026-11-01", "2026-11-11", "2026-12-25",
    ]
    #expect(holidays(of: 2026, in: .france) == france)
    #expect(
      holidays(of: 2026, in: .alsaceMoselle) == (france + ["2026-04-03", "2026-12-26"]).sorted()
    )
    #expect(holidays(of: 2026, in: .none).isEmpty)
  }

  @Test(
    "the movable holidays follow Easter",
    arguments: [
      (2024, "2024-03-29", "2024-04-01", "2024-05-09", "2024-05-20"),
      (2025, "2025-04-18", "2025-04-21", "2025-05-29", "2025-06-09"),
      (2026, "2026-04-03", "2026-04-06", "2026-05-14", "2026-05-25"),
      (2027, "2027-03-26", "2027-03-29", "2027-05-06", "2027-05-17"),
      (2028, "2028-04-14", "2028-04-17", "2028-05-25", "2028-06-05"),
      (2029, "2029-03-30", "2029-04-02", "2029-05-10", "2029-05-21"),
      (2030, "2030-04-19", "2030-04-22", "2030-05-30", "2030-06-10"),
      // On both sides of the years that are marked day by day; by the algorithm of Meeus.
      (1900, "1900-04-13", "1900-04-16", "1900-05-24", "1900-06-04"),
      (1949, "1949-04-15", "1949-04-18", "1949-05-26", "1949-06-06"),
      (1950, "1950-04-07", "1950-04-10", "1950-05-18", "1950-05-29"),
      (2149, "2149-03-28", "2149-03-31", "2149-05-08", "2149-05-19"),
      (2150, "2150-04-10", "2150-04-13", "2150-05-21", "2150-06-01"),
      (2199, "2199-04-12", "2199-04-15", "2199-05-23", "2199-06-03"),
    ]
  )
  func movable(year: Int, friday: String, monday: String, ascension: String, whit: String) {
    let fixed = ["01-01", "05-01", "05-08", "07-14", "08-15", "11-01", "11-11", "12-25"]
    let france = fixed.map { "\(year)-\($0)" } + [monday, ascension, whit]
    // Ascension can fall on 8 May.
    #expect(holidays(of: year, in: .france) == Set(france).sorted())
    #expect(
      holidays(of: year, in: .alsaceMoselle) == Set(france + [friday, "\(year)-12-26"]).sorted()
    )
  }

  @Test("additional dates are holidays besides those of the region (R40)")
  func additionalDates() throws {
    let eve = try day("2026-12-24")
    let calendar = HolidayCalendar(region: .france, additionalDates: [eve])
    #expect(calendar.isHoliday(eve))
    #expect(calendar.isHoliday(try day("2026-12-25")))
    #expect(!calendar.isHoliday(try day("2027-12-24")))
    #expect(HolidayCalendar(region: .none, additionalDates: [eve]).isHoliday(eve))
  }

  private func holidays(of year: Int, in region: HolidayCalendar.Region) -> [String] {
    let calendar = HolidayCalendar(region: region)
    return (0..<366).compactMap { offset in
      let date = CalendarDate(year: year, month: 1, day: 1)?.adding(days: offset)
      guard let date, date.year == year, calendar.isHoliday(date) else { return nil }
      return date.description
    }
  }
}
