import Diagnostics

/// Characters that look like others, or like nothing, and do not belong in names and keywords.
public enum Confusables {
  /// A word of a text that holds a character that is not what it seems.
  public struct MisleadingWord: Sendable {
    /// Offset of its first byte in the text.
    public let offset: Int
    /// The word as written.
    public let text: String
    /// The word as it was probably meant.
    public let intended: String
  }

  /// The words of a text that hold something unseen, of full width, or a look-alike letter among
  /// Latin ones.
  ///
  /// Dashes and spaces of typography are none of these, nor is the joiner of emoji.
  public static func misleadingWords(in text: String) -> [MisleadingWord] {
    var words: [MisleadingWord] = []
    var offset = 0
    let pieces = text.unicodeScalars.split(omittingEmptySubsequences: false) {
      FoldedText.isSpace($0.value)
    }
    for piece in pieces {
      let word = String(piece)
      if let intended = intendedText(word) {
        words.append(MisleadingWord(offset: offset, text: word, intended: intended))
      }
      offset += word.utf8.count
      let next = text.utf8.index(text.utf8.startIndex, offsetBy: offset)
      if next < text.endIndex { offset += UTF8.width(text.unicodeScalars[next]) }
    }
    return words
  }

  private static func intendedText(_ word: String) -> String? {
    guard word.utf8.contains(where: { $0 >= 0xC2 }) else { return nil }
    let isLatin = word.unicodeScalars.contains { $0.value < 0x250 && $0.properties.isAlphabetic }
    var text = ""
    var isMisleading = false
    for scalar in word.unicodeScalars {
      let isStrange =
        isInvisible(scalar) && scalar.value != 0x200D || isFullWidthLetter(scalar)
        || isLatin && scalar.properties.isAlphabetic
      if isStrange, let meant = intended(scalar) {
        isMisleading = true
        text += meant
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    return isMisleading ? text : nil
  }

  /// Whether a scalar is not seen: of no width, or a mark that turns the direction of writing.
  static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }

  /// Whether a scalar is a letter or digit of full width, as East Asian keyboards write them.
  static func isFullWidthLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A: true
    default: false
    }
  }

  /// What a scalar was probably meant to be; `nil` for one that is what it seems.
  static func intended(_ scalar: Unicode.Scalar) -> String? {
    if isInvisible(scalar) { return "" }
    switch scalar.value {
    case 0xFF01...0xFF5E:
      return Unicode.Scalar(scalar.value - 0xFEE0).map { String(Character($0)) }
    case 0x2010, 0x2011, 0x2012, 0x2014, 0x2015: return "-"
    case 0x2000...0x200A, 0x205F, 0x3000: return " "
    case 0xFE62: return "+"
    case 0xFE63: return "-"
    case 0x2A7D: return "≤"
    case 0x2A7E: return "≥"
    default: break
    }
    if let sign = unraised(scalar) { return sign }
    return twins[scalar].map { String(Character($0)) }
  }

  /// The digit or sign that stands above or below the line; `nil` for any other scalar.
  static func unraised(_ scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0xB9: return "1"
    case 0xB2, 0xB3: return String(scalar.value - 0xB0)
    case 0x2070, 0x2074...0x2079: return String(scalar.value - 0x2070)
    case 0x2080...0x2089: return String(scalar.value - 0x2080)
    case 0x207A, 0x208A: return "+"
    case 0x207B, 0x208B: return "-"
    default: return nil
    }
  }

  /// Whether an editor begins a new line with a scalar, although the language does not: the breaks of
  /// word processors, and the separators of Unicode.
  public static func looksLikeLineEnd(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0B, 0x0C, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  /// What to do instead of putting such a scalar.
  public static let pressReturn = Message(
    fr: "aller à la ligne par la touche Entrée",
    en: "begin a new line with the Return key"
  )

  /// A scalar by its number, as character tables have it.
  public static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(4 - digits.utf8.count, 0)) + digits
  }

  /// The Cyrillic and Greek letters that look like Latin ones, and those.
  private static let twins: [Unicode.Scalar: Unicode.Scalar] = {
    let lookalikes = "аеорсухіјѕԁһԛԝкмтвнАЕОРСУХІЈЅКМТВНΑΒΕΖΗΙΚΜΝΟΡΤΥΧοανιρκτυ"
    let meanings = "aeopcyxijsdhqwkmtbhAEOPCYXIJSKMTBHABEZHIKMNOPTYXoavipktu"
    // One by one, as the browser's compiler knows no other way.
    var twins: [Unicode.Scalar: Unicode.Scalar] = [:]
    for (lookalike, meaning) in zip(lookalikes.unicodeScalars, meanings.unicodeScalars)
    where twins[lookalike] == nil {
      twins[lookalike] = meaning
    }
    return twins
  }()

  /// The small letters whose twins are only like their capitals: no word in them is taken for Latin.
  private static let distinctSmallLetters: Set<Unicode.Scalar> = Set(
    "кмтвнανικτυρ".unicodeScalars.map { $0 }
  )

  /// A text as it reads in Latin letters, if all others in it look like them: `PME` for a Cyrillic
  /// `РМЕ`; not `Москва`, which reads as itself.
  public static func latinTwin(of text: String) -> String? {
    guard text.utf8.contains(where: { $0 >= 0xCE }) else { return nil }
    var latin = ""
    var hasTwins = false
    for scalar in text.unicodeScalars {
      if let twin = twins[scalar], !distinctSmallLetters.contains(scalar) {
        latin.unicodeScalars.append(twin)
        hasTwins = true
      } else if scalar.value >= 0x250, scalar.properties.isAlphabetic {
        return nil
      } else {
        latin.unicodeScalars.append(scalar)
      }
    }
    return hasTwins ? latin : nil
  }

  /// Whether a text has letters of Greek or Cyrillic that are like no Latin ones, so that it is
  /// written in that script.
  public static func writesAnotherScript(_ text: String) -> Bool {
    text.unicodeScalars.contains { scalar in
      (0x370...0x52F).contains(scalar.value) && scalar.properties.isAlphabetic
        && (twins[scalar] == nil || distinctSmallLetters.contains(scalar))
    }
  }

  /// Whether a scalar turns the direction in which a text is read, up to another or the line's end.
  public static func turnsReading(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// Longer words are no names.
  private static let longestName = 1000

  /// A word with what it was meant to be, if something in it is not what it seems: something
  /// unseen, of full width, or a look-alike among Latin letters.
  static func intendedWord(_ word: String) -> (text: String, culprit: Unicode.Scalar)? {
    let mayMislead = word.utf8.contains { byte in
      // Latin letters and their marks begin with C3–C5, CC and CD; C2 can be a soft hyphen.
      byte == 0xC2 || byte >= 0xC6 && byte != 0xCC && byte != 0xCD
    }
    guard mayMislead, word.utf8.count <= longestName else { return nil }
    var text = ""
    var culprit: Unicode.Scalar?
    let isLatin = word.unicodeScalars.contains { $0.value < 0x250 && $0.properties.isAlphabetic }
    for scalar in word.unicodeScalars {
      let isSuspect = isLatin || isInvisible(scalar) || scalar.value >= 0xFF00
      if isSuspect, let meant = intended(scalar) {
        culprit = culprit ?? scalar
        text += meant
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    return culprit.map { (text, $0) }
  }
}
