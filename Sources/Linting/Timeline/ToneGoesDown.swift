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
      subject.timelines.flatMap { timeline in
        timeline.entries.indices.compactMap { descent(at: $0, in: timeline) }
      }.oncePerPlace
    }
  )
}

private func descent(at position: Int, in timeline: ScenarioTimeline) -> Diagnostic? {
  let step = timeline.entries[position].step
  guard step.nature.keepsTone else { return nil }
  for earlier in timeline.entries[..<position].indices.reversed() {
    let before = timeline.entries[earlier].step
    guard before.nature.keepsTone, before.tone > step.tone else { continue }
    let message = Message(
      fr: "`\(step.momentText)` est \(step.tone.rawValue) après"
        + " `\(before.momentText)`, \(before.tone.rawValue)",
      en: "`\(step.momentText)` is \(step.tone.rawValue) after"
        + " `\(before.momentText)`, \(before.tone.rawValue)"
    )
    let decision = timeline.meeting(
      earlier,
      position,
      counting: .contacts,
      outside: timeline.toneRules.possibly
    )
    guard let message = decision.proving(message) else { continue }
    return Lint.toneGoesDown.finding(
      at: step.range,
      message,
      notes: [
        DiagnosticNote(Message(fr: "l'étape d'avant", en: "the step before"), at: before.range)
      ],
      help: Message(
        fr: "écrire `\(before.tone.rawValue)` ici aussi, ou échanger les deux étapes",
        en: "write `\(before.tone.rawValue)` here too, or exchange the two steps"
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
