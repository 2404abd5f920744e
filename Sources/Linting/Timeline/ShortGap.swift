import Diagnostics
import Receivables
import Semantics
import Syntax

extension Lint {
  /// SEQ307: two reminders closer than `espacement`.
  static let shortGap = Lint(
    CodePage(
      code: "SEQ307",
      severity: .warning,
      title: Message(fr: "relances trop proches", en: "reminders too close"),
      reports: Message(
        fr: "deux messages au client à moins de jours l'un de l'autre que `espacement` n'en demande"
          + " (7 s'il n'est pas écrit) ; une prévenance et la première relance d'après l'échéance"
          + " peuvent se suivre de plus près",
        en: "two messages to the customer fewer days apart than `espacement` asks for (7 if it is"
          + " not written); a notice before the due date and the first reminder after it may be"
          + " closer"
      ),
      matters: Message(
        fr: "`espacement` règle le rattrapage des retards, pas les étapes que le scénario rapproche"
          + " lui-même : elles partent si près l'une de l'autre que la première n'a pas le temps"
          + " d'être payée",
        en: "`espacement` paces an invoice that catches up, not steps that the scenario itself puts"
          + " close: they go out so near to each other that there is no time to pay after the first"
      ),
      example: "J+7 email\nJ+10 courrier ferme\nJ+40 tâche",
      instead: "J+7 email\nJ+21 courrier ferme\nJ+40 tâche",
      basis: [.timeline, .diagram],
      fixes: [.proposed]
    ),
    check: { subject in
      subject.timelines.findingsOnSteps { haste(before: $0, in: $1, subject) }
    }
  )
}

private func haste(
  before position: Int,
  in timeline: ScenarioTimeline,
  _ subject: LintSubject
) -> Diagnostic? {
  let spacing = timeline.source.scenario.spacing
  let entry = timeline.entries[position]
  for earlier in timeline.entries[..<position].indices.reversed() {
    let before = timeline.entries[earlier]
    let gap = timeline.gap(from: earlier, to: position)
    guard gap.upperBound < spacing,
      before.step.isBeforeDueDate == entry.step.isBeforeDueDate,
      !before.step.sharesDay(with: entry.step),
      !timeline.mayChangePlaces(earlier, position)
    else { continue }
    let days = gap.upperBound
    let decision = timeline.meeting(earlier, position, counting: .contacts)
    guard
      let message = decision.proving(
        Message(
          fr: "`\(entry.step.momentText)` suit `\(before.step.momentText)` de \(days)"
            + " \(days > 1 ? "jours" : "jour"), moins que les \(spacing) jours d'`espacement`",
          en: "`\(entry.step.momentText)` follows `\(before.step.momentText)` by \(days)"
            + " \(days == 1 ? "day" : "days"), less than the \(spacing) days of `espacement`"
        )
      )
    else { continue }
    return Lint.shortGap.finding(
      at: entry.step.range,
      message,
      notes: [
        DiagnosticNote(Message(fr: "l'étape d'avant", en: "the step before"), at: before.step.range)
      ],
      help: Message(
        fr: "éloigner les deux étapes, ou écrire `espacement \(max(days, 1)) jours` si c'est voulu",
        en: "put the steps further apart, or write `espacement \(max(days, 1)) jours` if it is"
          + " meant"
      ),
      fix: proposal(of: days, in: timeline.source, subject)
    )
  }
  return nil
}

private func proposal(of days: Int, in source: ScenarioSource, _ subject: LintSubject) -> Fix? {
  guard days > 0 else { return nil }
  let isStated = subject.states(source) { kind in
    if case .spacing = kind { true } else { false }
  }
  guard !isStated else { return nil }
  return source.proposal(
    inserting: "espacement \(days) \(days > 1 ? "jours" : "jour")",
    in: subject.analysis.files
  )
}
