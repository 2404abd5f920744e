import Diagnostics

// What word processors and mail programs make of a scenario that was typed or pasted there: quotes
// of other shapes, line separators that are no line ends, raised digits, bullets. Each is told with
// what to type instead; none of them is read as if it belonged to the language.

// MARK: Signs

extension Parser {
  /// What is wrong with a sign that a word processor has put; `nil` for any other.
  func wordProcessorSign(_ token: Token) -> Diagnostic? {
    lineSeparator(token) ?? apostrophe(token) ?? quotation(token) ?? raisedSign(token)
  }

  private func lineSeparator(_ token: Token) -> Diagnostic? {
    guard let scalar = text(token).unicodeScalars.first, Confusables.looksLikeLineEnd(scalar) else {
      return nil
    }
    let rest = tokens[min(index, tokens.count)...].prefix { !endsStatement($0) }
    let others = rest.filter { other in
      other.kind == .unknown
        && text(other).unicodeScalars.first.map(Confusables.looksLikeLineEnd) == true
    }
    return Diagnostic(
      .confusable,
      at: range(of: token),
      Message(
        fr: "ce séparateur (\(Confusables.hexadecimal(scalar))) n'est pas une fin de ligne",
        en: "this separator (\(Confusables.hexadecimal(scalar))) is no line end"
      ),
      help: Confusables.pressReturn,
      fix: Fix(.safe, edits: others.map { Fix.Edit(range(of: $0), with: "\n") })
    )
  }

  /// A quote between two letters, or between thousands as in Switzerland.
  private func apostrophe(_ token: Token) -> Diagnostic? {
    let written = text(token)
    guard Parser.apostrophes.contains(written), token.lower > 0 else { return nil }
    let before = source.bytes[token.lower - 1]
    let behind = source.bytes[token.upper...].prefix(4)
    let place = range(of: token)
    let digits = behind.prefix { isDigit($0) }.count
    if isDigit(before), digits == 3 {
      return Diagnostic(
        .syntax,
        at: place,
        Message(
          fr: "`\(written)` ne sépare pas les milliers",
          en: "`\(written)` does not part thousands"
        ),
        help: Message(fr: "écrire une espace", en: "write a space"),
        fix: Fix(.proposed, replacing: place, with: " ")
      )
    }
    guard isLetter(before), let first = behind.first, isLetter(first) else { return nil }
    return Diagnostic(
      .syntax,
      at: place,
      Message(
        fr: "`\(written)` n'est pas une apostrophe",
        en: "`\(written)` is no apostrophe"
      ),
      help: Message(fr: "écrire `'`", en: "write `'`"),
      fix: Fix(.proposed, replacing: place, with: "'")
    )
  }

  private static let apostrophes: Set<String> = ["'", "’", "‘", "‛", "´", "`", "′"]

  /// A text in quotes that are none of the language.
  private func quotation(_ token: Token) -> Diagnostic? {
    let written = text(token)
    guard let pair = Parser.quotationMarks.first(where: { $0.opening == written }) else {
      return nil
    }
    let fix = quoted(from: token.upper, closing: pair.closing).map { text, upper in
      let place = SourceRange(file: file, lower: token.lower, upper: upper)
      return Fix(.proposed, replacing: place, with: "« \(text) »")
    }
    return Diagnostic(
      .syntax,
      at: range(of: token),
      Message(
        fr: "`\(written)` n'est pas un signe du langage",
        en: "`\(written)` is no sign of the language"
      ),
      help: Message(
        fr: "un texte se met entre « … » ou \"…\"",
        en: "a text goes between « … » or \"…\""
      ),
      fix: fix
    )
  }

  /// Quotes of other languages and shapes, each with what may close it.
  private static let quotationMarks: [(opening: String, closing: String)] = [
    ("'", "'’"), ("‘", "’'"), ("‚", "‘’"), ("„", "“”\""), ("”", "”“\""), ("‹", "›"), ("›", "‹"),
    ("»", "«"), ("″", "″"), ("′", "′"), ("`", "`´'"), ("´", "´"),
  ]

  /// What is wrong with a text that ends with a quote of another shape than it began with, and the
  /// text if nothing follows; `nil` if its line has no such quote, or several.
  func mixedQuotation(_ token: Token) -> (problem: Diagnostic, text: String?)? {
    let bytes = source.bytes[token.lower..<token.upper]
    let closings = "\"”“»"
    guard let marks = QuotationMarks.allCases.first(where: { bytes.starts(with: $0.opening) }),
      let (content, upper) = quoted(from: token.lower + marks.opening.count, closing: closings),
      quoted(from: upper, closing: closings) == nil,
      !content.contains(where: closings.contains)
    else { return nil }
    let place = SourceRange(file: file, lower: token.lower, upper: upper)
    let written = text(place.lower, upper).unicodeScalars
    let ends = [written.first, written.last].compactMap { $0.map { String(Character($0)) } }
    let problem = Diagnostic(
      .syntax,
      at: place,
      Message(
        fr: "un texte ne se met pas entre \(ends.map { "`\($0)`" }.joined(separator: " et "))",
        en: "no text goes between \(ends.map { "`\($0)`" }.joined(separator: " and "))"
      ),
      help: Message(fr: "écrire `« \(content) »`", en: "write `« \(content) »`"),
      fix: Fix(.safe, replacing: place, with: "« \(content) »")
    )
    let isLast = text(upper, token.upper).unicodeScalars.allSatisfy { FoldedText.isSpace($0.value) }
    return (problem, isLast ? content : nil)
  }

  /// The text between an offset and the quote that closes it in its line, without white space at its
  /// ends, and the offset behind that quote; a closing quote before a letter is an apostrophe.
  private func quoted(from lower: Int, closing: String) -> (text: String, upper: Int)? {
    let longest = 200
    // A placeholder is read by itself: what follows it is not part of it.
    let end = max(lower, tokens.last?.upper ?? source.bytes.count)
    let rest = source.bytes[lower..<end].prefix(longest)
    let line = rest.prefix { $0 != 0x0A && $0 != 0x0D }
    var upper = lower
    for scalar in String(decoding: line, as: UTF8.self).unicodeScalars {
      let end = upper
      upper += UTF8.width(scalar)
      let isClosing = closing.unicodeScalars.contains(scalar)
      if isClosing, !(upper < source.bytes.count && isLetter(source.bytes[upper])) {
        let content = trimmed(lower..<end)
        return content.isEmpty ? nil : (text(content.lowerBound, content.upperBound), upper)
      }
      guard scalar != "«", scalar != "»", scalar.value != 0xFFFD else { return nil }
    }
    return nil
  }

  /// A digit or sign above or below the line.
  ///
  /// Behind a digit nobody knows whether it belongs to the number or to a footnote.
  private func raisedSign(_ token: Token) -> Diagnostic? {
    let written = text(token).unicodeScalars
    guard let first = written.first, let sign = Confusables.unraised(first) else { return nil }
    let meant = String(repeating: sign, count: written.count)
    let isBehindDigit = token.lower > 0 && isDigit(source.bytes[token.lower - 1])
    return Diagnostic(
      .confusable,
      at: range(of: token),
      Message(
        fr: "caractère en exposant ou en indice (\(Confusables.hexadecimal(first)))",
        en: "character above or below the line (\(Confusables.hexadecimal(first)))"
      ),
      help: isBehindDigit
        ? Message(fr: "écrire `\(meant)`, ou l'effacer", en: "write `\(meant)`, or delete it")
        : Message(fr: "écrire `\(meant)`", en: "write `\(meant)`"),
      fix: isBehindDigit ? nil : Fix(.proposed, replacing: range(of: token), with: meant)
    )
  }

  private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// Whether a byte belongs to a letter; nearly all beyond ASCII do in the texts asked about.
  private func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0xC3...0xCB).contains(byte)
  }
}

// MARK: Lines

extension Parser {
  /// What is wrong with a line that begins with a bullet, as lists do; `nil` for any other.
  func bullet() -> Diagnostic? {
    let next = tokenAfter
    guard Parser.bullets.contains(text(token)), next.kind == .word, next.lower > token.upper else {
      return nil
    }
    return Diagnostic(
      .syntax,
      at: range(of: token),
      Message(
        fr: "une ligne ne commence pas par une puce",
        en: "a line does not begin with a bullet"
      ),
      help: Message(fr: "l'effacer", en: "delete it"),
      fix: Fix(
        .proposed,
        replacing: SourceRange(file: file, lower: token.lower, upper: next.lower),
        with: ""
      )
    )
  }

  /// The signs of lists; the last is what a list of Word leaves of itself in a text.
  private static let bullets: Set<String> = [
    "-", "–", "—", "−", "*", "•", "·", "▪", "●", "■", "◦", "‣", "➢", "\u{F0B7}",
  ]

  /// What to say of a token that comes behind a line break within a paragraph: such a break is white
  /// space, but people see a line end.
  var manualBreak: (help: Message, fix: Fix)? {
    var edits: [Fix.Edit] = []
    var lower = previous.upper
    for token in tokens[min(index, tokens.count)...] {
      for offset in lower..<max(lower, token.lower)
      where source.bytes[offset] == 0x0B || source.bytes[offset] == 0x0C {
        let place = SourceRange(file: file, lower: offset, upper: offset + 1)
        edits.append(Fix.Edit(place, with: "\n"))
      }
      // Only a break right before the mistake can be its reason.
      if edits.isEmpty || endsStatement(token) { break }
      lower = token.upper
    }
    guard !edits.isEmpty else { return nil }
    let help = Message(
      fr: "le saut qui précède n'est pas une fin de ligne : \(Confusables.pressReturn.fr)",
      en: "the break before it is no line end: \(Confusables.pressReturn.en)"
    )
    return (help, Fix(.proposed, edits: edits))
  }
}
