import Diagnostics
import Semantics
import Syntax

extension Decision {
  /// A message with the invoice that proves it, unless any invoice does; `nil` where nothing may be
  /// claimed.
  func proving(_ message: @autoclosure () -> Message) -> Message? {
    guard let witness else { return nil }
    let message = message()
    guard !witness.details.isEmpty else { return message }
    let invoice = witness.message
    return Message(
      fr: "\(message.fr), par exemple une facture avec : \(invoice.fr)",
      en: "\(message.en), for example an invoice with: \(invoice.en)"
    )
  }
}

extension [ScenarioTimeline] {
  /// The findings on the steps of timelines, one for each step: a step that several scenarios share
  /// is one mistake, and is not looked at again once it is found.
  func findingsOnSteps(
    _ find: (_ position: Int, _ timeline: ScenarioTimeline) -> Diagnostic?
  ) -> [Diagnostic] {
    var places: Set<SourceRange> = []
    return flatMap { timeline in
      timeline.entries.indices.compactMap { position in
        let place = timeline.entries[position].step.range
        guard !places.contains(place), let finding = find(position, timeline) else { return nil }
        places.insert(place)
        return finding
      }
    }
  }
}

extension [Diagnostic] {
  /// The findings, of those at one place only the first: a step that several scenarios share is one
  /// mistake.
  var oncePerPlace: [Diagnostic] {
    var places: Set<SourceRange> = []
    return filter { places.insert($0.range).inserted }
  }
}

extension Step {
  /// The moment as people write it, the name of a step in messages.
  var momentText: String { moment.canonicalText }
}
