import Diagnostics
import Receivables
import Semantics
import Syntax

extension Lint {
  /// SEQ310: a channel that some customers have no address for, without another in its place.
  static let noFallbackChannel = Lint(
    CodePage(
      code: "SEQ310",
      severity: .information,
      title: Message(fr: "pas de canal de secours", en: "no fallback channel"),
      reports: Message(
        fr: "les étapes par e-mail, SMS ou courrier sans `sinon`, une fois par scénario ; avec"
          + " `--db`, pour chaque étape, les clients qu'elle ne peut pas atteindre",
        en: "the steps by e-mail, SMS or letter without `sinon`, once for each scenario; with"
          + " `--db`, for each step, the customers whom it cannot reach"
      ),
      matters: Message(
        fr: "un client sans cette adresse devient une tâche à faire à la main",
        en: "a customer without that address becomes work for a person"
      ),
      example: "J+7 email",
      instead: "J+7 email sinon courrier",
      basis: [.names, .ledger],
      fixes: [.proposed]
    ),
    check: { subject in subject.scenarioSources.compactMap(missingFallback) }
  )
}

private func missingFallback(_ source: ScenarioSource) -> Diagnostic? {
  let gaps = source.syntax.items.compactMap { item -> Gap? in
    guard case .step(let step) = item, step.action.mode?.value != .manual else { return nil }
    return step.action.channels.flatMap { Gap($0) }
  }
  guard let first = gaps.first else { return nil }
  let others = gaps.dropFirst().map { gap in
    DiagnosticNote(Message(fr: "de même ici", en: "here too"), at: gap.range)
  }
  return Lint.noFallbackChannel.finding(
    at: first.range,
    Message(
      fr: "sans adresse pour `\(first.channel.rawValue)`, le message reste à faire à la main",
      en: "without an address for `\(first.channel.rawValue)` the message is left to a person"
    ),
    notes: others,
    help: Message(
      fr: "prévoir un second canal : `\(first.repaired)`",
      en: "name a second channel: `\(first.repaired)`"
    ),
    fix: Fix(.proposed, edits: gaps.map { Fix.Edit($0.range, with: $0.repaired) })
  )
}

/// The channels of a step of which one has no fallback.
private struct Gap {
  let range: SourceRange
  let channel: Channel
  let repaired: String

  init?(_ channels: Located<ChannelPlan>) {
    let alone = channels.value.parts.first { $0.count == 1 && Gap.fallback($0[0]) != nil }
    guard let alone else { return nil }
    range = channels.range
    channel = alone[0]
    let used = Set(channels.value.parts.flatMap { $0 })
    let parts = channels.value.parts.map { part -> [Channel] in
      guard part.count == 1, let other = Gap.fallback(part[0]), !used.contains(other) else {
        return part
      }
      return part + [other]
    }
    guard parts != channels.value.parts else { return nil }
    repaired = ChannelPlan(parts).canonicalText
  }

  /// What can take the place of a channel.
  private static func fallback(_ channel: Channel) -> Channel? {
    switch channel {
    case .email: .letter
    case .letter, .sms: .email
    case .registered, .call, .task: nil
    }
  }
}
