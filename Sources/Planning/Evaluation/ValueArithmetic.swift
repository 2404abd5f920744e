import Receivables
import Semantics

extension ValueOutcome {
  /// The sum of two values of one type, or of a date and days.
  func adding(_ other: ValueOutcome) -> ValueOutcome {
    combined(with: other) { (left, right) throws(ArithmeticOverflow) in
      switch (left, right) {
      case (.number(let left), .number(let right)): .number(try left.adding(right))
      case (.percentage(let left), .percentage(let right)):
        .percentage(Percentage(fraction: try left.fraction.adding(right.fraction)))
      case (.money(let left), .money(let right)): .money(try left.adding(right))
      case (.duration(let left), .duration(let right)):
        .duration(try checked(left.addingReportingOverflow(right)))
      case (.date(let date), .duration(let days)), (.duration(let days), .date(let date)):
        .date(try moved(date, by: days))
      case (_, _): throw ArithmeticOverflow()
      }
    }
  }

  /// The difference of two values of one type, of two dates, or of a date and days.
  func subtracting(_ other: ValueOutcome) -> ValueOutcome {
    combined(with: other) { (left, right) throws(ArithmeticOverflow) in
      switch (left, right) {
      case (.number(let left), .number(let right)): .number(try left.subtracting(right))
      case (.percentage(let left), .percentage(let right)):
        .percentage(Percentage(fraction: try left.fraction.subtracting(right.fraction)))
      case (.money(let left), .money(let right)): .money(try left.subtracting(right))
      case (.duration(let left), .duration(let right)):
        .duration(try checked(left.subtractingReportingOverflow(right)))
      case (.date(let left), .date(let right)): .duration(left.days(since: right))
      case (.date(let date), .duration(let days)):
        .date(try moved(date, by: try checked(0.subtractingReportingOverflow(days))))
      case (_, _): throw ArithmeticOverflow()
      }
    }
  }

  /// The product with a number or percentage, in either order.
  ///
  /// Money is rounded to the minor unit and durations to the day, a half going away from zero
  /// (R18).
  func multiplied(by other: ValueOutcome) -> ValueOutcome {
    combined(with: other) { (left, right) throws(ArithmeticOverflow) in
      switch (left, right) {
      case (.number(let left), .number(let right)): .number(try left.multiplied(by: right))
      case (.number(let factor), let value), (let value, .number(let factor)):
        try value.scaled(by: factor)
      case (.percentage(let factor), let value), (let value, .percentage(let factor)):
        try value.scaled(by: factor.fraction)
      case (_, _): throw ArithmeticOverflow()
      }
    }
  }

  /// The opposite of a number, percentage, amount or duration.
  var negated: ValueOutcome { multiplied(by: .value(.number(Rational(-1)))) }

  /// Absent makes arithmetic absent, whatever else is unknown (R20).
  private func combined(
    with other: ValueOutcome,
    _ operation: (Value, Value) throws(ArithmeticOverflow) -> Value
  ) -> ValueOutcome {
    switch (self, other) {
    case (.absent, _), (_, .absent): .absent
    case (.unknown(let obstacle), _), (_, .unknown(let obstacle)): .unknown(obstacle)
    case (.value(let left), .value(let right)):
      ValueOutcome { () throws(ArithmeticOverflow) in try operation(left, right) }
    }
  }
}

extension Value {
  fileprivate func scaled(by factor: Rational) throws(ArithmeticOverflow) -> Value {
    switch self {
    case .number(let number): .number(try number.multiplied(by: factor))
    case .percentage(let share):
      .percentage(Percentage(fraction: try share.fraction.multiplied(by: factor)))
    case .money(let money): .money(try money.multiplied(by: factor))
    case .duration(let days): .duration(Int(try factor.roundedProduct(with: Int64(days))))
    case .text, .date, .truth, .risk, .kind, .weekday: throw ArithmeticOverflow()
    }
  }
}

private func checked(
  _ result: (partialValue: Int, overflow: Bool)
) throws(ArithmeticOverflow) -> Int {
  guard !result.overflow else { throw ArithmeticOverflow() }
  return result.partialValue
}

/// The date so many days later; a date beyond the calendar is an overflow, not the calendar's end.
private func moved(
  _ date: CalendarDate,
  by days: Int
) throws(ArithmeticOverflow) -> CalendarDate {
  let result = date.adding(days: days)
  guard result.days(since: date) == days else { throw ArithmeticOverflow() }
  return result
}
