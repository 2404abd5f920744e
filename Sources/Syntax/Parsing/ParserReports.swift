import Diagnostics

// MARK: What is missing or in the way

extension Parser {
  /// Tells that something else should come next.
  mutating func expected(_ what: Message, help: Message? = nil, fix: Fix? = nil) -> Unreadable {
    if let problem = strangeToken(token) { return report(problem) }
    guard !isAtStatementEnd else { return missing(what, help: help, fix: fix) }
    let word = quoted(token)
    return report(
      Diagnostic(
        .syntax,
        at: range(of: token),
        Message(
          fr: "il faut \(what.fr) au lieu de \(word)",
          en: "expected \(what.en) instead of \(word)"
        ),
        label: what,
        help: help,
        fix: fix
      )
    )
  }

  /// Tells that something should stand behind the token read last.
  mutating func missing(_ what: Message, help: Message? = nil, fix: Fix? = nil) -> Unreadable {
    let word = quoted(previous)
    return report(
      Diagnostic(
        .syntax,
        at: range(of: previous),
        Message(
          fr: "il manque \(what.fr) après \(word)",
          en: "\(what.en) is missing after \(word)"
        ),
        label: Message(fr: "ensuite, \(what.fr)", en: "then \(what.en)"),
        help: help,
        fix: fix
      )
    )
  }

  /// Tells that a word is none of a closed list, and names the nearest of it or all of them.
  mutating func expected<Value>(_ what: Message, of table: WordTable<Value>) -> Unreadable {
    expected(what, among: table.allSpellings, help: Parser.choices(of: table))
  }

  private static func choices<Value>(of table: WordTable<Value>) -> Message {
    let list = table.canonicalSpellings.joined(separator: ", ")
    return Message(fr: "au choix : \(list)", en: "one of: \(list)")
  }

  /// Tells that a word is none of some, and names the nearest of them.
  mutating func expected(
    _ what: Message,
    among candidates: [String],
    help: Message
  ) -> Unreadable {
    guard let misspelling = misspelling(among: candidates) else {
      return expected(what, help: help)
    }
    return report(misspelling, insteadOf: what, help: help)
  }

  /// Tells that a unit is missing behind a number, or what stands in its way.
  mutating func missingUnit(_ what: Message, help: Message?, fix: Fix) -> Unreadable {
    if token.kind == .unknown, token.lower == previous.upper, let problem = strangeToken(token) {
      return report(problem)
    }
    return misspeltUnit() ?? missing(what, help: help, fix: fix)
  }

  /// Reads words of a table, which must come next; misspelt ones are told and read as what they were
  /// meant to be.
  mutating func expect<Value>(
    _ what: Message,
    of table: WordTable<Value>
  ) throws(Unreadable) -> Located<Value> {
    if let found = take(table) { return found }
    guard let (spelling, value) = misspelling(of: table) else { throw expected(what, of: table) }
    let start = index
    _ = report(spelling, insteadOf: what, help: Parser.choices(of: table))
    while index < spelling.end { advance() }
    return Located(value, at: range(from: start))
  }

  /// Makes sure that nothing of the statement is left.
  mutating func expectStatementEnd() throws(Unreadable) {
    guard !isAtStatementEnd else { return }
    throw unexpected()
  }

  /// Tells that the next token has no place here.
  mutating func unexpected(help: Message? = nil, fix: Fix? = nil) -> Unreadable {
    if let problem = strangeToken(token) { return report(problem) }
    let word = quoted(token)
    let before = quoted(previous)
    let lineBreak = manualBreak
    return report(
      Diagnostic(
        .syntax,
        at: range(of: token),
        Message(
          fr: "\(word) n'a pas sa place après \(before)",
          en: "\(word) has no place after \(before)"
        ),
        label: Message(fr: "rien n'est attendu ici", en: "nothing is expected here"),
        help: help ?? lineBreak?.help,
        fix: fix ?? lineBreak?.fix
      )
    )
  }

  /// Tells that a parenthesis is not closed in its statement.
  mutating func unclosed(_ opening: Token) -> Unreadable {
    if token.kind == .semicolon, closesInLine {
      // The pieces behind the `;` belong to what was meant.
      givesUpLine = true
      let isRule = match(Vocabulary.statements, at: statementStart)?.value == .rule
      if isRule, opening == token(at: statementStart + 1) { return spreadsheetFormula() }
    }
    let isLast = isAtStatementEnd && token.kind != .semicolon
    let end = Message(fr: "la fin de la ligne", en: "the end of the line")
    let place = isLast ? end : Message(verbatim: quoted(token))
    return report(
      Diagnostic(
        .syntax,
        at: range(of: opening),
        Message(fr: "parenthèse jamais fermée", en: "parenthesis never closed"),
        label: Message(fr: "ouverte ici", en: "opened here"),
        help: Message(
          fr: "il faut `)` avant \(place.fr)",
          en: "write `)` before \(place.en)"
        )
      )
    )
  }

  /// Whether a parenthesis is closed in the rest of the line that is not opened there.
  private var closesInLine: Bool {
    var depth = 0
    for token in tokens[index...] {
      switch token.kind {
      case .symbol(.leftParenthesis): depth += 1
      case .symbol(.rightParenthesis) where depth == 0: return true
      case .symbol(.rightParenthesis): depth -= 1
      case .lineEnd: return false
      case .word, .elision, .number, .date, .string, .symbol, .semicolon, .comment, .body, .unknown:
        break
      }
    }
    return false
  }

  /// A token for a message: its text between backticks, cut where it is long.
  func quoted(_ token: Token) -> String {
    let longest = 40
    let bytes = source.bytes[token.lower..<token.upper]
    let text = String(decoding: bytes.prefix(4 * longest), as: UTF8.self)
    return text.count > longest ? "`\(text.prefix(longest))…`" : "`\(text)`"
  }
}
