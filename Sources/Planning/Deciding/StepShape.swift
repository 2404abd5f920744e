import Receivables
import Semantics
import Syntax

/// A step as the rules leave it.
struct StepShape {
  /// The step's entry in the playbook.
  let entry: PlaybookStep
  /// The channels: those a rule sets, else the step's own, less those that are dropped (R63).
  let channels: ChannelPlan
  /// The tone.
  let tone: Tone
  /// The template.
  let template: String?
  /// The recipient.
  let recipient: ContactRole
  /// Who is told internally.
  let notifications: [ContactRole]

  /// Shapes a step that the rules do not drop.
  init(_ entry: PlaybookStep, by rules: RuleFindings) {
    self.entry = entry
    channels = StepShape.channels(of: entry, after: rules)
    tone = rules.tone?.effect ?? entry.step.tone
    template = rules.template?.effect ?? entry.step.template
    recipient = rules.recipient?.effect ?? entry.step.recipient
    var notifications = entry.step.notifications
    for given in rules.notifications where !notifications.contains(given.effect) {
      notifications.append(given.effect)
    }
    self.notifications = notifications
  }

  /// The step as the scenario has it; its id never changes.
  var step: Step { entry.step }

  /// The rule that drops a step, because of its nature or because no channel is left to it.
  static func removal(of entry: PlaybookStep, by rules: RuleFindings) -> Int? {
    if let given = rules.withoutNatures.first(where: { $0.effect == entry.step.nature }) {
      return given.rule
    }
    guard let last = rules.withoutChannels.last,
      channels(of: entry, after: rules).parts.isEmpty
    else { return nil }
    let channels = rules.channels?.effect ?? entry.step.channels
    let responsible = rules.withoutChannels.first { given in
      channels.parts.contains { $0.contains(given.effect) }
    }
    return responsible?.rule ?? last.rule
  }

  private static func channels(of entry: PlaybookStep, after rules: RuleFindings) -> ChannelPlan {
    let plan = rules.channels?.effect ?? entry.step.channels
    guard !rules.withoutChannels.isEmpty else { return plan }
    let parts = plan.parts.map { chain in
      chain.filter { channel in !rules.withoutChannels.contains { $0.effect == channel } }
    }
    return ChannelPlan(parts.filter { !$0.isEmpty })
  }
}
