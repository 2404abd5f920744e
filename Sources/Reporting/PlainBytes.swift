import Receivables

/// What programs read, written as bytes without a text in between.
extension [UInt8] {
  /// Adds a text.
  mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append(contentsOf: $0) }
  }

  /// Adds a whole number in decimal digits.
  mutating func append(_ number: Int64) {
    if number < 0 { append(UInt8(ascii: "-")) }
    let start = count
    var rest = number.magnitude
    repeat {
      append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
    self[start...].reverse()
  }

  /// Adds a day as `2026-02-02`.
  mutating func append(_ date: CalendarDate) {
    func append(_ number: Int, _ unit: Int) {
      self.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / unit % 10))
    }
    let (year, month, day) = date.components
    for unit in [1_000, 100, 10, 1] { append(year, unit) }
    self.append(UInt8(ascii: "-"))
    append(month, 10)
    append(month, 1)
    self.append(UInt8(ascii: "-"))
    append(day, 10)
    append(day, 1)
  }

  /// Adds a text in which some stretches are replaced: those that begin where there is a replacement.
  @inline(__always)
  mutating func append(
    _ text: UnsafeBufferPointer<UInt8>,
    replacing replacement: (UnsafeBufferPointer<UInt8>, Int) -> Replacement?
  ) {
    var kept = 0
    var index = 0
    while index < text.count {
      guard let found = replacement(text, index) else {
        index += 1
        continue
      }
      append(contentsOf: text[kept..<index])
      append(found.text)
      index += found.length
      kept = index
    }
    append(contentsOf: text[kept...])
  }
}

/// What stands for a stretch of a text.
struct Replacement {
  /// How many bytes are replaced, which are whole characters.
  let length: Int
  /// What is written instead.
  let text: String

  init(_ length: Int = 1, by text: String) {
    self.length = length
    self.text = text
  }
}
