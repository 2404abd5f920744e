import Figures
import Receivables
import Testing

@Suite("Days sales outstanding")
struct SalesOutstandingTests {
  struct Sample: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let outstanding: Int128
    let months: [CountBack.Month]
    let expected: CountBack

    init(
      _ description: String,
      _ outstanding: Int128,
      _ months: [(sales: Int128, days: Int)],
      _ expected: CountBack
    ) {
      testDescription = description
      self.outstanding = outstanding
      self.months = months.map { CountBack.Month(sales: $0.sales, days: $0.days) }
      self.expected = expected
    }
  }

  /// A fraction of days; the denominator is not zero.
  static func days(_ numerator: Int128, over denominator: Int128 = 1) -> CountBack {
    .days(Rational(numerator: numerator, denominator: denominator) ?? .zero)
  }

  static let samples: [Sample] = [
    // 30 + 31 + 500/700 × 30 = 61 + 150/7 = 577/7, as credit managers' handbooks have it: 82,4.
    Sample(
      "2 500 outstanding, sales Nov 1 200, Oct 800, Sep 700",
      2_500,
      [(1_200, 30), (800, 31), (700, 30)],
      days(577, over: 7)
    ),
    Sample("less than the month's sales", 300, [(1_200, 30), (800, 31)], days(15, over: 2)),
    Sample("exactly the month's sales", 1_200, [(1_200, 30), (800, 31)], days(30)),
    Sample(
      "a month without sales counts whole",
      1_500,
      [(1_200, 30), (0, 31), (600, 30)],
      days(76)
    ),
    Sample(
      "credit notes that outweigh a month's sales lengthen the way",
      1_000,
      [(500, 30), (-100, 31), (1_200, 30)],
      days(76)
    ),
    Sample("nothing outstanding", 0, [(1_200, 30)], days(0)),
    Sample("customers are in credit", -50, [(1_200, 30)], days(0)),
    Sample(
      "sales do not go back far enough",
      2_500,
      [(1_200, 30), (800, 31)],
      .moreThan(days: 61)
    ),
    Sample("no sales at all", 2_500, [], .moreThan(days: 0)),
  ]

  @Test("count-back takes month after month off what is outstanding", arguments: samples)
  func countBack(_ sample: Sample) {
    #expect(CountBack.counting(sample.outstanding, back: sample.months) == sample.expected)
  }

  @Test("82,4 days as French readers write it")
  func rounding() throws {
    let countBack = try #require(CountBack.counting(2_500, back: Self.samples[0].months))
    guard case .days(let days) = countBack else {
      Issue.record("\(countBack)")
      return
    }
    #expect(days.french(decimals: 1) == "82,4")
  }

  @Test("the same figures from a ledger at the end of November")
  func ledger() throws {
    let ledger = Ledger.sample(
      .sample(
        "C1",
        .sample("N", due: "2025-12-31", 120_000, issued: "2025-11-10"),
        .sample("O", due: "2025-11-30", 80_000, issued: "2025-10-01"),
        .sample("S", due: "2025-10-31", 70_000, issued: "2025-09-30").paid("2025-11-01", 20_000),
        .sample("later", due: "2026-01-31", 999_999, issued: "2025-12-01")
      )
    )
    let sales = try #require(
      LedgerFigures(of: ledger, on: day("2025-11-30")).salesOutstanding.first
    )
    #expect(sales.outstanding == 250_000)
    #expect(sales.sales == 270_000)
    #expect(sales.countBack == Self.days(577, over: 7))
    // The first sale was 62 days ago, the day itself included: 2 500 / 2 700 × 62.
    #expect(sales.days == 62)
    #expect(sales.simple == Rational(numerator: 2_500 * 62, denominator: 2_700))
  }

  @Test("the simple figure looks at a year at most")
  func year() throws {
    let ledger = Ledger.sample(
      .sample(
        "C1",
        .sample("old", due: "2024-01-31", 500_000, issued: "2024-01-01").paid(
          "2024-02-01",
          500_000
        ),
        .sample("first", due: "2025-01-31", 100_000, issued: "2024-12-01"),
        .sample("before", due: "2025-01-31", 7_000, issued: "2024-11-30").paid("2025-01-31", 7_000)
      )
    )
    let sales = try #require(
      LedgerFigures(of: ledger, on: day("2025-11-30")).salesOutstanding.first
    )
    #expect(sales.days == 365)
    #expect(sales.sales == 100_000)
    #expect(sales.simple == Rational(365))
  }

  @Test("without an issue date there are no sales, and it is said")
  func undated() throws {
    let ledger = Ledger.sample(
      .sample("C1", .sample("F1", due: "2025-11-01", 100).with { $0.invoice.issuedOn = nil })
    )
    let figures = LedgerFigures(of: ledger, on: day("2025-11-30"))
    #expect(figures.undatedInvoices == 1)
    #expect(figures.salesOutstanding.map(\.simple) == [nil])
  }
}
