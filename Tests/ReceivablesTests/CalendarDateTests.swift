import Receivables
import Testing

@Suite("Calendar dates")
struct CalendarDateTests {
  @Test("every day of ten thousand years agrees with counting the days one by one")
  func wholeRange() {
    var (year, month, dayOfMonth, weekday) = (1, 1, 1, 0)
    var differences: [Int32] = []
    for dayNumber in CalendarDate.earliest.dayNumber...CalendarDate.latest.dayNumber {
      let date = CalendarDate(dayNumber: dayNumber)
      if date.components != (year, month, dayOfMonth)
        || Int(date.weekday.rawValue) != weekday + 1
        || CalendarDate(year: year, month: month, day: dayOfMonth) != date
      {
        differences.append(dayNumber)
      }
      weekday = (weekday + 1) % 7
      dayOfMonth += 1
      if dayOfMonth > 27, dayOfMonth > naiveLength(ofMonth: month, year: year) {
        (month, dayOfMonth) = (month + 1, 1)
      }
      if month > 12 { (year, month) = (year + 1, 1) }
    }
    #expect(differences.isEmpty)
    #expect((year, month, dayOfMonth) == (10_000, 1, 1))
  }

  private func naiveLength(ofMonth month: Int, year: Int) -> Int {
    guard month == 2 else { return [4, 6, 9, 11].contains(month) ? 30 : 31 }
    return year % 400 == 0 || (year % 4 == 0 && year % 100 != 0) ? 29 : 28
  }

  @Test(
    "well-known days have their number and day of the week",
    arguments: [
      ("1970-01-01", 0, Weekday.thursday), ("2000-03-01", 11_017, .wednesday),
      ("1969-12-31", -1, .wednesday), ("0001-01-01", -719_162, .monday),
      ("9999-12-31", 2_932_896, .friday), ("2026-11-22", 20_779, .sunday),
    ]
  )
  func knownDays(iso: String, dayNumber: Int32, weekday: Weekday) throws {
    let date = try day(iso)
    #expect(date.dayNumber == dayNumber)
    #expect(date.weekday == weekday)
    #expect(date.description == iso)
  }

  @Test(
    "only an existing day in the exact ISO form is read",
    arguments: [
      "2026-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-01-00",
      "0000-01-01", "2026-1-01", "2026-01-1", "26-01-01", "2026/01/01", "2026-01-01 ",
      " 2026-01-01", "2026-01-01T", "+026-01-01", "2026-01-0a", "", "2026‑01‑01",
      "2026-01-10 00:00:00",
    ]
  )
  func refusedTexts(text: String) {
    #expect(CalendarDate(isoBytes: text.utf8) == nil)
  }

  /// Eight bytes are looked at together: what is wrong in one must not be made good by another.
  @Test(
    "no byte but the right ones is taken for a digit or a dash",
    arguments: [
      "2026-10-19", "0999-09-09", "2000-02-29", "1980-12-31",
    ]
  )
  func everyByte(iso: String) throws {
    let right = Array(iso.utf8)
    for place in right.indices {
      for byte in UInt8.min...UInt8.max {
        var bytes = right
        bytes[place] = byte
        // The other neighbour is disturbed as well.
        for other in [nil, UInt8(ascii: "/"), 0x3A, 0x00, 0xFF] as [UInt8?] {
          if let other { bytes[(place + 1) % 10] = other }
          let text = String(decoding: bytes, as: UTF8.self)
          let fields = text.split(separator: "-", omittingEmptySubsequences: false)
          let isWritten =
            fields.map { $0.utf8.count } == [4, 2, 2]
            && fields.allSatisfy { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
          let expected =
            isWritten
            ? CalendarDate(
              year: Int(fields[0]) ?? 0,
              month: Int(fields[1]) ?? 0,
              day: Int(fields[2]) ?? 0
            ) : nil
          let found = CalendarDate(isoBytes: bytes)
          if found != expected { Issue.record("\(bytes)") }
        }
      }
    }
  }

  @Test("a date is written the French way and as ISO text, with all its zeros")
  func descriptions() throws {
    #expect(try day("2026-11-22").frenchDescription == "22/11/2026")
    #expect(try day("0033-04-03").frenchDescription == "03/04/0033")
    #expect(try day("0033-04-03").description == "0033-04-03")
  }

  @Test(
    "months and years are clamped to the month's end (R52)",
    arguments: [
      ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"),
      ("2026-03-31", -1, "2026-02-28"), ("2026-08-31", 1, "2026-09-30"),
      ("2026-12-15", 1, "2027-01-15"), ("2026-01-15", -1, "2025-12-15"),
      ("2024-02-29", 60, "2029-02-28"), ("2024-02-29", 48, "2028-02-29"),
      ("2024-02-29", -12, "2023-02-28"), ("2026-05-20", 0, "2026-05-20"),
      ("9999-12-31", 1, "9999-12-31"), ("0001-01-31", -1, "0001-01-01"),
      ("2026-05-20", .max, "9999-12-31"), ("2026-05-20", .min, "0001-01-01"),
    ]
  )
  func addingMonths(start: String, months: Int, expected: String) throws {
    #expect(try day(start).adding(months: months).description == expected)
    guard months % 12 == 0 else { return }
    #expect(try day(start).adding(years: months / 12).description == expected)
  }

  @Test(
    "arithmetic beyond the range stops at its ends",
    arguments: [Int.max, Int.max / 12, 4_000_000, -4_000_000, Int.min / 12, Int.min]
  )
  func saturation(amount: Int) throws {
    let start = try day("2026-05-20")
    let end = amount > 0 ? CalendarDate.latest : .earliest
    #expect(start.adding(days: amount) == end)
    #expect(start.adding(months: amount) == end)
    #expect(start.adding(years: amount) == end)
    #expect(CalendarDate(dayNumber: amount) == end)
  }

  @Test("days between dates are added back", arguments: [0, 1, 31, 366, -365, 100_000])
  func differences(days: Int) throws {
    let start = try day("2026-11-22")
    #expect(start.adding(days: days).days(since: start) == days)
    #expect((start < start.adding(days: days)) == (days > 0))
  }

  @Test(
    "the end of a month is its last day",
    arguments: [
      ("2026-02-01", "2026-02-28"), ("2024-02-29", "2024-02-29"), ("2026-12-31", "2026-12-31"),
      ("2026-04-17", "2026-04-30"), ("2100-02-03", "2100-02-28"), ("9999-12-01", "9999-12-31"),
    ]
  )
  func monthEnds(date: String, expected: String) throws {
    #expect(try day(date).endOfMonth.description == expected)
  }
}

@Suite("Days of the week")
struct WeekdaySetTests {
  @Test(
    "a range of days wraps around the end of the week (R39)",
    arguments: [
      (Weekday.monday, Weekday.friday, "LMMJV--"), (.saturday, .wednesday, "LMM--SD"),
      (.sunday, .sunday, "------D"), (.monday, .sunday, "LMMJVSD"), (.sunday, .saturday, "LMMJVSD"),
      (.tuesday, .monday, "LMMJVSD"), (.sunday, .monday, "L-----D"),
    ]
  )
  func ranges(first: Weekday, last: Weekday, expected: String) {
    let week = WeekdaySet(from: first, through: last)
    let initials = zip(Weekday.allCases, "LMMJVSD").map { week.contains($0) ? $1 : "-" }
    #expect(String(initials) == expected)
  }

  @Test("a set holds the days put into it and no bit beyond Sunday")
  func members() {
    let set: WeekdaySet = [WeekdaySet(.monday), WeekdaySet(.sunday)]
    #expect(Weekday.allCases.filter { set.contains($0) } == [.monday, .sunday])
    #expect(WeekdaySet(rawValue: 0b1000_0000).isEmpty)
    #expect(WeekdaySet.mondayToFriday == WeekdaySet(rawValue: 0b1_1111))
  }
}
