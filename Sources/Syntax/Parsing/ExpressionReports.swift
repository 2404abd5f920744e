import Diagnostics

// MARK: What is wrong with conditions

extension Parser {
  /// Tells that a value or field is missing where one must stand.
  mutating func missingOperand() -> Unreadable {
    let what = Message(fr: "une valeur ou un champ", en: "a value or a field")
    if isAt(.rightParenthesis) || connective(token) != nil { return missing(what) }
    if isAt(.euro) { return expected(what, help: amountOrder) }
    if previous.kind == .symbol(.equal), isAt(.greater) || isAt(.less) {
      let sign = "\(text(token))="
      return expected(
        what,
        help: Message(fr: "écrire `\(sign)`", en: "write `\(sign)`"),
        fix: Fix(
          .proposed,
          replacing: range(of: previous).union(range(of: token)),
          with: sign
        )
      )
    }
    return expected(what)
  }

  /// The number stands before its currency.
  var amountOrder: Message {
    let number = tokenAfter.kind == .number ? text(tokenAfter) : "15"
    return Message(
      fr: "le nombre vient avant la devise : `\(number) €`",
      en: "the number stands before the currency: `\(number) €`"
    )
  }

  /// Makes sure that no word follows a number that could only be meant as its unit.
  mutating func checkUnit() throws(Unreadable) {
    guard token.kind == .word, connective(token) == nil,
      match(Vocabulary.foreignWords) == nil, match(Vocabulary.actionWords) == nil,
      match(Vocabulary.invoiceModes) == nil, match(Vocabulary.effects) == nil
    else { return }
    let units = Vocabulary.durationUnits.canonicalSpellings.joined(separator: ", ")
    let word = quoted(token)
    throw misspeltUnit()
      ?? report(
        Diagnostic(
          .syntax,
          at: range(of: token),
          Message(fr: "\(word) n'est pas une unité", en: "\(word) is no unit"),
          help: Message(
            fr: "les unités : %, €, k€, M€, code de devise, \(units)",
            en: "the units: %, €, k€, M€, a currency code, \(units)"
          )
        )
      )
  }

  /// Tells that a unit is misspelt; `nil` if none is that comes next.
  mutating func misspeltUnit() -> Unreadable? {
    guard token.kind == .word, connective(token) == nil, match(Vocabulary.actionWords) == nil,
      let (spelling, _) = misspelling(of: Vocabulary.durationUnits)
    else { return nil }
    // `mis en demeurre` explains more than `mois`.
    let action = misspelling(among: Vocabulary.actionWords.allSpellings)
    guard action.map({ $0.end <= spelling.end }) ?? true else { return nil }
    return report(spelling, insteadOf: Parser.unit, help: nil)
  }

  static let unit = Message(fr: "une unité", en: "a unit")

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
}
