import Diagnostics
import Receivables

/// Where an action is described.
enum ActionPlace {
  /// In a step, where options follow.
  case step
  /// In an example, where a comma parts several actions.
  case expectation
}

extension Parser {
  /// The words of an action and its options, in any order.
  mutating func parseAction(_ place: ActionPlace) throws(Unreadable) -> ActionSyntax {
    var action = ActionSyntax()
    while !isAtStatementEnd, !isAt(.if) {
      if place == .expectation, isAt(.comma) { break }
      let known = match(Vocabulary.actionWords)
      let (word, end) = if let known { known } else { try misspeltActionWord() }
      switch word {
      case .channel:
        let channels = try parseChannels()
        action.channels = try merged(action.channels, channels)
      case .nature(let nature):
        action.nature = try once(action.nature, nature, upTo: end, Parser.natureKind)
      case .tone(let tone):
        action.tone = try once(action.tone, tone, upTo: end, Parser.toneKind)
      case .mode(let mode):
        action.mode = try once(action.mode, mode, upTo: end, Parser.modeKind)
      case .option(let option):
        let start = index
        while index < end { advance() }
        try parseOption(option, from: start, into: &action)
      }
    }
    return action
  }

  private mutating func parseOption(
    _ option: ActionOption,
    from start: Int,
    into action: inout ActionSyntax
  ) throws(Unreadable) {
    switch option {
    case .recipient:
      let role = try expectRole()
      try checkSingle(action.recipient?.range, role.range, Parser.recipientKind)
      action.recipient = role
    case .copy:
      action.copies.append(try expectRole())
    case .notify:
      action.notifications.append(try expectRole())
    case .template:
      let name = try expectQuotedName(Message(fr: "le nom d'un modèle", en: "a template's name"))
      try checkSingle(action.template?.range, name.range, Parser.templateKind)
      action.template = name
    case .enclosures:
      action.enclosures += try parseEnclosures()
    case .grace:
      let days = try expectDays(Message(fr: "un délai en jours", en: "a number of days"))
      try checkSingle(action.graceDays?.range, days.range, Parser.graceKind)
      action.graceDays = days
    case .repetition:
      let repetition = try parseRepetition(from: start)
      try checkSingle(action.repetition?.range, repetition.range, Parser.repetitionKind)
      action.repetition = repetition
    }
  }

  /// Channels joined by `+`, each with its fallbacks joined by `sinon`, which binds tighter.
  mutating func parseChannels() throws(Unreadable) -> Located<ChannelPlan> {
    let start = index
    var parts: [[Channel]] = []
    repeat {
      var chain = [try expectChannel()]
      // In a rule `sinon` may begin the other effects: it is a fallback if a channel follows.
      while isAt(.otherwise), match(Vocabulary.channels, at: following(index)) != nil {
        advance()
        chain.append(try expectChannel())
      }
      parts.append(chain)
    } while take(.plus)
    return Located(ChannelPlan(parts), at: range(from: start))
  }

  private mutating func expectChannel() throws(Unreadable) -> Channel {
    if let unreadable = noChannelBehindPlus() { throw unreadable }
    return try expect(Message(fr: "un canal", en: "a channel"), of: Vocabulary.channels).value
  }

  /// `avec pénalités, indemnité et relevé`.
  private mutating func parseEnclosures() throws(Unreadable) -> [Located<Enclosure>] {
    let what = Message(fr: "ce qui est joint", en: "what comes with it")
    var enclosures = [try expect(what, of: Vocabulary.enclosures)]
    while isAt(.comma) || isAt(.and), match(Vocabulary.enclosures, at: following(index)) != nil {
      advance()
      enclosures.append(try expect(what, of: Vocabulary.enclosures))
    }
    return enclosures
  }

  /// `tous les N jours M fois`, behind its first two words.
  private mutating func parseRepetition(from start: Int) throws(Unreadable) -> Located<Repetition> {
    let days = try expectDays(Message(fr: "un nombre de jours", en: "a number of days"))
    let times = try expectInteger(Message(fr: "le nombre de fois", en: "the number of times"))
    guard take(.multiple) else {
      throw expected(
        Message(verbatim: "`fois`"),
        help: Message(
          fr: "par exemple `tous les 15 jours 3 fois`",
          en: "for example `tous les 15 jours 3 fois`"
        )
      )
    }
    return Located(
      Repetition(everyDays: days.value, times: times.value),
      at: range(from: start)
    )
  }

  /// Reads a contact's role, which must come next.
  mutating func expectRole() throws(Unreadable) -> Located<ContactRole> {
    try expect(Message(fr: "un contact", en: "a contact"), of: Vocabulary.roles)
  }

  /// Reads a name between quotes, which must come next.
  mutating func expectQuotedName(_ what: Message) throws(Unreadable) -> NameSyntax {
    if let name = try takeString() { return name }
    guard token.kind == .word else {
      throw expected(
        what,
        help: Message(fr: "entre guillemets : « … »", en: "between quotes: « … »")
      )
    }
    let word = text(token)
    throw expected(
      Message(fr: "un nom entre guillemets", en: "a name between quotes"),
      help: Message(fr: "écrire `« \(word) »`", en: "write `« \(word) »`"),
      fix: Fix(.proposed, replacing: range(of: token), with: "« \(word) »")
    )
  }
}
