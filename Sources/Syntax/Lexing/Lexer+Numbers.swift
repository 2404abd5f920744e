extension Lexer {
  /// Reads a number or a date from a digit on.
  ///
  /// Everything that looks like one piece becomes one token (`1,400,00`, `31/02/26`), so that the
  /// parser can say what is wrong with it.
  mutating func lexNumberOrDay() -> Token.Kind {
    let start = position
    skipDigits()
    let digits = position - start
    if lexSlashedDay() || digits == 4 && lexISODay(from: start) { return .date }
    if digits <= 3 {
      while let length = spaceLength(at: position), byte(position) != 0x09,
        byte(position) != 0x0B, byte(position) != 0x0C, isGroup(at: position + length)
      {
        position += length + 3
      }
    }
    while byte(position) == 0x2C || byte(position) == 0x2E, isDigit(position + 1) {
      position += 1
      skipDigits()
    }
    return .number
  }

  private mutating func skipDigits() {
    while isDigit(position) { position += 1 }
  }

  /// Whether exactly three digits stand at an offset.
  private func isGroup(at offset: Int) -> Bool {
    isDigit(offset) && isDigit(offset + 1) && isDigit(offset + 2) && !isDigit(offset + 3)
  }

  /// Reads on in `22/11/2026`.
  private mutating func lexSlashedDay() -> Bool {
    guard byte(position) == 0x2F, isDigit(position + 1) else { return false }
    while byte(position) == 0x2F, isDigit(position + 1) {
      position += 1
      skipDigits()
    }
    return true
  }

  /// Reads on in `2026-11-22`.
  private mutating func lexISODay(from start: Int) -> Bool {
    let isDate =
      byte(start + 4) == 0x2D && isDigit(start + 5) && isDigit(start + 6)
      && byte(start + 7) == 0x2D && isDigit(start + 8) && isDigit(start + 9) && !isDigit(start + 10)
    if isDate { position = start + 10 }
    return isDate
  }
}
