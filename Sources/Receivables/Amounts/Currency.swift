/// A currency of the active list of ISO 4217 that has a minor unit.
public struct Currency: Hashable, Comparable, Sendable {
  /// The three letters of the code, the first in the highest byte, so that codes sort as numbers.
  private let letters: UInt32
  // A byte, so that a verdict on a condition, which may name a currency, fits into a register.
  private let digits: UInt8

  /// How many decimals of the currency its minor unit stands for: 2 for EUR, 0 for JPY, 3 for TND.
  public var minorUnitDigits: Int { Int(digits) }

  /// The euro.
  public static let euro = Currency(letters: packed("EUR".utf8), minorUnitDigits: 2)

  /// All currencies, in the order of their codes.
  public static let all: [Currency] = activeCurrencies()

  /// The currency of an ISO 4217 code, in upper or lower case; `nil` if it is not an active one.
  public init?(code: some StringProtocol) {
    guard code.utf8.count == 3 else { return nil }
    let letters = packed(code.utf8)
    var candidates = Self.all[...]
    while let middle = candidates.indices.dropFirst(candidates.count / 2).first {
      let candidate = Self.all[middle]
      if candidate.letters == letters {
        self = candidate
        return
      }
      candidates =
        candidate.letters < letters ? candidates[(middle + 1)...] : candidates[..<middle]
    }
    return nil
  }

  init(letters: UInt32, minorUnitDigits: Int) {
    self.letters = letters
    digits = UInt8(clamping: minorUnitDigits)
  }

  /// The ISO 4217 code, in upper case.
  public var code: String {
    let bytes = [letters >> 16, letters >> 8, letters].map { UInt8(truncatingIfNeeded: $0) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether this currency's code sorts before another's.
  public static func < (left: Self, right: Self) -> Bool { left.letters < right.letters }
}

/// The bytes of a code in upper case as one number.
private func packed(_ code: some Sequence<UInt8>) -> UInt32 {
  code.reduce(0) { number, byte in
    let isLowerCase = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
    return number << 8 | UInt32(isLowerCase ? byte - 32 : byte)
  }
}

private func activeCurrencies() -> [Currency] {
  var currencies: [Currency] = []
  for (minorUnitDigits, codes) in activeCurrencyCodes {
    for code in codes.split(separator: " ") {
      currencies.append(
        Currency(letters: packed(code.utf8), minorUnitDigits: minorUnitDigits)
      )
    }
  }
  return currencies.sorted()
}
