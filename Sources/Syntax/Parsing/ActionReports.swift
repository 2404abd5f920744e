import Diagnostics
import Receivables

// MARK: Two of a kind

extension Parser {
  static let channelKind = Message(fr: "canaux", en: "channels")
  static let natureKind = Message(fr: "natures", en: "natures")
  static let toneKind = Message(fr: "tons", en: "tones")
  static let modeKind = Message(fr: "modes", en: "modes")
  static let recipientKind = Message(fr: "destinataires", en: "recipients")
  static let templateKind = Message(fr: "modèles", en: "templates")
  static let graceKind = Message(fr: "délais", en: "time limits")
  static let repetitionKind = Message(fr: "répétitions", en: "repetitions")

  /// Reads a word of a kind of which an action has at most one.
  mutating func once<Value>(
    _ earlier: Located<Value>?,
    _ value: Value,
    upTo end: Int,
    _ kind: Message
  ) throws(Unreadable) -> Located<Value> {
    let start = index
    while index < end { advance() }
    let found = Located(value, at: range(from: start))
    try checkSingle(earlier?.range, found.range, kind)
    return found
  }

  /// Makes sure that nothing of the kind stands in the action yet.
  mutating func checkSingle(
    _ earlier: SourceRange?,
    _ place: SourceRange,
    _ kind: Message,
    help: Message? = nil
  ) throws(Unreadable) {
    guard let earlier else { return }
    throw report(
      Diagnostic(
        .syntax,
        at: place,
        Message(fr: "deux \(kind.fr) pour une étape", en: "two \(kind.en) for one step"),
        notes: [DiagnosticNote(Message(fr: "le premier", en: "the first"), at: earlier)],
        help: help
      )
    )
  }

  /// The channels of an action of which some were read before: a letter and `recommandé` are one
  /// registered letter, whatever stands between them.
  mutating func merged(
    _ earlier: Located<ChannelPlan>?,
    _ plan: Located<ChannelPlan>
  ) throws(Unreadable) -> Located<ChannelPlan> {
    guard let earlier else { return plan }
    let registered = [[Channel.registered]]
    let letter = [[Channel.letter]]
    let pair = (earlier.value.parts, plan.value.parts)
    if pair == (letter, registered) || pair == (registered, letter) {
      return Located(ChannelPlan(registered), at: earlier.range.union(plan.range))
    }
    let names = Set(earlier.value.parts.joined())
    guard names.isDisjoint(with: plan.value.parts.joined()) else {
      throw report(repeatedChannel(plan, after: earlier))
    }
    let both = "\(earlier.value.canonicalText) + \(plan.value.canonicalText)"
    try checkSingle(
      earlier.range,
      plan.range,
      Parser.channelKind,
      help: Message(
        fr: "les deux : `\(both)` ; le second à défaut du premier : `sinon`",
        en: "both: `\(both)`; the second for want of the first: `sinon`"
      )
    )
    return plan
  }

  /// A channel that an action has already: once more it would send nothing more.
  private func repeatedChannel(
    _ plan: Located<ChannelPlan>,
    after earlier: Located<ChannelPlan>
  ) -> Diagnostic {
    let adds = !Set(plan.value.parts.joined()).isSubset(of: Set(earlier.value.parts.joined()))
    return Diagnostic(
      .syntax,
      at: plan.range,
      Message(fr: "ce canal est déjà dit", en: "this channel is named already"),
      notes: [DiagnosticNote(Message(fr: "le premier", en: "the first"), at: earlier.range)],
      help: Message(fr: "ne le garder qu'une fois", en: "keep it once"),
      fix: adds ? nil : Fix(.proposed, replacing: withSpaceBefore(plan.range), with: "")
    )
  }

  private func withSpaceBefore(_ range: SourceRange) -> SourceRange {
    var lower = range.lower
    while lower > 0, source.bytes[lower - 1] == 0x20 { lower -= 1 }
    return SourceRange(file: range.file, lower: lower, upper: range.upper)
  }

  /// Tells that `+`, which joins channels, stands before another word of an action.
  mutating func noChannelBehindPlus() -> Unreadable? {
    guard previous.kind == .symbol(.plus), let word = match(Vocabulary.actionWords) else {
      return nil
    }
    let kind: Message
    switch word.value {
    case .channel: return nil
    case .nature: kind = Message(fr: "une nature", en: "a nature")
    case .tone: kind = Message(fr: "un ton", en: "a tone")
    case .mode: kind = Message(fr: "un mode", en: "a mode")
    case .option: kind = Message(fr: "une option", en: "an option")
    }
    let name = quoted(token)
    let isEffect = match(Vocabulary.statements, at: statementStart)?.value == .rule
    return expected(
      Message(fr: "un canal", en: "a channel"),
      help: Message(
        fr: "`+` relie des canaux ; \(name) est \(kind.fr)"
          + (isEffect ? ", un autre effet, après une virgule" : ", qui se dit sans `+`"),
        en: "`+` joins channels; \(name) is \(kind.en)"
          + (isEffect ? ", another effect, behind a comma" : ", which goes without `+`")
      ),
      fix: isEffect
        ? nil
        : Fix(
          .proposed,
          replacing: SourceRange(file: file, lower: previous.lower, upper: token.lower),
          with: ""
        )
    )
  }

  /// The word of an action that a misspelt one was meant to be, after telling so; whatever else
  /// stands there is told and read no further.
  mutating func misspeltActionWord() throws(Unreadable) -> (value: ActionWord, end: Int) {
    let what = Message(fr: "un mot d'action", en: "a word of an action")
    if let hint = actionHabit { throw expected(what, help: hint.help, fix: hint.fix) }
    if let unit = misspelling(withLastWordAmong: Vocabulary.durationUnits.allSpellings) {
      throw report(unit, insteadOf: Parser.unit, help: nil)
    }
    if let phrase = misspelling(withLastWordAmong: Vocabulary.actionWords.allSpellings) {
      throw report(phrase, insteadOf: what, help: nil)
    }
    guard let (spelling, word) = misspelling(of: Vocabulary.actionWords) else {
      throw expected(what, help: Parser.actionOverview)
    }
    _ = report(spelling, insteadOf: what, help: nil)
    return (word, spelling.end)
  }

  private static let actionOverview = Message(
    fr: """
      canal (\(list(Vocabulary.channels))), nature (\(list(Vocabulary.natures))), ton \
      (\(list(Vocabulary.tones))), mode (\(list(Vocabulary.actionModes))) ou option \
      (\(list(Vocabulary.actionOptions)))
      """,
    en: """
      channel (\(list(Vocabulary.channels))), nature (\(list(Vocabulary.natures))), tone \
      (\(list(Vocabulary.tones))), mode (\(list(Vocabulary.actionModes))) or option \
      (\(list(Vocabulary.actionOptions)))
      """
  )

  private static func list<Value>(_ table: WordTable<Value>) -> String {
    table.canonicalSpellings.joined(separator: ", ")
  }

  /// What someone meant who parts words as elsewhere.
  private var actionHabit: (help: Message, fix: Fix?)? {
    let place = range(of: token)
    if isAt(.colon) {
      let help = Message(
        fr: "pas de `:` entre le moment et l'action",
        en: "no `:` between the moment and the action"
      )
      return (help, Fix(.proposed, replacing: place, with: ""))
    }
    if isAt(.comma) || isAt(.and) {
      let help = Message(
        fr: "plusieurs canaux se relient par `+` ; deux étapes se séparent par `;`",
        en: "several channels are joined by `+`; two steps are parted by `;`"
      )
      let joinsChannels = match(Vocabulary.channels, at: following(index)) != nil
      return (help, joinsChannels ? Fix(.proposed, replacing: place, with: "+") : nil)
    }
    if isAt(.otherwise) {
      let help = Message(
        fr: "`sinon` suit son canal : `email sinon courrier`",
        en: "`sinon` stands right behind its channel: `email sinon courrier`"
      )
      return (help, nil)
    }
    return isAt(.then) ? (Parser.ruleForm, nil) : nil
  }
}

// MARK: Effects

extension EffectSyntax.Kind {
  /// The kinds of effect of which one rule may have one only.
  enum Replacing {
    case tone
    case channel
    case template
    case recipient
    case dueDate
  }

  /// What of the step the effect replaces.
  var replaces: Replacing? {
    switch self {
    case .tone: .tone
    case .channels: .channel
    case .template: .template
    case .recipient: .recipient
    case .shiftDueDate: .dueDate
    case .mode, .withoutNature, .withoutChannel, .notify: nil
    }
  }
}

extension Parser {
  /// Tells that a rule sets one thing twice.
  func secondEffect(_ effect: EffectSyntax, after earlier: EffectSyntax) -> Diagnostic {
    Diagnostic(
      .syntax,
      at: effect.range,
      Message(
        fr: "une règle ne fixe qu'une fois la même chose",
        en: "a rule sets one thing once only"
      ),
      notes: [
        DiagnosticNote(Message(fr: "déjà fixé ici", en: "already set here"), at: earlier.range)
      ]
    )
  }

  /// Tells that an effect should come next.
  mutating func missingEffect() -> Unreadable {
    let what = Message(fr: "un effet", en: "an effect")
    let modes = Vocabulary.invoiceModes.canonicalSpellings.joined(separator: ", ")
    let others = Vocabulary.effects.canonicalSpellings.joined(separator: ", ")
    let all = Message(fr: "au choix : \(modes), \(others)…", en: "one of: \(modes), \(others)…")
    if isAt(.if) {
      let help = Message(
        fr: "`sinon` est suivi d'effets ; écrire une seconde règle pour `si`",
        en: "effects follow `sinon`; write a second rule for `si`"
      )
      return expected(what, help: help)
    }
    if match(Vocabulary.tones) != nil {
      return expected(
        what,
        help: Message(fr: "écrire `ton \(text(token))`", en: "write `ton \(text(token))`"),
        fix: Fix(.proposed, replacing: range(of: token).start, with: "ton ")
      )
    }
    if match(Vocabulary.channels) != nil {
      return expected(
        what,
        help: Message(fr: "écrire `canal \(text(token))`", en: "write `canal \(text(token))`"),
        fix: Fix(.proposed, replacing: range(of: token).start, with: "canal ")
      )
    }
    return expected(
      what,
      among: Vocabulary.invoiceModes.allSpellings + Vocabulary.effects.allSpellings,
      help: all
    )
  }
}
