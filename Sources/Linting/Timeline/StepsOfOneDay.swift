import Diagnostics
import Semantics
import Syntax

extension Lint {
  /// SEQ303: two steps of one scenario on one day.
  static let stepsOfOneDay = Lint(
    CodePage(
      code: "SEQ303",
      severity: .error,
      title: Message(fr: "deux étapes le même jour", en: "two steps on one day"),
      reports: Message(
        fr: "deux étapes sans condition au même moment du même scénario",
        en: "two steps without a condition at the same moment of the same scenario"
      ),
      matters: Message(
        fr: "une facture n'a qu'une étape par jour : la seconde part un autre jour que celui écrit",
        en: "an invoice has one step a day: the second goes on another day than is written"
      ),
      example: "J+7 email\nJ+7 appel",
      instead: "J+7 email + appel",
      basis: [.timeline]
    ),
    check: { subject in subject.analysis.scenarios.scenarios.flatMap(collisions) }
  )
}

private func collisions(_ scenario: Scenario) -> [Diagnostic] {
  var first: [Moment: Step] = [:]
  var findings: [Diagnostic] = []
  for step in scenario.steps where step.condition == nil && step.isDated {
    guard let earlier = first[step.moment] else {
      first[step.moment] = step
      continue
    }
    findings.append(
      Lint.stepsOfOneDay.finding(
        at: step.range,
        Message(
          fr: "deux étapes à `\(step.moment.canonicalText)` : une seule peut partir ce jour-là",
          en: "two steps at `\(step.moment.canonicalText)`: only one can go on that day"
        ),
        notes: [
          DiagnosticNote(Message(fr: "l'autre étape", en: "the other step"), at: earlier.range)
        ],
        help: Message(
          fr: "réunir les canaux dans une étape, comme `email + appel`, ou changer un des moments",
          en: "join the channels in one step, as in `email + appel`, or change one of the moments"
        )
      )
    )
  }
  return findings
}

extension Step {
  /// Whether the moment alone tells the day.
  fileprivate var isDated: Bool {
    switch moment {
    case .days, .workingDays, .weeks, .months, .endOfMonth: true
    case .afterReminder, .event: false
    }
  }
}
