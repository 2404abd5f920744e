import Diagnostics
import Planning
import Receivables
import Testing

@Suite("Interest and recovery sums of an action")
struct ClaimTests {
  /// An invoice and what a message about it must show; `nil` for interest that cannot be computed.
  struct Claim: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let scenario: String
    let ledger: String
    let day: String
    let interest: Int64?
    let indemnity: Int64

    init(
      _ promise: String,
      _ scenario: String = "",
      ledger: String,
      on day: String,
      interest: Int64?,
      indemnity: Int64
    ) {
      testDescription = promise
      self.scenario = scenario
      self.ledger = ledger
      self.day = day
      self.interest = interest
      self.indemnity = indemnity
    }
  }

  static let claims: [Claim] = [
    Claim(
      "97 days over two half-years: the first line of the table of the law",
      ledger: "client C1\nfacture F1 2024-05-15 1000000",
      on: "2024-08-20",
      interest: 38_185,
      indemnity: 4_000
    ),
    // 30 days of 1 000,00 and 10 of 600,00 at 12,15 %: 9,986 + 1,997 = 11,98.
    Claim(
      "what was paid bears no interest from the day after its payment",
      ledger: "client C1\nfacture F1 2025-12-31 100000\npaiement 2026-01-30 40000",
      on: "2026-02-09",
      interest: 1_198,
      indemnity: 4_000
    ),
    Claim(
      "R88: nothing is claimed on the due date itself",
      ledger: "client C1\nfacture F1 2026-01-12 100000",
      on: "2026-01-12",
      interest: 0,
      indemnity: 0
    ),
    Claim(
      "R88: a missing half-year is no zero: the interest is absent",
      ledger: "client C1\nfacture F1 2026-06-01 100000",
      on: "2026-07-01",
      interest: nil,
      indemnity: 4_000
    ),
    // 29 days at 12,15 % and 1 day at 12,50 %: 9,653 + 0,342 = 9,996 → 10,00.
    Claim(
      "R32: a rate that the file adds closes the gap",
      "taux BCE 01/07/2026 = 2,5 %",
      ledger: "client C1\nfacture F1 2026-06-01 100000",
      on: "2026-07-01",
      interest: 1_000,
      indemnity: 4_000
    ),
    Claim(
      "consumers owe neither",
      ledger: "client C1 particulier\nfacture F1 2025-12-31 100000",
      on: "2026-01-30",
      interest: 0,
      indemnity: 0
    ),
    Claim(
      "without penalties the recovery sum remains",
      "sans pénalités",
      ledger: "client C1\nfacture F1 2025-12-31 100000",
      on: "2026-01-30",
      interest: 0,
      indemnity: 4_000
    ),
    Claim(
      "R89, R101: proceedings end the recovery sum, not the interest",
      "sans prélude",
      ledger: "client C1 procédure=2026-01-15\nfacture F1 2025-12-31 100000",
      on: "2026-01-30",
      interest: 999,
      indemnity: 0
    ),
    // 1 000 000 yen for 30 days at 12,15 %: 9 986,3 → 9 986 yen, and 40 euros.
    Claim(
      "R88, R89: interest in the invoice's minor unit, the recovery sum in euro cents",
      "indemnité 40 €",
      ledger: "client C1\nfacture F1 2025-12-31 1000000 JPY",
      on: "2026-01-30",
      interest: 9_986,
      indemnity: 4_000
    ),
    // 3 × 2,62 % for 30 days: 6,460 → 6,46.
    Claim(
      "a multiple of the legal rate",
      "pénalités 3 × taux légal ; indemnité 50 €",
      ledger: "client C1\nfacture F1 2025-12-31 100000",
      on: "2026-01-30",
      interest: 646,
      indemnity: 5_000
    ),
  ]

  @Test("are those of the law", arguments: claims)
  func claim(_ claim: Claim) throws {
    let ledger = try LedgerText(claim.ledger).ledger
    let planner = try Planner(scenario: "\(claim.scenario)\nJ email", ledger: ledger)
    let day = try #require(CalendarDate(isoBytes: claim.day.utf8))
    let action = try #require(planner.plan(ledger, on: day).actions.first)
    #expect(action.totalInterest == claim.interest)
    #expect(action.invoices.first?.interest == claim.interest)
    #expect(action.totalIndemnity == claim.indemnity)
    #expect((action.invoices.first?.missingRate == nil) == (claim.interest != nil))
  }

  @Test("R88: one missing figure leaves the total of a message absent, with the reason")
  func totals() throws {
    let text =
      "client C1\nfacture F1 2026-06-01 100000\nfacture F2 2025-01-06 -5\n"
      + "facture F3 2026-06-22 50000\npaiement 2026-06-30 20000"
    let ledger = try LedgerText(text).ledger
    let planner = try Planner(scenario: "J+7 email", ledger: ledger)
    let day = try #require(CalendarDate(isoBytes: "2026-07-01".utf8))
    let action = try #require(planner.plan(ledger, on: day).actions.first)
    #expect(action.totalBalance == 130_000)
    #expect(action.totalInterest == nil)
    #expect(action.totalIndemnity == 8_000)
    #expect(
      action.reasons.last?.message.fr
        == "pénalités non calculées : taux BCE du 2e semestre 2026 inconnu"
    )
  }

  @Test("an amount that leaves 64 bits is an error of its invoices, never a wrong figure")
  func overflow() throws {
    let text = """
      client C1
      facture F1 2026-01-05 9223372036854775807
      facture F2 2026-01-05 9223372036854775807
      client C2
      facture F3 2026-01-05 9223372036854775807
      paiement 2026-01-06 -1
      client C3
      facture F4 1950-01-02 9223372036854775807
      client C4
      facture F5 2026-01-05 1
      """
    let ledger = try LedgerText(text).ledger
    let scenario = "sans prélude; pénalités 12 %; J+7 email"
    let planner = try Planner(scenario: scenario, ledger: ledger)
    let day = try #require(CalendarDate(isoBytes: "2026-01-12".utf8))
    let plan = planner.plan(ledger, on: day)
    #expect(plan.actions.flatMap { $0.invoices.map { $0.id } } == ["F5"])
    #expect(plan.statuses.map { $0.kind } == [.error, .error, .error, .error, .action])
  }
}
