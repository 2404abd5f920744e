import Diagnostics

/// The text of an SMS and what it costs to send.
///
/// In the alphabet of GSM 03.38 a message holds 160 characters, those of its extension table (`€`
/// among them) counting two; longer ones are sent in parts of 153. With any other character the
/// message is sent in UTF-16, 70 units, or parts of 67.
public struct ShortText: Sendable, Hashable {
  /// The text, on one line, its letters replaced by those of the alphabet where one is near.
  public let text: String
  /// How many characters of the alphabet it takes, or UTF-16 units.
  public let units: Int
  /// How many parts it is sent in.
  public let parts: Int

  /// The most units of a message in one part, in the alphabet.
  static let limit = 160

  /// A text made ready to be sent.
  init(_ original: String) {
    text = ShortText.folded(original)
    if let units = ShortText.alphabetUnits(text) {
      self.units = units
      parts = units <= ShortText.limit ? 1 : (units + 152) / 153
    } else {
      units = text.utf16.count
      parts = units <= 70 ? 1 : (units + 66) / 67
    }
  }

  /// The text cut to one message, at a space where there is one near the end.
  func cut() -> ShortText {
    guard parts > 1 else { return self }
    var words = text
    repeat {
      if let space = words.lastIndex(of: " "), words.distance(from: space, to: words.endIndex) < 20
      {
        words = String(words[..<space])
      } else {
        words.removeLast()
      }
    } while ShortText("\(words)...").parts > 1 && !words.isEmpty
    return ShortText("\(words)...")
  }

  private static let basic = Set(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
      .unicodeScalars
  )
  private static let extended = Set("^{}\\[~]|€".unicodeScalars)

  /// The units a text takes in the alphabet; `nil` where a character is not in it.
  private static func alphabetUnits(_ text: String) -> Int? {
    var units = 0
    for scalar in text.unicodeScalars {
      if basic.contains(scalar) {
        units += 1
      } else if extended.contains(scalar) {
        units += 2
      } else {
        return nil
      }
    }
    return units
  }

  /// The text on one line, with characters of the alphabet in the place of their like.
  private static func folded(_ original: String) -> String {
    var text = String.UnicodeScalarView()
    for scalar in plainLine(original).unicodeScalars {
      if basic.contains(scalar) || extended.contains(scalar) {
        if scalar == " ", text.last == " " || text.isEmpty { continue }
        text.append(scalar)
        continue
      }
      switch scalar.value {
      case 0xA0, 0x202F, 0x2009: text.append(" ")
      case 0x2018, 0x2019, 0x60, 0xB4: text.append("'")
      case 0xAB, 0xBB, 0x201C, 0x201D, 0x201E: text.append("\"")
      case 0x2010...0x2015, 0x2212: text.append("-")
      case 0x2026: text.append(contentsOf: "...".unicodeScalars)
      default: text.append(contentsOf: unaccented(scalar))
      }
    }
    while text.last == " " { text.removeLast() }
    return String(text)
  }

  /// The letter without its accent, in the case in which it stands.
  private static func unaccented(_ scalar: Unicode.Scalar) -> String.UnicodeScalarView {
    let folded = String(Character(scalar)).folded.text
    let isCapital = scalar.properties.isUppercase
    guard !folded.isEmpty, folded.utf8.allSatisfy({ $0 < 0x80 }) else {
      return (0x300...0x36F).contains(scalar.value)
        ? String.UnicodeScalarView() : String(Character(scalar)).unicodeScalars
    }
    return (isCapital ? folded.uppercased() : folded).unicodeScalars
  }
}
