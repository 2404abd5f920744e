import Diagnostics
import Receivables
import Semantics

extension Lint {
  /// SEQ304: a reminder softer than the one before it.
  static let toneGoesDown = Lint(
    CodePage(
      code: "SEQ304",
      severity: .warning,
      title: Message(fr: "le ton redescend", en: "the tone goes down"),
      reports: Message(
        fr: "une relance plus douce que celle que la même facture a reçue juste avant ; une étape"
          + " sans ton est neutre. Les tâches, les relevés et les remerciements n'ont pas de ton à"
          + " tenir",
        en: "a reminder softer than the one the same invoice got just before; a step without a tone"
          + " is neutral. Tasks, statements and thanks have no tone to keep"
      ),
      matters: Message(
        fr: "après un courrier ferme, un message aimable dit au client que rien ne presse",
        en: "after a firm letter a kind message tells the customer that there is no hurry"
      ),
      example: "J+7 courrier ferme\nJ+21 email doux\nJ+40 tâche",
      instead: "J+7 email doux\nJ+21 courrier ferme\nJ+40 tâche",
      basis: [.timeline, .diagram]
    ),
    check: { subject in
      subject.timelines.findingsOnSteps { descent(at: $0, in: $1) }
    }
  )
}

private func descent(at position: Int, in timeline: ScenarioTimeline) -> Diagnostic? {
  let entry = timeline.entries[position]
  guard entry.step.nature.keepsTone else { return nil }
  for earlier in timeline.entries[..<position].indices.reversed() {
    let before = timeline.entries[earlier]
    guard before.step.nature.keepsTone, before.step.tone > entry.step.tone else { continue }
    let decision = timeline.meeting(
      earlier,
      position,
      counting: .contacts,
      outside: timeline.toneRules.possibly
    )
    guard
      let message = decision.proving(
        Message(
          fr: "`\(entry.step.momentText)` est \(entry.step.tone.rawValue) après"
            + " `\(before.step.momentText)`, \(before.step.tone.rawValue)",
          en: "`\(entry.step.momentText)` is \(entry.step.tone.rawValue) after"
            + " `\(before.step.momentText)`, \(before.step.tone.rawValue)"
        )
      )
    else {
      if timeline.isCutOff(position, from: earlier, counting: .contacts) { return nil }
      continue
    }
    return Lint.toneGoesDown.finding(
      at: entry.step.range,
      message,
      notes: [
        DiagnosticNote(Message(fr: "l'étape d'avant", en: "the step before"), at: before.step.range)
      ],
      help: Message(
        fr: "écrire `\(before.step.tone.rawValue)` ici aussi, ou échanger les deux étapes",
        en: "write `\(before.step.tone.rawValue)` here too, or exchange the two steps"
      )
    )
  }
  return nil
}

extension Nature {
  /// Whether messages of this nature are part of a rising tone.
  fileprivate var keepsTone: Bool {
    switch self {
    case .reminder, .formalNotice: true
    case .thanks, .preDueNotice, .statement, .litigation: false
    }
  }
}
