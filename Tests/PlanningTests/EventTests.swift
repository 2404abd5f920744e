import Testing

@Suite("Steps that answer events")
struct EventTests {
  static let situations: [Situation] = [
    Situation(
      "R55, R75: a payment is thanked for although the prelude suspends, once, and stays paid",
      "J+7 email; au paiement email",
      ledger: "client C1\nfacture F1 2026-01-05 100000\npaiement 2026-01-13 100000",
      .played,
      expect: """
        2026-01-13 > email remerciement doux automatique F1
        2026-01-13 F1 paid
        2026-01-14 F1 paid
        """
    ),
    Situation(
      "a payment is thanked for within the window and no later",
      "fenêtre 3 jours; J+7 email; au paiement email",
      ledger: "client C1\nfacture F1 2026-02-05 100000\npaiement 2026-01-13 100000",
      expect: """
        2026-01-12 F1 waiting J+7 relance email @2026-02-12
        2026-01-16 > email remerciement doux automatique F1
        2026-01-16 F1 paid
        2026-01-17 F1 paid
        """
    ),
    Situation(
      "no thanks on a day off, to an excluded customer, on hold, or where a rule cannot be decided",
      """
      au paiement email
      si segment = X alors exclure
      si segment = Y et solde < 5 USD alors manuel
      """,
      ledger: """
        client C1
        facture F1 2026-01-05 100000
        paiement 2026-01-15 100000
        client C2 segment=X
        facture F2 2026-01-05 100000
        paiement 2026-01-15 100000
        client C3
        facture F3 2026-01-05 100000
        paiement 2026-01-15 100000
        pause 2026-01-01
        client C4 segment=Y
        facture F4 2026-01-05 100000
        paiement 2026-01-15 100000
        """,
      expect: """
        2026-01-16 > email remerciement doux automatique F1
        2026-01-16 F1 paid
        2026-01-16 F2 paid
        2026-01-16 F3 paid
        2026-01-16 F4 paid
        2026-01-17 F1 paid
        2026-01-17 F2 paid
        2026-01-17 F3 paid
        2026-01-17 F4 paid
        """
    ),
    Situation(
      "R55: a sensitive customer is thanked by hand, suspended or not",
      "au paiement email",
      ledger: "client C1 sensible\nfacture F1 2026-01-05 100000\npaiement 2026-01-13 100000",
      expect: """
        2026-01-13 > email remerciement doux manuel F1
        2026-01-13 F1 paid
        """
    ),
    Situation(
      "R74: the payment that counts is the last that settled the balance, refunds considered",
      "fenêtre 2 jours; au paiement email; J+40 courrier",
      ledger: """
        client C1
        facture F1 2026-02-05 100000
        paiement 2026-01-12 100000
        paiement 2026-01-14 -20000
        paiement 2026-01-20 20000
        facture F2 2026-02-05 100000
        paiement 2026-01-20 150000
        paiement 2026-01-20 -50001
        """,
      expect: """
        2026-01-14 F1 waiting J+40 relance courrier @2026-03-17
        2026-01-14 F2 waiting J+40 relance courrier @2026-03-17
        2026-01-20 > email remerciement doux automatique F1
        2026-01-20 F1 paid
        2026-01-20 F2 waiting J+40 relance courrier @2026-03-17
        """
    ),
    Situation(
      "R60, R74: a part payment is answered by a reminder, after the last such day",
      "fenêtre 2 jours; J+40 courrier; au paiement partiel email",
      ledger: """
        client C1
        facture F1 2026-01-05 100000
        paiement 2026-01-12 10000
        paiement 2026-01-20 10000
        relance 2026-01-13 événement=2026-01-12 au paiement partiel relance email
        """,
      expect: """
        2026-01-12 > email relance neutre automatique F1
        2026-01-12 F1 action au paiement partiel relance email
        2026-01-14 F1 waiting J+40 relance courrier @2026-02-16
        2026-01-21 > email relance neutre automatique F1
        2026-01-21 F1 action au paiement partiel relance email
        """
    ),
    Situation(
      "R55: the prelude holds the answer to a part payment of a disputed invoice",
      "J+40 courrier; au paiement partiel email",
      ledger: """
        client C1
        facture F1 2026-01-05 100000
        litige 2026-01-06
        paiement 2026-01-12 10000
        """,
      expect: "2026-01-12 F1 suspended au paiement partiel relance email"
    ),
    Situation(
      "R72: an event goes first, of two the first of the file, the rest on later days",
      "J+7 courrier sévère; à promesse rompue appel; au paiement partiel email",
      ledger: """
        client C1
        facture F1 2026-01-05 100000
        promesse 2026-01-06 2026-01-11
        paiement 2026-01-12 10000
        """,
      .played,
      expect: """
        2026-01-12 > appel relance neutre manuel F1
        2026-01-12 F1 action à promesse rompue relance appel
        2026-01-13 > email relance neutre automatique F1
        2026-01-13 F1 action au paiement partiel relance email
        2026-01-14 F1 waiting J+7 relance courrier @2026-01-20
        """
    ),
    Situation(
      "R72: an event step that a rule drops or whose si is false lets the others go",
      "J+7 courrier; à promesse rompue appel; si segment = X alors sans appel",
      ledger: """
        client C1 segment=X
        facture F1 2026-01-05 100000
        promesse 2026-01-06 2026-01-11
        """,
      expect: """
        2026-01-12 > courrier relance neutre automatique F1
        2026-01-12 F1 action J+7 relance courrier
        """
    ),
    Situation(
      "R50, R110: only the promise made last counts, and it suspends until its day",
      "J+7 courrier; à promesse rompue appel",
      ledger: """
        client C1
        facture F1 2026-01-05 100000
        promesse 2026-01-10 2026-01-20
        promesse - 2026-01-08
        promesse 2026-01-07 2026-01-09
        """,
      expect: """
        2026-01-09 F1 waiting J+7 relance courrier @2026-01-12
        2026-01-12 F1 suspended J+7 relance courrier
        2026-01-21 > appel relance neutre manuel F1
        2026-01-21 F1 action à promesse rompue relance appel
        2026-01-28 > appel relance neutre manuel F1
        2026-01-28 F1 action à promesse rompue relance appel
        2026-01-29 > courrier relance neutre automatique F1
        2026-01-29 F1 action J+7 relance courrier
        """
    ),
    Situation(
      "R55: insolvency suspends reminders, not its own step, for invoices issued before it",
      "J+7 courrier; à procédure collective tâche",
      ledger: """
        client C1 procédure=2026-01-13
        facture F1 2026-01-05 100000 émise=2025-12-05
        facture F2 2026-01-05 100000 émise=2026-01-13
        """,
      expect: """
        2026-01-13 > courrier relance neutre automatique F2
        2026-01-13 > tâche relance neutre manuel F1
        2026-01-13 F1 action à procédure collective relance tâche
        2026-01-13 F2 action J+7 relance courrier
        2026-01-21 > courrier relance neutre automatique F2
        2026-01-21 F1 suspended J+7 relance courrier
        2026-01-21 F2 action J+7 relance courrier
        """
    ),
    Situation(
      "R74: a row under the event's date answers the event even when dated before it",
      "à procédure collective tâche; J+40 email",
      ledger: """
        client C1 procédure=2026-01-13
        facture F1 2026-01-05 100000
        relance 2026-01-12 événement=2026-01-13 A PROCEDURE COLLECTIVE relance tâche
        """,
      expect: "2026-01-14 F1 waiting J+40 relance email @2026-02-16"
    ),
  ]

  @Test("are due as the contract says", arguments: situations)
  func events(_ situation: Situation) throws { try situation.check() }
}
