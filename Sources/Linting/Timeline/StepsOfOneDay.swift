import Diagnostics
import Semantics
import Syntax

extension Lint {
  /// SEQ303: two steps of one invoice on one day.
  static let stepsOfOneDay = Lint(
    CodePage(
      code: "SEQ303",
      severity: .error,
      title: Message(fr: "deux étapes le même jour", en: "two steps on one day"),
      reports: Message(
        fr: "deux étapes du même scénario au même moment, pour une même facture",
        en: "two steps of the same scenario at the same moment, for the same invoice"
      ),
      matters: Message(
        fr: "une facture n'a qu'une étape par jour : la seconde part un autre jour que celui écrit",
        en: "an invoice has one step a day: the second goes on another day than is written"
      ),
      example: "J+7 email\nJ+7 appel",
      instead: "J+7 email + appel",
      basis: [.timeline, .diagram]
    ),
    check: { subject in
      // The same step written twice is told as such.
      let duplicates = Set(subject.duplicates.map { $0.range })
      return subject.timelines.findingsOnSteps { position, timeline in
        let isDuplicate = duplicates.contains(timeline.entries[position].step.range)
        return isDuplicate ? nil : collision(position, in: timeline)
      }
    }
  )
}

private func collision(_ position: Int, in timeline: ScenarioTimeline) -> Diagnostic? {
  let later = timeline.entries[position]
  for earlier in timeline.namesakes[later.step.moment.inDays] ?? [] {
    guard earlier < position else { break }
    let earlier = timeline.entries[earlier]
    guard earlier.step.sharesDay(with: later.step) else { continue }
    let decision = earlier.reach.surely.overlap(with: later.reach.surely)
    guard
      let message = decision.proving(
        Message(
          fr: "deux étapes à `\(later.step.momentText)` : une seule peut partir ce jour-là",
          en: "two steps at `\(later.step.momentText)`: only one can go on that day"
        )
      )
    else { continue }
    return Lint.stepsOfOneDay.finding(
      at: later.step.range,
      message,
      notes: [
        DiagnosticNote(
          Message(fr: "l'autre étape", en: "the other step"),
          at: earlier.step.range
        )
      ],
      help: Message(
        fr: "réunir les canaux dans une étape, comme `email + appel`, ou changer un des moments",
        en: "join the channels in one step, as in `email + appel`, or change one of the moments"
      )
    )
  }
  return nil
}

extension Step {
  /// Whether two steps name the same day, whatever the due date.
  func sharesDay(with other: Step) -> Bool {
    if case .afterReminder = moment { return false }
    return moment.inDays == other.moment.inDays
  }
}

extension Moment {
  /// The moment with weeks as days.
  var inDays: Moment {
    switch self {
    case .weeks(let count): .days(7 * count)
    case .workingDays(0), .months(0): .days(0)
    case .days, .workingDays, .months, .endOfMonth, .afterReminder, .event: self
    }
  }
}
