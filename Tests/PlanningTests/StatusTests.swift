import Testing

@Suite("The status of every invoice")
struct StatusTests {
  static let situations: [Situation] = [
    Situation(
      "credit notes get none, whatever their sign; they lower what the customer owes (R47)",
      "J+7 email",
      ledger: """
        client C1
        facture A1 2026-01-05 -90000
        facture A2 2026-01-05 20000 avoir
        facture F1 2026-01-05 100000
        """,
      expect: "2026-01-12 F1 suspended J+7 relance email"
    ),
    Situation(
      "the customer's own scenario goes first, its pour unasked (R33); an unknown one is an error",
      """
      scénario « Un »
      pour segment = PME
      J+7 email
      scénario « Deux »
      pour segment = ETI
      J+7 SMS
      """,
      ledger: """
        client C1 scénario=DEUX
        facture F1 2026-01-05 100000
        client C2 scénario=Trois segment=PME
        facture F2 2026-01-05 100000
        facture F9 2026-01-05 100000
        paiement 2026-01-06 100000
        client C3 segment=PME
        facture F3 2026-01-05 100000
        client C4
        facture F4 2026-01-05 100000
        """,
      expect: """
        2026-01-12 > SMS relance neutre automatique F1
        2026-01-12 > email relance neutre automatique F3
        2026-01-12 F1 action J+7 relance SMS
        2026-01-12 F2 error
        2026-01-12 F3 action J+7 relance email
        2026-01-12 F4 uncovered
        2026-01-12 F9 paid
        """
    ),
    Situation(
      "the highest priority is asked first, equals in file order (R34)",
      """
      scénario « A »
      J+7 email
      scénario « B »
      priorité 5
      pour solde > 500 €
      J+7 SMS
      scénario « C »
      priorité 5
      J+7 courrier
      """,
      ledger: """
        client C1
        facture F1 2026-01-05 100000
        client C2
        facture F2 2026-01-05 50000
        """,
      expect: """
        2026-01-12 > SMS relance neutre automatique F1
        2026-01-12 > courrier relance neutre automatique F2
        2026-01-12 F1 action J+7 relance SMS
        2026-01-12 F2 action J+7 relance courrier
        """
    ),
    Situation(
      "exclure wins over suspendre over manuel, whatever the order of the rules",
      """
      J+7 email
      si solde > 100 € alors automatique
      si solde > 200 € alors manuel
      si solde > 300 € alors validation
      si solde > 400 € alors suspendre
      si solde > 500 € alors exclure
      si solde > 400 € alors suspendre
      """,
      ledger: """
        client C1
        facture F1 2026-01-05 10001
        client C2
        facture F2 2026-01-05 30001
        client C3
        facture F3 2026-01-05 40001
        client C4
        facture F4 2026-01-05 50001
        """,
      expect: """
        2026-01-12 > email relance neutre automatique F1
        2026-01-12 > email relance neutre manuel F2
        2026-01-12 F1 action J+7 relance email
        2026-01-12 F2 action J+7 relance email
        2026-01-12 F3 suspended J+7 relance email
        2026-01-12 F4 excluded
        """
    ),
    Situation(
      "R78: suspended on a day off is suspended, and waiting while no step is due",
      "J+7 email",
      ledger: "client C1\nfacture F1 2026-01-02 100000\nlitige 2026-01-02 2026-01-12",
      expect: """
        2026-01-08 F1 waiting J+7 relance email @2026-01-09
        2026-01-10 F1 suspended J+7 relance email
        2026-01-12 > email relance neutre automatique F1
        2026-01-12 F1 action J+7 relance email
        """
    ),
    Situation(
      "R97: a hold suspends on every day of it, due or not, the step due or else the next",
      "J+7 email; J+21 courrier",
      ledger: """
        client C1
        facture F1 2026-01-05 100000
        pause 2026-01-06 2026-01-13
        client C2
        pause 2026-01-06
        facture F2 2026-01-05 100000
        relance 2026-01-12 rang=35 J+7 relance email
        """,
      expect: """
        2026-01-07 F1 suspended J+7 relance email
        2026-01-07 F2 suspended J+7 relance email
        2026-01-12 F1 suspended J+7 relance email
        2026-01-12 F2 suspended J+21 relance courrier
        2026-01-14 > email relance neutre automatique F1
        2026-01-14 F1 action J+7 relance email
        2026-01-14 F2 suspended J+21 relance courrier
        """
    ),
    Situation(
      "public holidays of the region, the own week and single days are days off",
      "fériés Alsace-Moselle; fériés le 07/04/2026; jours ouvrés lundi à samedi; J+5 email",
      ledger: "client C1\nfacture F1 2026-03-28 100000",
      expect: """
        2026-04-02 > email relance neutre automatique F1
        2026-04-02 F1 action J+5 relance email
        2026-04-03 F1 deferred J+5 relance email @2026-04-04
        2026-04-06 F1 deferred J+5 relance email @2026-04-08
        """
    ),
  ]

  @Test("is the first that applies", arguments: situations)
  func status(_ situation: Situation) throws { try situation.check() }
}
