import Receivables

extension BuiltInTemplates {
  /// The handover to litigation: most often a task, sometimes a word to the customer.
  static let litigation = BuiltInTemplates(
    purpose: .nature(.litigation),
    french: """
      modèle « contentieux email fr »
        langue fr
        objet « Transmission de votre dossier au contentieux : {total} »
      ---
      Madame, Monsieur,

      \(frenchBody)
      \(Passage.frenchPayment)

      Salutations distinguées,

      \(Passage.frenchSignature)
      ---

      modèle « contentieux courrier fr »
        langue fr
        objet « Transmission de votre dossier au contentieux – {total} »
      ---
      Madame, Monsieur,

      \(frenchBody)
      \(Passage.frenchPayment)

      Nous vous prions d'agréer, Madame, Monsieur, nos salutations distinguées.

      \(Passage.frenchSignature)
      ---

      modèle « contentieux SMS fr »
        langue fr
      ---
      \(Passage.short("faute de règlement")){si montant reçu est renseigné} complet{fin}, votre dossier ({total}) est transmis au contentieux. Contactez-nous sans délai.
      ---

      modèle « contentieux appel fr »
        langue fr
        objet « Appeler {nom} avant le contentieux : {total} »
      ---
      \(Passage.frenchFacts)

      Dire : « \(Passage.frenchSpokenGreeting) Sans règlement de {total}, votre dossier part au contentieux. »
      Ne rien négocier sans l'accord de la direction. Noter la réponse mot pour mot, avec le nom de l'interlocuteur.
      ---

      modèle « contentieux tâche fr »
        langue fr
        objet « Transmettre au contentieux : {nom}, {total} »
      ---
      À faire : réunir le dossier et le transmettre au contentieux (avocat, commissaire de justice ou société de recouvrement).

      \(Passage.frenchFacts)
      {pour chaque facture}
      {si prescription < 180 jours}
      Attention : la facture {facture} se prescrit dans {prescription}.
      {fin}
      {fin}

      Pièces du dossier :
      - les factures et leurs bons de commande ou de livraison ;
      - les conditions générales acceptées ;
      - l'historique des relances (`relance history`) ;
      - la mise en demeure, sa preuve de dépôt et l'accusé de réception ;
      - les échanges avec le client, promesses et contestations.

      Avant l'envoi : vérifier qu'aucun règlement n'est arrivé et qu'aucune procédure collective n'est ouverte (BODACC).
      ---
      """,
    english: """
      modèle « contentieux email en »
        langue en
        objet « Your file is handed over for legal recovery: {total} »
      ---
      Dear Sir or Madam,

      \(englishBody)
      \(Passage.englishPayment)

      Yours faithfully,

      \(Passage.englishSignature)
      ---

      modèle « contentieux courrier en »
        langue en
        objet « Your file is handed over for legal recovery – {total} »
      ---
      Dear Sir or Madam,

      \(englishBody)
      \(Passage.englishPayment)

      Yours faithfully,

      \(Passage.englishSignature)
      ---

      modèle « contentieux SMS en »
        langue en
      ---
      \(Passage.shortEnglish("failing")) {si montant reçu est renseigné}full {fin}payment, your file ({total}) is handed over for legal recovery. Please contact us without delay.
      ---

      modèle « contentieux appel en »
        langue en
        objet « Call {nom} before litigation: {total} »
      ---
      \(Passage.englishFacts)

      Say: “\(Passage.englishSpokenGreeting) Unless {total} is paid, your file goes to legal recovery.”
      Negotiate nothing without the consent of management. Note the answer word for word, with the name of the person.
      ---

      modèle « contentieux tâche en »
        langue en
        objet « Hand over for litigation: {nom}, {total} »
      ---
      To do: put the file together and hand it over (lawyer, bailiff or collection agency).

      \(Passage.englishFacts)
      {pour chaque facture}
      {si prescription < 180 jours}
      Beware: invoice {facture} becomes time-barred in {prescription}.
      {fin}
      {fin}

      What belongs to the file:
      - the invoices and their orders or delivery notes;
      - the terms and conditions as accepted;
      - the history of reminders (`relance history`);
      - the formal notice, its proof of posting and the receipt;
      - all exchanges with the customer, promises and objections.

      Before sending: check that no payment has arrived and that no insolvency proceedings are open.
      ---
      """
  )

  private static let frenchBody = """
    \(Passage.frenchEvent)
    Faute de règlement {si montant reçu est renseigné}complet {fin}{si nombre > 1}des factures suivantes{sinon}de la facture suivante{fin}{si nombre de relances > 0} malgré nos relances{fin}, nous transmettons ce jour votre dossier à notre service contentieux :

    \(Passage.frenchInvoices)

    Somme due en principal : {total}.
    \(Passage.frenchCharges)

    Seul un règlement complet et immédiat peut encore éviter des poursuites judiciaires.
    """

  private static let englishBody = """
    \(Passage.englishEvent)
    As the following {si nombre > 1}invoices remain{sinon}invoice remains{fin} {si montant reçu est renseigné}partly {fin}unpaid{si nombre de relances > 0} despite our reminders{fin}, we are today handing your file over for legal recovery:

    \(Passage.englishInvoices)

    Principal amount due: {total}.
    \(Passage.englishCharges)

    Only full and immediate payment can still avoid legal proceedings.
    """
}
