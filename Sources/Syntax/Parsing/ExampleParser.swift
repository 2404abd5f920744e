import Diagnostics
import Receivables

extension Parser {
  /// Reads a line of an example; gives `false` and stays where another declaration begins.
  mutating func parseExampleLine() throws(Unreadable) -> Bool {
    guard let keyword = match(Vocabulary.exampleLines)?.value, isExampleLine(keyword) else {
      return false
    }
    try parseExampleLine(keyword)
    return true
  }

  /// Whether a keyword begins a line of the example that is open: `scénario` does right behind the
  /// header; anywhere else it begins a declaration.
  func isExampleLine(_ keyword: ExampleKeyword) -> Bool {
    guard case .example(let open) = block else { return false }
    return keyword != .scenario || statementCount == open.number + 1
  }

  /// Reads a line of an example whose first word means a keyword.
  mutating func parseExampleLine(_ keyword: ExampleKeyword) throws(Unreadable) {
    let start = index
    advanceKeyword()
    let kind = try parseLine(keyword)
    try expectStatementEnd()
    guard case .example(var open) = block else { return }
    let line = ExampleSyntax.Line(kind, at: range(from: start))
    block = .none  // So that the lines are not copied.
    open.lines.append(line)
    open.range = open.range.union(line.range)
    block = .example(open)
  }

  private mutating func parseLine(
    _ keyword: ExampleKeyword
  ) throws(Unreadable) -> ExampleSyntax.Kind {
    switch keyword {
    case .scenario:
      guard let name = takeName() else {
        throw expected(Message(fr: "le nom d'un scénario", en: "a scenario's name"))
      }
      return .scenario(name)
    case .customer:
      return .customer(try parseFacts())
    case .invoice:
      let label = try takeInvoiceLabel()
      _ = label == nil ? false : take(.comma)
      return .invoice(label: label, isAtStatementEnd ? [] : try parseFacts())
    case .payment:
      let label = try takeLabel(before: .on)
      let day = try expectDay(behind: .on)
      try expectColon()
      return .payment(label: label, on: day, amount: try expectMoney(Parser.amount))
    case .dispute:
      let label = try takeLabel(before: .from)
      let first = try expectDay(behind: .from)
      return .dispute(
        label: label,
        from: first,
        until: isAt(.to) ? try expectDay(behind: .to) : nil
      )
    case .promise:
      let label = try takeLabel(before: .on)
      return .promise(label: label, on: try expectDay(behind: .on))
    case .expectation:
      let day = try expectDate(Message(fr: "une date", en: "a date"))
      try expectColon()
      return .expectation(on: day, try parseExpectedActions())
    }
  }

  // MARK: Facts

  /// `risque élevé, segment PME, email « a@b.fr »`, one at least.
  private mutating func parseFacts() throws(Unreadable) -> [ExampleSyntax.Fact] {
    var facts: [ExampleSyntax.Fact] = []
    repeat { facts.append(try parseFact()) } while take(.comma)
    return facts
  }

  private mutating func parseFact() throws(Unreadable) -> ExampleSyntax.Fact {
    let start = index
    guard let field = takeWords(until: { $0.isAt(.is) }) else {
      let isBehindComma = previous.kind == .symbol(.comma) && isAtStatementEnd
      throw expected(
        Message(fr: "un champ et sa valeur", en: "a field and its value"),
        help: isBehindComma
          ? Parser.needlessComma
          : Message(
            fr: "par exemple `risque élevé` ou `montant 1 200 €`",
            en: "for example `risque élevé` or `montant 1 200 €`"
          ),
        fix: isBehindComma ? Fix(.proposed, replacing: range(of: previous), with: "") : nil
      )
    }
    let value = take(.equal) || take(.is) || isAtLiteral ? try parseFactValue() : nil
    return ExampleSyntax.Fact(field: field, value: value, range: range(from: start))
  }

  private static let needlessComma = Message(
    fr: "ôter la virgule, ou dire ce qui la suit",
    en: "drop the comma, or say what follows it"
  )

  private var isAtLiteral: Bool {
    switch token.kind {
    case .number, .date, .string, .symbol(.minus): true
    case .word, .elision, .symbol, .semicolon, .lineEnd, .comment, .body, .unknown: false
    }
  }

  private mutating func parseFactValue() throws(Unreadable) -> ExpressionSyntax {
    if token.kind == .word, let name = takeWords(until: { _ in false }) {
      return ExpressionSyntax(.name(name), at: name.range)
    }
    return try parseValue()
  }

  // MARK: Labels and days

  /// A quoted label, or a bare word with a digit, which no field has.
  private mutating func takeInvoiceLabel() throws(Unreadable) -> NameSyntax? {
    if token.kind == .string { return try takeString() }
    let holdsDigit = source.bytes[token.lower..<token.upper].contains { (0x30...0x39).contains($0) }
    guard token.kind == .word, holdsDigit else { return nil }
    let start = index
    advance()
    return wordsName(from: start)
  }

  private mutating func takeLabel(before particle: Particle) throws(Unreadable) -> NameSyntax? {
    if token.kind == .string { return try takeString() }
    return isAt(particle) ? nil : takeWords(until: { $0.isAt(particle) })
  }

  private mutating func expectDay(
    behind particle: Particle
  ) throws(Unreadable) -> Located<CalendarDate> {
    guard take(particle) else {
      let word = Vocabulary.particles.canonical(particle)
      throw expected(
        Message(fr: "`\(word)` et une date", en: "`\(word)` and a date"),
        help: Message(
          fr: "par exemple `\(word) 01/02/2026`",
          en: "for example `\(word) 01/02/2026`"
        )
      )
    }
    return try expectDate(Message(fr: "une date", en: "a date"))
  }

  private mutating func expectColon() throws(Unreadable) {
    guard !take(.colon) else { return }
    throw expected(Message(verbatim: "`:`"))
  }

  // MARK: Expected actions

  /// `manuel email doux, appel`, or `rien`.
  private mutating func parseExpectedActions() throws(Unreadable) -> [ExampleSyntax.ExpectedAction]
  {
    guard !take(.nothing) else { return [] }
    var actions: [ExampleSyntax.ExpectedAction] = []
    repeat {
      guard match(Vocabulary.actionWords) != nil else { throw notAnExpectation() }
      let start = index
      let action = try parseAction(.expectation)
      actions.append(ExampleSyntax.ExpectedAction(action, at: range(from: start)))
    } while take(.comma)
    return actions
  }

  private mutating func notAnExpectation() -> Unreadable {
    expected(
      Message(fr: "une action ou `rien`", en: "an action or `rien`"),
      among: Vocabulary.actionWords.allSpellings + Vocabulary.particles.spellings(.nothing),
      help: Message(
        fr: "par exemple `manuel email doux`",
        en: "for example `manuel email doux`"
      )
    )
  }
}
