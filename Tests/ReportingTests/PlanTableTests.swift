import Diagnostics
import Receivables
import Testing

@testable import Planning
@testable import Reporting

private let narrow = TextSettings(width: 80)

@Suite("Plan as a table")
struct PlanTableTests {
  @Test("a letter to be sent by hand is told with its invoice, claims and reason")
  func contractExample() {
    let statuses = [status("F1", .action, "« J+21 relance courrier » est due")]
    #expect(
      spaced(write(.table, [contractAction()], statuses, settings: narrow)) == """
        Plan du lundi 2 février 2026
        1 action : 1 à faire à la main, 0 à valider, 0 automatique

        ── À faire à la main · 1 action ────────────────────────────────────────────────
              facture  échéance    retard  étape                                   solde
          C1                                                                Standard B2B
            courrier · relance ferme · contact principal
              F1       10/01/2026    23 j  J+21 relance courrier              1 000,00 €
              pénalités de retard                                                12,33 €
              → si risque = élevé alors manuel (ligne 3)

        ── En bref ─────────────────────────────────────────────────────────────────────
        1 courrier — 1 facture : 1 000,00 €
        1 facture : 1 en action

        """
    )
  }

  @Test("what waits for a human stands first, a customer's actions together")
  func order() {
    let call = PlannedAction.sample("C1", name: "Durand", .call, .reminder, .firm, .manual)
      .about("F2", due: "2025-12-29", late: 35, 20_000, step: "« appel »")
      .about("F3", due: "2025-12-30", late: 34, 30_000, step: "« appel »")
    let notice = PlannedAction.sample("C2", .registered, .formalNotice, .firm, .approval)
      .about("F5", due: "2025-12-04", late: 60, 40_000, step: "J+45 mise en demeure recommandé")
      .with {
        $0.recipient = .management
        $0.copies = [.sales, .accounting]
        $0.template = "MED"
        $0.graceDays = 8
        $0.enclosures = [.indemnity, .statement]
        $0.totalIndemnity = 4_000
      }
    let actions = [
      PlannedAction.sample("C1", name: "Durand", .email, .preDueNotice, .soft, .automatic)
        .about("F1", due: "2026-02-07", late: -5, 10_000, step: "J-5 prévenance email"),
      call,
      PlannedAction.sample("C1", name: "Durand", .task, .litigation, .firm, .manual)
        .about("F4", due: "2026-02-02", late: 0, 5, step: "contentieux"),
      notice,
    ]
    #expect(
      spaced(write(.table, actions, settings: narrow)) == """
        Plan du lundi 2 février 2026
        4 actions : 2 à faire à la main, 1 à valider, 1 automatique

        ── À faire à la main · 2 actions ───────────────────────────────────────────────
              facture  échéance      retard  étape                                 solde
          Durand · C1                                                       Standard B2B
            appel · relance ferme · contact principal                           500,00 €
              F2       29/12/2025      35 j  « appel »                          200,00 €
              F3       30/12/2025      34 j  « appel »                          300,00 €
            tâche · contentieux · contact principal
              F4       02/02/2026   ce jour  contentieux                          0,05 €

        ── À valider · 1 action ────────────────────────────────────────────────────────
              facture  échéance      retard  étape                                 solde
          C2                                                                Standard B2B
            recommandé · mise en demeure ferme · direction
            copie commercial et comptabilité · modèle « MED » · délai 8 j · avec relevé
              F5       04/12/2025      60 j  J+45 mise en demeure recommandé    400,00 €
              indemnité de recouvrement                                          40,00 €

        ── Automatique · 1 action ──────────────────────────────────────────────────────
              facture  échéance      retard  étape                                 solde
          Durand · C1                                                       Standard B2B
            email · prévenance douce · contact principal
              F1       07/02/2026  dans 5 j  J-5 prévenance email               100,00 €

        ── En bref ─────────────────────────────────────────────────────────────────────
        1 email, 1 recommandé, 1 appel et 1 tâche — 5 factures : 1 000,05 €

        """
    )
  }

  @Test("amounts of two currencies are never added, and an invoice is counted once")
  func currencies() throws {
    let dollar = try #require(Currency(code: "USD"))
    let euros = PlannedAction.sample("C1", .email, .reminder, .soft, .automatic)
      .about("F1", due: "2026-01-26", late: 7, 10_000, step: "J+7")
    let actions = [
      euros, euros.with { $0.channel = .sms },
      PlannedAction.sample("C2", .email, .reminder, .soft, .automatic)
        .about("F2", due: "2026-01-26", late: 7, 123_456, step: "J+7")
        .with { $0.currency = dollar },
    ]
    let text = spaced(write(.table, actions))
    #expect(text.contains("\n2 emails et 1 SMS — 2 factures : 100,00 € et 1 234,56 USD\n"))
    let english = write(.table, actions, settings: TextSettings(language: .english))
    #expect(
      english.contains(
        "\n2 emails and 1 text message — 2 invoices: €100.00 and USD\u{A0}1,234.56\n"
      )
    )
  }

  @Test("a sum of the greatest amounts is written in full")
  func greatSum() {
    let actions = ["F1", "F2"].map { id in
      PlannedAction.sample("C1", .email, .reminder, .soft, .automatic)
        .about(id, due: "2026-01-26", late: 7, .max, step: "J+7")
    }
    #expect(spaced(write(.table, actions)).contains("184 467 440 737 095 516,14 €"))
  }

  @Test("interest without a rate is said to be missing")
  func missingRate() {
    let action = contractAction().with { $0.totalInterest = nil }
    let text = write(.table, [action], settings: narrow)
    #expect(text.contains("      pénalités de retard" + spaces(42) + "taux manquant\n"))
  }

  @Test("a customer's actions of another scenario stand apart, below its name")
  func scenarios() {
    let other = contractAction().with { $0.scenario = "Particuliers" }
    let text = write(.table, [contractAction(), contractAction(), other], settings: narrow)
    #expect(text.split(separator: "\n").count { $0.hasPrefix("  C1  ") } == 2)
    #expect(text.contains("  C1\(spaces(64))Particuliers\n"))
  }

  @Test(
    "the reason of a single invoice does not repeat the step",
    arguments: [
      ("« J+21 relance courrier », 23 jours après", "→ 23 jours après"),
      ("« J+7 relance email », 23 jours après", "→ « J+7 relance email », 23 jours après"),
    ]
  )
  func stepInReason(reason: String, told: String) {
    let action = contractAction().with { $0.reasons = [] }.because(reason)
    #expect(write(.table, [action]).contains("      \(told)\n"))
    let two = action.about("F2", due: "2026-01-11", late: 22, 1, step: "J+21 relance courrier")
    #expect(write(.table, [two]).contains("      → \(reason)\n"))
  }

  @Test(
    "a place is the line where there is one scenario file, and names the file among several",
    arguments: [
      ("si x alors manuel", 0, ["a/un.relance", "prélude"], "si x alors manuel (ligne 2)"),
      (
        "si x alors manuel", 1, ["un.relance", "b/deux.relance", "prélude"],
        "si x alors manuel (deux.relance:2)"
      ),
      ("si x alors manuel", 1, ["un.relance", "prélude"], "si x alors manuel (prélude:2)"),
      ("si x alors manuel (prélude)", 1, ["un.relance", "prélude"], "si x alors manuel (prélude)"),
    ]
  )
  func places(text: String, file: Int, names: [String], told: String) {
    let files = SourceFiles(names.map { SourceText(name: $0, bytes: Array("a\nb".utf8)) })
    let reason = Reason(Message(verbatim: text), at: SourceRange(file: file, lower: 2, upper: 3))
    #expect(spaced(TextPage(TextSettings(), to: .nowhere).text(of: reason, files: files)) == told)
  }

  @Test("of many reasons, the first three are told")
  func manyReasons() {
    let action = (2...5).reduce(contractAction()) { $0.because("raison \($1)") }
    let text = write(.table, [action])
    #expect(text.contains("→ raison 3\n        et 2 de plus"))
    #expect(!text.contains("raison 4"))
  }

  @Test("a thank-you is about an invoice that is paid, not late")
  func thanks() {
    let action = PlannedAction.sample("C1", .email, .thanks, .soft, .automatic)
      .about("F1", due: "2026-01-10", late: 23, 0, step: "au paiement remerciement email")
    let text = write(.table, [action])
    #expect(text.contains("F1       10/01/2026   payée  au paiement remerciement email"))
    #expect(text.contains("email · remerciement doux · contact principal"))
  }
}
