import Diagnostics
import Receivables
import Semantics
import Syntax

extension ExplanationWriter {
  /// Each step that answers an event, with the event and why it is due or not.
  var events: [Explanation.Line] {
    decision.events.map { finding in
      let (why, marker) = verdict(on: finding)
      let occurrence = finding.occurrence.map { Message($0) }
      return Explanation.Line(
        Message(
          fr: "« \(finding.step.id) »\(occurrence.map { ", le \($0.fr)" } ?? "") : \(why.fr)",
          en: "“\(finding.step.id)”\(occurrence.map { ", on \($0.en)" } ?? ""): \(why.en)"
        ),
        at: finding.step.range,
        marker
      )
    }
  }

  /// The channels of the step due, the messages the invoice is in and with whom, and what is held.
  var messages: [Explanation.Line] {
    let dispatch = day.dispatch
    var lines: [Explanation.Line] = []
    for message in dispatch.messages(with: index) { lines += self.lines(on: message) }
    for held in dispatch.held where held.invoice == index {
      lines.append(
        Explanation.Line(
          Message(
            fr: "\(names(held.channels)) : plafond atteint, \(held.cap.message.fr)",
            en: "\(names(held.channels)): cap reached, \(held.cap.message.en)"
          ),
          at: playbook?.scenario.places.caps[held.cap],
          .held
        )
      )
    }
    guard !lines.isEmpty, decision.facts.isOverdue else { return lines }
    let claims = decision.claims
    let interest =
      claims.interest.map { units in
        Message(Money(minorUnits: units, currency: decision.facts.currency))
      } ?? claims.missingRate?.message ?? Obstacle.overflow.message
    let indemnity = Message(Money(minorUnits: claims.indemnity, currency: .euro))
    lines.append(
      Explanation.Line(
        Message(
          fr: "pénalités : \(interest.fr), indemnité : \(indemnity.fr)",
          en: "interest: \(interest.en), indemnity: \(indemnity.en)"
        )
      )
    )
    return lines
  }

  private func lines(on message: OutgoingMessage) -> [Explanation.Line] {
    var lines: [Explanation.Line] = []
    let shape = message.leader.due.shape
    for channel in message.channels {
      let what = Message(
        fr: "\(channel.channel.rawValue), \(shape.step.nature.rawValue), "
          + "ton \(shape.tone.rawValue), \(channel.mode.rawValue)",
        en: "\(channel.channel.rawValue), \(shape.step.nature.rawValue), "
          + "tone \(shape.tone.rawValue), \(channel.mode.rawValue)"
      )
      let (fate, marker) = fate(of: message)
      lines.append(
        Explanation.Line(
          Message(fr: "\(what.fr) : \(fate.fr)", en: "\(what.en): \(fate.en)"),
          at: settingPlace(behind: message) ?? shape.step.range,
          marker
        )
      )
      lines += reasons.addressReasons(channel, shape).map { Explanation.Line($0) }
    }
    if message.members.count > 1 { lines.append(company(in: message)) }
    return lines
  }

  /// With whom the invoice travels, and whether that makes its notice harsher than its own step.
  private func company(in message: OutgoingMessage) -> Explanation.Line {
    let count = message.members.count
    let leader = message.leader
    guard leader.index != index, let own = decision.dueStep else {
      return Explanation.Line(
        Message(
          fr: "donne le message à \(count) factures",
          en: "gives the message to \(count) invoices"
        )
      )
    }
    let name = leader.facts.invoice.id
    let isHarsher = leader.severity > Severity(own.shape)
    return Explanation.Line(
      Message(
        fr: "voyage dans le message de « \(name) », \(count) factures"
          + (isHarsher ? ", plus sévère que son étape « \(own.step.id) »" : ""),
        en: "travels in the message of “\(name)”, \(count) invoices"
          + (isHarsher ? ", harsher than its own step “\(own.step.id)”" : "")
      ),
      at: leader.due.step.range
    )
  }

  /// The line of the setting that holds a message back.
  private func settingPlace(behind message: OutgoingMessage) -> SourceRange? {
    let places = reasons.scenario(message.scenario).places
    switch message.outcome {
    case .belowThreshold: return places.threshold
    case .capped(let cap): return places.caps[cap]
    case .sent, .overflow: return nil
    }
  }

  private func fate(of message: OutgoingMessage) -> (Message, Explanation.Marker) {
    switch message.outcome {
    case .sent: return (Message(fr: "au plan du jour", en: "in today's plan"), .due)
    case .belowThreshold(let total, let threshold):
      let why = Message(total, below: threshold)
      return (Message(fr: "retenu, \(why.fr)", en: "held, \(why.en)"), .held)
    case .capped(let cap):
      return (
        Message(
          fr: "retenu, plafond atteint : \(cap.message.fr)",
          en: "held, cap reached: \(cap.message.en)"
        ), .held
      )
    case .overflow: return (Obstacle.overflow.message, .undecided)
    }
  }

  private func verdict(on finding: EventFinding) -> (Message, Explanation.Marker) {
    switch finding.state {
    case .noEvent: return (Message(fr: "pas d'événement", en: "no event"), .fails)
    case .outsideWindow:
      let window = Message(days: playbook?.scenario.window ?? 0)
      return (
        Message(
          fr: "hors de la fenêtre de \(window.fr)",
          en: "outside the window of \(window.en)"
        ), .dropped
      )
    case .recorded(on: let date):
      let day = Message(date)
      return (Message(fr: "faite le \(day.fr)", en: "done on \(day.en)"), .done)
    case .otherStepToday:
      return (
        Message(
          fr: "une autre étape est déjà faite aujourd'hui",
          en: "another step was done today"
        ), .later
      )
    case .removed(let rule):
      let citation = playbook.map { reasons.citation(of: $0.scenario.rules[rule]) }
      return (Message(fr: "supprimée", en: "dropped").remarking(citation), .dropped)
    case .conditionFails:
      return (
        Message(fr: "sa condition n'est pas remplie", en: "its condition does not hold")
          .remarking(values(seenBy: finding.step.condition)), .fails
      )
    case .due: return (Message(fr: "due", en: "due"), .due)
    }
  }

  private func names(_ channels: [ResolvedChannel]) -> String {
    var text = ""
    for channel in channels {
      text += (text.isEmpty ? "" : " + ") + channel.channel.rawValue
    }
    return text
  }
}
