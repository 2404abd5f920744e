import Testing

@Suite("Caps and thresholds")
struct CapTests {
  static let situations: [Situation] = [
    Situation(
      "the threshold holds a message whose total is strictly below it, not the customer's (R43)",
      "seuil 15 €; J+7 email",
      ledger: """
        client C1
        facture F1 2026-01-05 1499
        facture F2 2026-03-05 100000
        client C2
        facture F3 2026-01-05 1500
        client C3
        facture F4 2026-01-05 800
        facture F5 2026-01-05 700
        """,
      expect: """
        2026-01-12 > email relance neutre automatique F3
        2026-01-12 > email relance neutre automatique F4 F5
        2026-01-12 F1 deferred J+7 relance email
        2026-01-12 F2 waiting J+7 relance email @2026-03-12
        2026-01-12 F3 action J+7 relance email
        2026-01-12 F4 action J+7 relance email
        2026-01-12 F5 action J+7 relance email
        """
    ),
    Situation(
      "the threshold is converted; without a rate the open invoices of the currency are errors",
      "seuil 15 €; J+7 email; au paiement email",
      ledger: """
        taux USD 2026-01-01 1.1
        client C1
        facture F1 2026-01-05 1649 USD
        client C2
        facture F2 2026-01-05 1650 USD
        client C3
        facture F3 2026-01-05 9900 GBP
        facture F4 2026-01-05 9900 GBP
        paiement 2026-01-12 9900
        """,
      expect: """
        2026-01-12 > email relance neutre automatique F2
        2026-01-12 > email remerciement doux automatique F4
        2026-01-12 F1 deferred J+7 relance email
        2026-01-12 F2 action J+7 relance email
        2026-01-12 F3 error
        2026-01-12 F4 paid
        """
    ),
    Situation(
      "a cap per customer counts the messages of the window, one for all the rows of a message",
      "plafond 2 contacts par client par 7 jours; J+7 email",
      ledger: """
        client C1
        facture F1 2026-01-05 100000
        facture F2 2026-02-05 100000
        relance 2026-01-06 message=m1 x
        facture F3 2026-02-05 100000
        relance 2026-01-06 message=m1 x
        relance 2026-01-05 message=m0 y
        client C2
        facture F4 2026-01-05 100000
        facture F5 2026-02-05 100000
        relance 2026-01-06 x
        facture F6 2026-02-05 100000
        relance 2026-01-06 x
        """,
      expect: """
        2026-01-12 > email relance neutre automatique F1
        2026-01-12 F1 action J+7 relance email
        2026-01-12 F2 waiting J+7 relance email @2026-02-12
        2026-01-12 F3 waiting J+7 relance email @2026-02-12
        2026-01-12 F4 deferred J+7 relance email
        2026-01-12 F5 waiting J+7 relance email @2026-02-12
        2026-01-12 F6 waiting J+7 relance email @2026-02-12
        """
    ),
    Situation(
      "R83: thanks and tasks are neither counted nor held, and a cap without days counts for ever",
      "plafond 1 contact par client; J+7 tâche; J+8 email; au paiement email",
      ledger: """
        client C1
        facture F1 2026-01-05 100000
        relance 2025-01-06 nature=Remerciement événement=2025-01-06 au paiement remerciement email
        relance 2025-01-07 canal=Tâche rang=35 x
        client C2
        facture F2 2026-01-05 100000
        relance 2025-01-07 canal=appel rang=35 J+7 relance tâche
        facture F3 2026-02-05 100000
        paiement 2026-01-13 100000
        client C3
        facture F4 2026-01-05 100000
        facture F5 2026-02-05 100000
        relance 2025-01-07 x
        """,
      expect: """
        2026-01-13 > email relance neutre automatique F1
        2026-01-13 > email remerciement doux automatique F3
        2026-01-13 > tâche relance neutre manuel F4
        2026-01-13 F1 action J+8 relance email
        2026-01-13 F2 deferred J+8 relance email
        2026-01-13 F3 paid
        2026-01-13 F4 action J+7 relance tâche
        2026-01-13 F5 waiting J+7 relance tâche @2026-02-12
        """
    ),
    Situation(
      "R81: of today's messages the most severe go first, then the earliest due date",
      """
      plafond 2 contacts par client par 7 jours; regrouper par facture; rattrapage direct
      J+7 email doux; J+21 email ferme
      """,
      ledger: """
        client C1
        facture F1 2026-01-05 100000
        facture F2 2025-12-22 100000
        facture F3 2026-01-02 100000
        facture F4 2026-01-05 100000
        """,
      expect: """
        2026-01-12 > email relance ferme automatique F2
        2026-01-12 > email relance doux automatique F3
        2026-01-12 F1 deferred J+7 relance email
        2026-01-12 F2 action J+21 relance email
        2026-01-12 F3 action J+7 relance email
        2026-01-12 F4 deferred J+7 relance email
        """
    ),
    Situation(
      "R77, R83: a letter and a call are two contacts; the invoice of the letter is in an action",
      "plafond 1 contact par client par 7 jours; J+7 courrier + appel",
      ledger: "client C1\nfacture F1 2026-01-05 100000",
      expect: """
        2026-01-12 > courrier relance neutre automatique F1
        2026-01-12 F1 action J+7 relance courrier + appel
        """
    ),
    Situation(
      "R83: a message of several written channels is one contact",
      "plafond 1 contact par client par 7 jours; J+7 courrier + SMS",
      ledger: "client C1\nfacture F1 2026-01-05 100000",
      expect: """
        2026-01-12 > SMS relance neutre automatique F1
        2026-01-12 > courrier relance neutre automatique F1
        2026-01-12 F1 action J+7 relance courrier + SMS
        """
    ),
    Situation(
      "R84: under `par niveau` each channel is a contact, and the one that the step names first goes",
      """
      scénario A
      pour client = C1
      regrouper par niveau; plafond 1 contact par client par 7 jours; J+7 email + courrier + SMS
      scénario B
      regrouper par niveau; plafond 1 contact par facture par 7 jours; J+7 email + courrier + SMS
      """,
      ledger: "client C1\nfacture F1 2026-01-05 100000\nclient C2\nfacture F2 2026-01-05 100000",
      expect: """
        2026-01-12 > email relance neutre automatique F1
        2026-01-12 > email relance neutre automatique F2
        2026-01-12 F1 action J+7 relance email + courrier + SMS
        2026-01-12 F2 action J+7 relance email + courrier + SMS
        """
    ),
    Situation(
      "a cap per invoice is asked before invoices are grouped",
      "plafond 1 contact par facture par 30 jours; J+7 email + appel; J+8 « b » tâche",
      ledger: """
        client C1
        facture F1 2026-01-05 100000
        facture F2 2026-01-05 100000
        relance 2026-01-11 canal=SMS rang=0 x
        """,
      expect: """
        2026-01-12 > email relance neutre automatique F1
        2026-01-12 F1 action J+7 relance email + appel
        2026-01-12 F2 waiting J+7 relance email + appel @2026-01-19
        2026-01-19 > email relance neutre automatique F1
        2026-01-19 F1 action J+7 relance email + appel
        2026-01-19 F2 deferred J+7 relance email + appel
        """
    ),
    Situation(
      "R82: each message asks the caps of its own scenario, the count is the customer's",
      """
      scénario A
      pour solde > 500 €
      priorité 1
      plafond 1 contact par client par 7 jours
      J+7 email
      scénario B
      J+7 email sévère
      """,
      ledger: """
        client C1
        facture F1 2026-01-05 100000
        facture F2 2026-01-05 10000
        """,
      expect: """
        2026-01-12 > email relance sévère automatique F2
        2026-01-12 F1 deferred J+7 relance email
        2026-01-12 F2 action J+7 relance email
        """
    ),
  ]

  @Test("hold messages back as the contract says", arguments: situations)
  func cap(_ situation: Situation) throws { try situation.check() }
}
