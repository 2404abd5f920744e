import Receivables

/// A comma or point between the digits of a number.
public enum DecimalMark {
  /// Whether a mark between these digits may be meant to part thousands: `1.000`, `12,500`, but not
  /// `0,125` (R102).
  public static func mayPartThousands(
    whole: some Collection<UInt8>,
    decimals: some Collection<UInt8>
  ) -> Bool {
    decimals.count == 3 && whole.count <= 3 && whole.first != 0x30
  }
}

/// What is written in a number token: its digits, its decimal mark and how they can be read.
struct NumberText {
  /// The digits before the first mark, group spaces left out.
  private(set) var whole: [UInt8] = []
  /// The digits behind the first mark.
  private(set) var decimals: [UInt8] = []
  /// The first mark; `nil` for a whole number.
  private(set) var mark: UInt8?
  /// How many marks there are.
  private(set) var marks = 0

  /// Reads the bytes of a number token.
  init(_ bytes: ArraySlice<UInt8>) {
    for byte in bytes {
      switch byte {
      case 0x2C, 0x2E:
        if marks == 0 { mark = byte }
        marks += 1
      case 0x30...0x39:
        if marks == 0 { whole.append(byte) } else { decimals.append(byte) }
      default:
        break
      }
    }
  }

  /// Whether the mark may be meant to part thousands.
  var mayPartThousands: Bool {
    marks == 1 && DecimalMark.mayPartThousands(whole: whole, decimals: decimals)
  }

  /// The value; `nil` if it does not fit.
  var value: Rational? {
    Rational(decimal: marks == 0 ? whole : whole + [0x2E] + decimals)
  }

  /// The value if it is a whole number of at most nine digits.
  var integer: Int? {
    guard marks == 0, let value, value.numerator < 1_000_000_000 else { return nil }
    return Int(value.numerator)
  }

  /// A number of several marks as it reads if they can only mean one thing: `1 400,00` for
  /// `1,400.00` and `1,400,00`, `1 400 000` for `1.400.000`; `nil` for any other.
  static func clearReading(_ bytes: ArraySlice<UInt8>) -> String? {
    let marks = bytes.filter { $0 == 0x2C || $0 == 0x2E }
    var groups = bytes.split(omittingEmptySubsequences: false) { $0 == 0x2C || $0 == 0x2E }
    guard marks.count > 1, let first = groups.first, let last = groups.last, first.first != 0x30,
      (1...3).contains(first.count), groups.joined().allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    let partsThousands = marks.dropLast().allSatisfy { $0 == marks.first }
    let hasDecimals = marks.last != marks.first || last.count < 3
    if hasDecimals { groups.removeLast() }
    guard partsThousands, !last.isEmpty, groups.dropFirst().allSatisfy({ $0.count == 3 }) else {
      return nil
    }
    let thousands = groups.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
    guard hasDecimals else { return thousands }
    // Three decimals could be thousands once more.
    return last.count == 3 ? nil : "\(thousands),\(String(decoding: last, as: UTF8.self))"
  }

  /// Digits with a space between groups of three.
  static func grouped(_ digits: [UInt8]) -> String {
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text += " " }
      text.unicodeScalars.append(Unicode.Scalar(digit))
    }
    return text
  }

  /// The number with its mark read as one that parts thousands: `1 000`.
  var asThousands: String {
    "\(String(decoding: whole, as: UTF8.self)) \(String(decoding: decimals, as: UTF8.self))"
  }

  /// The number with its mark read as the decimal one, in French.
  ///
  /// `1.500` gives `1,5`. Three decimals
  /// get a fourth, `10,0050` for `10.005`, as otherwise they could be thousands again (R102).
  var asDecimal: String {
    var digits = decimals
    while digits.last == 0x30 { digits.removeLast() }
    if digits.count == 3 { digits.append(0x30) }
    let fraction = digits.isEmpty ? "" : "," + String(decoding: digits, as: UTF8.self)
    return String(decoding: whole, as: UTF8.self) + fraction
  }
}
