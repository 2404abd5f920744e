extension Rational {
  /// The exact value of a decimal number in ASCII, such as `-12.345e-6`.
  ///
  /// A sign, digits, a point with digits and an exponent, the first and the last two optional: the
  /// shortest text of a floating-point number is of that form. `nil` for any other bytes and for a
  /// value that does not fit.
  public init?(decimal bytes: some Collection<UInt8>) {
    var reader = DecimalReader(bytes: Array(bytes))
    guard let (mantissa, exponent) = reader.readNumber(),
      let power = powerOfTen(exponent.magnitude)
    else { return nil }
    if exponent < 0 {
      self.init(numerator: mantissa, denominator: power)
    } else {
      let (value, overflow) = mantissa.multipliedReportingOverflow(by: power)
      guard !overflow else { return nil }
      self.init(numerator: value, denominator: 1)
    }
  }
}

/// Ten to a power of at most 38, the greatest that fits; `nil` above.
func powerOfTen(_ exponent: UInt) -> Int128? {
  guard exponent <= 38 else { return nil }
  var power: Int128 = 1
  for _ in 0..<exponent { power *= 10 }
  return power
}

private struct DecimalReader {
  let bytes: [UInt8]
  var position = 0

  /// The whole text as an integer without trailing zeros and the power of ten it stands for.
  mutating func readNumber() -> (mantissa: Int128, exponent: Int)? {
    let isNegative = readSign()
    var mantissa: Int128 = 0
    var zeros = 0
    var digits = 0
    var fractionDigits = 0
    var isFraction = false
    while true {
      if let digit = readDigit() {
        digits += 1
        if isFraction { fractionDigits += 1 }
        if digit == 0 {
          zeros += 1
        } else {
          guard let longer = appending(digit, after: zeros, to: mantissa) else { return nil }
          mantissa = longer
          zeros = 0
        }
      } else if !isFraction, digits > 0, readByte(UInt8(ascii: ".")) {
        isFraction = true
      } else {
        break
      }
    }
    guard digits > 0, !isFraction || fractionDigits > 0, let written = readExponent(),
      position == bytes.count
    else { return nil }
    guard mantissa != 0 else { return (0, 0) }
    return (isNegative ? -mantissa : mantissa, written + zeros - fractionDigits)
  }

  /// The exponent after `e`; 0 if there is none, `nil` if it has no digits or more than four.
  private mutating func readExponent() -> Int? {
    guard readByte(UInt8(ascii: "e")) || readByte(UInt8(ascii: "E")) else { return 0 }
    let isNegative = readSign()
    var exponent = 0
    var digits = 0
    while let digit = readDigit() {
      exponent = 10 * exponent + Int(digit)
      digits += 1
      guard digits <= 4 else { return nil }
    }
    guard digits > 0 else { return nil }
    return isNegative ? -exponent : exponent
  }

  private func appending(_ digit: UInt8, after zeros: Int, to mantissa: Int128) -> Int128? {
    guard mantissa != 0 else { return Int128(digit) }
    guard let power = powerOfTen(UInt(zeros) + 1) else { return nil }
    let (shifted, overflow) = mantissa.multipliedReportingOverflow(by: power)
    guard !overflow else { return nil }
    let (sum, carry) = shifted.addingReportingOverflow(Int128(digit))
    return carry ? nil : sum
  }

  /// Skips a sign and tells whether it was a minus.
  private mutating func readSign() -> Bool {
    if readByte(UInt8(ascii: "-")) { return true }
    _ = readByte(UInt8(ascii: "+"))
    return false
  }

  private mutating func readDigit() -> UInt8? {
    guard position < bytes.count else { return nil }
    let byte = bytes[position]
    guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
    position += 1
    return byte - UInt8(ascii: "0")
  }

  private mutating func readByte(_ byte: UInt8) -> Bool {
    guard position < bytes.count, bytes[position] == byte else { return false }
    position += 1
    return true
  }
}
