extension CalendarDate: CustomStringConvertible {
  /// The date of exactly `YYYY-MM-DD` in ASCII; `nil` for any other bytes or a day that is none.
  @inlinable
  public init?(isoBytes bytes: some Collection<UInt8>) {
    guard bytes.count == 10 else { return nil }
    var fields = (year: 0, month: 0, day: 0)
    for (position, byte) in bytes.enumerated() {
      if position == 4 || position == 7 {
        guard byte == UInt8(ascii: "-") else { return nil }
        continue
      }
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      let digit = Int(byte - UInt8(ascii: "0"))
      switch position {
      case ..<4: fields.year = 10 * fields.year + digit
      case ..<7: fields.month = 10 * fields.month + digit
      default: fields.day = 10 * fields.day + digit
      }
    }
    self.init(year: fields.year, month: fields.month, day: fields.day)
  }

  /// The ISO 8601 form, as `2026-11-22`.
  public var description: String {
    let (year, month, day) = components
    return padded(year, to: 4) + "-" + padded(month, to: 2) + "-" + padded(day, to: 2)
  }

  /// The form that French readers expect, as `22/11/2026`.
  public var frenchDescription: String {
    let (year, month, day) = components
    return padded(day, to: 2) + "/" + padded(month, to: 2) + "/" + padded(year, to: 4)
  }
}

private func padded(_ number: Int, to width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}
