import Receivables

extension BuiltInTemplates {
  /// What the opening of insolvency proceedings asks for, whatever the nature of the step: debts from
  /// before it may not be claimed any more (Code de commerce L622-7 and L622-21), but must be declared
  /// within two months of the publication of the judgment.
  ///
  /// So the customer is asked who the court has appointed, and nothing else.
  static let insolvency = BuiltInTemplates(
    purpose: .insolvency,
    french: """
      modèle « procédure collective email fr »
        langue fr
        objet « Procédure collective : nom du mandataire judiciaire »
      ---
      \(Passage.frenchGreeting)

      \(frenchBody)

      Cordialement,

      \(Passage.frenchSignature)
      ---

      modèle « procédure collective courrier fr »
        langue fr
        objet « Procédure collective – nom du mandataire judiciaire »
      ---
      Madame, Monsieur,

      \(frenchBody)

      Nous vous prions d'agréer, Madame, Monsieur, nos salutations distinguées.

      \(Passage.frenchSignature)
      ---

      modèle « procédure collective SMS fr »
        langue fr
      ---
      \(Passage.short("procédure")) collective ouverte le {jour du jugement}, nos relances cessent. Merci de nous indiquer le nom du mandataire judiciaire.
      ---

      modèle « procédure collective appel fr »
        langue fr
        objet « Appeler {nom} : nom du mandataire judiciaire »
      ---
      Ne réclamer aucun paiement : une procédure collective est ouverte depuis le {jour du jugement}, et {si nombre > 1}les factures suivantes lui sont antérieures{sinon}la facture suivante lui est antérieure{fin}.

      \(Passage.frenchAccount)

      Dire : « Bonjour, {si créancier est renseigné}{créancier}, {sinon}ici le {fin}service comptabilité. Nous avons appris l'ouverture d'une procédure collective. Pouvez-vous m'indiquer le nom et l'adresse du mandataire judiciaire ? »
      Noter la réponse, puis déclarer la créance dans les deux mois qui suivent la publication du jugement au BODACC.
      ---

      modèle « procédure collective tâche fr »
        langue fr
        objet « Déclarer la créance : {nom}, {total} »
      ---
      À faire : ne plus relancer ce client pour {si nombre > 1}les factures suivantes{sinon}la facture suivante{fin}, et déclarer la créance au mandataire judiciaire (ou au liquidateur) dans les deux mois qui suivent la publication au BODACC du jugement d'ouverture du {jour du jugement}.

      \(Passage.frenchAccount)

      Étapes :
      - relever au BODACC le jour de la publication, le nom et l'adresse du mandataire judiciaire ;
      - noter la date limite : deux mois après cette publication ;
      - arrêter les sommes dues au jour du jugement, échues et à échoir ;
      - joindre les factures, les bons de commande ou de livraison et les conditions générales acceptées ;
      - envoyer la déclaration par lettre recommandée avec accusé de réception, et en garder la preuve.
      ---
      """,
    english: """
      modèle « procédure collective email en »
        langue en
        objet « Insolvency proceedings: name of the court-appointed representative »
      ---
      \(Passage.englishGreeting)

      \(englishBody)

      Kind regards,

      \(Passage.englishSignature)
      ---

      modèle « procédure collective courrier en »
        langue en
        objet « Insolvency proceedings – name of the court-appointed representative »
      ---
      Dear Sir or Madam,

      \(englishBody)

      Yours faithfully,

      \(Passage.englishSignature)
      ---

      modèle « procédure collective SMS en »
        langue en
      ---
      \(Passage.shortEnglish("insolvency")) proceedings opened on {jour du jugement}, our reminders stop. Please tell us the name of the court-appointed representative.
      ---

      modèle « procédure collective appel en »
        langue en
        objet « Call {nom}: name of the court-appointed representative »
      ---
      Claim no payment: insolvency proceedings have been open since {jour du jugement}, and the following {si nombre > 1}invoices are{sinon}invoice is{fin} older.

      \(Passage.englishAccount)

      Say: “Good morning, accounts receivable{si créancier est renseigné} of {créancier}{fin}. We have learnt that insolvency proceedings have been opened. Could you give me the name and address of the court-appointed representative (mandataire judiciaire)?”
      Note the answer, then declare the claim within two months of the publication of the judgment in the BODACC.
      ---

      modèle « procédure collective tâche en »
        langue en
        objet « Declare the claim: {nom}, {total} »
      ---
      To do: send this customer no more reminders of the following {si nombre > 1}invoices{sinon}invoice{fin}, and declare the claim to the court-appointed representative (mandataire judiciaire, or liquidator) within two months of the publication in the BODACC of the opening judgment of {jour du jugement}.

      \(Passage.englishAccount)

      Steps:
      - look up in the BODACC the day of publication, the name and the address of the representative;
      - note the deadline: two months after that publication;
      - work out the sums owed on the day of the judgment, due and not yet due;
      - enclose the invoices, the orders or delivery notes and the terms and conditions as accepted;
      - send the declaration by registered letter with acknowledgement of receipt, and keep the proof.
      ---
      """
  )

  private static let frenchBody = """
    Nous avons appris l'ouverture, le {jour du jugement}, d'une procédure collective à l'égard de {nom}. Nous cessons en conséquence toute relance {si nombre > 1}des factures suivantes, antérieures{sinon}de la facture suivante, antérieure{fin} au jugement d'ouverture, et déclarerons notre créance au mandataire judiciaire :

    \(Passage.frenchInvoices)

    Ce message n'appelle aucun paiement. Nous vous remercions de nous indiquer le nom et l'adresse du mandataire judiciaire.
    """

  private static let englishBody = """
    We have learnt that insolvency proceedings concerning {nom} were opened on {jour du jugement}. We therefore send no more reminders of the following {si nombre > 1}invoices, which are{sinon}invoice, which is{fin} older than the opening judgment, and will declare our claim to the court-appointed representative:

    \(Passage.englishInvoices)

    This message asks for no payment. Please tell us the name and address of the court-appointed representative (mandataire judiciaire).
    """
}
