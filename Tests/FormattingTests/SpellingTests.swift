import Testing

/// The canonical form of a text, or why there is none.
func formatted(_ text: String) -> String {
  formatted(Array(text.utf8)).map { String(decoding: $0, as: UTF8.self) } ?? "(not formatted)"
}

@Suite("Canonical spelling")
struct SpellingTests {
  /// A statement as it is typed, and in canonical form.
  static let statements: [(String, String)] = [
    // Accents, case, one word for one thing.
    ("PRIORITE 10", "priorité 10"),
    ("j+7 COURRIEL douce", "J+7  email doux"),
    ("J+7 lettre a comptabilite", "J+7  courrier à comptabilité"),
    ("J+7 appel telephonique au commercial", "J+7  appel à commercial"),
    ("J+7 texto a valider", "J+7  SMS validation"),
    ("J+45 med lrar", "J+45  mise en demeure recommandée"),
    ("J+45 recommandé mise en demeure", "J+45  recommandé mise en demeure"),
    ("J+45 mise en demeure ferme lettre recommandée", "J+45  mise en demeure ferme recommandée"),
    ("J+45 lettre recommandée avec AR avec factures", "J+45  recommandé avec facture"),
    ("R+15 transmission au contentieux", "R+15  contentieux"),
    ("au règlement partiel mail rappel", "au paiement partiel  email relance"),
    ("J+7 email + texto sinon lettre", "J+7  email + SMS sinon courrier"),
    ("J+7 email avec pénalité et indemnités", "J+7  email avec pénalités, indemnité"),
    (
      "J+7 email notifier la direction copie au commercial",
      "J+7  email notifier direction copie commercial"
    ),
    ("J+60 appel tous les 15 j 3 fois", "J+60  appel tous les 15 jours 3 fois"),
    (
      "si litige alors manuelle, notifier le commercial",
      "si litige alors manuel, notifier commercial"
    ),
    ("si litige alors retarder 2 semaine", "si litige alors retarder de 2 semaines"),
    (
      "si litige alors avancer de 1 jours sinon canal mail sinon lettre",
      "si litige alors avancer de 1 jour sinon canal email sinon courrier"
    ),
    // Moments.
    ("J+0 email", "J  email"),
    ("J – 5 jours email", "J-5  email"),
    ("J+7 jours ouvrés email", "J+7 ouvrés  email"),
    ("J+1 ouvrés email", "J+1 ouvré  email"),
    ("J+1 semaines email", "J+1 semaine  email"),
    ("J+30 jours Fin de Mois email", "J+30 fin de mois  email"),
    // Settings.
    ("jours ouvres lundi, mardi, mercredi, jeudi et vendredi", "jours ouvrés lundi à vendredi"),
    ("jours ouvres samedi a mercredi", "jours ouvrés samedi à mercredi"),
    ("jours ouvrés vendredi, lundi, mardi", "jours ouvrés lundi, mardi, vendredi"),
    ("jours ouvrés mardi à lundi", "jours ouvrés lundi à dimanche"),
    ("jours fériés le 2026-12-24 et 2/1/2027", "fériés le 24/12/2026, 02/01/2027"),
    ("décaler suivant", "décaler au jour ouvré suivant"),
    ("regrouper niveau", "regrouper par niveau"),
    ("plafond 1 contacts par client par 2 semaines", "plafond 1 contact par client par 2 semaines"),
    ("espacement 14 j", "espacement 14 jours"),
    ("pénalité 3 fois le taux legal", "pénalités 3 × taux légal"),
    ("penalites bce + 1 points", "pénalités BCE + 1 point"),
    ("pénalités 12.5%", "pénalités 12,5 %"),
    ("sans penalite", "sans pénalités"),
    ("sans étape appel", "sans étape « appel »"),
    ("reprend Standard B2B", "reprend « Standard B2B »"),
    ("description \"PME, \"\"ETI\"\"\"", "description « PME, \"ETI\" »"),
    ("description “PME »”", "description « PME »» »"),
    ("description \" PME\"", "description \" PME\""),
    // Declarations.
    ("taux bce 2026-07-01 = 2.15%", "taux BCE 01/07/2026 = 2,15 %"),
    ("taux taux légal 1/7/2026=-0,50 %", "taux légal 01/07/2026 = -0,50 %"),
    ("champ mode de paiement TEXTE client", "champ « mode de paiement » texte client"),
    ("soit Gros_Client=encours>50k€", "soit Gros_Client = encours > 50 k€"),
    ("scenario Standard B2B", "scénario « Standard B2B »"),
    // Amounts and other figures.
    ("seuil 1000.5 EUR", "seuil 1 000,50 €"),
    ("seuil 1\u{202F}000,00€", "seuil 1 000 €"),
    ("seuil 1234567,8 usd", "seuil 1 234 567,80 USD"),
    ("seuil 1500 jpy", "seuil 1 500 JPY"),
    // R102: three decimals could be thousands, so a fourth is written; not where they cannot.
    ("seuil 500,0040 tnd", "seuil 500,0040 TND"),
    ("seuil 10.5 TND", "seuil 10,5000 TND"),
    ("seuil 0,005 TND", "seuil 0,005 TND"),
    ("seuil 1500.500 TND", "seuil 1 500,500 TND"),
    ("seuil 7,0000 TND", "seuil 7 TND"),
    ("seuil 1.5M€", "seuil 1,5 M€"),
    ("seuil 01500 K€", "seuil 01 500 k€"),
    ("si solde<-1000€ alors manuel", "si solde < -1 000 € alors manuel"),
    ("si retard > 1 semaines alors manuel", "si retard > 1 semaine alors manuel"),
    ("si prescription < 2 années alors manuel", "si prescription < 2 ans alors manuel"),
    ("si prescription < 1825 j alors manuel", "si prescription < 1 825 jours alors manuel"),
    (
      "si année = 2026 et points > 12 345.60 alors manuel",
      "si année = 2026 et points > 12 345,60 alors manuel"
    ),
    ("si taux de retard > 12.50% alors manuel", "si taux de retard > 12,50 % alors manuel"),
    ("si échéance >= 2026-1 alors manuel", "si échéance >= 2026 - 1 alors manuel"),
    // Conditions.
    ("si risque==eleve alors manuel", "si risque = élevé alors manuel"),
    ("si risque est ELEVEE alors manuel", "si risque = élevée alors manuel"),
    ("si risque est non eleve alors manuel", "si risque ≠ élevé alors manuel"),
    ("si risque =\u{338} eleve alors manuel", "si risque ≠ élevé alors manuel"),
    ("si risque dans (eleve,modere) alors manuel", "si risque dans (élevé, modéré) alors manuel"),
    ("si segment = eleve alors manuel", "si segment = eleve alors manuel"),
    ("si segment = \"Echeance\" alors manuel", "si segment = « Echeance » alors manuel"),
    ("si limite  de CREDIT <= encours alors manuel", "si limite de crédit <= encours alors manuel"),
    ("si reste du > 5 € alors manuel", "si reste dû > 5 € alors manuel"),
    ("si pays est ET et (solde≥5€) alors manuel", "si pays = ET et (solde >= 5 €) alors manuel"),
    (
      "si ((solde > 5 €)) et non((litige)) alors manuel",
      "si (solde > 5 €) et non (litige) alors manuel"
    ),
    ("si non (email est renseigne) alors manuel", "si email est non renseigné alors manuel"),
    ("si -(solde+payé)*0.5<5€ alors manuel", "si -(solde + payé) * 0,5 < 5 € alors manuel"),
    ("si solde ENTRE 1€ et 5€ alors manuel", "si solde entre 1 € et 5 € alors manuel"),
  ]

  @Test("each statement has one form", arguments: statements)
  func statement(_ typed: String, canonical: String) {
    #expect(formatted(typed) == canonical + "\n")
    #expect(formatted(canonical) == canonical + "\n")
  }

  @Test("a name is spelled as the file declares it; a text of one word stays as it is")
  func declaredNames() {
    let text = """
      champ « Région » texte client
      soit Gros_Client = encours > 5 €
      scénario « Standard »
        J+5 « Appel »  appel modèle « RAPPEL »
        si gros_client ou region = ile alors modèle « rappel »
      scénario « Autre »
        reprend « STANDARD »
        sans étape « appel »
      modèle « Rappel »
      ---
      ---
      exemple « e »
        scénario « standard »
        client region ile, risque ELEVE, segment eleve
      """
    #expect(
      formatted(text) == """
        champ « Région » texte client
        soit Gros_Client = encours > 5 €
        scénario « Standard »
          J+5 « Appel »  appel modèle « Rappel »
          si Gros_Client ou Région = ile alors modèle « Rappel »
        scénario « Autre »
          reprend « Standard »
          sans étape « Appel »
        modèle « Rappel »
        ---
        ---
        exemple « e »
          scénario « Standard »
          client Région ile, risque élevé, segment eleve

        """
    )
  }

  /// Lines of an example as they are typed, and in canonical form.
  static let exampleLines: [(String, String)] = [
    (
      "client RISQUE eleve,segment PME,email \"a@b.fr\"",
      "client risque élevé, segment PME, email « a@b.fr »"
    ),
    ("client risque=eleve, particulier", "client risque = élevé, particulier"),
    ("client catégorie = \"a b\"", "client catégorie « a b »"),
    (
      "facture F1, echeance 2026-01-10, montant 1200€",
      "facture « F1 » échéance 10/01/2026, montant 1 200 €"
    ),
    ("facture type récurrent, montant -50 €", "facture type récurrent, montant -50 €"),
    ("règlement F1 le 1/2/2026:200€", "paiement « F1 » le 01/02/2026 : 200 €"),
    ("litige du 1/2/2026 a 2/2/2026", "litige du 01/02/2026 au 02/02/2026"),
    ("promesse le 1/2/2026", "promesse le 01/02/2026"),
    ("le 1/2/2026: RIEN", "le 01/02/2026 : rien"),
    ("le 1/2/2026:manuelle mail douce,lettre", "le 01/02/2026 : manuel email doux, courrier"),
  ]

  @Test("so has each line of an example", arguments: exampleLines)
  func exampleLine(_ typed: String, canonical: String) {
    #expect(formatted("exemple e\n\(typed)") == "exemple « e »\n  \(canonical)\n")
  }
}
