import Receivables
import Testing

/// The changes of the ECB's main refinancing rate, as they took effect, in basis points.
private let ecbChanges: [(String, Int64)] = [
  ("2012-07-11", 75), ("2013-05-08", 50), ("2013-11-13", 25), ("2014-06-11", 15),
  ("2014-09-10", 5), ("2016-03-16", 0), ("2022-07-27", 50), ("2022-09-14", 125),
  ("2022-11-02", 200), ("2022-12-21", 250), ("2023-02-08", 300), ("2023-03-22", 350),
  ("2023-05-10", 375), ("2023-06-21", 400), ("2023-08-02", 425), ("2023-09-20", 450),
  ("2024-06-12", 425), ("2024-09-18", 365), ("2024-10-23", 340), ("2024-12-18", 315),
  ("2025-02-05", 290), ("2025-03-12", 265), ("2025-04-23", 240), ("2025-06-11", 215),
]

@Suite("Reference rates")
struct InterestRatesTests {
  @Test("the ECB rate of every half-year is the one that was in force on its first day")
  func ecb() throws {
    var halfYear = HalfYear(containing: try day("2013-01-01"))
    let last = HalfYear(containing: try day("2026-01-01"))
    while halfYear <= last {
      let first = halfYear.firstDay.description
      let inForce = try #require(ecbChanges.last { $0.0 <= first })
      let expected = Percentage(basisPoints: inForce.1)
      #expect(InterestRates.shipped.rate(.ecb, in: halfYear) == expected, "\(first)")
      halfYear = halfYear.next
    }
  }

  @Test(
    "the legal rate is that of the half-yearly orders",
    arguments: [
      ("2015-01-01", 93), ("2015-12-31", 99), ("2016-06-30", 101), ("2016-07-01", 93),
      ("2017-07-01", 90), ("2018-02-01", 89), ("2018-09-01", 88), ("2019-01-01", 86),
      ("2019-07-01", 87), ("2020-06-30", 87), ("2020-07-01", 84), ("2021-01-01", 79),
      ("2021-07-01", 76), ("2022-01-01", 76), ("2022-07-01", 77), ("2023-01-01", 206),
      ("2023-07-01", 422), ("2024-01-01", 507), ("2024-07-01", 492), ("2025-01-01", 371),
      ("2025-12-31", 276), ("2026-06-30", 262),
    ]
  )
  func legal(iso: String, basisPoints: Int64) throws {
    let halfYear = HalfYear(containing: try day(iso))
    let rate = InterestRates.shipped.rate(.legal, in: halfYear)
    #expect(rate == Percentage(basisPoints: basisPoints))
  }

  @Test("the tables begin and end where the sources do (R103)")
  func limits() throws {
    let rates = InterestRates.shipped
    let firstUnknown = HalfYear(containing: try day("2026-07-01"))
    for reference in ReferenceRate.allCases {
      #expect(rates.lastKnown(reference)?.next == firstUnknown)
      #expect(rates.rate(reference, in: firstUnknown) == nil)
    }
    #expect(rates.rate(.ecb, in: HalfYear(containing: try day("2012-12-31"))) == nil)
    #expect(rates.rate(.legal, in: HalfYear(containing: try day("2014-12-31"))) == nil)
    #expect(InterestRates().lastKnown(.ecb) == nil)
  }

  @Test("a rate that is set holds for its half-year and its reference alone (R32)")
  func setting() throws {
    var rates = InterestRates.shipped
    let added = HalfYear(containing: try day("2026-07-01"))
    let rate = Percentage(basisPoints: 200)
    rates.set(.ecb, in: added, to: rate)
    #expect(rates.rate(.ecb, in: added) == rate)
    #expect(rates.rate(.ecb, in: added.next) == nil)
    #expect(rates.rate(.legal, in: added) == nil)
    #expect(rates.lastKnown(.ecb) == added)
  }
}

@Suite("Half-years")
struct HalfYearTests {
  @Test(
    "a half-year runs from 1 January or 1 July to the day before the next",
    arguments: [
      ("2026-01-01", 2026, 1, "2026-01-01", "2026-06-30"),
      ("2026-06-30", 2026, 1, "2026-01-01", "2026-06-30"),
      ("2026-07-01", 2026, 2, "2026-07-01", "2026-12-31"),
      ("2024-12-31", 2024, 2, "2024-07-01", "2024-12-31"),
      ("0001-02-03", 1, 1, "0001-01-01", "0001-06-30"),
    ]
  )
  func limits(iso: String, year: Int, number: Int, first: String, last: String) throws {
    let halfYear = HalfYear(containing: try day(iso))
    #expect(halfYear.year == year)
    #expect(halfYear.number == number)
    #expect(halfYear.firstDay.description == first)
    #expect(halfYear.lastDay.description == last)
    #expect(halfYear.next.firstDay == halfYear.lastDay.adding(days: 1))
    #expect(halfYear < halfYear.next)
  }

  @Test("the last half-year of the calendar has no other after it")
  func end() {
    let last = HalfYear(containing: .latest)
    #expect(last.next == last)
    #expect(last.lastDay == .latest)
  }
}
