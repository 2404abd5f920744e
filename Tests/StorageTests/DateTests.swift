import Receivables
import Testing

@testable import Storage

@Suite("Dates of imported files")
struct DateTests {
  @Test(
    "ISO and French dates need no option",
    arguments: [
      ("2026-11-22", "2026-11-22"), ("2026/11/22", "2026-11-22"), ("2026-1-2", "2026-01-02"),
      ("22/11/2026", "2026-11-22"), ("22.11.2026", "2026-11-22"), ("22-11-2026", "2026-11-22"),
      ("1/7/2026", "2026-07-01"), ("29/02/2024", "2024-02-29"), ("01/01/1900", "1900-01-01"),
      ("31/12/2199", "2199-12-31"), ("2026-01-10 00:00:00", "2026-01-10"),
      ("2026-01-10T14:35", "2026-01-10"), ("10/01/2026 00:00:00.000", "2026-01-10"),
    ]
  )
  func reads(_ text: String, _ iso: String) throws {
    #expect(try DateText(text, format: nil).date() == day(iso))
  }

  @Test(
    "what is no date, and why",
    arguments: [
      ("", .notADate), ("demain", .notADate), ("31/02/2026", .notADate),
      ("29/02/2025", .notADate), ("2026-13-01", .notADate), ("22/11-2026", .notADate),
      ("22 11 2026", .notADate), ("2026-11-22Z", .notADate), ("2026-11-22T10:00Z", .notADate),
      ("2026-11-22T10:00+01:00", .notADate), ("00/00/0000", .notADate), ("1/2/3/4", .notADate),
      ("4/13/2013", .monthFirst), ("12-31-2025", .monthFirst), ("22/11/26", .shortYear),
      ("45291", .dayNumber), ("1899-12-31", .outOfRange), ("01/01/2200", .outOfRange),
      ("²²/11/2026", .notADate), ("22/11/2026/", .notADate), ("-22/11/2026", .notADate),
    ] as [(String, DateText.Failure)]
  )
  func refuses(_ text: String, _ failure: DateText.Failure) {
    #expect(throws: failure) { try DateText(text, format: nil).date() }
  }

  @Test(
    "`--date-format` reads dates as its pattern says, ISO dates besides",
    arguments: [
      ("MM/DD/YYYY", "04/13/2013", "2013-04-13"), ("M/D/YYYY", "4/13/2013", "2013-04-13"),
      ("MM/DD/YYYY", "4/1/2013", "2013-04-01"), ("M/D/YYYY", "2013-04-13", "2013-04-13"),
      ("DD/MM/YY", "22/11/26", "2026-11-22"), ("DD/MM/YY", "22/11/68", "2068-11-22"),
      ("DD/MM/YY", "22/11/69", "1969-11-22"), ("JJ/MM/AAAA", "22/11/2026", "2026-11-22"),
      ("jj.mm.aa", "22.11.26", "2026-11-22"), ("YYYYMMDD", "20261122", "2026-11-22"),
      ("DDMMYY", "221126", "2026-11-22"), ("YYYY.MM.DD", "2026.11.22", "2026-11-22"),
      ("M/D/YYYY", "4/13/2013 00:00", "2013-04-13"), ("DD MM YYYY", "22 11 2026", "2026-11-22"),
    ]
  )
  func formats(_ pattern: String, _ text: String, _ iso: String) throws {
    let format = try #require(DateFormat(pattern: pattern))
    #expect(try DateText(text, format: format).date() == day(iso))
  }

  @Test(
    "a format is followed, not guessed around",
    arguments: [
      ("MM/DD/YYYY", "13/04/2013"), ("YYYYMMDD", "2026112"), ("DDMMYY", "2211266"),
      ("DD/MM/YY", "22/11/2026"), ("M/D/YYYY", "4-13-2013"),
    ]
  )
  func strictFormats(_ pattern: String, _ text: String) throws {
    let format = try #require(DateFormat(pattern: pattern))
    #expect(throws: DateText.Failure.self) { try DateText(text, format: format).date() }
  }

  @Test(
    "patterns without day, month and year once each are none",
    arguments: [
      "", "DD/MM", "DD/MM/YYY", "DD/MM/DD/YYYY", "DDD/MM/YYYY", "DD/MMM/YYYY", "%d/%m/%Y", "x",
    ]
  )
  func badPatterns(_ pattern: String) {
    #expect(DateFormat(pattern: pattern) == nil)
  }
}
