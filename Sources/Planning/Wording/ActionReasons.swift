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
    if !channel.missing.isEmpty {
      // Any of them would do: all are told, so that the easiest one can be looked for.
      let absences = channel.missing.map { $0.absence }
      reasons.append(
        Reason(
          Message(
            fr: "\(absences.map { $0.fr }.joined(separator: ", ")) : à traiter à la main",
            en: "\(absences.map { $0.en }.joined(separator: ", ")): to be handled by a person"
          ),
          at: shape.step.range
        )
      )
    }
    return reasons
  }
}

extension Message {
  /// When a step is due, seen from the due date or the event.
  init(momentOf due: DueStep, _ facts: InvoiceFacts) {
    let id = due.step.id
    if let event = due.step.event, let occurrence = due.occurrence {
      let what = event.words(on: occurrence)
      self.init(fr: "« \(id) », \(what.fr)", en: "“\(id)”, \(what.en)")
    } else {
      let dueOn = Message(facts.invoice.dueOn)
      let distance = Message(distanceFromDueDate: facts.daysLate)
      self.init(
        fr: "« \(id) », \(distance.fr) du \(dueOn.fr)",
        en: "“\(id)”, \(distance.en) of \(dueOn.en)"
      )
    }
  }
}

extension Event {
  /// What happened, for a person.
  fileprivate func words(on day: CalendarDate) -> Message {
    let on = Message(day)
    switch self {
    case .payment: return Message(fr: "soldée le \(on.fr)", en: "settled on \(on.en)")
    case .partialPayment:
      return Message(fr: "paiement partiel du \(on.fr)", en: "part payment of \(on.en)")
    case .brokenPromise:
      // The event is the day after: what a customer promised is what people talk about.
      let promised = Message(day.adding(days: -1))
      return Message(
        fr: "promesse du \(promised.fr) non tenue",
        en: "promise for \(promised.en) not kept"
      )
    case .insolvency:
      return Message(
        fr: "procédure collective ouverte le \(on.fr)",
        en: "insolvency proceedings opened on \(on.en)"
      )
    }
  }
}
