import Figures
import Planning
import Receivables
import Testing

@Suite("Aged balance")
struct AgedBalanceTests {
  static let classes: [(Int, AgeClass)] = [
    (-400, .notDue), (-1, .notDue), (0, .notDue), (1, .upTo30), (30, .upTo30), (31, .upTo60),
    (60, .upTo60), (61, .upTo90), (90, .upTo90), (91, .over90), (4_000, .over90),
  ]

  @Test("not due, 1–30, 31–60, 61–90, more than 90 days", arguments: classes)
  func ageClass(_ days: Int, expected: AgeClass) {
    #expect(AgeClass(daysLate: days) == expected)
    let due = day("2026-03-01").adding(days: -days)
    let ledger = Ledger.sample(
      .sample("C1", .sample("F1", due: "\(due)", 100, issued: "2015-01-01"))
    )
    let balance = LedgerFigures(of: ledger, on: day("2026-03-01")).agedBalance
    for age in AgeClass.allCases {
      #expect(balance.totals.first?.amounts[age] == (age == expected ? 100 : 0))
    }
  }

  @Test("payments and credit notes of the day count, later rows do not exist")
  func balances() throws {
    let ledger = Ledger.sample(
      .sample(
        "C1",
        .sample("F1", due: "2026-02-01", 10_000).paid("2026-03-01", 4_000),
        .sample("F2", due: "2026-02-01", 500).paid("2026-03-02", 500),
        .sample("A1", due: "2026-01-15", 1_000).with { $0.invoice.kind = .creditNote },
        .sample("F3", due: "2026-02-01", 300).paid("2026-02-10", 300),
        .sample("F4", due: "2026-04-30", 900, issued: "2026-03-02")
      ),
      .sample("C2", .sample("F5", due: "2026-03-20", 2_500))
    )
    let balance = LedgerFigures(of: ledger, on: day("2026-03-01")).agedBalance
    #expect(balance.lines.map(\.customer) == ["C1", "C2"])
    let first = try #require(balance.lines.first?.amounts)
    #expect(first[.upTo30] == 6_500)
    // A credit note by its own due date, 45 days ago.
    #expect(first[.upTo60] == -1_000)
    #expect(first.overdue == 5_500)
    let total = try #require(balance.totals.first)
    #expect(total.amounts.total == 8_000)
    #expect(total.openInvoices == 3)
    #expect(total.overdueInvoices == 2)
  }

  @Test("currencies stay apart, euros only at the rates of the day, and it is said what is missing")
  func currencies() throws {
    let ledger = Ledger.sample(
      .sample(
        "C1",
        .sample("F1", due: "2026-02-20", 10_000),
        .sample("F2", due: "2026-02-20", 1_001, "USD"),
        .sample("F3", due: "2026-03-20", 1_000, "USD"),
        .sample("F4", due: "2026-02-20", 7_000, "GBP")
      ),
      rates: ["USD": 2]
    )
    let balance = LedgerFigures(of: ledger, on: day("2026-03-01")).agedBalance
    #expect(balance.totals.map(\.currency.code) == ["EUR", "GBP", "USD"])
    #expect(balance.totals.map(\.amounts.total) == [10_000, 7_000, 2_001])
    // 10,01 USD at 2 for a euro are 5,005 €, rounded away from zero.
    #expect(balance.euro.amounts[.upTo30] == 10_501)
    #expect(balance.euro.amounts[.notDue] == 500)
    #expect(balance.euro.leftOut.map(\.code) == ["GBP"])
  }

  @Test("sums beyond 64 bits are exact; an invoice that has no balance is named")
  func extremes() {
    let ledger = Ledger.sample(
      .sample(
        "C1",
        .sample("F1", due: "2026-02-20", .max),
        .sample("F2", due: "2026-02-20", .max),
        .sample("F3", due: "2026-02-20", .max).paid("2026-02-21", .min)
      )
    )
    let figures = LedgerFigures(of: ledger, on: day("2026-03-01"))
    #expect(figures.agedBalance.totals.map(\.amounts.total) == [2 * Int128(Int64.max)])
    #expect(figures.leftOut == ["F3"])
  }

  @Test("an empty ledger has no figures")
  func empty() {
    let figures = LedgerFigures(of: Ledger.sample(), on: day("2026-03-01"))
    #expect(figures.agedBalance.lines.isEmpty)
    #expect(figures.agedBalance.totals.isEmpty)
    #expect(figures.salesOutstanding.isEmpty)
    #expect(figures.payers.overall.meanDelay == nil)
    #expect(figures.payers.best.isEmpty)
    #expect(figures.payers.worst.isEmpty)
  }
}
