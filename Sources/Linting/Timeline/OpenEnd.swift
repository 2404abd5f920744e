import Diagnostics
import Receivables
import Semantics
import Syntax

extension Lint {
  /// SEQ309: an escalation that ends with nobody deciding.
  static let openEnd = Lint(
    CodePage(
      code: "SEQ309",
      severity: .warning,
      title: Message(fr: "fin ouverte", en: "open end"),
      reports: Message(
        fr: "une facture dont la dernière étape ne décide de rien : ni transmission au contentieux,"
          + " ni tâche pour une personne",
        en: "an invoice whose last step decides nothing: neither a handover to litigation nor a"
          + " task for a person"
      ),
      matters: Message(
        fr: "une fois la dernière lettre partie, la facture reste impayée et plus personne n'y"
          + " pense",
        en: "once the last letter is gone the invoice stays unpaid and nobody thinks of it"
      ),
      example: "J+7 email\nJ+30 courrier ferme",
      instead: "J+7 email\nJ+30 courrier ferme\nJ+45 « décider de la suite » tâche",
      basis: [.timeline, .diagram],
      fixes: [.proposed]
    ),
    check: { subject in
      subject.timelines.compactMap { looseEnd(of: $0, subject.analysis.files) }.oncePerPlace
    }
  )
}

private let proposedLabel = "décider de la suite"

private func looseEnd(of timeline: ScenarioTimeline, _ files: SourceFiles) -> Diagnostic? {
  let entries = timeline.entries
  // A step that is out of reach is told as such; the end is not open for want of it.
  let handovers = timeline.handovers.map { entries[$0].meant.possibly }
  for position in entries.indices.reversed() where entries[position].step.nature != .litigation {
    let later = entries[(position + 1)...].map { $0.meant.possibly }
    let step = entries[position].step
    let message = Message(
      fr: "après `\(step.momentText)`, rien ne décide de la suite",
      en: "after `\(step.momentText)` nothing decides what follows"
    )
    for variant in entries[position].variants where !variant.channels.leavesTask {
      let decision = variant.reach.surely.excess(over: later + handovers)
      guard let message = decision.proving(message) else { continue }
      return Lint.openEnd.finding(
        at: step.range,
        message,
        help: Message(
          fr: "finir par une étape qui tranche : `R+15 contentieux` ou"
            + " `R+15 « \(proposedLabel) » tâche`",
          en: "end with a step that settles it: `R+15 contentieux` or"
            + " `R+15 « \(proposedLabel) » tâche`"
        ),
        fix: timeline.source.ending(in: files)
      )
    }
  }
  return nil
}

extension ChannelPlan {
  /// Whether a colleague has something left to do.
  fileprivate var leavesTask: Bool { parts.contains { $0.contains(.task) } }
}

extension ScenarioSource {
  /// A proposal that ends the scenario's steps with a decision, unless it has such a step.
  fileprivate func ending(in files: SourceFiles) -> Fix? {
    let hasStep = scenario.steps.contains { $0.foldedID == proposedLabel.folded }
    let own = syntax.items.filter { item in
      if case .step = item { true } else { false }
    }
    guard !hasStep, let last = own.last, let text = files.text(of: last.range) else { return nil }
    var start = last.range.lower
    while start > 0, text.bytes[start - 1] == 0x20 || text.bytes[start - 1] == 0x09 { start -= 1 }
    let beginsLine = start == 0 || text.bytes[start - 1] == 0x0A || text.bytes[start - 1] == 0x0D
    let indent = text.text(SourceRange(file: file, lower: start, upper: last.range.lower))
    let hasNeighbour = syntax.items.contains { item in
      item.range != last.range && text.isOnOneLine(item.range.lower, last.range.lower)
    }
    let separator = beginsLine && !hasNeighbour ? "\n\(indent)" : "; "
    let end = SourceRange(file: file, lower: last.range.upper, upper: last.range.upper)
    return Fix(
      .proposed,
      replacing: end,
      with: "\(separator)R+15 « \(proposedLabel) » tâche"
    )
  }
}
