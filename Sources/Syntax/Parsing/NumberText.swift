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
