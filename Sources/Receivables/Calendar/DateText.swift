extension CalendarDate: CustomStringConvertible {
  /// The date of exactly `YYYY-MM-DD` in ASCII; `nil` for any other bytes or a day that is none.
  @inlinable
  public init?(isoBytes bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count == 10 else { return nil }
    // Eight bytes at a time: what is left of each digit is its number, of each dash nothing.
    let raw = UnsafeRawBufferPointer(bytes)
    let months = UInt64(littleEndian: raw.loadUnaligned(as: UInt64.self))
    let days = UInt16(littleEndian: raw.loadUnaligned(fromByteOffset: 8, as: UInt16.self))
    let left = months &- 0x2D30_302D_3030_3030
    let rest = days &- 0x3030
    // A digit above 9, or a dash that is none, sets the highest bit of its byte.
    let wrong = (left &+ 0x7F76_767F_7676_7676 | left) & 0x8080_8080_8080_8080
    let wrongDay = (rest &+ 0x7676 | rest) & 0x8080
    guard wrong == 0, wrongDay == 0 else { return nil }
    // Ten times a digit and the next one, in the byte of the first; none runs over into another.
    let pairs = left &* 10 &+ left >> 8
    let year = 100 &* Int(pairs & 0xFF) &+ Int(pairs >> 16 & 0xFF)
    let day = 10 &* Int(rest & 0xF) &+ Int(rest >> 8)
    self.init(year: year, month: Int(pairs >> 40 & 0xFF), day: day)
  }

  /// The date of exactly `YYYY-MM-DD` in ASCII; `nil` for any other bytes or a day that is none.
  @inlinable
  public init?(isoBytes bytes: some Collection<UInt8>) {
    let date = Array(bytes.prefix(11)).withUnsafeBufferPointer { CalendarDate(isoBytes: $0) }
    guard let date else { return nil }
    self = date
  }

  /// The ISO 8601 form, as `2026-11-22`.
  public var description: String {
    let (year, month, day) = components
    return String(unsafeUninitializedCapacity: 10) { bytes in
      func put(_ number: Int, _ digits: Int, at place: Int) {
        var rest = number
        for digit in (place..<place + digits).reversed() {
          bytes[digit] = UInt8(ascii: "0") + UInt8(rest % 10)
          rest /= 10
        }
      }
      put(year, 4, at: 0)
      put(month, 2, at: 5)
      put(day, 2, at: 8)
      bytes[4] = UInt8(ascii: "-")
      bytes[7] = UInt8(ascii: "-")
      return 10
    }
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
