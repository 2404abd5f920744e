/// How figures are written for the readers of a language.
public enum AmountText: Sendable, CaseIterable {
  /// `1 234,50 €`: narrow no-break spaces (U+202F) part the groups, a no-break space the unit.
  case french
  /// `€1,234.50`, and `USD 1,234.50` with a no-break space.
  case english

  /// An amount of so many minor units of a currency: the euro has its sign, others their code.
  ///
  /// The amount is wider than `Money` so that a sum of any number of amounts can be written.
  public func write(minorUnits: Int128, of currency: Currency) -> String {
    let figure = grouped(minorUnits.magnitude, decimals: currency.minorUnitDigits)
    return write(figure, withSignOf: minorUnits, currency)
  }

  /// The same without the decimals of a whole amount, as scenarios have it: `1 234 €`.
  public func writeBriefly(minorUnits: Int128, of currency: Currency) -> String {
    var unit: UInt128 = 1
    for _ in 0..<currency.minorUnitDigits { unit *= 10 }
    let (whole, rest) = minorUnits.magnitude.quotientAndRemainder(dividingBy: unit)
    guard rest == 0 else { return write(minorUnits: minorUnits, of: currency) }
    return write(grouped(whole, decimals: 0), withSignOf: minorUnits, currency)
  }

  private func write(
    _ figure: String,
    withSignOf minorUnits: Int128,
    _ currency: Currency
  ) -> String {
    let sign = minorUnits < 0 ? "-" : ""
    switch self {
    case .french:
      return "\(sign)\(figure)\u{A0}\(currency == .euro ? "€" : currency.code)"
    case .english:
      return currency == .euro ? "\(sign)€\(figure)" : "\(sign)\(currency.code)\u{A0}\(figure)"
    }
  }

  /// A whole number with its groups parted, such as `9 681`.
  public func write(_ number: Int) -> String {
    (number < 0 ? "-" : "") + grouped(UInt128(number.magnitude), decimals: 0)
  }

  /// A number rounded to at most so many decimals, a half going away from zero; trailing zeros are
  /// left out.
  ///
  /// Of a number that is too large to be scaled the whole part is written.
  public func write(_ number: Rational, decimals: Int) -> String {
    var decimals = max(decimals, 0)
    var scaled = number
    if let power = powerOfTen(UInt(decimals)),
      let exact = number.numerator.exactProduct(with: power)
    {
      scaled = Rational(reducing: exact, over: number.denominator)
    } else {
      decimals = 0
    }
    var magnitude = scaled.magnitudeRoundedHalfUp
    let sign = number < .zero && magnitude != 0 ? "-" : ""
    while decimals > 0, magnitude % 10 == 0 {
      magnitude /= 10
      decimals -= 1
    }
    return sign + grouped(magnitude, decimals: decimals)
  }

  private func grouped(_ magnitude: UInt128, decimals: Int) -> String {
    var digits = String(magnitude)
    let missing = decimals + 1 - digits.utf8.count
    if missing > 0 { digits = String(repeating: "0", count: missing) + digits }
    let units = digits.dropLast(decimals)
    var text = ""
    for (position, digit) in units.enumerated() {
      if position > 0, (units.count - position) % 3 == 0 { text += groupMark }
      text.append(digit)
    }
    return decimals == 0 ? text : text + decimalMark + digits.suffix(decimals)
  }

  private var groupMark: String {
    switch self {
    case .french: "\u{202F}"
    case .english: ","
    }
  }

  private var decimalMark: String {
    switch self {
    case .french: ","
    case .english: "."
    }
  }
}

extension Money {
  /// The amount as French readers write it: `1 234,50 €`, `1 234 JPY`.
  public var french: String {
    AmountText.french.write(minorUnits: Int128(minorUnits), of: currency)
  }

  /// The amount as English readers write it: `€1,234.50`, `JPY 1,234`.
  public var english: String {
    AmountText.english.write(minorUnits: Int128(minorUnits), of: currency)
  }
}

extension Rational {
  /// The number as French readers write it, rounded to at most so many decimals: `1 234,5`.
  public func french(decimals: Int) -> String { AmountText.french.write(self, decimals: decimals) }

  /// The number as English readers write it, rounded to at most so many decimals: `1,234.5`.
  public func english(decimals: Int) -> String {
    AmountText.english.write(self, decimals: decimals)
  }

  fileprivate var magnitudeRoundedHalfUp: UInt128 {
    let (quotient, remainder) = numerator.magnitude.quotientAndRemainder(
      dividingBy: denominator.magnitude
    )
    return remainder >= denominator.magnitude - remainder ? quotient + 1 : quotient
  }
}

extension Int128 {
  fileprivate func exactProduct(with factor: Int128) -> Int128? {
    let (product, overflow) = multipliedReportingOverflow(by: factor)
    return overflow || product == .min ? nil : product
  }
}
