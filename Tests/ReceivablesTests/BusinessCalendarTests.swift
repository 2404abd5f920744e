import Receivables
import Testing

private let french = BusinessCalendar(
  workingWeek: .mondayToFriday,
  holidays: HolidayCalendar(region: .france)
)

private let idle = BusinessCalendar(workingWeek: [], holidays: HolidayCalendar(region: .france))

@Suite("Working days")
struct BusinessCalendarTests {
  @Test(
    "a day off moves to the working day after it or before it",
    arguments: [
      ("2026-11-20", "2026-11-20", "2026-11-20"),  // A Friday.
      ("2026-11-21", "2026-11-23", "2026-11-20"), ("2026-11-22", "2026-11-23", "2026-11-20"),
      ("2026-11-11", "2026-11-12", "2026-11-10"),
      ("2026-04-05", "2026-04-07", "2026-04-03"),  // Easter, and the Monday after it.
      ("2027-01-01", "2027-01-04", "2026-12-31"),  // A Friday, then a week-end.
      ("2026-05-01", "2026-05-04", "2026-04-30"),
    ]
  )
  func shifts(iso: String, after: String, before: String) throws {
    let date = try day(iso)
    #expect(french.workingDay(onOrAfter: date).description == after)
    #expect(french.workingDay(onOrBefore: date).description == before)
    #expect(french.isWorkingDay(date) == (after == before))
  }

  @Test(
    "working days are counted from the day after, week-ends and holidays left out",
    arguments: [
      ("2026-11-20", 1, "2026-11-23"), ("2026-11-20", 5, "2026-11-27"),
      ("2026-11-21", 1, "2026-11-23"), ("2026-11-21", -1, "2026-11-20"),
      ("2026-11-23", -1, "2026-11-20"), ("2026-11-22", 0, "2026-11-22"),
      ("2026-11-10", 1, "2026-11-12"), ("2026-11-12", -1, "2026-11-10"),
      // 4, 5, 6, 7 May, the 8th is a holiday, 11, 12, 13 May, the 14th too.
      ("2026-04-30", 7, "2026-05-13"), ("2026-04-30", 8, "2026-05-15"),
      ("2026-05-15", -8, "2026-04-30"), ("2026-12-31", 1, "2027-01-04"),
    ]
  )
  func counting(from: String, count: Int, expected: String) throws {
    #expect(french.adding(workingDays: count, to: try day(from)).description == expected)
  }

  @Test("a working week from Saturday to Wednesday works on those days (R39)")
  func otherWeek() throws {
    let calendar = BusinessCalendar(
      workingWeek: WeekdaySet(from: .saturday, through: .wednesday),
      holidays: HolidayCalendar(region: .none)
    )
    let thursday = try day("2026-11-19")
    #expect(calendar.workingDay(onOrAfter: thursday).description == "2026-11-21")
    #expect(calendar.workingDay(onOrBefore: thursday).description == "2026-11-18")
    #expect(calendar.adding(workingDays: 6, to: thursday).description == "2026-11-28")
  }

  @Test("counting and counting back agree with looking at every day", arguments: 1...5)
  func naiveCount(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<40 {
      let start = try day("2020-01-01").adding(days: .random(in: 0...5_000, using: &generator))
      let count = Int.random(in: 1...120, using: &generator)
      let end = french.adding(workingDays: count, to: start)
      let passed = (1...end.days(since: start)).map { start.adding(days: $0) }
      #expect(passed.filter { french.isWorkingDay($0) }.count == count)
      #expect(french.isWorkingDay(end))
      let working = french.workingDay(onOrAfter: start)
      let there = french.adding(workingDays: count, to: working)
      #expect(french.adding(workingDays: -count, to: there) == working)
    }
  }

  @Test("where nobody ever works, every search gives the day it started from")
  func noWorkingDay() throws {
    let start = try day("2026-11-22")
    #expect(!idle.isWorkingDay(start))
    #expect(idle.workingDay(onOrAfter: start) == start)
    #expect(idle.workingDay(onOrBefore: start) == start)
    for count in [1, -1, Int.max, Int.min] {
      #expect(idle.adding(workingDays: count, to: start) == start)
    }
  }

  @Test("a count that leads out of the calendar ends at its last working day")
  func ends() throws {
    // 9999-12-31 is a Friday and 0001-01-01 a holiday.
    #expect(french.adding(workingDays: .max, to: try day("9999-12-01")) == .latest)
    #expect(french.adding(workingDays: .min, to: try day("0001-02-01")).description == "0001-01-02")
    #expect(french.workingDay(onOrBefore: .earliest) == .earliest)
  }
}
