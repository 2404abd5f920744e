import Diagnostics

extension Parser {
  /// Reads one statement, up to what should be its end.
  mutating func parseStatement() throws(Unreadable) {
    switch block {
    case .template:
      if try parseTemplateLine() { return }
    case .example:
      if try parseExampleLine() { return }
    case .none, .scenario:
      break
    }
    if let keyword = match(Vocabulary.statements) {
      keywordEnd = keyword.end
      try parseStatement(keyword.value)
    } else if isAtMoment {
      try parseItem { parser throws(Unreadable) in .step(try parser.parseStep()) }
    } else if let keyword = misspeltKeyword {
      try parseMisspelt(keyword)
    } else {
      throw unknownStatement()
    }
  }

  /// Whether what comes next could be the start of a statement; asked at the start of a line.
  var looksLikeStatement: Bool {
    match(Vocabulary.statements) != nil || isAtMoment
  }

  /// Reads a statement whose first words, up to `keywordEnd`, mean a keyword.
  mutating func parseStatement(_ keyword: StatementKeyword) throws(Unreadable) {
    switch keyword {
    case .scenario: try parseScenarioHeader()
    case .template: try parseTemplateHeader()
    case .example: try parseExampleHeader()
    case .column: try parseColumn()
    case .definition: try parseDefinition()
    case .rate: try parseRate()
    case .rule:
      try parseItem { parser throws(Unreadable) in .rule(try parser.parseRule()) }
    case .description, .inherits, .without, .appliesTo, .priority, .workingWeek, .holidays, .shift,
      .catchUp, .spacing, .grouping, .cap, .threshold, .penalties, .indemnity, .window:
      try parseItem { parser throws(Unreadable) in
        .setting(try parser.parseSetting(keyword))
      }
    }
  }

  /// Reads the words that a statement begins with.
  mutating func advanceKeyword() {
    repeat { advance() } while index < keywordEnd
  }

  /// Reads an item of a scenario where one may stand.
  mutating func parseItem(
    _ read: (inout Parser) throws(Unreadable) -> ItemSyntax
  ) throws(Unreadable) {
    switch block {
    case .none, .scenario:
      add(try read(&self))
    case .template:
      throw misplacedItem(Message(fr: "un modèle", en: "a template"))
    case .example:
      throw misplacedItem(Message(fr: "un exemple", en: "an example"))
    }
  }

  /// Tells that a step, rule or setting stands in a block that has none; once for a block.
  private mutating func misplacedItem(_ block: Message) -> Unreadable {
    guard noteStranger() else { return Unreadable() }
    return report(
      Diagnostic(
        .syntax,
        at: range(of: token),
        Message(
          fr: "\(quoted(token)) n'a pas sa place dans \(block.fr)",
          en: "\(quoted(token)) has no place in \(block.en)"
        ),
        help: Message(
          fr: "écrire d'abord `scénario « … »`, ou remonter la ligne dans son scénario",
          en: "write `scénario « … »` first, or move the line up into its scenario"
        )
      )
    )
  }

  /// Notes that something stands in a template or example that has no place there, after which
  /// nothing of the kind is told again; `false` if it had been noted.
  private mutating func noteStranger() -> Bool {
    switch block {
    case .none, .scenario:
      return true
    case .template(var open):
      guard !open.holdsStranger else { return false }
      open.holdsStranger = true
      block = .template(open)
    case .example(var open):
      guard !open.holdsStranger else { return false }
      open.holdsStranger = true
      block = .example(open)
    }
    return true
  }

  /// Tells that no statement begins like this.
  private mutating func unknownStatement() -> Unreadable {
    // The lines of a text without its `---` are one mistake.
    if case .template = block, !noteStranger() { return Unreadable() }
    if let problem = bullet() ?? strangeToken(token) { return report(problem) }
    let hint = habitHint ?? actionHint ?? spellingHint
    return report(
      Diagnostic(
        .syntax,
        at: range(of: token),
        Message(
          fr: "aucune ligne ne commence par \(quoted(token))",
          en: "no statement begins with \(quoted(token))"
        ),
        label: hint?.label,
        help: hint?.help ?? overview,
        fix: hint?.fix
      )
    )
  }

  private typealias Hint = (label: Message?, help: Message, fix: Fix?)

  /// What may stand here.
  private var overview: Message {
    switch block {
    case .none, .scenario:
      return Parser.statementOverview
    case .template:
      return Parser.bodyHelp
    case .example:
      let words = Vocabulary.exampleLines.canonicalSpellings.joined(separator: ", ")
      return Message(
        fr: "une ligne d'exemple commence par \(words)",
        en: "a line of an example begins with \(words)"
      )
    }
  }

  private static let statementOverview: Message = {
    let others = Vocabulary.statements.entries.filter { $0.value != .rule }
    let list = others.map { $0.canonical }.joined(separator: ", ")
    return Message(
      fr:
        "une étape commence par `J`, `R`, `au` ou `à`, une règle par `si`, une autre ligne par \(list)",
      en:
        "a step begins with `J`, `R`, `au` or `à`, a rule with `si`, other statements with \(list)"
    )
  }()

  /// Whether the statement begins with something that is told for what it is, not as a misspelling.
  var beginsStrangely: Bool {
    bullet() != nil || strangeToken(token) != nil || habitHint != nil
  }

  /// What someone meant who writes as in another language.
  private var habitHint: Hint? {
    let place = range(of: token)
    guard token.kind == .word else {
      guard token.kind == .body || token.kind == .symbol(.minus) else { return nil }
      let help = Message(
        fr: "une ligne `---` entoure le texte d'un `modèle`",
        en: "a line `---` goes around the text of a `modèle`"
      )
      return (nil, help, nil)
    }
    let word = folded(token).text
    if word == "if" || word == "when" || word == "quand" || word == "lorsque" {
      let help = Message(fr: "une règle commence par `si`", en: "a rule begins with `si`")
      return (nil, help, Fix(.proposed, replacing: place, with: "si"))
    }
    if isAt(.and) || isAt(.or) || isAt(.then) || isAt(.otherwise) || word == "avec" {
      let help = Message(
        fr: "la ligne précédente est finie : ôter le `;` qui la termine",
        en: "the statement before it has ended: drop the `;` that ends it"
      )
      return (nil, help, nil)
    }
    let rest = word.utf8.dropFirst()
    if word.utf8.first == UInt8(ascii: "j") || word.utf8.first == UInt8(ascii: "r"), !rest.isEmpty,
      rest.allSatisfy({ (0x30...0x39).contains($0) })
    {
      let moment = "\(text(token).prefix(1).uppercased())+\(Substring(rest))"
      let help = Message(fr: "écrire `\(moment)`", en: "write `\(moment)`")
      return (nil, help, Fix(.proposed, replacing: place, with: moment))
    }
    return nil
  }

  /// Someone began a step with its action.
  private var actionHint: Hint? {
    guard match(Vocabulary.actionWords) != nil else { return nil }
    return missingMoment(before: text(token))
  }

  private func missingMoment(before word: String) -> Hint {
    let help = Message(
      fr: "une étape commence par son moment : `J+7 \(word)`",
      en: "a step begins with its moment: `J+7 \(word)`"
    )
    return (Message(fr: "à quel moment ?", en: "when?"), help, nil)
  }

  private var spellingHint: Hint? {
    guard token.kind == .word else { return nil }
    let action = Spelling.nearest(to: text(token), among: Vocabulary.actionWords.allSpellings)
    return action.map(missingMoment)
  }
}
