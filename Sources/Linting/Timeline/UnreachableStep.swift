import Diagnostics
import Receivables
import Semantics
import Syntax

extension Lint {
  /// SEQ301: a step that comes too late, or that nothing leads to.
  static let unreachableStep = Lint(
    CodePage(
      code: "SEQ301",
      severity: .error,
      title: Message(fr: "étape hors d'atteinte", en: "step out of reach"),
      reports: Message(
        fr: "un message au client après la transmission au contentieux ; une étape `R+N` devant"
          + " laquelle aucune relance ne peut être partie. Une tâche entre collègues après la"
          + " transmission n'est pas rapportée",
        en: "a message to the customer after the handover to litigation; a step `R+N` before which"
          + " no reminder can have gone out. A task between colleagues after the handover is not"
          + " reported"
      ),
      matters: Message(
        fr: "un dossier transmis n'est plus relancé par l'entreprise ; une étape comptée depuis"
          + " une relance qui n'existe pas ne part jamais",
        en: "a case that was handed over is no longer reminded by the company; a step counted from"
          + " a reminder that does not exist never goes out"
      ),
      example: "J+7 email\nJ+45 contentieux\nJ+60 courrier ferme",
      instead: "J+7 email\nJ+45 courrier ferme\nJ+60 contentieux",
      basis: [.timeline, .diagram]
    ),
    check: { subject in
      subject.timelines.findingsOnSteps { afterHandover($0, of: $1) ?? withoutReminder($0, of: $1) }
    }
  )
}

private func afterHandover(_ position: Int, of timeline: ScenarioTimeline) -> Diagnostic? {
  let entry = timeline.entries[position]
  guard entry.step.nature != .litigation else { return nil }
  for handover in timeline.handovers.prefix(while: { $0 < position }) {
    let handover = timeline.entries[handover]
    let decision = handover.reach.surely.overlap(with: entry.contact.surely)
    guard
      let message = decision.proving(
        Message(
          fr: "`\(entry.step.momentText)` relance le client après la transmission au contentieux",
          en: "`\(entry.step.momentText)` reminds the customer after the handover to litigation"
        )
      )
    else { continue }
    return Lint.unreachableStep.finding(
      at: entry.step.range,
      message,
      notes: [
        DiagnosticNote(Message(fr: "transmis ici", en: "handed over here"), at: handover.step.range)
      ],
      help: Message(
        fr: "placer l'étape avant la transmission, ou en faire une `tâche` pour un collègue",
        en: "put the step before the handover, or make it a `tâche` for a colleague"
      )
    )
  }
  return nil
}

private func withoutReminder(_ position: Int, of timeline: ScenarioTimeline) -> Diagnostic? {
  let entry = timeline.entries[position]
  guard entry.step.isAfterReminder, !timeline.source.scenario.answersEvents else { return nil }
  // One that counts from a step which never goes out itself is told once that one is.
  let leadsHere = timeline.entries[..<position].contains { earlier in
    earlier.step.nature != .thanks && !earlier.meant.possibly.isApart(from: entry.meant.possibly)
  }
  guard !leadsHere, !entry.meant.possibly.isEmpty else { return nil }
  return Lint.unreachableStep.finding(
    at: entry.step.range,
    Message(
      fr: "`\(entry.step.momentText)` compte depuis une relance, et aucune étape ne la précède",
      en: "`\(entry.step.momentText)` counts from a reminder, and no step comes before it"
    ),
    help: Message(
      fr: "compter la première étape depuis l'échéance : `J+7`",
      en: "count the first step from the due date: `J+7`"
    )
  )
}
