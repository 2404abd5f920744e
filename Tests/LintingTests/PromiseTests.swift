import Diagnostics
import Linting
import Semantics
import TestSupport
import Testing

@Suite("What the catalogue promises of whole files")
struct PromiseTests {
  private func told(_ source: String) -> [String] {
    let text = SourceText(name: "essai.relance", bytes: Array(source.utf8))
    return review(LintSubject(analyze([text]), on: LintSample.today)).map { finding in
      "\(finding.code.name) \(finding.severity)"
    }
  }

  @Test("the one-line scenario gets the advice of the catalogue and nothing else")
  func oneLine() {
    let line =
      "J+7 email doux; J+21 courrier ferme; J+45 mise en demeure recommandée; si risque=élevé alors manuel"
    #expect(
      told(line).sorted() == [
        "SEQ309 warning", "SEQ310 information", "SEQ311 information", "SEQ312 information",
        "SEQ313 information", "TST601 information",
      ]
    )
  }

  /// Mistakes that every engine should explain, in a scenario that has nothing else to be told: the
  /// code, the stretch to be underlined, and what must be offered.
  static let mistakes: [(source: String, code: String, offer: String)] = [
    ("si ⟦retrad⟧ > 30 jours alors manuel", "TYP101", "retard"),
    ("si risque = ⟦eleve⟧ alors manuel", "SYN003", "élevé"),
    ("si solde ⟦>⟧ alors manuel", "SYN010", "une valeur ou un champ"),
    ("si segment > ⟦5⟧ alors manuel", "TYP103", "« 5 »"),
    ("si risque ⟦==⟧ élevé alors manuel", "SYN007", "="),
    ("si solde > ⟦1000,50⟧ alors manuel", "TYP105", "€"),
    ("si solde > ⟦1\u{A0}000⟧ € alors manuel", "SYN007", "1 000"),
    ("si risque = ⟦“élevé”⟧ alors manuel", "SYN007", "élevé"),
  ]

  @Test(
    "eight mistakes: one diagnostic each, in its place, with what to write",
    arguments: mistakes
  )
  func eightMistakes(_ source: String, code: String, offer: String) throws {
    let calm = """
      # lint: fichier ignorer TST601 un exemple n'apprendrait rien ici
      seuil 15 €
      plafond 2 contacts par client par 7 jours
      J-5   email sinon courrier prévenance
      J+30  tâche

      """
    let marked = MarkedSource(calm + source)
    let findings = review(LintSubject(analyze([marked.text]), on: LintSample.today))
    #expect(marked.told(findings) == marked.expected([code]))
    let finding = try #require(findings.first)
    let offered = [finding.help?.fr, finding.label?.fr, finding.fix?.edits.first?.replacement]
    #expect(offered.compactMap { $0 }.contains { $0.contains(offer) }, "\(finding)")
  }

  @Test("an assignment-style `=` is a comparison and no mistake")
  func assignment() {
    #expect(!told("J+7  email\nsi risque = élevé alors manuel").contains { $0.hasPrefix("SYN") })
  }
}
