import Testing

@Suite("Messages")
struct MessageTests {
  /// Two overdue invoices at different steps, one due today, one in another currency.
  static let four = """
    client C1
    facture F1 2026-01-05 100000
    facture F2 2025-12-22 100000
    facture F3 2026-01-12 100000
    facture F4 2026-01-05 100000 USD
    """

  static let channels: [Situation] = [
    Situation(
      "R42: an unwritten mode is that of the channel really used; contentieux is manual in any",
      "J+7 email + appel; J+8 « deux » contentieux email; J+9 « trois » automatique tâche",
      ledger: "client C1\nfacture F1 2026-01-05 100000",
      .played,
      expect: """
        2026-01-12 > appel relance neutre manuel F1
        2026-01-12 > email relance neutre automatique F1
        2026-01-12 F1 action J+7 relance email + appel
        2026-01-13 > email contentieux ferme manuel F1
        2026-01-13 F1 action deux
        2026-01-14 > tâche relance neutre automatique F1
        2026-01-14 F1 action trois
        """
    ),
    Situation(
      "R42, R59: the fallback is used without an address, with its own mode",
      "J+7 email sinon appel; J+8 « deux » email + SMS sinon courrier",
      ledger: "client C1 sans-email sans-téléphone\ncontact principal téléphone\n"
        + "facture F1 2026-01-05 100000\nclient C2 sans-email sans-téléphone\n"
        + "facture F2 2026-01-04 100000\nrelance 2026-01-11 rang=35 J+7 relance email sinon appel",
      expect: """
        2026-01-12 > appel relance neutre manuel F1
        2026-01-12 > courrier relance neutre automatique F2
        2026-01-12 > email relance neutre manuel F2
        2026-01-12 F1 action J+7 relance email sinon appel
        2026-01-12 F2 action deux
        """
    ),
    Situation(
      "R79, R85: without any address the first of the chain stays and becomes manual",
      "J+7 SMS sinon appel",
      ledger: "client C1 sans-téléphone\ncontact comptabilité téléphone\n"
        + "facture F1 2026-01-05 100000",
      expect: """
        2026-01-12 > SMS relance neutre manuel F1
        2026-01-12 F1 action J+7 relance SMS sinon appel
        """
    ),
    Situation(
      "R86: the recipient is the one wanted; its address may be the principal's or the customer's",
      "J+7 email à comptabilité",
      ledger: "client C1 sans-email\ncontact direction email\ncontact principal email\n"
        + "facture F1 2026-01-05 100000",
      expect: """
        2026-01-12 > email relance neutre automatique à comptabilité F1
        2026-01-12 F1 action J+7 relance email
        """
    ),
    Situation(
      "R63: canal goes before sans; a chain loses a link, a sum a part, a step all and is dropped",
      """
      J+7 email sinon courrier; J+8 « deux » email + courrier; J+9 « trois » email
      si segment = X alors sans email
      si segment = Y alors canal SMS, sans SMS
      """,
      ledger: """
        client C1 segment=X
        facture F1 2026-01-05 100000
        client C2 segment=X
        facture F2 2026-01-05 100000
        relance 2026-01-11 rang=35 J+7 relance email sinon courrier
        client C3 segment=X
        facture F3 2026-01-05 100000
        relance 2026-01-11 rang=40 deux
        client C4 segment=Y
        facture F4 2026-01-05 100000
        """,
      expect: """
        2026-01-14 > courrier relance neutre automatique F1
        2026-01-14 > courrier relance neutre automatique F2
        2026-01-14 F1 action J+7 relance email sinon courrier
        2026-01-14 F2 action deux
        2026-01-14 F3 completed
        2026-01-14 F4 completed
        """
    ),
    Situation(
      "R108: a channel named twice gives one message",
      "J+7 email sinon courrier + courrier",
      ledger: "client C1 sans-email\nfacture F1 2026-01-05 100000",
      expect: """
        2026-01-12 > courrier relance neutre automatique F1
        2026-01-12 F1 action J+7 relance email sinon courrier + courrier
        """
    ),
    Situation(
      "of several rules that replace a part of the step the first wins; the id never changes",
      """
      J+7 email doux
      si solde > 1 € alors ton ferme, à direction
      si solde > 1 € alors ton sévère, canal SMS, à commercial
      si solde < 1 € alors manuel sinon validation
      """,
      ledger: "client C1\nfacture F1 2026-01-05 100000",
      expect: """
        2026-01-12 > SMS relance ferme validation à direction F1
        2026-01-12 F1 action J+7 relance email
        """
    ),
  ]

  static let groups: [Situation] = [
    Situation(
      "by customer: one message of the most severe step for each currency, F3 not being due",
      "J+7 email doux; J+21 courrier ferme",
      ledger: four,
      expect: """
        2026-01-12 > email relance doux automatique F2 F1
        2026-01-12 > email relance doux automatique F4
        2026-01-12 F1 action J+7 relance email
        2026-01-12 F2 action J+7 relance email
        2026-01-12 F3 waiting J+7 relance email @2026-01-19
        2026-01-12 F4 action J+7 relance email
        """
    ),
    Situation(
      "the milder invoices ride along in the most severe message and keep their own steps",
      "rattrapage direct; J+7 email doux à comptabilité; J+21 courrier ferme",
      ledger: four,
      expect: """
        2026-01-12 > courrier relance ferme automatique F2 F1
        2026-01-12 > email relance doux automatique à comptabilité F4
        2026-01-12 F1 action J+7 relance email
        2026-01-12 F2 action J+21 relance courrier
        2026-01-12 F3 waiting J+7 relance email @2026-01-19
        2026-01-12 F4 action J+7 relance email
        """
    ),
    Situation(
      "by level: only invoices due for an equal message go together",
      "regrouper par niveau; rattrapage direct; J+7 email doux; J+21 « b » email doux; J+22 SMS",
      ledger: """
        client C1
        facture F1 2026-01-05 100000
        facture F2 2025-12-22 100000
        facture F3 2025-12-19 100000
        """,
      expect: """
        2026-01-12 > SMS relance neutre automatique F3
        2026-01-12 > email relance doux automatique F2 F1
        2026-01-12 F1 action J+7 relance email
        2026-01-12 F2 action b
        2026-01-12 F3 action J+22 relance SMS
        """
    ),
    Situation(
      "R87: by invoice: one message each, equals by currency, due date and identifier",
      "regrouper par facture; J+7 email",
      ledger: four,
      expect: """
        2026-01-12 > email relance neutre automatique F2
        2026-01-12 > email relance neutre automatique F1
        2026-01-12 > email relance neutre automatique F4
        2026-01-12 F1 action J+7 relance email
        2026-01-12 F2 action J+7 relance email
        2026-01-12 F3 waiting J+7 relance email @2026-01-19
        2026-01-12 F4 action J+7 relance email
        """
    ),
    Situation(
      "written, oral and internal do not mix, nor do modes, scenarios and events",
      """
      scénario A
      J+7 email; J+8 « b » appel; J+9 « c » tâche; au paiement partiel email
      si solde > 2 000 € alors validation
      scénario B
      pour solde > 5 000 €
      priorité 1
      J+7 email
      """,
      ledger: """
        client C1
        facture F1 2026-01-05 100000
        facture F2 2026-01-05 100000
        relance 2026-01-11 rang=35 J+7 relance email
        facture F3 2026-01-05 100000
        relance 2026-01-11 rang=40 b
        facture F4 2026-01-05 300000
        facture F5 2026-01-05 600000
        facture F6 2026-01-05 100000
        paiement 2026-01-14 1
        """,
      expect: """
        2026-01-14 > tâche relance neutre manuel F3
        2026-01-14 > appel relance neutre manuel F2
        2026-01-14 > email relance neutre automatique F1
        2026-01-14 > email relance neutre validation F4
        2026-01-14 > email relance neutre automatique F5
        2026-01-14 > email relance neutre automatique F6
        2026-01-14 F1 action J+7 relance email
        2026-01-14 F2 action b
        2026-01-14 F3 action c
        2026-01-14 F4 action J+7 relance email
        2026-01-14 F5 action J+7 relance email
        2026-01-14 F6 action au paiement partiel relance email
        """
    ),
    Situation(
      "R84: several channels give one action each, and a rider goes into all of them",
      "J+7 courrier; J+21 email + SMS ferme; rattrapage direct",
      ledger: """
        client C1
        facture F1 2026-01-05 100000
        facture F2 2025-12-22 100000
        """,
      expect: """
        2026-01-12 > SMS relance ferme automatique F2 F1
        2026-01-12 > email relance ferme automatique F2 F1
        2026-01-12 F1 action J+7 relance courrier
        2026-01-12 F2 action J+21 relance email + SMS
        """
    ),
    Situation(
      "R104: what is not due yet never goes into a claim with others, but may share a notice",
      "J-2 email; J email ferme; J+7 courrier sévère",
      ledger: """
        client C1
        facture F1 2026-01-05 100000
        relance 2026-01-05 rang=0 J relance email
        facture F2 2026-01-14 100000
        facture F3 2026-01-14 100000
        facture F4 2026-01-12 100000
        facture F5 2026-01-12 100000
        """,
      expect: """
        2026-01-12 > courrier relance sévère automatique F1
        2026-01-12 > email relance ferme automatique F4
        2026-01-12 > email relance ferme automatique F5
        2026-01-12 > email prévenance doux automatique F2 F3
        2026-01-12 F1 action J+7 relance courrier
        2026-01-12 F2 action J-2 prévenance email
        2026-01-12 F3 action J-2 prévenance email
        2026-01-12 F4 action J relance email
        2026-01-12 F5 action J relance email
        """
    ),
    Situation(
      "R104: a statement may name what is not due yet",
      "J-2 email; J+7 relevé email",
      ledger: "client C1\nfacture F1 2026-01-05 100000\nfacture F2 2026-01-14 100000",
      expect: """
        2026-01-12 > email relevé neutre automatique F1 F2
        2026-01-12 F1 action J+7 relevé email
        2026-01-12 F2 action J-2 prévenance email
        """
    ),
    Situation(
      "customers by identifier, then severity; a formal notice above any reminder",
      "J+7 SMS sévère; J+45 mise en demeure courrier; J+60 contentieux; rattrapage direct",
      ledger: """
        client D
        facture F4 2026-01-05 100000
        client C
        facture F1 2026-01-05 100000 USD
        facture F2 2025-11-24 100000
        facture F3 2025-11-10 100000
        """,
      expect: """
        2026-01-12 > tâche contentieux ferme manuel F3
        2026-01-12 > courrier mise en demeure ferme automatique F2
        2026-01-12 > SMS relance sévère automatique F1
        2026-01-12 > SMS relance sévère automatique F4
        2026-01-12 F1 action J+7 relance SMS
        2026-01-12 F2 action J+45 mise en demeure courrier
        2026-01-12 F3 action J+60 contentieux tâche
        2026-01-12 F4 action J+7 relance SMS
        """
    ),
  ]

  @Test("go through the channels that can reach the customer", arguments: channels)
  func channel(_ situation: Situation) throws { try situation.check() }

  @Test("take together what belongs together", arguments: groups)
  func group(_ situation: Situation) throws { try situation.check() }
}
