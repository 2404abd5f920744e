import Diagnostics
import Semantics
import TestSupport
import Testing

@Suite("What is more than anybody can oversee is told, and no more is made of it")
struct SizeTests {
  private static let step = "scénario « X »\n  J+7 email\n"

  private static func lines(_ count: Int, _ line: (Int) -> String) -> String {
    (0..<count).map(line).joined(separator: "\n")
  }

  /// What makes a text of so many things, how many there may be, and what is told of one more.
  static let sizes: [(limit: Int, told: String, text: @Sendable (Int) -> String)] = [
    (
      ScenarioLimits.scenarios, "SYN010 plus de 1000 scénarios",
      { lines($0) { "scénario « S\($0) »\n  pour segment = « S\($0) »\n  J+7 email" } }
    ),
    (
      ScenarioLimits.definitions, "SYN010 plus de 10000 définitions `soit`",
      { lines($0) { "soit s\($0) = solde > \($0) €" } + "\n" + step }
    ),
    (
      ScenarioLimits.steps, "SYN010 ce scénario a plus de 1000 étapes",
      { "scénario « X »\n" + lines($0) { "  J+\($0 + 1) email" } }
    ),
    (
      ScenarioLimits.rules, "SYN010 ce scénario a plus de 1000 règles",
      { step + lines($0) { "  si solde > \($0) € alors validation" } }
    ),
    (
      ScenarioLimits.parts, "SYN010 `et` ou `ou` joint plus de 1000 conditions",
      {
        step + "  si litige" + lines($0 - 1) { " ou solde = \($0) €" }.replacing("\n", with: "")
          + " alors validation"
      }
    ),
    (
      ScenarioLimits.members, "SYN010 `dans` nomme plus de 10000 valeurs",
      {
        step + "  si segment dans (« A »"
          + lines($0 - 1) { ", « B\($0) »" }.replacing("\n", with: "") + ") alors validation"
      }
    ),
  ]

  private func told(_ text: String) -> [String] {
    analyze([SourceText(name: "f", bytes: Array(text.utf8))]).diagnostics
      .map { "\($0.code.name) \($0.message.fr)" }
  }

  @Test("as many as the limit are fine, one more is an error", arguments: sizes.indices)
  func limits(_ index: Int) {
    let (limit, message, text) = Self.sizes[index]
    #expect(told(text(limit)) == [])
    #expect(told(text(limit + 1)) == [message])
  }

  @Test("what is taken over counts")
  func takenOver() {
    let first = "scénario « A »\n" + Self.lines(600) { "  J+\($0 + 1) email" }
    let second = "\nscénario « B »\n  reprend « A »\n" + Self.lines(401) { "  J+\($0 + 2_000) SMS" }
    #expect(told(first + second) == ["SYN010 ce scénario a plus de 1000 étapes"])
  }

  @Test("definitions nest up to 100 deep, in whatever order they stand")
  func nesting() {
    for count in [100, 101] {
      let chain = (0..<count).map { $0 == 0 ? "soit s0 = litige" : "soit s\($0) = non s\($0 - 1)" }
      let expected = count > 100 ? ["SYN010 plus de 100 définitions `soit` emboîtées"] : []
      #expect(told(chain.joined(separator: "\n") + "\n" + Self.step) == expected)
      #expect(told(chain.reversed().joined(separator: "\n") + "\n" + Self.step) == expected)
    }
  }

  @Test("scenarios take one another over up to 100 deep, in whatever order they stand")
  func inheritance() {
    for count in [100, 101] {
      let chain = (0..<count).map { number in
        "scénario « S\(number) »\n"
          + (number == 0 ? "" : "  reprend « S\(number - 1) »\n") + "  J+\(number + 1) email"
      }
      let expected = count > 100 ? ["SYN010 plus de 100 scénarios se reprennent l'un l'autre"] : []
      #expect(told(chain.joined(separator: "\n")) == expected)
      #expect(told(chain.reversed().joined(separator: "\n")) == expected)
    }
  }

  @Test(
    "words without end are one mistake, found in no time",
    .timeLimit(.minutes(1)),
    arguments: [
      ("si ", "alors manuel"), ("si ", "5 alors manuel"), ("si risque ", "alors manuel"),
      ("J+9 email si segment est ", "5"), ("", ""),
      (
        "exemple « E »\nclient ", "\nfacture échéance 12/01/2026, montant 1 €\nle 19/01/2026 : rien"
      ),
    ]
  )
  func words(_ before: String, _ behind: String) {
    let text = before + String(repeating: "mot ", count: 50_000) + behind
    #expect(told(Self.step + "\n" + text).count == 1)
  }
}
