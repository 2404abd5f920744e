import Diagnostics

// A statement whose first words are misspelt is told once and read as the statement that was meant:
// the lines of an `exmple` would otherwise be told one by one, and everybody who uses the name of a
// `soti` as well.

/// What a statement begins with whose first words are misspelt.
struct MisspeltKeyword {
  /// What was probably meant.
  enum Meaning {
    case statement(StatementKeyword)
    case templateLine(TemplateKeyword)
    case exampleLine(ExampleKeyword)
    case event
  }

  let spelling: Misspelling
  let meaning: Meaning
}

extension Parser {
  /// What the statement was probably meant to begin with.
  var misspeltKeyword: MisspeltKeyword? {
    guard token.kind == .word, mayBeMisspelt, !beginsStrangely else { return nil }
    if let event = misspeltEvent {
      return MisspeltKeyword(spelling: event.spelling, meaning: .event)
    }
    guard match(Vocabulary.actionWords) == nil else { return nil }
    switch block {
    case .template(let open):
      if open.body == nil, let (spelling, keyword) = misspelling(of: Vocabulary.templateLines) {
        return MisspeltKeyword(spelling: spelling, meaning: .templateLine(keyword))
      }
    case .example:
      if let (spelling, keyword) = misspelling(of: Vocabulary.exampleLines), isExampleLine(keyword)
      {
        return MisspeltKeyword(spelling: spelling, meaning: .exampleLine(keyword))
      }
    case .none, .scenario:
      break
    }
    return misspelling(of: Vocabulary.statements).map { spelling, keyword in
      MisspeltKeyword(spelling: spelling, meaning: .statement(keyword))
    }
  }

  /// Whether the first word may be a misspelt keyword: in a template that has no text yet, where the
  /// lines of one without its `---` can look like anything, only before a text in quotes.
  private var mayBeMisspelt: Bool {
    switch block {
    case .template(let open): open.body != nil || tokenAfter.kind == .string
    case .none, .scenario, .example: true
    }
  }

  /// The event that several misspelt words were probably meant as; one word is rather anything else.
  private var misspeltEvent: (spelling: Misspelling, value: Event)? {
    guard tokenAfter.kind == .word, let event = misspelling(of: Vocabulary.events),
      event.spelling.end > following(index)
    else { return nil }
    return event
  }

  /// Reads the event of a moment if its words are misspelt.
  mutating func takeMisspeltEvent() -> Located<Moment>? {
    guard let (spelling, event) = misspeltEvent else { return nil }
    _ = report(
      spelling,
      insteadOf: Message(fr: "un moment", en: "a moment"),
      help: nil
    )
    while index < spelling.end { advance() }
    return Located(.event(event), at: spelling.range)
  }

  /// Reads a statement as what was probably meant, after telling so.
  mutating func parseMisspelt(_ keyword: MisspeltKeyword) throws(Unreadable) {
    keywordEnd = keyword.spelling.end
    switch keyword.meaning {
    case .event:
      // Told where the moment is read.
      try parseItem { parser throws(Unreadable) in .step(try parser.parseStep()) }
    case .templateLine(let line):
      report(misspelt: keyword.spelling)
      try parseTemplateLine(line)
    case .exampleLine(let line):
      report(misspelt: keyword.spelling)
      try parseExampleLine(line)
    case .statement(let statement):
      report(misspelt: keyword.spelling)
      try parseStatement(statement)
    }
  }

  private mutating func report(misspelt spelling: Misspelling) {
    let place = spelling.range
    let written = text(place.lower, place.upper)
    report(
      Diagnostic(
        .spelling,
        at: place,
        Message(
          fr: "aucune ligne ne commence par `\(written)`",
          en: "no statement begins with `\(written)`"
        ),
        help: Message(fr: "écrire `\(spelling.meant)`", en: "write `\(spelling.meant)`"),
        fix: Fix(.proposed, replacing: place, with: spelling.meant)
      )
    )
  }
}
