import Testing

@Suite("Settings, steps and rules are read as written")
struct ItemTests {
  @Test(
    "moments, also in words of their own (R54)",
    arguments: [
      Reading("J email", "step J [email]"),
      Reading("j+7 email", "step J+7 [email]"),
      Reading("J + 7 jours email", "step J+7 [email]"),
      Reading("J+7j email", "step J+7 [email]"),
      Reading("J–7 email", "step J-7 [email]"),
      Reading("J+0 email", "step J [email]"),
      Reading("J+7 ouvrés email", "step J+7 ouvrés [email]"),
      Reading("J+1 jour ouvré email", "step J+1 ouvré [email]"),
      Reading("J-1 ouvré email", "step J-1 ouvré [email]"),
      Reading("J+1 semaine email", "step J+1 semaine [email]"),
      Reading("J+2 semaines email", "step J+2 semaines [email]"),
      Reading("J+1 mois email", "step J+1 mois [email]"),
      Reading("J+30 fin de mois email", "step J+30 fin de mois [email]"),
      Reading("J+30 jours fin de mois email", "step J+30 fin de mois [email]"),
      Reading("J fin de mois email", "step J fin de mois [email]"),
      Reading("R+10 email", "step R+10 [email]"),
      Reading("r+10 jours email", "step R+10 [email]"),
      Reading("au paiement email", "step au paiement [email]"),
      Reading("AU PAIEMENT PARTIEL email", "step au paiement partiel [email]"),
      Reading("à promesse rompue appel", "step à promesse rompue [appel]"),
      Reading("a procedure collective tache", "step à procédure collective [tâche]"),
    ]
  )
  func moments(_ reading: Reading) { #expect(items(reading.source) == reading.expected) }

  @Test(
    "actions are words in any order, the longest spelling first (R58, R59, R61)",
    arguments: [
      Reading("J+7 email doux", "step J+7 [email] doux"),
      Reading("J+7 doux courriel", "step J+7 [email] doux"),
      Reading("J+7 LETTRES FERMES à valider", "step J+7 [courrier] ferme validation"),
      Reading("J+7 e-mail semi-automatique", "step J+7 [email] validation"),
      Reading("J+7 courrier recommandé", "step J+7 [recommandé]"),
      Reading("J+7 courrier ferme recommandé", "step J+7 [recommandé] ferme"),
      Reading("J+7 recommandé courrier", "step J+7 [recommandé]"),
      Reading("J+7 LRAR", "step J+7 [recommandé]"),
      Reading(
        "J+7 recommandé avec AR avec pénalités",
        "step J+7 [recommandé] with=pénalités"
      ),
      Reading(
        "J+7 lettre recommandée avec accusé de réception avec relevé",
        "step J+7 [recommandé] with=relevé"
      ),
      Reading("J+45 mise en demeure recommandée", "step J+45 [recommandé] mise en demeure"),
      Reading("J+45 MED délai 2 semaines", "step J+45 mise en demeure grace=14"),
      Reading("R+15 passage au contentieux", "step R+15 contentieux"),
      Reading("R+15 transmission contentieux", "step R+15 contentieux"),
      Reading("J+7 email relevé de compte", "step J+7 [email] relevé"),
      Reading("J+7 appel téléphonique", "step J+7 [appel]"),
      Reading("J+7 email + SMS", "step J+7 [email + SMS]"),
      Reading("J+7 email sinon courrier", "step J+7 [email sinon courrier]"),
      Reading(
        "J+7 email + SMS sinon courrier sinon appel",
        "step J+7 [email + SMS sinon courrier sinon appel]"
      ),
      Reading("J+7 email à comptabilité", "step J+7 [email] to=comptabilité"),
      Reading("J+7 email à la direction", "step J+7 [email] to=direction"),
      Reading(
        "J+7 email copie direction notifier commercial copie commercial",
        "step J+7 [email] copy=direction copy=commercial notify=commercial"
      ),
      Reading("J+7 email modèle « Rappel »", "step J+7 [email] template=«Rappel»"),
      Reading(
        "J+7 courrier avec pénalités, indemnité et facture ferme",
        "step J+7 [courrier] ferme with=pénalités,indemnité,facture"
      ),
      Reading("J+60 appel tous les 15 jours 3 fois", "step J+60 [appel] every=15x3"),
      Reading("J+30 « appel » appel ferme", "step J+30 label=«appel» [appel] ferme"),
      Reading(
        "J+30 appel ferme si solde > 500 €",
        "step J+30 [appel] ferme if=(> solde 50000EUR)"
      ),
      Reading(
        "J+7 email\n  sinon courrier\n  avec relevé",
        "step J+7 [email sinon courrier] with=relevé"
      ),
    ]
  )
  func actions(_ reading: Reading) { #expect(items(reading.source) == reading.expected) }

  @Test(
    "rules and their effects (R59, R63, R64)",
    arguments: [
      Reading("si litige alors suspendre", "rule litige then suspendre"),
      Reading(
        "si litige alors manuel, ton ferme, canal email + SMS, à direction",
        "rule litige then manuel, tone=ferme, [email + SMS], to=direction"
      ),
      Reading(
        "si litige alors canal email sinon courrier sinon exclure",
        "rule litige then [email sinon courrier] else exclure"
      ),
      Reading(
        "si litige alors canal email sinon manuel",
        "rule litige then [email] else manuel"
      ),
      Reading(
        "si litige alors sans mise en demeure, sans recommandé, sans relance",
        "rule litige then without=mise en demeure, without=[recommandé], without=relance"
      ),
      Reading(
        "si litige alors retarder de 3 jours sinon avancer de 2 semaines",
        "rule litige then shift=3 else shift=-14"
      ),
      Reading(
        "si litige alors modèle « M », notifier direction, à valider",
        "rule litige then template=«M», notify=direction, validation"
      ),
      Reading("si litige\n  et sensible\n  alors manuel", "rule (and litige sensible) then manuel"),
    ]
  )
  func rules(_ reading: Reading) { #expect(items(reading.source) == reading.expected) }

  @Test(
    "settings (R39, R40, R44, R45)",
    arguments: [
      Reading("description « A »» »", "description «A »»"),
      Reading("reprend « Standard B2B »", "inherits «Standard B2B»"),
      Reading("reprend Groupe A\nsans prélude", "inherits Groupe A", "without prelude"),
      Reading("sans étape J+30", "without step J+30"),
      Reading("sans étape « appel »", "without step «appel»"),
      Reading("sans étape au paiement", "without step au paiement"),
      Reading("pour segment = A", "for (= segment A)"),
      Reading("priorité -5", "priority -5"),
      Reading("jours ouvrés lundi à vendredi", "week 12345"),
      Reading("jours ouvrés samedi à mercredi", "week 12367"),
      Reading("jours ouvrés lundi, mardi et jeudi", "week 124"),
      Reading("fériés Alsace-Moselle", "holidays Alsace-Moselle"),
      Reading("fériés aucun", "holidays aucun"),
      Reading("fériés le 24/12/2026, 2026-12-31", "holidays 2026-12-24 2026-12-31"),
      Reading("décaler au jour ouvré précédent", "shift précédent"),
      Reading("décaler aucun", "shift aucun"),
      Reading("rattrapage direct", "catch up direct"),
      Reading("espacement 2 semaines", "spacing 14"),
      Reading("regrouper par niveau", "group niveau"),
      Reading("plafond 2 contacts par facture", "cap 2 facture -"),
      Reading("plafond 1 contact par client par 7 jours", "cap 1 client 7"),
      Reading("seuil 15 €", "threshold 1500EUR"),
      Reading("pénalités BCE + 10 points", "penalties ecb+1/10"),
      Reading("pénalités 3 × taux légal", "penalties legal*3"),
      Reading("pénalités 1,5 fois le taux légal", "penalties legal*3/2"),
      Reading("pénalités 12,5 %", "penalties 1/8"),
      Reading("sans pénalités", "penalties none"),
      Reading("indemnité 40 €", "indemnity 4000EUR"),
      Reading("fenêtre 10 jours", "window 10"),
      Reading("seuil 15 € ; indemnité 0 €", "threshold 1500EUR", "indemnity 0EUR"),
    ]
  )
  func settings(_ reading: Reading) { #expect(items(reading.source) == reading.expected) }
}
