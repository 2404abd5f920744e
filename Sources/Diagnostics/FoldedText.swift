/// A text as the language compares it: without case, accents, or differences of white space.
///
/// Keywords, vocabulary, names and text values are equal when their folded forms are. The table is
/// fixed, so that every implementation can reproduce it: Latin-1 and Latin Extended-A letters go to
/// their ASCII base, the marks U+0300–U+036F are dropped, `’` becomes `'`, and runs of white space
/// (U+0009–U+000D, space, U+00A0, U+2009, U+202F) become one space, none at the ends. Everything
/// else stays as it is.
public struct FoldedText: Hashable, Comparable, Sendable {
  /// The folded form.
  public let text: String

  /// Folds a text.
  public init(_ original: String) {
    // Most words of a scenario are folded already, and this is asked of every word several times.
    let isFolded = original.utf8.allSatisfy { byte in
      byte > 0x20 && byte < 0x80 && !(0x41...0x5A).contains(byte)
    }
    guard !isFolded else {
      text = original
      return
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(original.utf8.count)
    var pendingSpace = false
    for scalar in original.unicodeScalars {
      let value = scalar.value
      if FoldedText.isSpace(value) {
        pendingSpace = !bytes.isEmpty
        continue
      }
      if (0x300...0x36F).contains(value) { continue }
      if pendingSpace {
        bytes.append(UInt8(ascii: " "))
        pendingSpace = false
      }
      FoldedText.append(scalar, to: &bytes)
    }
    text = String(decoding: bytes, as: UTF8.self)
  }

  /// Folds a piece of a text.
  public init(_ original: some StringProtocol) { self.init(String(original)) }

  /// Orders by the bytes of the folded forms.
  public static func < (left: FoldedText, right: FoldedText) -> Bool {
    left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }

  /// Whether nothing is left of the text.
  public var isEmpty: Bool { text.isEmpty }

  /// Whether a scalar is white space inside a line or a value of the language.
  public static func isSpace(_ value: UInt32) -> Bool {
    switch value {
    case 0x09...0x0D, 0x20, 0xA0, 0x2009, 0x202F: true
    default: false
    }
  }

  private static func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
    switch scalar.value {
    case 0x41...0x5A:
      bytes.append(UInt8(scalar.value) + 0x20)
    case 0..<0x80:
      bytes.append(UInt8(scalar.value))
    case 0xC0..<0x180:
      bytes.append(contentsOf: bases[Int(scalar.value) - 0xC0].utf8)
    case 0x2019:
      bytes.append(UInt8(ascii: "'"))
    default:
      bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
  }

  /// The bases of U+00C0–U+017F, sixteen a row; `×` and `÷` are no letters and stand for themselves.
  private static let bases: [Substring] = [
    "a a a a a a ae c e e e e i i i i",
    "d n o o o o o × o u u u u y th ss",
    "a a a a a a ae c e e e e i i i i",
    "d n o o o o o ÷ o u u u u y th y",
    "a a a a a a c c c c c c c c d d",
    "d d e e e e e e e e e e g g g g",
    "g g g g h h h h i i i i i i i i",
    "i i ij ij j j k k k l l l l l l l",
    "l l l n n n n n n n n n o o o o",
    "o o oe oe r r r r r r s s s s s s",
    "s s t t t t t t u u u u u u u u",
    "u u u u w w y y y z z z z z z s",
  ].flatMap { $0.split(separator: " ") }
}

extension String {
  /// The text as the language compares it.
  public var folded: FoldedText { FoldedText(self) }
}
