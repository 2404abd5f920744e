import Foundation
import TestSupport

/// Someone who types statements as nobody should: in any case, with or without accents, with any
/// white space, line ends and comments wherever the language lets a line end.
struct RandomHand {
  /// A piece of a statement.
  struct Token {
    /// The text.
    var text: String
    /// Whether accents and case may be changed.
    var isWord = false
    /// Whether the line may end before it.
    var mayBreak = false
    /// Whether it stands right behind the one before it.
    var isTight = false
  }

  var generator: SeededGenerator
  /// The text typed so far.
  private(set) var text = ""
  /// How many comments have been typed.
  private(set) var comments = 0
  private let lineEnd: String
  /// One in so many chances of a comment or line end takes it.
  private let calm: Int

  init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
    lineEnd = ["\n", "\n", "\r\n", "\r"].randomElement(using: &generator) ?? "\n"
    calm = [2, 5, 30].randomElement(using: &generator) ?? 5
    if chance(4) { text = "\u{FEFF}" }
  }

  /// True once in so many times.
  mutating func chance(_ times: Int) -> Bool { Int.random(in: 0..<times, using: &generator) == 0 }

  /// One of several.
  mutating func pick<Element>(_ choices: [Element]) -> Element {
    choices[Int.random(in: choices.indices, using: &generator)]
  }

  /// Types a statement and its end.
  mutating func type(_ tokens: [Token]) {
    text += space(atLeast: 0)
    for (index, token) in tokens.enumerated() {
      if index > 0 { text += token.mayBreak && chance(calm) ? lineBreak() : gap(before: token) }
      text += token.isWord ? noisy(token.text) : token.text
    }
    endStatement()
  }

  /// Types a line as it is.
  mutating func typeLine(_ line: String) { text += line + lineEnd }

  /// Types a comment and blank lines between statements.
  mutating func pause() {
    while chance(3) { text += chance(2) ? lineEnd : space(atLeast: 0) + comment() + lineEnd }
  }

  private mutating func endStatement() {
    text += space(atLeast: 0)
    if chance(8) {
      text += ";"
    } else {
      text += (chance(calm) ? comment() : "") + lineEnd
    }
  }

  private mutating func gap(before token: Token) -> String {
    token.isTight ? "" : space(atLeast: 1)
  }

  private mutating func space(atLeast least: Int) -> String {
    pick([String(repeating: " ", count: least), " ", "   ", "\t", "\u{A0}", " \u{202F}"])
  }

  /// A line end with comments and blank lines.
  private mutating func lineBreak() -> String {
    var text = space(atLeast: 1) + (chance(3) ? comment() : "") + lineEnd
    while chance(4) { text += space(atLeast: 0) + (chance(2) ? comment() : "") + lineEnd }
    return text + space(atLeast: 0)
  }

  private mutating func comment() -> String {
    comments += 1
    let words = [
      "", " Rien à dire", " si « a ; b", "\u{65}\u{301}te\u{301}", " # encore", " J+7 email;",
    ]
    return "#\(pick(words)) \(comments)\(space(atLeast: 0))"
  }

  /// A word in another case, without its accents, or with marks of their own.
  private mutating func noisy(_ word: String) -> String {
    switch Int.random(in: 0..<8, using: &generator) {
    case 0: word.uppercased()
    case 1: word.folding(options: .diacriticInsensitive, locale: nil)
    case 2: word.decomposedStringWithCanonicalMapping
    case 3: word.capitalized
    default: word
    }
  }
}
