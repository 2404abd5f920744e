import Diagnostics
import Receivables

extension Parser {
  /// A setting, its keyword included.
  mutating func parseSetting(_ keyword: StatementKeyword) throws(Unreadable) -> SettingSyntax {
    let start = index
    advanceKeyword()
    let kind = try parseSettingValue(keyword)
    try expectStatementEnd()
    return SettingSyntax(kind, at: range(from: start))
  }

  private mutating func parseSettingValue(
    _ keyword: StatementKeyword
  ) throws(Unreadable) -> SettingSyntax.Kind {
    switch keyword {
    case .description:
      return .description(
        try expectQuotedName(Message(fr: "un texte entre guillemets", en: "a text between quotes"))
          .text
      )
    case .inherits:
      guard let name = takeName() else {
        throw expected(Message(fr: "le nom d'un scénario", en: "a scenario's name"))
      }
      return .inherits(name)
    case .without: return try parseWithout()
    case .appliesTo: return .appliesTo(try parseCondition())
    case .priority:
      return .priority(
        try expectInteger(Message(fr: "un nombre entier", en: "a whole number")).value
      )
    case .workingWeek: return .workingWeek(try parseWorkingWeek())
    case .holidays: return try parseHolidays()
    case .shift:
      return .shift(
        try expect(
          Message(fr: "le sens du décalage", en: "where to shift"),
          of: Vocabulary.dayShifts
        )
        .value
      )
    case .catchUp:
      return .catchUp(
        try expect(Message(fr: "un rattrapage", en: "a way to catch up"), of: Vocabulary.catchUps)
          .value
      )
    case .spacing: return .spacing(days: try expectDays(Parser.dayCount).value)
    case .grouping: return .grouping(try parseGrouping())
    case .cap: return .cap(try parseCap())
    case .threshold: return .threshold(try expectMoney(Parser.amount).value)
    case .penalties: return .penalties(try parsePenalties())
    case .indemnity: return .indemnity(try expectMoney(Parser.amount).value)
    case .window: return .window(days: try expectDays(Parser.dayCount).value)
    case .scenario, .template, .example, .column, .definition, .rate, .rule:
      throw unexpected()
    }
  }

  static let dayCount = Message(fr: "un nombre de jours", en: "a number of days")
  static let amount = Message(fr: "un montant", en: "an amount")

  /// `étape J+30`, `étape « appel »`, `prélude`, `pénalités`, behind `sans`.
  private mutating func parseWithout() throws(Unreadable) -> SettingSyntax.Kind {
    let help = Message(
      fr: "pour écarter une nature ou un canal, une règle : `si … alors sans …`",
      en: "to leave out a nature or a channel, a rule: `si … alors sans …`"
    )
    guard let what = take(Vocabulary.withoutSettings) else {
      throw expected(
        Message(
          fr: "`étape`, `prélude` ou `pénalités`",
          en: "`étape`, `prélude` or `pénalités`"
        ),
        help: help
      )
    }
    switch what.value {
    case .prelude: return .withoutPrelude
    case .penalties: return .penalties(.none)
    case .step: return .withoutStep(try parseStepReference())
    }
  }

  private mutating func parseStepReference() throws(Unreadable) -> StepReferenceSyntax {
    if isAtMoment {
      let moment = try parseMoment()
      return StepReferenceSyntax(.moment(moment.value), at: moment.range)
    }
    guard let label = takeName() else {
      throw expected(
        Message(fr: "le moment ou le nom d'une étape", en: "a step's moment or label"),
        help: Message(fr: "`sans étape J+30`", en: "`sans étape J+30`")
      )
    }
    return StepReferenceSyntax(.label(label), at: label.range)
  }

  /// Days and ranges of days, parted by commas or `et`.
  private mutating func parseWorkingWeek() throws(Unreadable) -> WeekdaySet {
    let what = Message(fr: "un jour de la semaine", en: "a day of the week")
    var week = WeekdaySet()
    repeat {
      let first = try expect(what, of: Vocabulary.weekdays).value
      if take(.to) {
        week.formUnion(
          WeekdaySet(from: first, through: try expect(what, of: Vocabulary.weekdays).value)
        )
      } else {
        week.insert(WeekdaySet(first))
      }
    } while take(.comma) || take(.and)
    return week
  }

  /// A region, `aucun`, or days behind `le`.
  private mutating func parseHolidays() throws(Unreadable) -> SettingSyntax.Kind {
    guard take(.on) else {
      return .holidays(
        try expect(
          Message(fr: "une région ou `le` et une date", en: "a region, or `le` and a date"),
          of: Vocabulary.holidayRegions
        ).value
      )
    }
    var days: [CalendarDate] = []
    repeat {
      days.append(try expectDate(Message(fr: "une date", en: "a date")).value)
    } while take(.comma) || take(.and)
    return .extraHolidays(days)
  }

  private mutating func parseGrouping() throws(Unreadable) -> Grouping {
    _ = take(.by)
    return try expect(
      Message(fr: "`client`, `niveau` ou `facture`", en: "`client`, `niveau` or `facture`"),
      of: Vocabulary.groupings
    ).value
  }

  /// `N contacts par client|facture [par M jours]`.
  private mutating func parseCap() throws(Unreadable) -> ContactCap {
    let help = Message(
      fr: "par exemple `plafond 1 contact par client par 7 jours`",
      en: "for example `plafond 1 contact par client par 7 jours`"
    )
    let contacts = try expectInteger(Message(fr: "un nombre", en: "a number"))
    guard take(.contacts) else {
      throw expected(Message(verbatim: "`contacts`"), help: help)
    }
    guard take(.by) else { throw expected(Message(verbatim: "`par`"), help: help) }
    let scope = try expect(
      Message(fr: "`client` ou `facture`", en: "`client` or `facture`"),
      of: Vocabulary.capScopes
    )
    let days = take(.by) ? try expectDays(Parser.dayCount).value : nil
    return ContactCap(contacts: contacts.value, scope: scope.value, days: days)
  }

  /// `BCE + N points`, `N × taux légal`, `N %`.
  private mutating func parsePenalties() throws(Unreadable) -> PenaltyRule {
    let help = Message(
      fr: "`BCE + 10 points`, `3 × taux légal` ou `12 %`",
      en: "`BCE + 10 points`, `3 × taux légal` or `12 %`"
    )
    if let reference = take(Vocabulary.referenceRates) {
      switch reference.value {
      case .legal:
        throw report(
          Diagnostic(
            .syntax,
            at: reference.range,
            Message(
              fr: "le taux légal se multiplie",
              en: "the legal rate is multiplied"
            ),
            help: help
          )
        )
      case .ecb:
        guard take(.plus) else {
          throw expected(Message(fr: "`+` et des points", en: "`+` and points"), help: help)
        }
        return .ecbPlus(try expectPoints(help))
      }
    }
    guard token.kind == .number else {
      throw expected(Message(fr: "un taux", en: "a rate"), help: help)
    }
    let number = advance()
    if take(.percent) { return .fixed(try percentage(of: number)) }
    guard take(.times) || take(.multiple) else {
      throw expected(Message(fr: "`%` ou `×`", en: "`%` or `×`"), help: help)
    }
    _ = take(.on)
    guard take(Vocabulary.referenceRates)?.value == .legal else {
      throw expected(Message(verbatim: "`taux légal`"), help: help)
    }
    return .legalTimes(try value(of: number))
  }

  private mutating func expectPoints(_ help: Message) throws(Unreadable) -> Percentage {
    guard token.kind == .number else {
      throw expected(Message(fr: "un nombre de points", en: "a number of points"), help: help)
    }
    let number = advance()
    guard take(.points) else {
      throw expected(Message(verbatim: "`points`"), help: help)
    }
    return try percentage(of: number)
  }
}
