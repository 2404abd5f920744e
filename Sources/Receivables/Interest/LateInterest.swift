/// The late-payment interest of an invoice, or why there is no figure.
public enum InterestOutcome: Hashable, Sendable {
  /// The interest in the minor units of the invoice's currency.
  case amount(Int64)

  /// The first half-year whose rate is needed and not known.
  case missingRate(ReferenceRate, HalfYear)

  /// The interest exceeds what an amount can hold.
  case overflow
}

/// Late-payment interest by French law (Code de commerce L441-10 II).
public enum LateInterest {
  /// The interest of an amount from the day after its due date through a given day.
  ///
  /// It is the sum, over those days, of the day's balance × the rate of its half-year / 365, where
  /// the balance is the amount less all payments dated before that day, and nothing if that is
  /// negative. The sum is exact and is rounded once, to the minor unit, a half going away from zero.
  /// A half-year in which nothing is owed needs no rate.
  public static func accrued(
    on amount: Int64,
    due: CalendarDate,
    through day: CalendarDate,
    payments: [Payment],
    rule: PenaltyRule,
    rates: InterestRates
  ) -> InterestOutcome {
    var interest = AccruingInterest(rule: rule, rates: rates)
    var balance = Int128(amount)
    var start = due
    do throws(ArithmeticOverflow) {
      for payment in payments.sorted(by: { $0.paidOn < $1.paidOn }) where payment.paidOn < day {
        try interest.accrue(on: balance, after: start, through: payment.paidOn)
        balance -= Int128(payment.amount)
        start = max(start, payment.paidOn)
      }
      try interest.accrue(on: balance, after: start, through: day)
      return try interest.outcome()
    } catch {
      return .overflow
    }
  }
}

/// The running sum of balance × days × yearly rate, up to the first rate that is missing.
private struct AccruingInterest {
  let rule: PenaltyRule
  let rates: InterestRates
  private var yearlySum = Rational.zero
  /// Balance × days at the rate in force last, which are multiplied by it once: rates stay the same
  /// for years.
  private var running: (rate: Rational, balanceDays: Int128)?
  private var missing: InterestOutcome?

  init(rule: PenaltyRule, rates: InterestRates) {
    self.rule = rule
    self.rates = rates
  }

  /// Adds the interest of a balance that stays the same after one day and through another.
  mutating func accrue(
    on balance: Int128,
    after start: CalendarDate,
    through end: CalendarDate
  ) throws(ArithmeticOverflow) {
    guard balance > 0 else { return }
    var start = start
    while start < end {
      let halfYear = HalfYear(containing: start.adding(days: 1))
      guard let rate = try rate(in: halfYear) else { return }
      let border = min(halfYear.lastDay, end)
      // A balance is a sum of 64-bit amounts and the days are at most 184: no overflow.
      let balanceDays = balance * Int128(border.days(since: start))
      if let known = running, known.rate == rate {
        let (sum, overflow) = known.balanceDays.addingReportingOverflow(balanceDays)
        guard !overflow else { throw ArithmeticOverflow() }
        running = (rate, sum)
      } else {
        yearlySum = try sum()
        running = (rate, balanceDays)
      }
      start = border
    }
  }

  /// The sum up to now.
  private func sum() throws(ArithmeticOverflow) -> Rational {
    guard let running else { return yearlySum }
    let days = Rational(reducing: running.balanceDays, over: 1)
    return try yearlySum.adding(try running.rate.multiplied(by: days))
  }

  /// The sum to the minor unit, unless a rate was missing.
  func outcome() throws(ArithmeticOverflow) -> InterestOutcome {
    if let missing { return missing }
    return .amount(try sum().divided(by: Rational(365)).roundedHalfAwayFromZero())
  }

  /// The yearly rate of a half-year as a fraction of one; `nil`, and noted, if it is missing.
  private mutating func rate(in halfYear: HalfYear) throws(ArithmeticOverflow) -> Rational? {
    switch rule {
    case .ecbPlus(let points): try known(.ecb, in: halfYear)?.adding(points.fraction)
    case .legalTimes(let factor): try known(.legal, in: halfYear)?.multiplied(by: factor)
    case .fixed(let rate): rate.fraction
    case .none: .zero
    }
  }

  private mutating func known(_ reference: ReferenceRate, in halfYear: HalfYear) -> Rational? {
    guard missing == nil else { return nil }
    guard let rate = rates.rate(reference, in: halfYear) else {
      missing = .missingRate(reference, halfYear)
      return nil
    }
    return rate.fraction
  }
}
