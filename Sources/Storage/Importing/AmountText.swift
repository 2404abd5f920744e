import Diagnostics
import Receivables

/// The mark before the decimals of an amount.
public enum DecimalMark: Character, Sendable, CaseIterable {
  /// As in `1 234,50`.
  case comma = ","
  /// As in `1,234.50`.
  case point = "."
}

/// An amount or a number as an imported file writes it, such as `1 234,50 €`, `(12.00)` or `12,00-`.
struct AmountText: Hashable {
  /// Why a text is no amount.
  enum Failure: Error, Hashable {
    /// It is not written like one.
    case unreadable
    /// `1.234` can be a thousand or one and some.
    case ambiguous
  }

  /// Whether the amount is below zero.
  let isNegative: Bool
  /// The digits without marks.
  let digits: [UInt8]
  /// How many of the digits are decimals.
  let decimals: Int
  /// The currency's code or symbol, if one is written.
  let currency: String?
  /// The decimal mark that the way the amount is written proves.
  let provenMark: DecimalMark?

  /// Reads a text; `mark` is the decimal mark of its column, if that is known.
  init(_ text: String, mark: DecimalMark?) throws(Failure) {
    var scanner = Scanner(text)
    let body = try scanner.body()
    isNegative = scanner.isNegative
    currency = scanner.currency
    let number = try NumberBody(body)
    let decimal = try number.decimalMark(known: mark)
    provenMark = number.provenMark
    (digits, decimals) = try number.digits(decimal: decimal)
  }

  /// The parts around the number: signs, parentheses, a currency.
  private struct Scanner {
    private(set) var isNegative = false
    private(set) var currency: String?
    private var rest: Substring.UnicodeScalarView

    init(_ text: String) { rest = text[...].unicodeScalars }

    /// The number without what stands around it.
    mutating func body() throws(Failure) -> Substring.UnicodeScalarView {
      if rest.first == "(", rest.last == ")" {
        rest = rest.dropFirst().dropLast()
        isNegative = true
      }
      while let first = rest.first, try skip(first, dropFirst: true) {}
      while let last = rest.last, try skip(last, dropFirst: false) {}
      return rest
    }

    /// Takes a scalar from one end, unless it belongs to the number.
    private mutating func skip(
      _ scalar: Unicode.Scalar,
      dropFirst: Bool
    ) throws(Failure) -> Bool {
      switch scalar {
      case "-", "−", "–":
        guard !isNegative else { throw .unreadable }
        isNegative = true
      case "+": break
      case _ where FoldedText.isSpace(scalar.value): break
      case "€", "$", "£", "¥": try note(String(scalar))
      case "A"..."Z", "a"..."z":
        let code = dropFirst ? rest.prefix(3) : rest.suffix(3)
        guard code.count == 3, code.allSatisfy({ $0.isASCII && $0.properties.isAlphabetic }) else {
          throw .unreadable
        }
        try note(String(code).uppercased())
        rest = dropFirst ? rest.dropFirst(2) : rest.dropLast(2)
      case _: return false
      }
      rest = dropFirst ? rest.dropFirst() : rest.dropLast()
      return true
    }

    private mutating func note(_ name: String) throws(Failure) {
      guard currency == nil else { throw .unreadable }
      currency = name
    }
  }
}

/// Digits in groups, with a decimal mark.
private struct NumberBody {
  /// The runs of digits.
  private var runs: [[UInt8]] = [[]]
  /// What stands between them; spaces and apostrophes of all kinds are one each.
  private var marks: [Unicode.Scalar] = []

  init(_ text: Substring.UnicodeScalarView) throws(AmountText.Failure) {
    for scalar in text {
      switch scalar {
      case "0"..."9": runs[runs.count - 1].append(UInt8(truncatingIfNeeded: scalar.value))
      case ".", ",": try add(scalar)
      case "'", "\u{2019}": try add("'")
      case _ where FoldedText.isSpace(scalar.value): try add(" ")
      case _: throw .unreadable
      }
    }
    guard runs.contains(where: { !$0.isEmpty }) else { throw .unreadable }
  }

  private mutating func add(_ mark: Unicode.Scalar) throws(AmountText.Failure) {
    guard marks.count < 12 else { throw .unreadable }
    marks.append(mark)
    runs.append([])
  }

  /// The mark that can only be the decimal one, as the number is written.
  var provenMark: DecimalMark? {
    guard let last = marks.last else { return nil }
    let points = marks.count { $0 == "." }
    let commas = marks.count { $0 == "," }
    // Several equal marks part groups, so that the other one is for decimals.
    if points > 1, commas == 0 { return .comma }
    if commas > 1, points == 0 { return .point }
    guard let mark = DecimalMark(rawValue: Character(last)) else { return nil }
    guard marks.count == 1 else { return mark }
    return isOneGroup ? nil : mark
  }

  /// Whether a single mark stands where it could part thousands: `12.345`, not `0.345`.
  private var isOneGroup: Bool {
    runs.count == 2 && runs[1].count == 3 && (1...3).contains(runs[0].count)
      && runs[0].first != UInt8(ascii: "0")
  }

  /// The decimal mark; `nil` if the number has none.
  func decimalMark(known: DecimalMark?) throws(AmountText.Failure) -> DecimalMark? {
    guard marks.contains(".") || marks.contains(",") else { return nil }
    guard let mark = known ?? provenMark else { throw .ambiguous }
    return marks.contains { Character($0) == mark.rawValue } ? mark : nil
  }

  /// All digits, and how many of them are decimals.
  func digits(
    decimal: DecimalMark?
  ) throws(AmountText.Failure) -> (digits: [UInt8], decimals: Int) {
    var groups = runs
    var between = marks
    var fraction: [UInt8] = []
    if let decimal {
      guard let last = between.popLast(), Character(last) == decimal.rawValue,
        !between.contains(last)
      else { throw .unreadable }
      fraction = groups.removeLast()
    }
    let isGrouped = groups.count > 1
    let areGroupsRight =
      groups.dropFirst().allSatisfy { $0.count == 3 } && (1...3).contains(groups[0].count)
      && Set(between).count == 1
    guard !isGrouped || areGroupsRight else { throw .unreadable }
    return (groups.flatMap { $0 } + fraction, fraction.count)
  }
}
