import Diagnostics
import Receivables
import Semantics
import Syntax

extension Lint {
  /// SEQ306: weeks in which nothing happens.
  static let longGap = Lint(
    CodePage(
      code: "SEQ306",
      severity: .warning,
      title: Message(fr: "long silence", en: "long gap"),
      reports: Message(
        fr: "plus de 45 jours entre deux étapes qu'une même facture reçoit l'une après l'autre ;"
          + " avec `--db`, les actions qui attendent une personne depuis plus de 14 jours",
        en: "more than 45 days between two steps that an invoice gets one after the other; with"
          + " `--db`, actions that have been waiting for a person for more than 14 days"
      ),
      matters: Message(
        fr: "le client croit l'affaire oubliée, et chaque mois qui passe fait baisser les chances"
          + " d'être payé",
        en: "the customer thinks the matter forgotten, and with every month the chance of being"
          + " paid goes down"
      ),
      example: "J+7 email\nJ+90 contentieux",
      instead: "J+7 email\nJ+45 courrier ferme\nJ+90 contentieux",
      basis: [.timeline, .diagram, .ledger]
    ),
    check: { subject in
      subject.timelines.findingsOnSteps { silence(before: $0, in: $1) }
    }
  )
}

/// The most days between two steps of an invoice.
let longestGap = 45

private func silence(before position: Int, in timeline: ScenarioTimeline) -> Diagnostic? {
  let step = timeline.entries[position].step
  for earlier in timeline.entries[..<position].indices.reversed() {
    let gap = timeline.gap(from: earlier, to: position)
    guard gap.lowerBound > longestGap else { continue }
    let before = timeline.entries[earlier].step
    let decision = timeline.meeting(earlier, position, counting: .steps)
    guard
      let message = decision.proving(
        Message(
          fr:
            "\(gap.lowerBound) jours sans rien entre `\(before.momentText)` et `\(step.momentText)`",
          en: "\(gap.lowerBound) days of nothing between `\(before.momentText)` and"
            + " `\(step.momentText)`"
        )
      )
    else {
      if timeline.isCutOff(position, from: earlier, counting: .steps) { return nil }
      continue
    }
    return Lint.longGap.finding(
      at: step.range,
      message,
      notes: [
        DiagnosticNote(Message(fr: "l'étape d'avant", en: "the step before"), at: before.range)
      ],
      help: Message(
        fr: "ajouter une étape entre les deux, un appel par exemple, ou avancer la seconde",
        en: "add a step between the two, a call for example, or bring the second forward"
      )
    )
  }
  return nil
}
