import Diagnostics
import Semantics
import TestSupport
import Testing

/// Conditions read from text, with a space for them.
struct ConditionSample {
  let space: ConditionSpace
  let conditions: [Condition]

  /// Reads conditions as those of rules of one scenario, after some declarations.
  init(_ conditions: [String], declarations: String = "", budget: Int = 200_000) throws {
    var source = declarations + "\nscénario « essai »\nJ+7 email\nsans prélude\n"
    for condition in conditions { source += "si \(condition) alors manuel\n" }
    let text = MarkedSource(source)
    let analysis = analyze([text.text])
    #expect(text.told(analysis.diagnostics).isEmpty)
    let scenario = try #require(analysis.scenarios.scenarios.last)
    self.conditions = scenario.rules.map { $0.condition }
    space = ConditionSpace(analysis.scenarios, budget: budget)
    try #require(self.conditions.count == conditions.count)
  }

  /// The sets of the conditions, in their order.
  var sets: [ConditionSet] { conditions.map { space.set(of: $0) } }
}

/// A decision as a word, with its witness.
func told(_ decision: Decision) -> String {
  switch decision {
  case .impossible: "impossible"
  case .possible(let witness): witness.message.fr.plainSpaces
  case .undecided: "indécis"
  case .exhausted: "épuisé"
  }
}

extension String {
  /// The text with an ordinary space for each no-break one.
  var plainSpaces: String {
    String(map { $0 == "\u{A0}" || $0 == "\u{202F}" ? " " : $0 })
  }
}
