import Diagnostics
import Receivables
import Semantics

extension Lint {
  /// SEQ305: a mise en demeure that nothing announces.
  static let skippedEscalation = Lint(
    CodePage(
      code: "SEQ305",
      severity: .warning,
      title: Message(fr: "mise en demeure sans relance", en: "formal notice without a reminder"),
      reports: Message(
        fr: "une mise en demeure qu'une facture reçoit sans aucune relance avant elle ; une"
          + " prévenance d'avant l'échéance n'en est pas une",
        en: "a formal notice that an invoice gets with no reminder before it; a notice before"
          + " the due date is none"
      ),
      matters: Message(
        fr: "le plus souvent le client a seulement oublié ; une mise en demeure d'emblée le fâche"
          + " et coûte un recommandé",
        en: "mostly the customer has only forgotten; a formal notice at once gives offence and"
          + " costs a registered letter"
      ),
      example: "J+30 mise en demeure recommandée\nR+15 contentieux",
      instead: "J+10 email\nJ+30 mise en demeure recommandée\nR+15 contentieux",
      basis: [.timeline, .diagram]
    ),
    check: { subject in
      subject.timelines.findingsOnSteps { sudden($0, in: $1) }
    }
  )
}

private func sudden(_ position: Int, in timeline: ScenarioTimeline) -> Diagnostic? {
  let entry = timeline.entries[position]
  guard entry.step.nature == .formalNotice else { return nil }
  let earlier = timeline.entries[..<position].filter { $0.step.nature != .preDueNotice }
  let decision = entry.contact.surely.excess(over: earlier.map { $0.contact.possibly })
  guard
    let message = decision.proving(
      Message(
        fr: "`\(entry.step.momentText)` met en demeure sans qu'une relance soit partie avant",
        en: "`\(entry.step.momentText)` gives formal notice without a reminder sent before"
      )
    )
  else { return nil }
  return Lint.skippedEscalation.finding(
    at: entry.step.range,
    message,
    help: Message(
      fr: "relancer d'abord, par exemple `J+7 email doux`",
      en: "remind first, for example `J+7 email doux`"
    )
  )
}
