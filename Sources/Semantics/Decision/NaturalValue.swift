import Diagnostics
import Receivables

/// How a person would choose a value where several would do: the usual one if it lies in the
/// interval, else a round one close by.
struct NaturalValue {
  /// The value an invoice usually has.
  let usual: Rational
  /// Whether round values are better than close ones, as for amounts.
  let prefersRound: Bool

  private let grain: Grain

  /// The choice for a value that is derived from fields.
  init(_ grain: Grain) {
    self.grain = grain
    usual = .zero
    prefersRound = false
  }

  /// The choice for a field; amounts in a currency.
  init(of reference: FieldReference, type: ValueType, currency: Currency) {
    grain = type.grain
    switch type {
    case .money:
      usual = Rational(10_000_000).scaledDown(by: 4 - currency.minorUnitDigits)
      prefersRound = true
    case .percentage:
      usual = .half
      prefersRound = true
    case .number:
      usual = .one
      prefersRound = true
    case .date:
      usual = Rational(Int64(CalendarDate(year: 2026, month: 1, day: 31)?.dayNumber ?? 0))
      prefersRound = false
    case .text, .truth, .risk, .kind, .weekday:
      usual = .zero
      prefersRound = false
    case .integer, .duration:
      switch reference {
      case .field(.limitation): usual = Rational(1_800)
      case .field(.age): usual = Rational(40)
      case .field(.daysLate), .column, .message: usual = Rational(10)
      case .field(.reminderCount), .field(.overdueInvoices): usual = .one
      case .field: usual = Rational(5)
      }
      prefersRound = false
    }
  }

  /// A value of an interval; `nil` if none was found in it.
  func value(in interval: Interval) -> Rational? {
    if interval.contains(usual) { return usual }
    do throws(ArithmeticOverflow) {
      let interval = grain == .whole ? try interval.closedAmongWholes() : interval
      guard !interval.isEmpty else { return nil }
      let isLower = interval.lower.map { $0 >= .before(.zero) } ?? false
      guard let bound = isLower ? interval.lower : interval.upper else { return nil }
      if !prefersRound, let closest = try closest(to: bound, isLower: isLower, in: interval) {
        return closest
      }
      return try round(from: bound, isLower: isLower, in: interval)
    } catch {
      return nil
    }
  }

  private func closest(
    to bound: Cut,
    isLower: Bool,
    in interval: Interval
  ) throws(ArithmeticOverflow) -> Rational? {
    guard let value = bound.value else { return nil }
    if interval.contains(value) { return value }
    let next = try isLower ? value.roundedDown().adding(.one) : value.roundedUp().subtracting(.one)
    return interval.contains(next) ? next : nil
  }

  /// The value next to a bound with the fewest digits other than zeros.
  private func round(
    from bound: Cut,
    isLower: Bool,
    in interval: Interval
  ) throws(ArithmeticOverflow) -> Rational? {
    guard let value = bound.value else { return nil }
    // Beside zero any power of ten is near.
    let isBesideZero = value == .zero || grain == .whole && value.numerator.magnitude == 1
    var step = powerOfTen(upTo: isBesideZero ? usual : value)
    for _ in 0..<40 {
      let quotient = try value.divided(by: step)
      let multiple = try isLower ? quotient.roundedUp() : quotient.roundedDown()
      for candidate in [multiple, try isLower ? multiple.adding(.one) : multiple.subtracting(.one)]
      {
        let round = try candidate.multiplied(by: step)
        if interval.contains(round) { return round }
      }
      step = try step.divided(by: Rational(10))
      if grain == .whole, step < .one { break }
    }
    return nil
  }

  /// The greatest power of ten that is not above a number's magnitude, from a billionth on.
  private func powerOfTen(upTo number: Rational) -> Rational {
    let magnitude = number < .zero ? number.negated() : number
    var power = Rational.one
    while let next = power.timesTen, next <= magnitude { power = next }
    while power > magnitude, power.denominator < 1_000_000_000 { power = power.scaledDown(by: 1) }
    return power
  }
}

extension Cut {
  /// The value beside which the cut lies.
  var value: Rational? {
    switch self {
    case .presence: nil
    case .before(let value), .after(let value): value
    }
  }
}

extension Interval {
  /// The interval among whole numbers, its ends values of their own.
  func closedAmongWholes() throws(ArithmeticOverflow) -> Interval {
    var result = try amongWholes()
    if let upper = result.upper?.value { result.upper = .after(try upper.subtracting(.one)) }
    return result
  }
}

extension Rational {
  fileprivate var timesTen: Rational? {
    do throws(ArithmeticOverflow) {
      return try multiplied(by: Rational(10))
    } catch {
      return nil
    }
  }

  /// The number without so many decimal digits.
  fileprivate func scaledDown(by digits: Int) -> Rational {
    var result = self
    do throws(ArithmeticOverflow) {
      for _ in 0..<max(digits, 0) { result = try result.divided(by: Rational(10)) }
    } catch {
      return self
    }
    return result
  }
}
