import Diagnostics
import Receivables
import Semantics

extension Lint {
  /// CAL402: days off bring two steps together or turn their order.
  static let shiftedCollision = Lint(
    CodePage(
      code: "CAL402",
      severity: .warning,
      title: Message(fr: "rencontre après décalage", en: "collision after shifting"),
      reports: Message(
        fr: "deux étapes que les jours non ouvrés ou la longueur des mois amènent au même jour, ou"
          + " dans l'ordre inverse ; deux étapes plus proches que `espacement` sont déjà dans"
          + " SEQ307",
        en:
          "two steps that days off or the lengths of months bring to one day, or into the opposite"
          + " order; two steps closer than `espacement` are in SEQ307 already"
      ),
      matters: Message(
        fr: "une facture n'a qu'une étape par jour ; quand l'ordre se retourne, la seconde part"
          + " d'abord et la première n'est plus jamais envoyée",
        en: "an invoice has one step a day; where the order turns, the second goes first and the"
          + " first is never sent"
      ),
      example: "J+1 mois courrier\nJ+30 email\nJ+50 tâche",
      instead: "J+15 email\nJ+1 mois courrier\nJ+50 tâche",
      basis: [.calendar, .timeline]
    ),
    check: { subject in
      subject.timelines.findingsOnSteps { collision(at: $0, in: $1) }
    }
  )
}

private func collision(at position: Int, in timeline: ScenarioTimeline) -> Diagnostic? {
  let entry = timeline.entries[position]
  for earlier in timeline.neighbours(before: position).reversed() {
    let before = timeline.entries[earlier]
    let order = timeline.calendarOrder(earlier, position)
    if case .kept = order { continue }
    guard !before.step.sharesDay(with: entry.step),
      let message = message(order, earlier, position, in: timeline)
    else { continue }
    let decision = timeline.meeting(earlier, position, counting: .steps)
    guard let message = decision.proving(message) else { continue }
    return Lint.shiftedCollision.finding(
      at: entry.step.range,
      message,
      notes: [
        DiagnosticNote(Message(fr: "l'autre étape", en: "the other step"), at: before.step.range)
      ],
      help: Message(
        fr: "éloigner les deux étapes, ou les compter de la même façon",
        en: "put the steps further apart, or count them in the same way"
      )
    )
  }
  return nil
}

private func message(
  _ order: CalendarOrder,
  _ first: Int,
  _ second: Int,
  in timeline: ScenarioTimeline
) -> Message? {
  let before = timeline.entries[first].step
  let step = timeline.entries[second].step
  switch order {
  case .kept: return nil
  case .together(let due, let day):
    let spacing = timeline.source.scenario.spacing
    // Steps too close in the first place are another finding, unless one is no message.
    if timeline.gap(from: first, to: second).upperBound < spacing { return nil }
    return Message(
      fr: "`\(before.momentText)` et `\(step.momentText)` tombent le même jour, par exemple le"
        + " \(day.frenchDescription) pour une échéance du \(due.frenchDescription)",
      en: "`\(before.momentText)` and `\(step.momentText)` fall on one day, for example on \(day)"
        + " for a due date of \(due)"
    )
  case .exchanged(let due):
    return Message(
      fr: "`\(step.momentText)` part avant `\(before.momentText)`, qui n'est alors plus envoyée,"
        + " par exemple pour une échéance du \(due.frenchDescription)",
      en: "`\(step.momentText)` goes out before `\(before.momentText)`, which is then never sent,"
        + " for example for a due date of \(due)"
    )
  }
}
