import Receivables
import Testing

/// The yearly rate at which a balance of 1 000 earns 1 a day.
private let oneThousandthADay = PenaltyRule.fixed(Percentage(basisPoints: 3_650))

private let tenPoints = PenaltyRule.ecbPlus(Percentage(basisPoints: 1_000))

@Suite("Late-payment interest")
struct LateInterestTests {
  @Test(
    "the four worked rows of the law's page, to the cent",
    arguments: [
      (1_000_000, "2024-05-15", "2024-08-20", 38_185), (120_000, "2025-06-20", "2025-07-10", 832),
      (100_000, "2025-12-31", "2026-01-30", 999), (1_200_000, "2024-11-30", "2025-08-31", 117_541),
    ]
  )
  func lawTable(amount: Int64, due: String, paid: String, expected: Int64) throws {
    let outcome = try accrued(on: amount, due: due, through: paid, rule: tenPoints)
    #expect(outcome == .amount(expected))
  }

  @Test(
    "payments lower the balance from the day after them (R88, R89)",
    arguments: [
      // 26 d on 10 000 and 20 d on 6 000 at 14,50 %, 51 d on 6 000 at 14,25 %: 98 705 / 365.
      ([("2024-06-10", 400_000)], 27_042),
      // Paid on the due date or before: 46 d at 14,50 % and 51 d at 14,25 % on 6 000: 83 625 / 365.
      ([("2024-05-15", 400_000)], 22_911), ([("2023-01-01", 400_000)], 22_911),
      // Two payments of one day and rows out of order.
      ([("2024-06-10", 300_000), ("2024-06-10", 100_000)], 27_042),
      ([("2024-07-31", 200_000), ("2024-06-10", 400_000)], 25_481),
      // Paid on the last day itself, or later: nothing changes.
      ([("2024-08-20", 1_000_000)], 38_185), ([("2025-01-01", 1_000_000)], 38_185),
    ] as [([(String, Int64)], Int64)]
  )
  func partialPayments(payments: [(String, Int64)], expected: Int64) throws {
    let outcome = try accrued(
      on: 1_000_000,
      due: "2024-05-15",
      through: "2024-08-20",
      payments: payments,
      rule: tenPoints
    )
    #expect(outcome == .amount(expected))
  }

  @Test("a balance below zero earns nothing, and a refund brings it back (R89)")
  func overpayment() throws {
    // 11 and 12 January on 100, 13 and 14 on nothing, 15 and 16 on 50.
    let outcome = try accrued(
      on: 10_000,
      due: "2026-01-10",
      through: "2026-01-16",
      payments: [("2026-01-12", 15_000), ("2026-01-14", -10_000)],
      rule: oneThousandthADay
    )
    #expect(outcome == .amount(30))
  }

  @Test(
    "the sum is rounded once, a half away from zero",
    arguments: [(500, 1, 1), (499, 1, 0), (250, 2, 1), (300, 5, 2), (1_499, 1, 1), (1_500, 1, 2)]
  )
  func rounding(amount: Int64, days: Int, expected: Int64) throws {
    let due = try day("2026-01-10")
    let outcome = LateInterest.accrued(
      on: amount,
      due: due,
      through: due.adding(days: days),
      payments: [],
      rule: oneThousandthADay,
      rates: InterestRates()
    )
    #expect(outcome == .amount(expected))
  }

  @Test("three times the legal rate of 2024 is 15,21 % and 14,76 %")
  func legalRate() throws {
    // 10 d at 15,21 % and 10 d at 14,76 % on 36 500.
    let outcome = try accrued(
      on: 3_650_000,
      due: "2024-06-20",
      through: "2024-07-10",
      rule: .legalTimes(Rational(3))
    )
    #expect(outcome == .amount(29_970))
  }

  @Test(
    "a missing half-year is named, unless nothing is owed in it (R88)",
    arguments: [
      ("2026-06-20", "2026-06-30", nil, .amount(333)),
      ("2026-06-20", "2026-07-01", nil, .missingRate(.ecb, "2026-07-01")),
      ("2026-06-20", "2027-07-01", nil, .missingRate(.ecb, "2026-07-01")),
      ("2026-06-30", "2026-07-10", nil, .missingRate(.ecb, "2026-07-01")),
      ("2026-06-20", "2026-07-10", "2026-06-30", .amount(333)),
      ("2026-06-20", "2026-07-10", "2026-07-01", .missingRate(.ecb, "2026-07-01")),
      ("2026-07-20", "2026-07-20", nil, .amount(0)), ("2026-07-20", "2026-07-10", nil, .amount(0)),
      ("2012-12-30", "2013-01-05", nil, .missingRate(.ecb, "2012-07-01")),
      ("2012-12-31", "2013-01-10", nil, .amount(295)),
    ] as [(String, String, String?, Expected)]
  )
  func missingRates(due: String, through: String, paid: String?, expected: Expected) throws {
    let outcome = try accrued(
      on: 100_000,
      due: due,
      through: through,
      payments: paid.map { [($0, 100_000 as Int64)] } ?? [],
      rule: tenPoints
    )
    #expect(outcome == (try expected.outcome()))
  }

  enum Expected: Sendable {
    case amount(Int64)
    case missingRate(ReferenceRate, String)

    func outcome() throws -> InterestOutcome {
      switch self {
      case .amount(let amount): .amount(amount)
      case .missingRate(let rate, let first):
        .missingRate(rate, HalfYear(containing: try day(first)))
      }
    }
  }

  @Test("a fixed rate and no penalty need no table; a credit note and no delay earn nothing")
  func noRatesNeeded() throws {
    let (due, later) = ("2040-01-01", "2040-12-31")
    #expect(try accrued(on: 100_000, due: due, through: later, rule: .none) == .amount(0))
    #expect(try accrued(on: -100_000, due: due, through: later, rule: tenPoints) == .amount(0))
    // 365 days of a thousandth each.
    #expect(
      try accrued(on: 100_000, due: due, through: later, rule: oneThousandthADay)
        == .amount(36_500)
    )
  }

  @Test("a figure that no amount can hold is an overflow, never a wrong figure")
  func overflow() throws {
    let tenfold = PenaltyRule.fixed(Percentage(basisPoints: 100_000))
    #expect(
      try accrued(on: .max, due: "2020-01-01", through: "2026-01-01", rule: tenfold) == .overflow
    )
    let finest = PenaltyRule.fixed(Percentage(fraction: try fraction(.max, .max - 1)))
    #expect(
      try accrued(on: 7, due: "2020-01-01", through: "2026-01-01", rule: finest) == .overflow
    )
  }

  @Test("interest by interval is the sum over the days, taken one by one", arguments: 1...40)
  func dayByDay(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<20 {
      let amount = Int64.random(in: 1...5_000_000, using: &generator)
      let due = try day("2014-12-31").adding(days: .random(in: 0...3_900, using: &generator))
      let last = min(
        due.adding(days: .random(in: 0...500, using: &generator)),
        try day("2026-06-30")
      )
      let payments = (0..<Int.random(in: 0...5, using: &generator)).map { _ in
        Payment(
          paidOn: due.adding(days: .random(in: -40...500, using: &generator)),
          amount: .random(in: -amount / 4...amount, using: &generator)
        )
      }
      for rule in [tenPoints, .legalTimes(try fraction(7, 2)), oneThousandthADay] {
        let outcome = LateInterest.accrued(
          on: amount,
          due: due,
          through: last,
          payments: payments,
          rule: rule,
          rates: .shipped
        )
        let expected = try naive(amount, due: due, through: last, payments: payments, rule: rule)
        #expect(outcome == .amount(expected), "\(amount) \(due) \(last) \(payments) \(rule)")
      }
    }
  }

  /// The sum in halves of ten-thousandths of a unit and 365ths of a year, day after day.
  private func naive(
    _ amount: Int64,
    due: CalendarDate,
    through last: CalendarDate,
    payments: [Payment],
    rule: PenaltyRule
  ) throws -> Int64 {
    var sum: Int128 = 0
    var today = due
    while today < last {
      today = today.adding(days: 1)
      let paid = payments.filter { $0.paidOn < today }.map(\.amount).reduce(0, +)
      let balance = Int128(max(0, amount - paid))
      let halfYear = HalfYear(containing: today)
      let doubledRate: Int128 =
        switch rule {
        case .ecbPlus: try doubledBasisPoints(.ecb, halfYear) + 2_000
        case .legalTimes: try doubledBasisPoints(.legal, halfYear) * 7 / 2
        case .fixed: 7_300
        case .none: 0
        }
      sum += balance * doubledRate
    }
    let divisor: Int128 = 2 * 10_000 * 365
    return Int64((2 * sum + divisor) / (2 * divisor))
  }

  /// Twice the rate in basis points, so that seven halves of it are a whole number.
  private func doubledBasisPoints(
    _ reference: ReferenceRate,
    _ halfYear: HalfYear
  ) throws -> Int128 {
    let rate = try #require(InterestRates.shipped.rate(reference, in: halfYear)).fraction
    return 20_000 * rate.numerator / rate.denominator
  }

  private func accrued(
    on amount: Int64,
    due: String,
    through last: String,
    payments: [(String, Int64)] = [],
    rule: PenaltyRule
  ) throws -> InterestOutcome {
    LateInterest.accrued(
      on: amount,
      due: try day(due),
      through: try day(last),
      payments: try payments.map { Payment(paidOn: try day($0), amount: $1) },
      rule: rule,
      rates: .shipped
    )
  }
}
