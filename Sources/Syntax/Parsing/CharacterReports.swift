import Diagnostics

extension Parser {
  /// Tells of a word that holds a character that is not what it seems.
  mutating func checkCharacters(of word: Token) {
    guard let intended = Confusables.intendedWord(text(word)) else { return }
    let code = hexadecimal(intended.culprit)
    report(
      Diagnostic(
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
    )
  }

  /// What is wrong with an elision or with bytes that are nothing of the language; `nil` for any
  /// other token.
  func strangeCharacter(_ token: Token) -> Diagnostic? {
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
    guard token.kind == .unknown else { return nil }
    guard let scalar = written.unicodeScalars.first else { return nil }
    let place = range(of: token)
    if let habit = Parser.habits.first(where: { $0.written == written }) {
      return Diagnostic(
        .syntax,
        at: place,
        Message(
          fr: "`\(written)` n'est pas un signe du langage",
          en: "`\(written)` is no sign of the language"
        ),
        help: habit.help,
        fix: habit.replacement.map { Fix(.proposed, replacing: place, with: $0) }
      )
    }
    if let meant = Confusables.intended(scalar) {
      return Diagnostic(
        .confusable,
        at: place,
        Message(
          fr: "caractère trompeur (\(hexadecimal(scalar)))",
          en: "misleading character (\(hexadecimal(scalar)))"
        ),
        help: meant.isEmpty
          ? Message(fr: "l'effacer : il ne se voit pas", en: "delete it: it cannot be seen")
          : Message(fr: "écrire `\(meant)`", en: "write `\(meant)`"),
        fix: Fix(.safe, replacing: place, with: meant)
      )
    }
    return Diagnostic(
      .syntax,
      at: place,
      Message(
        fr: "le caractère \(quoted(token)) (\(hexadecimal(scalar))) n'a pas de sens ici",
        en: "the character \(quoted(token)) (\(hexadecimal(scalar))) means nothing here"
      ),
      help: Message(
        fr: "un texte libre se met entre guillemets : « … »",
        en: "free text goes between quotes: « … »"
      )
    )
  }

  /// Signs of other languages and what stands for them here.
  private static let habits: [(written: String, replacement: String?, help: Message)] = [
    ("&&", "et", Message(fr: "écrire `et`", en: "write `et`")),
    ("&", "et", Message(fr: "écrire `et`", en: "write `et`")),
    ("||", "ou", Message(fr: "écrire `ou`", en: "write `ou`")),
    ("|", "ou", Message(fr: "écrire `ou`", en: "write `ou`")),
    ("!", "non ", Message(fr: "écrire `non`", en: "write `non`")),
    ("→", "alors", Message(fr: "écrire `alors`", en: "write `alors`")),
    ("⇒", "alors", Message(fr: "écrire `alors`", en: "write `alors`")),
    ("$", nil, Message(fr: "écrire le code de la devise : `USD`", en: "write the code: `USD`")),
    ("£", nil, Message(fr: "écrire le code de la devise : `GBP`", en: "write the code: `GBP`")),
    ("'", nil, Message(fr: "guillemets : « … » ou \"…\"", en: "quotes: « … » or \"…\"")),
    ("‘", nil, Message(fr: "guillemets : « … » ou \"…\"", en: "quotes: « … » or \"…\"")),
    ("„", nil, Message(fr: "guillemets : « … » ou \"…\"", en: "quotes: « … » or \"…\"")),
    ("”", nil, Message(fr: "ouvrir par `“` ou `«`", en: "open with `“` or `«`")),
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

  private func hexadecimal(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(4 - digits.utf8.count, 0)) + digits
  }
}
