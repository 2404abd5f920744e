import Receivables

/// What happens to amounts with more decimals than their currency has.
public enum ExcessDecimals: Sendable, Hashable {
  /// They are refused, unless they are what computers leave of exact amounts: 2309.7899999999995.
  case refused
  /// They are rounded to the minor unit, a half going away from zero.
  case rounded
}

/// An amount in minor units, and what it took to get there.
struct ConvertedAmount: Hashable {
  /// How far the written amount was followed.
  enum Exactness: Hashable {
    /// To the last digit.
    case exact
    /// But for the noise of floating-point numbers.
    case noiseRemoved
    /// Decimals that mattered were rounded.
    case rounded
  }

  let minorUnits: Int64
  let exactness: Exactness
}

/// Why an amount cannot be kept in a currency.
enum AmountConversionFailure: Error, Hashable {
  /// It has more decimals than the currency.
  case tooManyDecimals
  /// It exceeds what the ledger can hold.
  case tooLarge
}

extension AmountText {
  /// The amount in minor units of a currency.
  func minorUnits(
    of currency: Currency,
    excessDecimals: ExcessDecimals
  ) throws(AmountConversionFailure) -> ConvertedAmount {
    guard let value = rational, let unit = powerOfTen(currency.minorUnitDigits),
      let scaled = try? value.multiplied(by: unit),
      let rounded = try? scaled.roundedHalfAwayFromZero()
    else { throw .tooLarge }
    guard scaled.denominator != 1 else {
      return ConvertedAmount(minorUnits: rounded, exactness: .exact)
    }
    if try isNoise(scaled, rounded, unit) {
      return ConvertedAmount(minorUnits: rounded, exactness: .noiseRemoved)
    }
    switch excessDecimals {
    case .refused: throw .tooManyDecimals
    case .rounded: return ConvertedAmount(minorUnits: rounded, exactness: .rounded)
    }
  }

  /// The exact value; `nil` if it does not fit.
  var rational: Rational? {
    Rational(decimal: decimalText.utf8)
  }

  /// The number with a point, without groups.
  var decimalText: String {
    let whole = digits.dropLast(decimals)
    let sign = isNegative ? "-" : ""
    let text = sign + (whole.isEmpty ? "0" : String(decoding: whole, as: UTF8.self))
    return decimals == 0
      ? text : text + "." + String(decoding: digits.suffix(decimals), as: UTF8.self)
  }

  /// Whether the difference is less than a millionth of a unit: nobody writes such an amount.
  private func isNoise(
    _ scaled: Rational,
    _ rounded: Int64,
    _ unit: Rational
  ) throws(AmountConversionFailure) -> Bool {
    guard let difference = try? scaled.subtracting(Rational(rounded)).divided(by: unit),
      let millionth = Rational(numerator: 1, denominator: 1_000_000)
    else { throw .tooLarge }
    return difference < millionth && difference.negated() < millionth
  }
}

private func powerOfTen(_ exponent: Int) -> Rational? {
  Rational(decimal: "1e\(exponent)".utf8)
}
