import Diagnostics
import Semantics
import TestSupport
import Testing

@testable import Linting

@Suite("Parts of conditions that are one too many")
struct SuperfluousPartTests {
  /// A condition of three levels over so few values that many parts say the same.
  static func condition(_ generator: inout SeededGenerator, depth: Int = 3) -> String {
    let tests = [
      "litige", "sensible", "stratégique", "non sensible", "risque = élevé", "risque ≠ faible",
      "retard > 10 jours", "retard > 30 jours", "retard <= 30 jours", "solde > 100 €",
    ]
    guard depth > 0, Int.random(in: 0..<4, using: &generator) > 0 else {
      return tests.randomElement(using: &generator) ?? tests[0]
    }
    let parts = (0..<Int.random(in: 2...3, using: &generator)).map { _ in
      let part = condition(&generator, depth: depth - 1)
      let isBare = !part.contains(" et ") && !part.contains(" ou ")
      let sign = Int.random(in: 0..<6, using: &generator) == 0 ? "non " : ""
      return isBare && sign.isEmpty ? part : "\(sign)(\(part))"
    }
    return parts.joined(separator: Bool.random(using: &generator) ? " et " : " ou ")
  }

  private func subject(_ text: String) -> LintSubject {
    LintSubject(
      analyze([SourceText(name: "essai.relance", bytes: Array(text.utf8))]),
      on: LintSample.today
    )
  }

  @Test("without all that are told the condition means the same", arguments: 0..<400)
  func meaning(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let before = SuperfluousPartTests.condition(&generator)
    let text = SourceText(name: "essai.relance", bytes: Array("soit c = \(before)\n".utf8))
    let told = subject(String(decoding: text.bytes, as: UTF8.self)).conditionVerdicts.verdicts
    let deletions = told.compactMap(\.deletion).sorted { $0.lower > $1.lower }
    var bytes = text.bytes
    for deletion in deletions { bytes.removeSubrange(deletion.lower..<deletion.upper) }
    let after = String(decoding: bytes, as: UTF8.self).replacing("soit c", with: "soit d")
    let both = subject("soit c = \(before)\n\(after)J+7 email si c ou d\n")
    let conditions = both.analysis.scenarios.definitions.compactMap { definition -> Condition? in
      guard case .condition(let condition) = definition.body else { return nil }
      return condition
    }
    try #require(conditions.count == 2, "\(after)")
    let sets = conditions.map { both.space.set(of: $0) }
    #expect(sets[0].isCovered(by: sets[1]) && sets[1].isCovered(by: sets[0]), "\(before)\n\(after)")
  }
}
