import Diagnostics
import Planning
import Receivables
import Testing

@Suite("The explanation of an invoice")
struct ExplanationTests {
  static let scenario = """
    scénario « Grands »
    pour segment = GC
    priorité 2
    J+7 email
    scénario « Autres »
    plafond 1 contact par client par 8 jours
    J-5 email
    J+7 email doux
    J+21 courrier ferme
    J+30 SMS si litige
    J+45 mise en demeure
    R+15 contentieux
    à promesse rompue appel
    si solde > 500 € et risque = élevé alors manuel
    si solde > 2 000 € alors sans SMS
    """

  static let ledger = """
    client C1 risque=élevé
    facture F1 2026-01-05 100000
    relance 2026-01-12 rang=35 J+7 relance email
    facture F2 2025-12-01 200000
    relance 2026-01-13 rang=105 J+21 relance courrier
    """

  /// The lines of a section of F1's explanation, with their markers.
  private func lines(_ title: String, of invoice: String, on day: String) throws -> [String] {
    let ledger = try LedgerText(ExplanationTests.ledger).ledger
    let planner = try Planner(scenario: ExplanationTests.scenario, ledger: ledger)
    let date = try #require(CalendarDate(isoBytes: day.utf8))
    let account = try #require(ledger.accounts.first)
    let explanation = try #require(planner.explain(invoice, of: account, on: date))
    let section = try #require(explanation.sections.first { $0.title.fr == title })
    return section.lines.map { "\($0.marker) \($0.message.fr)" }
  }

  @Test("tells how the scenario was found")
  func choice() throws {
    #expect(
      try lines("Scénario", of: "F1", on: "2026-01-26") == [
        "fails « Grands », priorité 2 (segment : non renseigné)",
        "holds « Autres », priorité 0",
      ]
    )
  }

  @Test("tells what every rule saw")
  func rules() throws {
    let rules = try lines("Règles", of: "F1", on: "2026-01-26")
    #expect(
      rules.prefix(3) == [
        "holds si solde > 500 € et risque = élevé alors manuel "
          + "(solde : 1\u{202F}000,00\u{A0}€, risque : élevé)",
        "fails si solde > 2 000 € alors sans SMS (solde : 1\u{202F}000,00\u{A0}€)",
        "fails si litige alors suspendre (prélude) (litige : non)",
      ]
    )
    #expect(rules.last == "plain mode : manuel, le plus prudent des règles remplies")
  }

  @Test("tells of every step when it falls and why it is due or not")
  func steps() throws {
    #expect(
      try lines("Étapes", of: "F1", on: "2026-01-23") == [
        "done « J-5 prévenance email » : passée",
        "done « J+7 relance email » : faite le 12/01/2026",
        "later « J+21 relance courrier », le 26/01/2026 : à venir",
        "fails « J+30 relance SMS », le 04/02/2026 : sa condition n'est pas remplie (litige : non)",
        "later « J+45 mise en demeure recommandé », le 19/02/2026 : à venir",
        "later « R+15 contentieux tâche », possible le 27/01/2026 après la relance du 12/01/2026 : "
          + "attend « J+21 relance courrier »",
      ]
    )
    #expect(
      try lines("Étapes", of: "F2", on: "2026-01-20").suffix(3) == [
        "fails « J+30 relance SMS », le 31/12/2025, possible le 20/01/2026 après la relance du "
          + "13/01/2026 : sa condition n'est pas remplie (litige : non)",
        "due « J+45 mise en demeure recommandé », le 15/01/2026, possible le 20/01/2026 après la "
          + "relance du 13/01/2026 : due",
        "later « R+15 contentieux tâche », possible le 28/01/2026 après la relance du 13/01/2026 : "
          + "attend « J+45 mise en demeure recommandé »",
      ]
    )
  }

  @Test("R104: says that a mild invoice travels in a harsher message, and what a cap holds")
  func messages() throws {
    #expect(
      try lines("Messages", of: "F1", on: "2026-01-26") == [
        "due recommandé, mise en demeure, ton ferme, manuel : au plan du jour",
        "plain voyage dans le message de « F2 », 2 factures, plus sévère que son étape "
          + "« J+21 relance courrier »",
        "plain pénalités : 6,99\u{A0}€, indemnité : 40,00\u{A0}€",
      ]
    )
    #expect(
      try lines("Messages", of: "F2", on: "2026-01-20").first
        == "held recommandé, mise en demeure, ton ferme, manuel : retenu, plafond atteint : "
        + "1 contact par client en 8 jours"
    )
  }

  @Test("a message about nothing is held, and not for want of a threshold that nobody wrote")
  func overpaid() throws {
    let ledger = try LedgerText(
      "client C1\nfacture F1 2026-01-10 100000\npaiement 2026-02-01 100500"
    ).ledger
    let planner = try Planner(scenario: "au paiement courrier relance", ledger: ledger)
    let day = try #require(CalendarDate(isoBytes: "2026-02-02".utf8))
    let explanation = try #require(planner.explain("F1", of: ledger.accounts[0], on: day))
    #expect(
      explanation.sections.flatMap(\.lines).contains { line in
        line.message.fr.hasSuffix(": retenu, rien n'est dû, le total est de -5,00\u{A0}€")
      }
    )
  }

  @Test("its status is that of the plan, on every day")
  func agreement() throws {
    let ledger = try LedgerText(ExplanationTests.ledger).ledger
    let planner = try Planner(scenario: ExplanationTests.scenario, ledger: ledger)
    let first = try #require(CalendarDate(isoBytes: "2025-11-20".utf8))
    for offset in 0..<120 {
      let day = first.adding(days: offset)
      for status in planner.plan(ledger, on: day).statuses {
        let explained = planner.explain(status.invoice, of: ledger.accounts[0], on: day)?.status
        #expect(explained?.kind == status.kind && explained?.reason == status.reason, "\(day)")
      }
    }
  }
}
