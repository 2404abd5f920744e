import Diagnostics
import Receivables
import Semantics
import Syntax

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
      basis: [.timeline, .diagram],
      fixes: [.proposed]
    ),
    check: { subject in
      subject.timelines.findingsOnSteps { sudden($0, in: $1, subject.analysis.files) }
    }
  )
}

private func sudden(
  _ position: Int,
  in timeline: ScenarioTimeline,
  _ files: SourceFiles
) -> Diagnostic? {
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
      fr: "relancer d'abord, par exemple `\(firstReminder.text)`",
      en: "remind first, for example `\(firstReminder.text)`"
    ),
    fix: timeline.proposal(before: position, in: files)
  )
}

/// What is written in front of a mise en demeure, and its day.
private let firstReminder = (text: "J+7 email doux", day: 7)

extension ScenarioTimeline {
  /// A proposal that reminds before a step, where it is plain what there is to write: nothing comes
  /// before, there is time between the two, and no rule would have a say in it.
  fileprivate func proposal(before position: Int, in files: SourceFiles) -> Fix? {
    let entry = entries[position]
    let isFirst = entries[..<position].allSatisfy { $0.step.isBeforeDueDate }
    let effects = source.scenario.rules.flatMap { $0.effects + $0.otherwise }
    let time = entry.days.lowerBound - firstReminder.day
    guard time >= source.scenario.spacing, (firstReminder.day...longestGap).contains(time),
      entry.step.condition == nil, isFirst, !effects.contains(where: { $0.touchesReminders }),
      let place = source.syntax.items.firstIndex(where: { $0.range == entry.step.range })
    else { return nil }
    return source.proposal(inserting: firstReminder.text, before: place, in: files)
  }
}

extension Effect {
  /// Whether the effect may keep an e-mail that reminds from going out as such.
  fileprivate var touchesReminders: Bool {
    switch self {
    case .channels, .withoutNature(.reminder), .withoutChannel(.email): true
    case .mode, .tone, .template, .recipient, .withoutNature, .withoutChannel, .shiftDueDate,
      .notify:
      false
    }
  }
}
