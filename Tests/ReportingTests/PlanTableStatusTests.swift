import Diagnostics
import Receivables
import Testing

@testable import Planning
@testable import Reporting

/// Statuses of a plan without actions, and the sentence that tells why.
private let emptyPlans: [([InvoiceStatus], String, String)] = [
  (
    [],
    "Aucune facture n'existe à cette date dans le registre.",
    "The ledger has no invoice on that day."
  ),
  (
    [status("F1", .paid, "soldée")],
    "Rien à faire ce jour.",
    "Nothing to do on that day."
  ),
  (
    [
      status("F1", .waiting, on: "2026-02-12", "attend"),
      status("F2", .waiting, on: "2026-02-05", "attend"),
      status("F3", .waiting, "dépend d'une relance"),
    ],
    "Rien à faire ce jour. Prochaine étape le jeudi 5 février 2026.",
    "Nothing to do on that day. The next step is on Thursday 5 February 2026."
  ),
  (
    [
      status("F1", .deferred, on: "2026-02-03", "jour non ouvré"),
      status("F2", .deferred, on: "2026-02-03", "jour non ouvré"),
      status("F3", .waiting, on: "2026-02-02", "attend"),
    ],
    "Rien ne part un jour non ouvré : 2 factures à reprendre le mardi 3 février 2026.",
    "Nothing is sent on a day off: 2 invoices to take up on Tuesday 3 February 2026."
  ),
  (
    [status("F1", .deferred, "plafond atteint")],
    "Rien à faire ce jour.",
    "Nothing to do on that day."
  ),
]

@Suite("Statuses in the table")
struct PlanTableStatusTests {
  @Test(
    "an empty plan says why, and when there will be something to do (R77 on a day off)",
    arguments: emptyPlans
  )
  func empty(statuses: [InvoiceStatus], french: String, english: String) {
    let lines = { (language: MessageLanguage) in
      spaced(write(.table, [], statuses, settings: TextSettings(language: language)))
        .split(separator: "\n").dropFirst().first.map(String.init)
    }
    #expect(lines(.french) == french)
    #expect(lines(.english) == english)
  }

  @Test("statuses stand by kind with reasons, what needs attention first, next steps by day")
  func listing() {
    let statuses = [
      status(
        "F1",
        .waiting,
        step: "J+21",
        on: "2026-02-12",
        "attend « J+21 » le 12/02/2026",
        line: 2
      ),
      status(
        "F2",
        .waiting,
        step: "J+7",
        on: "2026-02-05",
        "attend « J+7 » le 05/02/2026",
        line: 1
      ),
      status(
        "F3",
        .waiting,
        step: "R+7",
        "attend « R+7 » : elle dépend d'une relance encore à venir"
      ),
      status("F4", .suspended, step: "J+7 relance email", "suspendue : si litige alors suspendre"),
      status("F5", .error, "le scénario « X » du client n'est dans aucun fichier", customer: "C25"),
      status("F6", .paid, "soldée le 12/12/2025"),
    ]
    #expect(
      spaced(write(.table, [], statuses, listing: .listed, settings: TextSettings(width: 80)))
        == """
        Plan du lundi 2 février 2026
        Rien à faire ce jour. Prochaine étape le jeudi 5 février 2026.

        ── 1 facture en erreur ─────────────────────────────────────────────────────────
          facture  client  raison
          F5       C25     le scénario « X » du client n'est dans aucun fichier

        ── 1 facture suspendue ─────────────────────────────────────────────────────────
          facture  client  étape              raison
          F4       C1      J+7 relance email  si litige alors suspendre

        ── 3 factures en attente ───────────────────────────────────────────────────────
          facture  client  le          raison
          F2       C1      05/02/2026  attend « J+7 » le 05/02/2026 (ligne 1)
          F1       C1      12/02/2026  attend « J+21 » le 12/02/2026 (ligne 2)
          F3       C1                  attend « R+7 » : elle dépend d'une relance encore
                                       à venir

        ── 1 facture payée ─────────────────────────────────────────────────────────────
          facture  client  raison
          F6       C1      soldée le 12/12/2025

        ── En bref ─────────────────────────────────────────────────────────────────────
        6 factures : 3 en attente, 1 suspendue, 1 payée, 1 en erreur

        """
    )
  }

  @Test("every status can be told", arguments: InvoiceStatus.Kind.allCases)
  func kinds(kind: InvoiceStatus.Kind) {
    let text = write(.table, [], [status("F1", kind, "raison de F1")], listing: .listed)
    #expect(text.contains("raison de F1\n"))
    #expect(spaced(text).contains("1 facture : 1 \(kind.noun.fr.one)\n"))
  }

  @Test(
    "days are written in words",
    arguments: [
      ("2026-02-02", "lundi 2 février 2026", "Monday 2 February 2026"),
      ("2026-08-01", "samedi 1er août 2026", "Saturday 1 August 2026"),
      ("2024-02-29", "jeudi 29 février 2024", "Thursday 29 February 2024"),
      ("2025-12-31", "mercredi 31 décembre 2025", "Wednesday 31 December 2025"),
    ]
  )
  func words(iso: String, french: String, english: String) {
    #expect(day(iso).inWords(.french) == french)
    #expect(day(iso).inWords(.english) == english)
  }
}
