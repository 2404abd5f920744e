import Receivables
import Semantics
import Syntax

/// What the rules of a scenario make of an invoice; shared by all that is decided from it.
final class RuleFindings {
  /// An effect with the rule that gave it.
  struct Given<Effect> {
    /// The effect.
    let effect: Effect
    /// The index of the rule.
    let rule: Int
  }

  /// The verdict on each rule, in order.
  let verdicts: VerdictList
  /// The first rule that excludes the invoice.
  private(set) var exclusion: Int?
  /// The first rule that suspends the invoice.
  private(set) var suspension: Int?
  /// The most cautious mode in which something may be sent, from the first rule that gives it.
  ///
  /// It counts beside a suspension, which does not hold every step.
  private(set) var mode: Given<ActionMode>?
  /// The tone of the first rule that sets one.
  private(set) var tone: Given<Tone>?
  /// The channels of the first rule that sets some.
  private(set) var channels: Given<ChannelPlan>?
  /// The template of the first rule that sets one.
  private(set) var template: Given<String>?
  /// The recipient of the first rule that sets one.
  private(set) var recipient: Given<ContactRole>?
  /// The days by which the due date moves, from the first rule that moves it (R64).
  private(set) var shift: Given<Int>?
  /// The natures that are dropped.
  private(set) var withoutNatures: [Given<Nature>] = []
  /// The channels that are dropped.
  private(set) var withoutChannels: [Given<Channel>] = []
  /// The colleagues who are told.
  private(set) var notifications: [Given<ContactRole>] = []
  /// The first rule that cannot be decided, and why.
  private(set) var undecided: Given<Obstacle>?

  /// What the rules of a playbook come to with such verdicts on them.
  init(_ playbook: Playbook, _ verdicts: VerdictList) {
    self.verdicts = verdicts
    for (index, verdict) in verdicts.enumerated() {
      switch verdict {
      case .holds: for effect in playbook.effects(of: index) { take(effect, from: index) }
      case .fails: for effect in playbook.otherwise(of: index) { take(effect, from: index) }
      case .undecided(let obstacle):
        undecided = undecided ?? Given(effect: obstacle, rule: index)
      }
    }
  }

  private func take(_ effect: Effect, from rule: Int) {
    switch effect {
    case .mode(.exclude): exclusion = exclusion ?? rule
    case .mode(.suspend): suspension = suspension ?? rule
    case .mode(.manual): restrict(to: .manual, by: rule)
    case .mode(.approval): restrict(to: .approval, by: rule)
    case .mode(.automatic): restrict(to: .automatic, by: rule)
    case .tone(let new): tone = tone ?? Given(effect: new, rule: rule)
    case .channels(let new): channels = channels ?? Given(effect: new, rule: rule)
    case .template(let new): template = template ?? Given(effect: new, rule: rule)
    case .recipient(let new): recipient = recipient ?? Given(effect: new, rule: rule)
    case .shiftDueDate(let days): shift = shift ?? Given(effect: days, rule: rule)
    case .withoutNature(let nature): withoutNatures.append(Given(effect: nature, rule: rule))
    case .withoutChannel(let channel): withoutChannels.append(Given(effect: channel, rule: rule))
    case .notify(let role): notifications.append(Given(effect: role, rule: rule))
    }
  }

  private func restrict(to new: ActionMode, by rule: Int) {
    if let mode, mode.effect >= new { return }
    mode = Given(effect: new, rule: rule)
  }
}
