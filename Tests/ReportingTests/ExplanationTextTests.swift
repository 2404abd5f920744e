import Diagnostics
import Receivables
import Testing

@testable import Planning
@testable import Reporting

private let explanation = Explanation(
  invoice: "F1",
  customer: "C1",
  date: day("2026-02-02"),
  status: status("F1", .action, step: "J+21", "« J+21 relance courrier » est due", line: 2),
  sections: [
    Explanation.Section(
      title: Message(fr: "Facture", en: "Invoice"),
      lines: [Explanation.Line(Message(fr: "solde : 1 000,00 €", en: "balance: €1,000.00"))]
    ),
    Explanation.Section(
      title: Message(fr: "Règles", en: "Rules"),
      lines: [
        Explanation.Line(
          Message(verbatim: "si risque = élevé alors manuel (risque : élevé)"),
          at: place(line: 3),
          .holds
        ),
        Explanation.Line(
          Message(verbatim: "si solde < 200 € alors sans mise en demeure (solde : 1 000,00 €)"),
          at: place(line: 3),
          .fails
        ),
        Explanation.Line(Message(verbatim: "si devise = USD alors exclure"), .undecided),
      ]
    ),
  ]
)

@Suite("Explanation as text")
struct ExplanationTextTests {
  @Test("findings stand below their titles with marks, places flush right, within the width")
  func layout() {
    #expect(
      spaced(explanation.text(files: sampleFiles, TextSettings(width: 80))) == """
        Facture F1, client C1, lundi 2 février 2026
        en action — « J+21 relance courrier » est due (ligne 2)

        ── Facture ─────────────────────────────────────────────────────────────────────
          · solde : 1 000,00 €

        ── Règles ──────────────────────────────────────────────────────────────────────
          ✓ si risque = élevé alors manuel (risque : élevé)           standard.relance:3
          ✗ si solde < 200 € alors sans mise en demeure (solde : 1 000,00 €)
                                                                      standard.relance:3
          ? si devise = USD alors exclure

        """
    )
  }

  @Test("an invoice without a status has its account alone")
  func withoutStatus() {
    let unplanned = Explanation(
      invoice: "A1",
      customer: "C1",
      date: day("2026-02-02"),
      status: nil,
      sections: [
        Explanation.Section(
          title: Message(fr: "Statut", en: "Status"),
          lines: [Explanation.Line(Message(fr: "c'est un avoir", en: "it is a credit note"))]
        )
      ]
    )
    let text = unplanned.text(files: sampleFiles, TextSettings(language: .english))
    #expect(text.hasPrefix("Invoice A1, customer C1, Monday 2 February 2026\n\n── Status ──"))
    #expect(text.hasSuffix("  · it is a credit note\n"))
  }

  @Test("no text steers the terminal or leaves the width", arguments: hostileTexts)
  func hostile(text: String) {
    let hostile = Explanation(
      invoice: text,
      customer: text,
      date: day("2026-02-02"),
      status: status(text, .error, text, line: 1, customer: text),
      sections: [
        Explanation.Section(
          title: Message(verbatim: text),
          lines: [Explanation.Line(Message(verbatim: text), at: place(line: 1), .held)]
        )
      ]
    )
    let written = hostile.text(files: sampleFiles, TextSettings(width: 80))
    #expect(written.unicodeScalars.allSatisfy { $0 == "\n" || !steersTerminal($0) })
    for line in written.split(separator: "\n") { #expect(cellWidth(line) <= 80, "\(line)") }
  }

  @Test("every mark is one cell wide", arguments: Explanation.Marker.allCases)
  func marks(marker: Explanation.Marker) {
    let explanation = Explanation(
      invoice: "F1",
      customer: "C1",
      date: day("2026-02-02"),
      status: nil,
      sections: [
        Explanation.Section(
          title: Message(verbatim: "titre"),
          lines: [Explanation.Line(Message(verbatim: "constat"), marker)]
        )
      ]
    )
    let last = explanation.text(files: sampleFiles, TextSettings()).split(separator: "\n").last
    #expect(last.map { cellWidth($0) } == "  x constat".count)
  }
}
