import Diagnostics
import Receivables

extension Parser {
  /// `si COND alors EFFECT, … [sinon EFFECT, …]`.
  mutating func parseRule() throws(Unreadable) -> RuleSyntax {
    let start = index
    advanceKeyword()
    let condition = try parseCondition()
    try expectThen()
    let effects = try parseEffects()
    let otherwise = take(.otherwise) ? try parseEffects() : []
    try expectRuleEnd()
    return RuleSyntax(
      condition: condition,
      effects: effects,
      otherwise: otherwise,
      range: range(from: start)
    )
  }

  private mutating func expectThen() throws(Unreadable) {
    guard !take(.then) else { return }
    let word = Message(verbatim: "`alors`")
    // `si litige manuel`: the effect was read as the end of a field.
    let isEffect = match(Vocabulary.invoiceModes, at: index - 1) != nil
    if isAtStatementEnd, isEffect {
      let effect = range(of: previous)
      throw report(
        Diagnostic(
          .syntax,
          at: effect,
          Message(
            fr: "il manque `alors` avant \(quoted(previous))",
            en: "`alors` is missing before \(quoted(previous))"
          ),
          help: Parser.ruleForm,
          fix: Fix(.proposed, replacing: effect.start, with: "alors ")
        )
      )
    }
    guard isAt(.not) else { throw expected(word, help: Parser.ruleForm) }
    throw expected(
      word,
      help: Message(
        fr: "`non` se place devant la comparaison : `si non segment dans (A, B)`",
        en: "`non` stands before the comparison: `si non segment dans (A, B)`"
      )
    )
  }

  static let ruleForm = Message(
    fr: "une règle s'écrit `si CONDITION alors EFFET`",
    en: "a rule is written `si CONDITION alors EFFECT`"
  )

  /// Makes sure that a rule ends behind its effects.
  private mutating func expectRuleEnd() throws(Unreadable) {
    guard isAt(.and) else { return try expectStatementEnd() }
    throw unexpected(
      help: Message(
        fr: "les effets se séparent par une virgule",
        en: "effects are parted by a comma"
      ),
      fix: Fix(
        .proposed,
        replacing: SourceRange(file: file, lower: previous.upper, upper: token.upper),
        with: ","
      )
    )
  }

  private mutating func parseEffects() throws(Unreadable) -> [EffectSyntax] {
    var effects: [EffectSyntax] = []
    repeat {
      let effect = try parseEffect()
      if let earlier = effects.first(where: { $0.kind.replaces == effect.kind.replaces }),
        effect.kind.replaces != nil
      {
        throw report(secondEffect(effect, after: earlier))
      }
      effects.append(effect)
    } while take(.comma)
    return effects
  }

  private mutating func parseEffect() throws(Unreadable) -> EffectSyntax {
    let start = index
    if let mode = take(Vocabulary.invoiceModes) {
      return EffectSyntax(.mode(mode.value), at: mode.range)
    }
    guard let keyword = take(Vocabulary.effects) else { throw missingEffect() }
    let kind: EffectSyntax.Kind
    switch keyword.value {
    case .tone:
      kind = .tone(
        try expect(Message(fr: "un ton", en: "a tone"), of: Vocabulary.tones).value
      )
    case .channel:
      kind = .channels(try parseChannels().value)
    case .template:
      kind = .template(
        try expectQuotedName(Message(fr: "le nom d'un modèle", en: "a template's name"))
      )
    case .recipient:
      kind = .recipient(try expectRole().value)
    case .without:
      kind = try parseWithoutEffect()
    case .postpone:
      kind = .shiftDueDate(days: try expectDays(Parser.delay).value)
    case .advance:
      kind = .shiftDueDate(days: -(try expectDays(Parser.delay).value))
    case .notify:
      kind = .notify(try expectRole().value)
    }
    return EffectSyntax(kind, at: range(from: start))
  }

  private static let delay = Message(fr: "un nombre de jours", en: "a number of days")

  private mutating func parseWithoutEffect() throws(Unreadable) -> EffectSyntax.Kind {
    if let nature = take(Vocabulary.natures) { return .withoutNature(nature.value) }
    if let channel = take(Vocabulary.channels) { return .withoutChannel(channel.value) }
    let list = (Vocabulary.natures.canonicalSpellings + Vocabulary.channels.canonicalSpellings)
      .joined(separator: ", ")
    throw expected(
      Message(fr: "une nature ou un canal", en: "a nature or a channel"),
      help: Message(fr: "au choix : \(list)", en: "one of: \(list)")
    )
  }
}
