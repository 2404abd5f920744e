import Receivables
import Syntax

/// A number as it was written, without its group spaces.
struct Figure {
  /// The digits before the decimal mark.
  private let whole: String
  /// The digits behind it; `nil` without a mark.
  private let decimals: String?

  /// Reads the bytes of a number token.
  init(_ bytes: ArraySlice<UInt8>) {
    let parts = bytes.split(maxSplits: 1, omittingEmptySubsequences: false) {
      $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ".")
    }
    let digits = parts.map { part in
      String(decoding: part.filter { (0x30...0x39).contains($0) }, as: UTF8.self)
    }
    whole = digits.first ?? ""
    decimals = digits.count > 1 ? digits.last : nil
  }

  /// The number of an amount, of time or money: a space parts groups of three digits.
  var grouped: String { Figure.grouped(whole) + fraction }

  /// A bare number: grouped from five digits on, so that years stay years.
  var bare: String { (whole.utf8.count > 4 ? Figure.grouped(whole) : whole) + fraction }

  /// Whether words that are counted stand in the singular: behind 0 and 1.
  var isSingular: Bool {
    guard decimals == nil else { return false }
    let digits = whole.utf8.drop { $0 == UInt8(ascii: "0") }
    return digits.isEmpty || digits.elementsEqual("1".utf8)
  }

  private var fraction: String { decimals.map { ",\($0)" } ?? "" }

  /// Digits in groups of three with ordinary spaces, which anybody can type.
  static func grouped(_ digits: String) -> String {
    var text = ""
    let count = digits.utf8.count
    for (index, digit) in digits.unicodeScalars.enumerated() {
      if index > 0, (count - index) % 3 == 0 { text += " " }
      text.unicodeScalars.append(digit)
    }
    return text
  }
}

/// An amount in canonical form: `1 000,50 €`, `40 €`, `1 200 USD`; all decimals of the currency or
/// none, and one more where three could be read as thousands: `10,0050 TND` (R102).
func canonicalAmount(_ money: Money) -> String {
  var digits = String(money.minorUnits.magnitude)
  let places = money.currency.minorUnitDigits
  digits = String(repeating: "0", count: max(places + 1 - digits.utf8.count, 0)) + digits
  let whole = String(digits.dropLast(places))
  let decimals = digits.suffix(places)
  let isWhole = decimals.utf8.allSatisfy { $0 == UInt8(ascii: "0") }
  let isAmbiguous = DecimalMark.mayPartThousands(whole: whole.utf8, decimals: decimals.utf8)
  let fraction = isWhole ? "" : ",\(decimals)\(isAmbiguous ? "0" : "")"
  let unit = money.currency == .euro ? "€" : money.currency.code
  let sign = money.minorUnits < 0 ? "-" : ""
  return "\(sign)\(Figure.grouped(whole))\(fraction) \(unit)"
}

extension DurationUnit {
  /// The unit behind a number.
  func text(behind figure: Figure) -> String {
    let (one, many) =
      switch self {
      case .days: ("jour", "jours")
      case .workingDays: ("jour ouvré", "jours ouvrés")
      case .weeks: ("semaine", "semaines")
      case .months: ("mois", "mois")
      case .years: ("an", "ans")
      }
    return figure.isSingular ? one : many
  }
}
