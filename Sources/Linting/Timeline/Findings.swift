import Diagnostics
import Semantics
import Syntax

extension Decision {
  /// A message with the invoice that proves it, unless any invoice does; `nil` where nothing may be
  /// claimed.
  func proving(_ message: Message) -> Message? {
    guard let witness else { return nil }
    guard !witness.details.isEmpty else { return message }
    let invoice = witness.message
    return Message(
      fr: "\(message.fr), par exemple une facture avec : \(invoice.fr)",
      en: "\(message.en), for example an invoice with: \(invoice.en)"
    )
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
