import Figures
import Planning
import Receivables
import Testing

@Suite("What customers did: punctuality, reminders and what followed, claims to watch")
struct HistoryTests {
  @Test("mean delay and share paid late, best and worst apart")
  func payers() throws {
    func payer(_ id: String, _ delays: Int...) -> CustomerAccount {
      var account = CustomerAccount.sample(id)
      for (index, delay) in delays.enumerated() {
        let paidOn = day("2026-01-31").adding(days: delay)
        account.invoices.append(
          .sample("\(id)-\(index)", due: "2026-01-31", 100).paid("\(paidOn)", 100)
        )
      }
      return account
    }
    let ledger = Ledger.sample(payer("A", -1, 0), payer("B", 10), payer("C", 3, 4), payer("D"))
    let payers = LedgerFigures(of: ledger, on: day("2026-03-01")).payers
    #expect(payers.best.map(\.customer) == ["A", "C"])
    #expect(payers.worst.map(\.customer) == ["B"])
    #expect(payers.overall.settled == 5)
    #expect(payers.overall.late == 3)
    // (−1 + 0 + 10 + 3 + 4) / 5
    #expect(payers.overall.meanDelay == Rational(numerator: 16, denominator: 5))
    #expect(payers.overall.lateShare?.fraction == Rational(numerator: 3, denominator: 5))
  }

  /// An invoice due 1 January with a reminder on the 8th, and what the figures of 1 February say.
  static let fates: [(String, InvoiceAccount, [Int], [[Int]])] = [
    (
      "settled four days later", first.paid("2026-01-12", 100), [1, 0, 0, 0],
      [[1, 1], [1, 1], [0, 0]]
    ),
    (
      "settled the same day", first.paid("2026-01-08", 100), [1, 0, 0, 0],
      [[1, 1], [1, 1], [0, 0]]
    ),
    (
      "settled the day before", first.paid("2026-01-07", 100), [0, 0, 0, 1],
      [[0, 0], [0, 0], [0, 0]]
    ),
    (
      "settled ten days later", first.paid("2026-01-18", 100), [1, 0, 0, 0],
      [[1, 0], [1, 1], [0, 0]]
    ),
    ("a part paid", first.paid("2026-01-12", 60), [0, 0, 1, 0], [[1, 0], [1, 0], [0, 0]]),
    ("nothing yet", first, [0, 0, 1, 0], [[1, 0], [1, 0], [0, 0]]),
    (
      "settled on the day of the next reminder",
      first.reminded("2026-01-20", "J+21", rank: 105).paid("2026-01-20", 100),
      [1, 0, 0, 0],
      [[1, 0], [1, 1], [0, 0]]
    ),
    (
      "reminded again, then settled",
      first.reminded("2026-01-15", "J+21", rank: 105).paid("2026-01-20", 100),
      [0, 1, 0, 0],
      [[1, 0], [1, 1], [0, 0]]
    ),
  ]

  private static let first = InvoiceAccount.sample("F1", due: "2026-01-01", 100)
    .reminded("2026-01-08", "J+7")

  @Test("what happened after a reminder", arguments: fates)
  func fate(_ name: String, invoice: InvoiceAccount, counts: [Int], windows: [[Int]]) throws {
    let figures = LedgerFigures(of: .sample(.sample("C1", invoice)), on: day("2026-02-01"))
    let level = try #require(figures.reminders.first)
    #expect(level.step == "J+7")
    #expect(level.sent == 1)
    #expect([level.paid, level.reminded, level.pending, level.crossed] == counts)
    #expect(level.within.map(\.days) == [7, 15, 30])
    #expect(level.within.map { [$0.observed, $0.paid] } == windows)
  }

  @Test("steps by rank, events last, thanks not at all, spellings together")
  func levels() {
    let invoice = InvoiceAccount.sample("F1", due: "2026-01-01", 100)
      .reminded("2026-01-22", "J+21", rank: 105)
      .reminded("2026-01-08", "Première", rank: 35)
      .reminded("2026-01-09", "PREMIERE", rank: 35)
      .reminded("2026-01-25", "à promesse rompue", rank: 0)
      .with {
        $0.reminders.append(
          Reminder(
            step: "merci",
            rank: 0,
            channel: "email",
            nature: "remerciement",
            sentOn: day("2026-01-26")
          )
        )
      }
    let figures = LedgerFigures(of: .sample(.sample("C1", invoice)), on: day("2026-02-01"))
    #expect(figures.reminders.map(\.step) == ["Première", "J+21", "à promesse rompue"])
    #expect(figures.reminders.map(\.sent) == [2, 1, 1])
  }

  @Test("limitation after five years, two against consumers, half a year ahead")
  func limitation() {
    let ledger = Ledger.sample(
      .sample(
        "C1",
        .sample("F1", due: "2021-08-28", 100),
        .sample("F2", due: "2021-08-29", 100),
        .sample("F3", due: "2020-02-29", 100),
        .sample("F4", due: "2020-01-01", 100).paid("2021-01-01", 100)
      ),
      .sample("C2", .sample("F5", due: "2024-03-01", 100)).with { $0.customer.isConsumer = true }
    )
    let limited = LedgerFigures(of: ledger, on: day("2026-03-01")).watchlist.limited
    #expect(limited.map(\.claim.invoice) == ["F3", "F5", "F1"])
    #expect(limited.map { "\($0.limitedOn)" } == ["2025-02-28", "2026-03-01", "2026-08-28"])
    #expect(limited.map(\.daysLeft) == [-366, 0, 180])
  }

  @Test("broken promises and open disputes of the day")
  func watchlist() {
    let broken = InvoiceAccount.sample("F1", due: "2026-01-01", 100).with {
      $0.promises = [PaymentPromise(madeOn: day("2026-02-01"), promisedOn: day("2026-02-20"))]
    }
    let renewed = broken.with {
      $0.invoice.id = "F2"
      $0.promises.append(
        PaymentPromise(madeOn: day("2026-02-21"), promisedOn: day("2026-03-20"))
      )
    }
    let disputed = InvoiceAccount.sample("F3", due: "2026-01-01", 100).with {
      $0.disputes = [
        Dispute(openedOn: day("2026-01-05"), closedOn: day("2026-01-10")),
        Dispute(openedOn: day("2026-02-09"), closedOn: day("2026-03-02")),
      ]
    }
    let settled = disputed.with { $0.invoice.id = "F4" }.paid("2026-02-28", 100)
    let ledger = Ledger.sample(.sample("C1", broken, renewed, disputed, settled))
    let watchlist = LedgerFigures(of: ledger, on: day("2026-03-01")).watchlist
    #expect(watchlist.brokenPromises.map(\.claim.invoice) == ["F1"])
    #expect(watchlist.brokenPromises.map(\.daysSince) == [9])
    #expect(watchlist.disputed.map(\.claim.invoice) == ["F3"])
    #expect(watchlist.disputed.map(\.daysOpen) == [20])
  }

  @Test("the ten largest overdue claims, in euros at the day's rates, with their events in order")
  func largest() throws {
    var account = CustomerAccount.sample("C1")
    for index in 1...600 {
      account.invoices.append(.sample("F\(index)", due: "2026-01-01", Int64(index)))
    }
    account.invoices.append(
      .sample("U", due: "2026-01-01", 1_300, "USD").reminded("2026-01-08", "J+7")
        .paid("2026-01-03", 50)
    )
    account.invoices.append(.sample("G", due: "2026-01-01", 99_999, "GBP"))
    let ledger = Ledger.sample(account, rates: ["USD": 2])
    let largest = LedgerFigures(of: ledger, on: day("2026-03-01")).largestOverdue
    #expect(largest.map(\.claim.invoice) == ["U"] + (592...600).reversed().map { "F\($0)" })
    let dates = try #require(largest.first).events.map { "\($0.date)" }
    #expect(dates == ["2025-12-02", "2026-01-01", "2026-01-03", "2026-01-08"])
  }
}
