import Diagnostics

// MARK: Words and signs of other languages

extension Parser {
  /// Reads a connective as other languages write it, after telling so.
  mutating func takeForeign(_ connective: Connective) -> Bool {
    guard let end = foreignEnd(of: connective) else { return false }
    let start = index
    let word = Vocabulary.connectives.canonical(connective)
    while index < end { advance() }
    let place = range(from: start)
    report(foreign(at: place, Message(verbatim: "`\(word)`"), replacement: word))
    return true
  }

  /// The index behind a connective as other languages write it, if it comes next.
  private func foreignEnd(of connective: Connective) -> Int? {
    switch token.kind {
    case .word:
      guard let (word, end) = match(Vocabulary.foreignWords), word.connective == connective,
        word != .isNot
      else { return nil }
      return end
    case .unknown:
      let written = text(token)
      let sign = Vocabulary.foreignSigns.first { $0.sign == written }
      return sign?.connective == connective ? following(index) : nil
    case .symbol(.minus), .symbol(.equal):
      return connective == .then && isAtArrow ? following(following(index)) : nil
    case .elision, .number, .date, .string, .symbol, .semicolon, .lineEnd, .comment, .body:
      return nil
    }
  }

  /// Whether `->` or `=>` comes next.
  var isAtArrow: Bool {
    (isAt(.minus) || isAt(.equal)) && tokenAfter.kind == .symbol(.greater)
      && tokenAfter.lower == token.upper
  }

  /// Whether an arrow comes next that an effect follows: `=>` before a value is meant as `>=`.
  var isAtArrowToEffect: Bool {
    guard isAtArrow else { return false }
    let effect = following(following(index))
    return match(Vocabulary.invoiceModes, at: effect) != nil
      || match(Vocabulary.effects, at: effect) != nil
  }

  /// What is wrong with an arrow where no `alors` can stand; `nil` if none comes next.
  func strayArrow() -> Diagnostic? {
    let isOneSign = Vocabulary.foreignSigns.contains { sign in
      sign.connective == .then && token.kind == .unknown && sign.sign == text(token)
    }
    guard isOneSign || isAtArrow else { return nil }
    let upper = isOneSign ? token.upper : tokenAfter.upper
    let place = SourceRange(file: file, lower: token.lower, upper: upper)
    // Between two words an arrow may have meant anything; behind a moment it means nothing.
    let isBehindWord = previous.kind == .word
    return Diagnostic(
      .syntax,
      at: place,
      Message(
        fr: "`\(text(place.lower, upper))` n'est pas du langage",
        en: "`\(text(place.lower, upper))` is not of the language"
      ),
      help: isBehindWord
        ? Message(
          fr: "un repli s'écrit `sinon`, une autre étape se sépare par `;`",
          en: "a fallback is written `sinon`, another step is parted by `;`"
        ) : Message(fr: "l'effacer", en: "leave it out"),
      fix: isBehindWord ? nil : Fix(.proposed, replacing: place, with: "")
    )
  }

  /// Reads `n'est pas` for `est non`, after telling so.
  mutating func takeIsNot() -> Located<Relation>? {
    guard match(Vocabulary.foreignWords)?.value == .isNot,
      let place = take(Vocabulary.foreignWords)?.range
    else { return nil }
    report(foreign(at: place, Message(verbatim: "`est non`"), replacement: "est non"))
    return Located(.notEqual, at: place)
  }

  /// Reads `:=` for `=`, after telling so.
  mutating func takeAssignment() -> Bool {
    guard isAt(.colon), tokenAfter.kind == .symbol(.equal) else { return false }
    let start = index
    advance()
    advance()
    report(foreign(at: range(from: start), Message(verbatim: "`=`"), replacement: "="))
    return true
  }

  /// Reads `:=` or `:` in a condition for `=`, after telling so.
  mutating func takeForeignEqual() -> Located<Relation>? {
    guard isAt(.colon) else { return nil }
    let start = index
    if !takeAssignment() {
      advance()
      report(foreign(at: range(from: start), Message(verbatim: "`=`"), replacement: "="))
    }
    return Located(.equal, at: range(from: start))
  }

  /// Tells that something is written as elsewhere, and what to write.
  func foreign(at place: SourceRange, _ meant: Message, replacement: String) -> Diagnostic {
    let written = text(place.lower, place.upper)
    let needsSpace = place.upper < source.bytes.count && isWordByte(source.bytes[place.upper])
    return Diagnostic(
      .syntax,
      at: place,
      Message(
        fr: "`\(written)` n'est pas du langage",
        en: "`\(written)` is not of the language"
      ),
      help: Message(fr: "écrire \(meant.fr)", en: "write \(meant.en)"),
      fix: Fix(.proposed, replacing: place, with: needsSpace ? "\(replacement) " : replacement)
    )
  }

  private func isWordByte(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte >= 0x80
  }

  /// Tells that a name was called as functions are called elsewhere.
  mutating func calledFunction(_ name: NameSyntax) -> Unreadable {
    report(
      Diagnostic(
        .syntax,
        at: name.range,
        Message(
          fr: "`\(name.text)(…)` : le langage n'a pas de fonctions",
          en: "`\(name.text)(…)`: the language has no functions"
        ),
        help: Message(
          fr: "relier des conditions par `et`, `ou`, `non` ; une liste suit `dans`",
          en: "join conditions with `et`, `ou`, `non`; a list follows `dans`"
        )
      )
    )
  }

  /// Tells that a statement is written as a formula of a spreadsheet, `SI(…;…;…)`.
  mutating func spreadsheetFormula() -> Unreadable {
    report(
      Diagnostic(
        .syntax,
        at: range(of: token(at: statementStart)),
        Message(
          fr: "une règle ne s'écrit pas comme dans un tableur",
          en: "a rule is not written as in a spreadsheet"
        ),
        help: Message(
          fr: "`si CONDITION alors EFFET sinon EFFET`",
          en: "`si CONDITION alors EFFECT sinon EFFECT`"
        )
      )
    )
  }
}

// MARK: Signs

extension Parser {
  /// Signs that mean something elsewhere but no word of the language: what to write, what to say.
  static let foreignSigns: [(written: String, replacement: String?, help: Message)] = [
    ("$", nil, Message(fr: "écrire le code de la devise : `USD`", en: "write the code: `USD`")),
    ("£", nil, Message(fr: "écrire le code de la devise : `GBP`", en: "write the code: `GBP`")),
    ("[", "(", Message(fr: "écrire `(`", en: "write `(`")),
    ("]", ")", Message(fr: "écrire `)`", en: "write `)`")),
    ("//", "#", Message(fr: "un commentaire commence par `#`", en: "a comment begins with `#`")),
    (
      "/", nil,
      Message(
        fr: "il n'y a pas de division ; multiplier : `× 0,5`",
        en: "there is no division; multiply: `× 0,5`"
      )
    ),
  ]
}
