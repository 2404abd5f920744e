import Diagnostics
import Receivables

// MARK: Headers

extension Parser {
  /// `scénario « X »`.
  mutating func parseScenarioHeader() throws(Unreadable) {
    closeBlock()
    let start = index
    advanceKeyword()
    let name = headerName(Message(fr: "le nom du scénario", en: "the scenario's name"))
    block = .scenario(
      Block.OpenScenario(slot: declarations.count, name: name, headerRange: range(from: start))
    )
  }

  /// `modèle « X »`.
  mutating func parseTemplateHeader() throws(Unreadable) {
    closeBlock()
    let start = index
    advanceKeyword()
    let name = headerName(Message(fr: "le nom du modèle", en: "the template's name"))
    let header = range(from: start)
    block = .template(
      Block.OpenTemplate(slot: declarations.count, name: name, header: header, range: header)
    )
  }

  /// `exemple « X »`.
  mutating func parseExampleHeader() throws(Unreadable) {
    closeBlock()
    let start = index
    advanceKeyword()
    let name = headerName(Message(fr: "le nom de l'exemple", en: "the example's name"))
    block = .example(
      Block.OpenExample(
        slot: declarations.count,
        name: name,
        range: range(from: start),
        number: statementCount
      )
    )
  }

  /// The name of a block; an empty one where it is missing, as the lines behind it are its own all
  /// the same.
  private mutating func headerName(_ what: Message) -> NameSyntax {
    if let name = takeName() { return name }
    _ = expected(
      what,
      help: Message(fr: "un nom entre guillemets : « … »", en: "a name between quotes: « … »")
    )
    return NameSyntax("", at: range(of: previous).end, .words)
  }
}

// MARK: Declarations of one statement

extension Parser {
  /// `champ « région » texte client`.
  mutating func parseColumn() throws(Unreadable) {
    let start = index
    advanceKeyword()
    let what = Message(fr: "le nom du champ", en: "the field's name")
    let name: NameSyntax
    if let quoted = try takeString() {
      name = quoted
    } else {
      guard let words = takeWords(until: { $0.match(Vocabulary.columnKinds) != nil }) else {
        let help = Message(
          fr: "par exemple `champ « région » texte client`",
          en: "for example `champ « région » texte client`"
        )
        throw expected(what, help: help)
      }
      name = isAtStatementEnd ? leaveColumnKind() ?? words : words
    }
    unreadable.append(name)
    let kind = try expect(Parser.columnKind, of: Vocabulary.columnKinds)
    let table = try expect(
      Message(fr: "la table du champ", en: "the field's table"),
      of: Vocabulary.columnTables
    )
    try expectStatementEnd()
    unreadable.removeLast()
    declarations.append(
      .column(ColumnSyntax(name: name, kind: kind, table: table, range: range(from: start)))
    )
  }

  /// Steps back from a name that took all words, as none of them is a type, to the one that should
  /// be; gives what is left of the name.
  private mutating func leaveColumnKind() -> NameSyntax? {
    let hasTable = match(Vocabulary.columnTables, at: index - 1) != nil
    let position = hasTable ? index - 2 : index - 1
    guard position > statementStart + 1 else { return nil }
    index = position
    previous = token(at: position - 1)
    return wordsName(from: statementStart + 1)
  }

  private static let columnKind = Message(fr: "le type du champ", en: "the field's type")

  /// `soit gros_client = encours > 50 000 €`.
  mutating func parseDefinition() throws(Unreadable) {
    let start = index
    advanceKeyword()
    guard let name = takeName() else {
      throw expected(
        Message(fr: "un nom", en: "a name"),
        help: Message(
          fr: "par exemple `soit gros_client = encours > 50 000 €`",
          en: "for example `soit gros_client = encours > 50 000 €`"
        )
      )
    }
    unreadable.append(name)
    try expectEquals()
    let value = try parseCondition()
    try expectStatementEnd()
    unreadable.removeLast()
    declarations.append(
      .definition(DefinitionSyntax(name: name, value: value, range: range(from: start)))
    )
  }

  /// `taux BCE 01/07/2026 = 2,15 %`.
  mutating func parseRate() throws(Unreadable) {
    let start = index
    advanceKeyword()
    let reference = try expect(
      Message(fr: "le nom d'un taux", en: "the name of a rate"),
      of: Vocabulary.referenceRates
    )
    let date = try expectDate(Message(fr: "une date", en: "a date"))
    try expectEquals()
    let percent = try expectPercentage(Message(fr: "un pourcentage", en: "a percentage"))
    declarations.append(
      .rate(
        RateSyntax(reference: reference, date: date, rate: percent, range: range(from: start))
      )
    )
  }

  private mutating func expectEquals() throws(Unreadable) {
    guard !take(.equal), !takeAssignment() else { return }
    throw expected(Message(verbatim: "`=`"))
  }
}

// MARK: Names

extension Parser {
  /// Reads a name: a quoted text or bare words.
  mutating func takeName() -> NameSyntax? {
    if token.kind == .string { return try? takeString() }
    return takeWords { _ in false }
  }

  /// Reads a quoted text if it comes next.
  mutating func takeString() throws(Unreadable) -> NameSyntax? {
    guard token.kind == .string else { return nil }
    let token = advance()
    let text = try unquoted(token)
    return NameSyntax(text, at: range(of: token), .quoted)
  }

  /// Reads all words that come next up to a place; `d'` may stand among them.
  mutating func takeWords(until isEnd: (Parser) -> Bool) -> NameSyntax? {
    let start = index
    while token.kind == .word || isPartitive, !isEnd(self) || index == start { advance() }
    guard index > start else { return nil }
    return wordsName(from: start)
  }

  /// Whether `d'` comes next, which stands for `de`.
  private var isPartitive: Bool {
    token.kind == .elision && source.bytes[token.lower] | 0x20 == UInt8(ascii: "d")
  }

  /// The words from an index to the word read last as a name: as written, but for comments and
  /// line ends between them.
  func wordsName(from start: Int) -> NameSyntax {
    let place = range(from: start)
    let written = text(place.lower, place.upper)
    let name =
      written.utf8.contains { $0 == 0x23 || $0 == 0x0A || $0 == 0x0D }
      ? joinedWords(from: start) : Confusables.intendedWord(written)?.text ?? written
    return NameSyntax(name, at: place, .words)
  }

  private func joinedWords(from start: Int) -> String {
    var name = ""
    var space = ""
    for token in tokens[start..<index] where token.kind == .word || token.kind == .elision {
      name += space + text(token)
      space = token.kind == .elision ? "" : " "
    }
    return name
  }
}
