import Diagnostics

// An operator or comma at the end of a line carries the statement on. Where its operand was
// forgotten, the next line would be swallowed and told as wrong; so what can only begin a statement
// begins one. All this is asked only behind a line end that is carried over, and before the token
// that follows it: the rest of its line is looked at in the bytes.

extension Lexer {
  /// Whether a token at the start of a line can only begin a statement, so that the operator before
  /// it lacks its operand: otherwise `si solde >` would swallow the step in the next line.
  func beginsAnother(_ token: Token) -> Bool {
    guard token.kind == .word, let word = word(of: token) else { return false }
    if Lexer.declaringWords.contains(word) { return true }
    switch word {
    case "si": return !followsRelation
    case "j", "r":
      let sign = symbol(at: nextOffset(behind: token))?.0
      return sign == .plus || sign == .minus
    default: break
    }
    let next = nextWord(behind: token)
    if isExampleLine(word, before: next) { return true }
    switch word {
    // The value of a comparison, or one more effect, could be one of these words, but no other
    // value or word would follow it.
    case "description", "reprend", "pour", "priorite", "feries", "decaler", "rattrapage",
      "espacement", "regrouper", "plafond", "seuil", "fenetre":
      return next.isValue
    case "modele": return followsRelation && next.isValue
    case "indemnite": return next == .digit
    case "penalites": return next == .digit || next == .word("bce")
    case "taux": return next == .word("bce") || next == .word("legal")
    case "sans": return next == .word("etape") || next == .word("prelude")
    case "jours": return next == .word("ouvres") || next == .word("feries")
    default: return false
    }
  }

  /// Whether a word begins a line of an example, after a comma behind the last fact of a line.
  private func isExampleLine(_ word: String, before next: Following) -> Bool {
    guard last?.kind == .symbol(.comma), let firstWord = firstWord.flatMap({ self.word(of: $0) })
    else { return false }
    let isCustomer = firstWord == "client"
    guard isCustomer || firstWord == "facture" || firstWord == "le" else { return false }
    switch word {
    case "client": return !isCustomer && next.isValue
    // An invoice can state its number, `facture « 2026-01 »`.
    case "facture": return isCustomer || next.isWord
    case "paiement", "reglement": return next == .word("le") || next == .string
    case "litige": return next == .word("du") || next == .string
    case "promesse": return next == .word("le") || next == .string
    case "le": return next == .digit
    default: return false
    }
  }

  /// What follows a word in its line.
  private enum Following: Equatable {
    case digit
    case string
    /// A word that joins or parts conditions.
    case connective
    case word(String)
    case other

    var isWord: Bool { if case .word = self { true } else { false } }
    /// Whether it can only be what a statement says.
    var isValue: Bool {
      switch self {
      case .digit, .string, .word: true
      case .connective, .other: false
      }
    }
  }

  private func nextOffset(behind token: Token) -> Int {
    var next = token.upper
    while let length = spaceLength(at: next) { next += length }
    return next
  }

  private func nextWord(behind token: Token) -> Following {
    let start = nextOffset(behind: token)
    if isDigit(start) { return .digit }
    if byte(start) == 0x22 || byte(start) == 0xC2 && byte(start + 1) == 0xAB
      || byte(start) == 0xE2 && byte(start + 1) == 0x80 && byte(start + 2) == 0x9C
    {
      return .string
    }
    var upper = start
    while upper < end, spaceLength(at: upper) == nil, !Lexer.endsWord(byte(upper)) { upper += 1 }
    guard upper > start else { return .other }
    let written = String(decoding: bytes[start..<upper], as: UTF8.self).folded
    return Vocabulary.connectives.value(written) == nil ? .word(written.text) : .connective
  }

  /// Whether a byte of ASCII stands in no word.
  private static func endsWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A, 0x80...: false
    default: true
    }
  }
}
