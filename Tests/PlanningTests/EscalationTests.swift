import Testing

@Suite("The step due")
struct EscalationTests {
  static let oneLine =
    "J+7 email doux; J+21 courrier ferme; J+45 mise en demeure recommandée; "
    + "si risque=élevé alors manuel"

  static let situations: [Situation] = [
    Situation(
      "one line is a scenario",
      oneLine,
      ledger: "client C1\nfacture F1 2026-01-05 100000",
      .played,
      expect: """
        2026-01-02 F1 waiting J+7 relance email @2026-01-12
        2026-01-12 > email relance doux automatique F1
        2026-01-12 F1 action J+7 relance email
        2026-01-13 F1 waiting J+21 relance courrier @2026-01-26
        2026-01-26 > courrier relance ferme automatique F1
        2026-01-26 F1 action J+21 relance courrier
        2026-02-19 > recommandé mise en demeure ferme automatique F1
        2026-02-19 F1 action J+45 mise en demeure recommandé
        2026-02-20 F1 completed
        """
    ),
    Situation(
      "a rule on risk hands every step to a person, and payments count from their day",
      oneLine,
      ledger: """
        client C1 risque=élevé segment=PME
        facture F1 2026-01-10 120000
        paiement 2026-02-01 20000
        paiement 2026-02-25 100000
        """,
      .played,
      expect: """
        2026-01-17 F1 waiting J+7 relance email @2026-01-19
        2026-01-19 > email relance doux manuel F1
        2026-01-19 F1 action J+7 relance email
        2026-02-02 > courrier relance ferme manuel F1
        2026-02-02 F1 action J+21 relance courrier
        2026-02-03 F1 waiting J+45 mise en demeure recommandé @2026-02-24
        2026-02-25 F1 paid
        """
    ),
    Situation(
      "progressive catch-up: a late import starts with the first step, seven days apart",
      oneLine,
      ledger: "client C1\nfacture F1 2025-10-06 100000\nrelance 2026-01-05 rang=0 ancienne",
      .played,
      expect: """
        2026-01-09 F1 waiting J+7 relance email @2026-01-12
        2026-01-12 > email relance doux automatique F1
        2026-01-12 F1 action J+7 relance email
        2026-01-13 F1 waiting J+21 relance courrier @2026-01-19
        2026-01-19 > courrier relance ferme automatique F1
        2026-01-19 F1 action J+21 relance courrier
        """
    ),
    Situation(
      "R68: steps that the scenario puts closer than the spacing stay that close",
      "J+7 email; J+9 SMS; J+10 courrier",
      ledger: "client C1\nfacture F1 2026-01-05 100000",
      .played,
      expect: """
        2026-01-12 > email relance neutre automatique F1
        2026-01-12 F1 action J+7 relance email
        2026-01-14 > SMS relance neutre automatique F1
        2026-01-14 F1 action J+9 relance SMS
        2026-01-15 > courrier relance neutre automatique F1
        2026-01-15 F1 action J+10 relance courrier
        """
    ),
    Situation(
      "R68: after a reminder late in the scenario the gap is that of the nominal dates",
      "J+7 email; J+9 SMS; J+40 courrier",
      ledger:
        "client C1\nfacture F1 2026-01-05 100000\nrelance 2026-01-20 rang=35 J+7 relance email",
      expect: """
        2026-01-20 F1 waiting J+9 relance SMS @2026-01-22
        2026-01-22 > SMS relance neutre automatique F1
        2026-01-22 F1 action J+9 relance SMS
        """
    ),
    Situation(
      "direct catch-up: the last candidate is due and those before it are skipped for good",
      "rattrapage direct\n\(oneLine)",
      ledger: "client C1\nfacture F1 2025-12-15 100000",
      expect: """
        2026-01-06 > courrier relance ferme automatique F1
        2026-01-06 F1 action J+21 relance courrier
        """
    ),
    Situation(
      "R69: nothing more is due on the day of a reminder, of whatever kind",
      "J+7 email; J+7 « bis » courrier",
      ledger: """
        client C1
        facture F1 2026-01-05 100000
        relance 2026-01-13 nature=remerciement événement=2026-01-13 au paiement remerciement email
        """,
      expect: """
        2026-01-12 > email relance neutre automatique F1
        2026-01-12 F1 action J+7 relance email
        2026-01-13 F1 waiting J+7 relance email @2026-01-14
        2026-01-14 > email relance neutre automatique F1
        2026-01-14 F1 action J+7 relance email
        """
    ),
    Situation(
      "R70: R+15 is not due before the steps between are sent",
      "J+21 courrier; J+45 mise en demeure; R+15 contentieux",
      ledger: "client C1\nfacture F1 2026-01-05 100000",
      .played,
      expect: """
        2026-01-26 > courrier relance neutre automatique F1
        2026-01-26 F1 action J+21 relance courrier
        2026-02-10 F1 waiting J+45 mise en demeure recommandé @2026-02-19
        2026-02-19 > recommandé mise en demeure ferme automatique F1
        2026-02-19 F1 action J+45 mise en demeure recommandé
        2026-02-20 F1 waiting R+15 contentieux tâche @2026-03-06
        2026-03-06 > tâche contentieux ferme manuel F1
        2026-03-06 F1 action R+15 contentieux tâche
        2026-03-09 F1 completed
        """
    ),
    Situation(
      "R70: R+15 goes on when the steps between are dropped or their si is false",
      "J+21 courrier; J+45 mise en demeure si solde > 5 000 €; R+15 contentieux",
      ledger: """
        client C1
        facture F1 2026-01-05 100000
        relance 2026-01-26 rang=105 J+21 relance courrier
        """,
      expect: """
        2026-02-10 > tâche contentieux ferme manuel F1
        2026-02-10 F1 action R+15 contentieux tâche
        """
    ),
    Situation(
      "R70, R76: without history R+N is never due and its day is not known",
      "R+10 email",
      ledger: "client C1\nfacture F1 2026-01-05 100000",
      expect: "2026-03-02 F1 waiting R+10 relance email"
    ),
    Situation(
      "R109: each R waits for the one before it",
      "J+7 email; R+10 « premier » email; R+10 « second » courrier",
      ledger: "client C1\nfacture F1 2026-01-05 100000",
      .played,
      expect: """
        2026-01-12 > email relance neutre automatique F1
        2026-01-12 F1 action J+7 relance email
        2026-01-22 > email relance neutre automatique F1
        2026-01-22 F1 action premier
        2026-02-02 > courrier relance neutre automatique F1
        2026-02-02 F1 action second
        """
    ),
    Situation(
      "R71: a notice before the due date that is shifted onto it is never sent",
      "J-1 email; J+7 courrier",
      ledger: "client C1\nfacture F1 2026-01-12 100000",
      expect: """
        2026-01-11 F1 waiting J+7 relance courrier @2026-01-19
        2026-01-12 F1 waiting J+7 relance courrier @2026-01-19
        """
    ),
    Situation(
      "a step before the due date expires with it",
      "J-5 email; J+7 courrier",
      ledger: "client C1\nfacture F1 2026-01-15 100000",
      expect: """
        2026-01-12 > email prévenance doux automatique F1
        2026-01-12 F1 action J-5 prévenance email
        2026-01-14 > email prévenance doux automatique F1
        2026-01-14 F1 action J-5 prévenance email
        2026-01-15 F1 waiting J+7 relance courrier @2026-01-22
        """
    ),
    Situation(
      "R66: a step that was renamed counts by its rank, whatever its letter case",
      "J+7 « douce » email; J+21 courrier; J+45 SMS",
      ledger: """
        client C1
        facture F1 2026-01-05 100000
        relance 2026-01-26 rang=100 J+20 relance courrier
        client C2
        facture F2 2026-01-05 100000
        relance 2026-01-26 rang=0 DOUCE
        client C3
        facture F3 2026-01-05 100000
        relance 2026-01-26 rang=-25 J-5 prévenance email
        """,
      expect: """
        2026-01-27 F1 waiting J+21 relance courrier @2026-02-02
        2026-01-27 F2 waiting J+21 relance courrier @2026-02-02
        2026-01-27 F3 waiting douce @2026-02-02
        """
    ),
    Situation(
      "R67: answers to events move no step but the spacing runs from them, thanks apart",
      "J+7 email; J+9 courrier; à promesse rompue appel; au paiement email",
      ledger: """
        client C1
        facture F1 2026-01-05 100000
        relance 2026-01-12 événement=2026-01-09 à promesse rompue relance appel
        client C2
        facture F2 2026-01-05 100000
        relance 2026-01-09 nature=remerciement événement=2026-01-09 au paiement remerciement email
        """,
      expect: """
        2026-01-12 > email relance neutre automatique F2
        2026-01-12 F1 waiting J+7 relance email @2026-01-19
        2026-01-12 F2 action J+7 relance email
        """
    ),
    Situation(
      "R64: retarder and avancer are one kind, the first rule wins, and the real due date stays",
      """
      J+7 email; J+7 « tard » courrier si retard >= 12 jours
      si solde > 500 € alors retarder de 5 jours
      si solde > 100 € alors avancer de 3 jours
      """,
      ledger: """
        client C1
        facture F1 2026-01-05 100000
        client C2
        facture F2 2026-01-05 20000
        """,
      expect: """
        2026-01-09 > email relance neutre automatique F2
        2026-01-09 F1 waiting J+7 relance email @2026-01-19
        2026-01-09 F2 action J+7 relance email
        """
    ),
    Situation(
      "R76: steps left whose si is false leave the invoice waiting for no known day",
      "J+7 email si litige; J+21 courrier si litige",
      ledger: "client C1\nfacture F1 2026-01-05 100000",
      expect: "2026-02-02 F1 waiting J+7 relance email"
    ),
    Situation(
      "R41, R76: the next day is the first working day from the step's",
      "décaler aucun; J+6 email",
      ledger: "client C1\nfacture F1 2026-01-05 100000",
      expect: """
        2026-01-08 F1 waiting J+6 relance email @2026-01-12
        2026-01-11 F1 deferred J+6 relance email @2026-01-12
        2026-01-12 > email relance neutre automatique F1
        2026-01-12 F1 action J+6 relance email
        """
    ),
    Situation(
      "steps fall on working days: after, or before where the scenario says so",
      "décaler précédent; J+6 email",
      ledger: "client C1\nfacture F1 2026-01-05 100000",
      expect: """
        2026-01-09 > email relance neutre automatique F1
        2026-01-09 F1 action J+6 relance email
        """
    ),
    Situation(
      "moments: working days, weeks, months clamped to their end, end of month",
      "J+5 ouvrés email; J+2 semaines SMS; J+1 mois courrier; J+30 fin de mois recommandé",
      ledger: "client C1\nfacture F1 2025-12-31 100000",
      .played,
      expect: """
        2026-01-08 > email relance neutre automatique F1
        2026-01-08 F1 action J+5 ouvrés relance email
        2026-01-14 > SMS relance neutre automatique F1
        2026-01-14 F1 action J+2 semaines relance SMS
        2026-01-30 F1 waiting J+1 mois relance courrier @2026-02-02
        2026-02-02 > courrier relance neutre automatique F1
        2026-02-02 F1 action J+1 mois relance courrier
        2026-02-03 > recommandé relance neutre automatique F1
        2026-02-03 F1 action J+30 fin de mois relance recommandé
        """
    ),
    Situation(
      "R46: what is dated later does not exist yet",
      "J+7 email si nombre de relances = 0",
      ledger: """
        client C1
        facture F1 2026-01-05 100000 émise=2025-12-05
        relance 2026-01-20 rang=35 J+7 relance email
        paiement 2026-01-21 100000
        facture F2 2026-02-05 100000 émise=2026-01-13
        """,
      expect: """
        2026-01-12 > email relance neutre automatique F1
        2026-01-12 F1 action J+7 relance email
        2026-01-21 F1 paid
        2026-01-21 F2 waiting J+7 relance email @2026-02-12
        """
    ),
  ]

  @Test("is the one the contract gives", arguments: situations)
  func stepDue(_ situation: Situation) throws { try situation.check() }
}
