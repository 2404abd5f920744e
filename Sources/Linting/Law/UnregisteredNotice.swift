import Diagnostics
import Receivables
import Semantics
import Syntax

extension Lint {
  /// DRO501: a mise en demeure that is hard to prove.
  static let unregisteredNotice = Lint(
    CodePage(
      code: "DRO501",
      severity: .warning,
      title: Message(fr: "mise en demeure non recommandée", en: "formal notice not registered"),
      reports: Message(
        fr:
          "une mise en demeure qui part sans recommandé, de son propre canal ou par une règle ; une"
          + " tâche laisse le choix à une personne et n'est pas rapportée",
        en: "a formal notice that goes without registered post, by its own channel or by a rule; a"
          + " task leaves the choice to a person and is not reported"
      ),
      matters: Message(
        fr:
          "l'article 1344 du code civil demande une interpellation suffisante, pas un recommandé ;"
          + " mais c'est au créancier de prouver sa date et sa réception, et un e-mail seul y suffit"
          + " mal",
        en: "article 1344 of the French civil code asks for sufficient notice, not for registered"
          + " post; but the creditor has to prove its date and receipt, which an e-mail alone hardly"
          + " does"
      ),
      example: "J+7 email\nJ+45 mise en demeure email\nR+15 contentieux",
      instead: "J+7 email\nJ+45 mise en demeure email + recommandé\nR+15 contentieux",
      basis: [.timeline, .diagram],
      fixes: [.proposed]
    ),
    check: { subject in
      subject.timelines.flatMap { timeline in
        timeline.entries.compactMap { weakNotice($0, in: subject.analysis) }
      }.oncePerPlace
    }
  )
}

private func weakNotice(_ entry: ScenarioTimeline.Entry, in analysis: Analysis) -> Diagnostic? {
  guard entry.step.nature == .formalNotice else { return nil }
  for variant in entry.variants where variant.channels.isContact && !variant.channels.isRegistered {
    let channels = variant.channels.canonicalText
    let message = Message(
      fr:
        "la mise en demeure de `\(entry.step.momentText)` part par `\(channels)`, sans recommandé",
      en: "the formal notice of `\(entry.step.momentText)` goes by `\(channels)`, not registered"
    )
    guard let message = variant.reach.surely.decision.proving(message) else { continue }
    let written = analysis.channels(ofStepAt: entry.step.range)
    let isOwn = variant.channels == entry.step.channels
    let stronger = ChannelPlan(entry.step.channels.parts + [[.registered]]).canonicalText
    return Lint.unregisteredNotice.finding(
      at: isOwn ? written ?? entry.step.range : entry.step.range,
      message,
      help: isOwn
        ? Message(fr: "écrire `\(stronger)`", en: "write `\(stronger)`")
        : Message(
          fr: "restreindre la règle qui change le canal, ou y ajouter `recommandé`",
          en: "narrow the rule that changes the channel, or add `recommandé` to it"
        ),
      fix: isOwn ? written.map { Fix(.proposed, replacing: $0, with: stronger) } : nil
    )
  }
  return nil
}

extension ChannelPlan {
  /// Whether a registered letter may be among the messages.
  fileprivate var isRegistered: Bool { parts.contains { $0.contains(.registered) } }
}

extension Analysis {
  /// The place of the channels in the statement of a step.
  fileprivate func channels(ofStepAt range: SourceRange) -> SourceRange? {
    guard trees.indices.contains(range.file) else { return nil }
    for declaration in trees[range.file].declarations {
      guard case .scenario(let scenario) = declaration else { continue }
      for item in scenario.items {
        if case .step(let step) = item, step.range == range { return step.action.channels?.range }
      }
    }
    return nil
  }
}
