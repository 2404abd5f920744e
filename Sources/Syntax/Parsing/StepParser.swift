import Diagnostics
import Receivables

extension Parser {
  /// Whether a moment comes next.
  var isAtMoment: Bool {
    match(Vocabulary.momentOrigins) != nil || match(Vocabulary.events) != nil
  }

  /// `moment [label] action {option} ["si" condition]`.
  mutating func parseStep() throws(Unreadable) -> StepSyntax {
    let start = index
    let moment = try parseMoment()
    let label = try takeString()
    let action = try parseAction(.step)
    let condition = take(.if) ? try parseStepCondition() : nil
    try expectStatementEnd()
    return StepSyntax(
      moment: moment,
      label: label,
      action: action,
      condition: condition,
      range: range(from: start)
    )
  }

  private mutating func parseStepCondition() throws(Unreadable) -> ExpressionSyntax {
    let keyword = previous
    let condition = try parseCondition()
    guard isAt(.then) else { return condition }
    throw report(
      Diagnostic(
        .syntax,
        at: range(of: token),
        Message(
          fr: "le `si` d'une étape n'a pas de `alors`",
          en: "a step's `si` has no `alors`"
        ),
        label: Message(fr: "de trop dans une étape", en: "too much in a step"),
        help: Message(
          fr: "pour une règle, mettre `;` ou une fin de ligne avant `si`",
          en: "for a rule, put `;` or a line end before `si`"
        ),
        fix: Fix(.proposed, replacing: range(of: keyword).start, with: "; ")
      )
    )
  }

  /// Reads a moment, which must come next.
  mutating func parseMoment() throws(Unreadable) -> Located<Moment> {
    let start = index
    if let event = take(Vocabulary.events) { return Located(.event(event.value), at: event.range) }
    guard let origin = take(Vocabulary.momentOrigins) else {
      if let event = takeMisspeltEvent() { return event }
      throw expected(
        Message(fr: "un moment", en: "a moment"),
        help: Message(
          fr: "par exemple `J+7`, `J-5`, `R+10`, `au paiement`",
          en: "for example `J+7`, `J-5`, `R+10`, `au paiement`"
        )
      )
    }
    let moment: Moment
    switch origin.value {
    case .dueDate: moment = try parseDueDateMoment()
    case .lastReminder: moment = try parseReminderMoment()
    }
    return Located(moment, at: range(from: start))
  }

  /// `J`, `J±N` and its units, `fin de mois`.
  private mutating func parseDueDateMoment() throws(Unreadable) -> Moment {
    guard let offset = try takeOffset() else {
      return take(.endOfMonth) ? .endOfMonth(afterDays: 0) : .days(0)
    }
    if take(.endOfMonth) { return .endOfMonth(afterDays: offset) }
    if take(.workingDays) { return .workingDays(offset) }
    guard let unit = take(Vocabulary.durationUnits) else {
      if let unreadable = misspeltUnit() { throw unreadable }
      return .days(offset)
    }
    switch unit.value {
    case .days:
      return take(.endOfMonth) ? .endOfMonth(afterDays: offset) : .days(offset)
    case .workingDays: return .workingDays(offset)
    case .weeks: return .weeks(offset)
    case .months: return .months(offset)
    case .years:
      throw report(
        Diagnostic(
          .syntax,
          at: unit.range,
          Message(
            fr: "un moment ne se compte pas en années",
            en: "a moment is not counted in years"
          ),
          help: Message(
            fr: "écrire `\(12 * offset) mois`",
            en: "write `\(12 * offset) mois`"
          )
        )
      )
    }
  }

  /// `R+N`, in days.
  private mutating func parseReminderMoment() throws(Unreadable) -> Moment {
    let help = Message(
      fr: "`R+10` : dix jours après la dernière relance",
      en: "`R+10`: ten days after the last reminder"
    )
    guard isAt(.plus), let offset = try takeOffset() else {
      throw expected(
        Message(fr: "`+` et un nombre de jours", en: "`+` and a number of days"),
        help: help
      )
    }
    guard let unit = take(Vocabulary.durationUnits) else {
      if let unreadable = misspeltUnit() { throw unreadable }
      return .afterReminder(days: offset)
    }
    guard unit.value == .days else {
      throw report(
        Diagnostic(
          .syntax,
          at: unit.range,
          Message(fr: "`R` se compte en jours", en: "`R` is counted in days"),
          help: help
        )
      )
    }
    return .afterReminder(days: offset)
  }

  /// Reads a sign and a number if they come next.
  private mutating func takeOffset() throws(Unreadable) -> Int? {
    let isNegative = isAt(.minus)
    guard isNegative || isAt(.plus) else { return nil }
    advance()
    let what = Message(fr: "un nombre", en: "a number")
    guard token.kind == .number else { throw expected(what) }
    let number = token
    let offset = try expectInteger(what).value
    guard offset <= Limits.days else {
      throw report(
        wrongNumber(
          number,
          Message(fr: "dépasse \(Limits.days) jours", en: "is more than \(Limits.days) days")
        )
      )
    }
    return isNegative ? -offset : offset
  }
}
