import Diagnostics
import Planning
import Receivables
import Semantics

extension Example.ExpectedAction {
  /// The expectation in the words of the language: `manuel email doux`.
  var words: String {
    sentence([
      mode?.rawValue,
      channels.isEmpty ? nil : channels.map(\.rawValue).joined(separator: " sinon "),
      nature?.rawValue,
      tone?.rawValue,
      recipient.map { "à \($0.rawValue)" },
      options(copies, notifications, template, enclosures, graceDays),
    ])
  }
}

extension PlannedAction {
  /// The action in the words in which an example expects it: `automatique email relance doux`.
  var exampleWords: String {
    sentence([
      mode.rawValue,
      channel.rawValue,
      nature.rawValue,
      tone.rawValue,
      recipient == .principal ? nil : "à \(recipient.rawValue)",
      options(copies, notifications, template, enclosures, graceDays),
    ])
  }

  /// The same with the invoices it is about, where an example has several.
  func exampleWords(in example: Example) -> String {
    guard example.account.invoices.count > 1 else { return exampleWords }
    return "\(exampleWords) (\(invoices.map { printable($0.id) }.joined(separator: ", ")))"
  }
}

private func sentence(_ words: [String?]) -> String {
  words.compactMap { $0 }.joined(separator: " ")
}

private func options(
  _ copies: [ContactRole],
  _ notifications: [ContactRole],
  _ template: String?,
  _ enclosures: [Enclosure],
  _ graceDays: Int?
) -> String? {
  let parts = [
    graceDays.map { "délai \($0) \(abs($0) > 1 ? "jours" : "jour")" },
    enclosures.isEmpty ? nil : "avec \(enclosures.map(\.rawValue).joined(separator: " et "))",
    template.map { "modèle « \(printable($0)) »" },
    copies.isEmpty ? nil : copies.map { "copie \($0.rawValue)" }.joined(separator: " "),
    notifications.isEmpty
      ? nil : notifications.map { "notifier \($0.rawValue)" }.joined(separator: " "),
  ]
  return parts.contains { $0 != nil } ? sentence(parts) : nil
}

extension ExampleOutcome.FailedDay {
  /// A row in words: what was expected, what was planned, `nil` where one side has nothing.
  struct Line {
    let expected: String?
    let planned: String?
    let isMet: Bool
  }

  /// The day as rows of words.
  func lines(of example: Example) -> [Line] {
    rows.map { row in
      switch row {
      case .met(let expected, let planned):
        Line(
          expected: expected.words,
          planned: planned.exampleWords(in: example),
          isMet: true
        )
      case .different(let expected, let planned):
        Line(
          expected: expected.words,
          planned: planned.exampleWords(in: example),
          isMet: false
        )
      case .missing(let expected):
        Line(expected: expected.words, planned: nil, isMet: false)
      case .unexpected(let planned):
        Line(expected: nil, planned: planned.exampleWords(in: example), isMet: false)
      }
    }
  }

  /// What was expected, and what was planned, each as an example would say it.
  func sides(of example: Example) -> (expected: String, planned: String) {
    let lines = lines(of: example)
    func side(_ words: [String]) -> String {
      words.isEmpty ? "rien" : words.joined(separator: ", ")
    }
    return (side(lines.compactMap(\.expected)), side(lines.compactMap(\.planned)))
  }
}

extension CountedNoun {
  /// Examples of scenario files.
  static let example = CountedNoun(fr: ("exemple", "exemples"), en: ("example", "examples"))
  /// Examples that went as expected.
  static let passed = CountedNoun(fr: ("réussi", "réussis"), en: ("passed", "passed"))
  /// Examples that did not.
  static let failed = CountedNoun(fr: ("échoué", "échoués"), en: ("failed", "failed"))
  /// Steps of a scenario.
  static let step = CountedNoun(fr: ("étape", "étapes"), en: ("step", "steps"))
  /// Rules of a scenario.
  static let rule = CountedNoun(fr: ("règle", "règles"), en: ("rule", "rules"))
}
