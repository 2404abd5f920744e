import Diagnostics

// MARK: What is wrong with conditions

extension Parser {
  /// Tells that a value or field is missing where one must stand.
  mutating func missingOperand() -> Unreadable {
    let what = Message(fr: "une valeur ou un champ", en: "a value or a field")
    if isAt(.rightParenthesis) || isAtStatementEnd || match(Vocabulary.connectives) != nil {
      if case .symbol(let symbol) = previous.kind,
        symbol == .equal || symbol == .greater || symbol == .less,
        isAt(.equal) || isAt(.greater) || isAt(.less)
      {
        return expected(what)
      }
      return missing(what)
    }
    return expected(what)
  }

  /// Tells that something is nested deeper than anybody reads.
  func tooDeep(at place: SourceRange) -> Diagnostic {
    Diagnostic(
      .syntax,
      at: place,
      Message(
        fr: "plus de \(Limits.nesting) niveaux emboîtés",
        en: "nested more than \(Limits.nesting) levels deep"
      ),
      help: Message(
        fr: "nommer des parties par `soit`",
        en: "give names to parts with `soit`"
      )
    )
  }

  /// `!` for `non`: told, then read as what it means.
  mutating func takeForeignNot() -> Bool {
    guard token.kind == .unknown, text(token) == "!", let problem = strangeCharacter(token) else {
      return false
    }
    report(problem)
    advance()
    return true
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
}
