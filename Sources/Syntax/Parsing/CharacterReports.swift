import Diagnostics

extension Parser {
  /// Tells of a word that holds a character that is not what it seems.
  mutating func checkCharacters(of word: Token) {
    guard let problem = misleadingWord(word) else { return }
    report(problem)
  }

  private func misleadingWord(_ word: Token) -> Diagnostic? {
    guard !isPlain(word), let intended = Confusables.intendedWord(text(word)) else { return nil }
    let code = Confusables.hexadecimal(intended.culprit)
    return Diagnostic(
      .confusable,
      at: range(of: word),
      Message(
        fr: "\(quoted(word)) contient un caractère trompeur (\(code))",
        en: "\(quoted(word)) holds a misleading character (\(code))"
      ),
      help: Message(
        fr: "retaper le mot au clavier : `\(intended.text)`",
        en: "type the word again: `\(intended.text)`"
      ),
      fix: Fix(.safe, replacing: range(of: word), with: intended.text)
    )
  }

  /// Whether a word is of ASCII alone, so that each character is what it seems.
  private func isPlain(_ word: Token) -> Bool {
    source.bytes[word.lower..<word.upper].allSatisfy { $0 < 0x80 }
  }

  /// Tells of a text that holds a character nobody sees: it would be compared, or turn what follows.
  mutating func checkInvisible(in text: String, at place: SourceRange) {
    guard !text.utf8.allSatisfy({ $0 < 0x80 }),
      let culprit = text.unicodeScalars.first(where: { Confusables.isInvisible($0) })
    else { return }
    var visible = ""
    for scalar in self.text(place.lower, place.upper).unicodeScalars
    where !Confusables.isInvisible(scalar) {
      visible.unicodeScalars.append(scalar)
    }
    tell(
      Diagnostic(
        .confusable,
        .warning,
        at: place,
        Message(
          fr: "ce texte contient un caractère invisible (\(Confusables.hexadecimal(culprit)))",
          en: "this text holds an invisible character (\(Confusables.hexadecimal(culprit)))"
        ),
        help: Message(fr: "l'effacer", en: "delete it"),
        fix: Fix(.proposed, replacing: place, with: visible)
      )
    )
  }

  /// What is wrong with a token that has no place anywhere: an elision, a stray parenthesis, bytes
  /// that are nothing of the language; `nil` for any other token.
  func strangeToken(_ token: Token) -> Diagnostic? {
    let written = text(token)
    if token.kind == .elision {
      return Diagnostic(
        .syntax,
        at: range(of: token),
        Message(fr: "`\(written)` est de trop", en: "`\(written)` is one word too many"),
        help: Message(fr: "l'effacer", en: "leave it out"),
        fix: Fix(.proposed, replacing: range(of: token), with: "")
      )
    }
    if token.kind == .symbol(.rightParenthesis), openParentheses == 0 {
      return Diagnostic(
        .syntax,
        at: range(of: token),
        Message(fr: "`)` sans `(`", en: "`)` without `(`"),
        fix: Fix(.proposed, replacing: range(of: token), with: "")
      )
    }
    if let arrow = strayArrow() { return arrow }
    // Digits of full width make a word where a number must stand.
    if token.kind == .word { return misleadingWord(token) }
    guard token.kind == .unknown else { return nil }
    guard let scalar = written.unicodeScalars.first else { return nil }
    let place = range(of: token)
    if let sign = Vocabulary.foreignSigns.first(where: { $0.sign == written }) {
      let word = Vocabulary.connectives.canonical(sign.connective)
      return foreign(at: place, Message(verbatim: "`\(word)`"), replacement: word)
    }
    if let problem = wordProcessorSign(token) { return problem }
    if let sign = Parser.foreignSigns.first(where: { $0.written == written }) {
      return Diagnostic(
        .syntax,
        at: place,
        Message(
          fr: "`\(written)` n'est pas un signe du langage",
          en: "`\(written)` is no sign of the language"
        ),
        help: sign.help,
        fix: sign.replacement.map { Fix(.proposed, replacing: place, with: $0) }
      )
    }
    if let meant = Confusables.intended(scalar) {
      return Diagnostic(
        .confusable,
        at: place,
        Message(
          fr: "caractère trompeur (\(Confusables.hexadecimal(scalar)))",
          en: "misleading character (\(Confusables.hexadecimal(scalar)))"
        ),
        help: meant.isEmpty
          ? Message(fr: "l'effacer : il ne se voit pas", en: "delete it: it cannot be seen")
          : meant == " "
            ? Message(fr: "écrire une espace ordinaire", en: "write an ordinary space")
            : Message(fr: "écrire `\(meant)`", en: "write `\(meant)`"),
        fix: Fix(.safe, replacing: place, with: meant)
      )
    }
    return Diagnostic(
      .syntax,
      at: place,
      Message(
        fr:
          "le caractère \(quoted(token)) (\(Confusables.hexadecimal(scalar))) n'a pas de sens ici",
        en: "the character \(quoted(token)) (\(Confusables.hexadecimal(scalar))) means nothing here"
      ),
      help: Message(
        fr: "un texte libre se met entre guillemets : « … »",
        en: "free text goes between quotes: « … »"
      )
    )
  }
}
