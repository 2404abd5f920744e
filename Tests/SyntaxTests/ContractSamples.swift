/// The samples of the language's contract, each as it stands there.
enum ContractSamples {
  static let oneLine = """
    J+7 email doux; J+21 courrier ferme; J+45 mise en demeure recommandée; si risque=élevé alors manuel
    """

  static let file = """
    champ « région » texte client          # an extra column of the ledger, usable in conditions
    soit gros_client = encours > 50 000 € ou stratégique
    taux BCE 01/07/2026 = 2,15 %           # a rate that the shipped tables do not have yet

    scénario « Standard B2B »
      description « PME et ETI, France »
      pour segment dans (PME, ETI) et non particulier
      priorité 10

      plafond 1 contact par client par 7 jours
      seuil 15 €
      pénalités BCE + 10 points ; indemnité 40 €

      J-5                  email prévenance
      J+7                  email doux à comptabilité
      J+21                 courrier ferme avec pénalités
      J+30 « appel »       appel ferme                     si solde > 500 €
      J+45                 mise en demeure recommandée délai 8 jours
      R+15                 transmission contentieux
      au paiement          email remerciement              si nombre de relances > 0
      à promesse rompue    appel ferme

      si risque = élevé alors manuel
      si gros_client alors validation
      si solde < 200 € alors sans mise en demeure, sans contentieux
      si retard moyen > 30 jours alors ton ferme, avancer de 3 jours

    scénario « Particuliers »
      reprend « Standard B2B »
      sans étape J+30
      pour particulier
      indemnité 0 €
    """

  static let prelude = """
    si litige alors suspendre
    si échéancier alors suspendre
    si promesse alors suspendre
    si procédure collective alors suspendre
    si encours <= 0 € alors suspendre        # credit notes outweigh what is owed
    si sensible alors manuel
    """

  static let template = """
    modèle « Rappel doux »
      langue fr
      objet « Facture {facture} échue le {échéance} »
    ---
    Bonjour {nom},
    Sauf erreur de notre part, {si nombre > 1}les factures suivantes restent impayées{sinon}la facture suivante reste impayée{fin} :
    {pour chaque facture}
    - {facture} du {date de facture}, échue le {échéance} : {solde}
    {fin}
    Total : {total}.
    ---
    """

  static let example = """
    exemple « un client risqué passe en manuel »
      scénario « Standard B2B »
      client risque élevé, segment PME, email « a@b.fr »
      facture échéance 10/01/2026, montant 1 200 €
      paiement le 01/02/2026 : 200 €
      le 19/01/2026 : manuel email doux
      le 02/02/2026 : manuel courrier ferme
      le 03/02/2026 : rien
    """
}
