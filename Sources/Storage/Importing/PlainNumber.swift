import Receivables

/// A number as most files write most of their amounts: a sign, digits, groups of three between equal
/// marks, a decimal mark.
///
/// It reads bytes without making anything of them. What it does not read is left to `AmountText`,
/// which knows the other ways to write an amount and says what is wrong with it.
struct PlainNumber {
  /// The digits as one number, with its sign.
  let value: Int64
  /// How many digits stand behind the last mark.
  private let digitsBehind: Int
  /// The last mark, if it is a point or a comma.
  let mark: DecimalMark?
  /// Whether the mark could as well part thousands: `12.345`, not `0.345`.
  let isAmbiguous: Bool

  /// More digits than this could exceed what is computed with.
  private static let mostDigits = 14

  /// Reads a number; `nil` if it is not plain.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    var place = 0
    let isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative { place = 1 }
    let first = place < bytes.count ? bytes[place] : 0
    var number: Int64 = 0
    var digits = 0
    // The digits since the last mark, and before the first.
    var run = 0
    var firstRun = 0
    var marks = 0
    var groupMark: UInt8 = 0
    var lastMark: UInt8 = 0
    while place < bytes.count {
      let byte = bytes[place]
      if (0x30...0x39).contains(byte) {
        number = 10 * number + Int64(byte & 0x0F)
        digits += 1
        run += 1
        guard digits <= PlainNumber.mostDigits else { return nil }
        place += 1
        continue
      }
      let (mark, length) = PlainNumber.mark(bytes, at: place)
      guard length > 0 else { return nil }
      // A mark behind another one means that the other one parts thousands.
      if marks == 0 {
        firstRun = run
      } else {
        guard run == 3, marks == 1 || lastMark == groupMark else { return nil }
        groupMark = lastMark
      }
      marks += 1
      lastMark = mark
      run = 0
      place += length
    }
    guard digits > 0, run > 0, marks == 0 || firstRun > 0 else { return nil }
    value = isNegative ? -number : number
    let isDecimal = lastMark == UInt8(ascii: ",") || lastMark == UInt8(ascii: ".")
    // Groups begin behind one to three digits, and the last mark of several is for decimals only if
    // it is another one.
    if marks > 1 {
      guard firstRun <= 3, isDecimal ? lastMark != groupMark : lastMark == groupMark else {
        return nil
      }
    }
    if marks > 0, !isDecimal { guard run == 3, firstRun <= 3 else { return nil } }
    digitsBehind = run
    mark =
      isDecimal ? (lastMark == UInt8(ascii: ",") ? .comma : .point) : nil
    isAmbiguous =
      isDecimal && marks == 1 && run == 3 && firstRun <= 3 && first != UInt8(ascii: "0")
  }

  /// The amount in the minor unit of a currency, by the decimal mark of its column if that is known;
  /// `nil` if it takes more than moving the mark.
  func minorUnits(of currency: Currency, mark known: DecimalMark?) -> Int64? {
    var missing = currency.minorUnitDigits
    if let mark {
      guard known.map({ $0 == mark }) ?? !isAmbiguous else { return nil }
      missing -= digitsBehind
    }
    guard missing >= 0 else { return nil }
    var amount = value
    for _ in 0..<missing { amount *= 10 }
    return amount
  }

  /// The mark at a place and how many bytes it takes; spaces of all kinds are one mark.
  @inline(__always)
  private static func mark(
    _ bytes: UnsafeBufferPointer<UInt8>,
    at place: Int
  ) -> (mark: UInt8, length: Int) {
    switch bytes[place] {
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "'"): return (bytes[place], 1)
    case 0x20: return (0x20, 1)
    case 0xC2 where place + 1 < bytes.count && bytes[place + 1] == 0xA0: return (0x20, 2)
    case 0xE2 where place + 2 < bytes.count && bytes[place + 1] == 0x80:
      let last = bytes[place + 2]
      return (0x20, last == 0xAF || last == 0x89 ? 3 : 0)
    case _: return (0, 0)
    }
  }
}
