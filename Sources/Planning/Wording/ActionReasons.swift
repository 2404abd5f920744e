import Diagnostics
import Receivables
import Semantics
import Syntax

extension ReasonWriter {
  /// Why a message goes out and why in this way: the step, the rules that shaped it, the addresses
  /// that are missing, the rates that are.
  func reasons(
    for message: OutgoingMessage,
    through channel: ResolvedChannel,
    _ decision: InvoiceDecision
  ) -> [Reason] {
    let due = message.leader.due
    var reasons = [moment(of: due, decision.facts)]
    let scenario = scenario(message.scenario)
    if let rules = decision.rules {
      for index in shapingRules(of: due.step, through: channel, rules) {
        reasons.append(reason(of: scenario.rules[index]))
      }
    }
    reasons += addressReasons(channel, due.shape)
    var named: Set<MissingRate> = []
    for member in message.members {
      guard let missing = member.claims.missingRate, named.insert(missing).inserted else {
        continue
      }
      let rate = missing.message
      reasons.append(
        Reason(
          Message(
            fr: "pénalités non calculées : \(rate.fr)",
            en: "interest not computed: \(rate.en)"
          )
        )
      )
    }
    return reasons
  }

  /// The rules that made the step other than it is written, in order, each once.
  func shapingRules(
    of step: Step,
    through channel: ResolvedChannel,
    _ rules: RuleFindings
  ) -> [Int] {
    var shaping: Set<Int> = []
    if let mode = rules.mode, mode.effect > step.mode(through: channel.channel) {
      shaping.insert(mode.rule)
    }
    if let tone = rules.tone, tone.effect != step.tone { shaping.insert(tone.rule) }
    if let channels = rules.channels, channels.effect != step.channels {
      shaping.insert(channels.rule)
    }
    let channels = (rules.channels?.effect ?? step.channels).parts
    for dropped in rules.withoutChannels
    where channels.contains(where: { $0.contains(dropped.effect) }) {
      shaping.insert(dropped.rule)
    }
    if let template = rules.template, template.effect != step.template {
      shaping.insert(template.rule)
    }
    if let recipient = rules.recipient, recipient.effect != step.recipient {
      shaping.insert(recipient.rule)
    }
    if let shift = rules.shift, step.event == nil { shaping.insert(shift.rule) }
    for notification in rules.notifications where !step.notifications.contains(notification.effect)
    {
      shaping.insert(notification.rule)
    }
    return shaping.sorted()
  }

  /// When the step is due, seen from the due date or the event.
  func moment(of due: DueStep, _ facts: InvoiceFacts) -> Reason {
    let id = due.step.id
    let message: Message
    if let occurrence = due.occurrence.map({ Message($0) }) {
      message = Message(
        fr: "« \(id) », événement du \(occurrence.fr)",
        en: "“\(id)”, event of \(occurrence.en)"
      )
    } else {
      let dueOn = Message(facts.invoice.dueOn)
      let distance = Message(distanceFromDueDate: facts.daysLate)
      message = Message(
        fr: "« \(id) », \(distance.fr) du \(dueOn.fr)",
        en: "“\(id)”, \(distance.en) of \(dueOn.en)"
      )
    }
    return Reason(message, at: due.step.range)
  }

  /// The addresses that are missing, and what is done about it.
  func addressReasons(_ channel: ResolvedChannel, _ shape: StepShape) -> [Reason] {
    var reasons: [Reason] = []
    for skipped in channel.passedOver {
      guard let absence = skipped.neededAddress?.absence else { continue }
      let instead = channel.channel.rawValue
      reasons.append(
        Reason(
          Message(
            fr: "\(absence.fr) : \(instead) à la place",
            en: "\(absence.en): \(instead) instead"
          ),
          at: shape.step.range
        )
      )
    }
    if let absence = channel.missing?.absence {
      reasons.append(
        Reason(
          Message(
            fr: "\(absence.fr) : à traiter à la main",
            en: "\(absence.en): to be handled by a person"
          ),
          at: shape.step.range
        )
      )
    }
    return reasons
  }
}
