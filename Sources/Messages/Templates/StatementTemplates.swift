import Receivables

extension BuiltInTemplates {
  /// Statements of the invoices of a step, which need not be all that the account holds.
  static let statement = BuiltInTemplates(
    purpose: .nature(.statement),
    french: """
      modèle « relevé email fr »
        langue fr
        objet « Relevé au {date} : {si nombre > 1}{nombre} factures{sinon}facture {facture}{fin}, {total} »
      ---
      \(Passage.frenchGreeting)

      \(Passage.frenchEvent)
      Voici, au {date}, le relevé {si nombre > 1}des factures suivantes{sinon}de la facture suivante{fin} :

      \(Passage.frenchInvoices)

      Total de {si nombre > 1}ces factures{sinon}cette facture{fin} : {total}.
      \(Passage.frenchCharges)

      {si ton = doux ou ton = neutre}
      Merci de le rapprocher de vos propres écritures et de nous signaler toute différence. Un règlement déjà parti n'y figure pas encore.
      {sinon}
      Merci de {si part échue}régler sans tarder ce qui est échu, et de {fin}nous signaler sous huit jours toute différence avec vos propres écritures.
      {fin}
      \(Passage.frenchPayment)

      Cordialement,

      \(Passage.frenchSignature)
      ---

      modèle « relevé courrier fr »
        langue fr
        objet « Relevé au {date} – {si nombre > 1}{nombre} factures{sinon}facture {facture}{fin} »
      ---
      Madame, Monsieur,

      \(Passage.frenchEvent)
      Nous vous prions de trouver ci-dessous, au {date}, le relevé {si nombre > 1}des factures suivantes{sinon}de la facture suivante{fin} :

      \(Passage.frenchInvoices)

      Total de {si nombre > 1}ces factures{sinon}cette facture{fin} : {total}.
      \(Passage.frenchCharges)

      {si ton = doux ou ton = neutre}
      Nous vous remercions de le rapprocher de vos propres écritures et de nous signaler toute différence. Un règlement déjà parti n'y figure pas encore.
      {sinon}
      Nous vous remercions de {si part échue}régler sans tarder ce qui est échu, et de {fin}nous signaler sous huit jours toute différence avec vos propres écritures.
      {fin}
      \(Passage.frenchPayment)

      Nous vous prions d'agréer, Madame, Monsieur, nos salutations distinguées.

      \(Passage.frenchSignature)
      ---

      modèle « relevé SMS fr »
        langue fr
      ---
      {si montant reçu est renseigné}\(Passage.short("merci de votre règlement")). Relevé{sinon}\(Passage.short("relevé")){fin} au {date} de {si nombre > 1}{nombre} factures, total {total}{sinon}la facture {facture}, {solde}{fin}.
      ---

      modèle « relevé appel fr »
        langue fr
        objet « Appeler {nom} : rapprocher les comptes, {total} »
      ---
      \(Passage.frenchFacts)

      Parcourir le relevé facture par facture : reçue, validée, date de règlement prévue. Noter chaque différence et son motif.
      ---

      modèle « relevé tâche fr »
        langue fr
        objet « Relevé à envoyer : {nom}, {total} »
      ---
      À faire : envoyer à ce client le relevé {si nombre > 1}des factures suivantes{sinon}de la facture suivante{fin} et pointer les différences.

      \(Passage.frenchFacts)
      ---
      """,
    english: """
      modèle « relevé email en »
        langue en
        objet « Statement at {date}: {si nombre > 1}{nombre} invoices{sinon}invoice {facture}{fin}, {total} »
      ---
      \(Passage.englishGreeting)

      \(Passage.englishEvent)
      Here is the statement of the following {si nombre > 1}invoices{sinon}invoice{fin} at {date}:

      \(Passage.englishInvoices)

      Total of {si nombre > 1}these invoices{sinon}this invoice{fin}: {total}.
      \(Passage.englishCharges)

      {si ton = doux ou ton = neutre}
      Please compare it with your own records and tell us of any difference. A payment already on its way is not yet shown.
      {sinon}
      {si part échue}Please pay what is past due without delay, and tell{sinon}Please tell{fin} us within eight days of any difference from your own records.
      {fin}
      \(Passage.englishPayment)

      Kind regards,

      \(Passage.englishSignature)
      ---

      modèle « relevé courrier en »
        langue en
        objet « Statement at {date} – {si nombre > 1}{nombre} invoices{sinon}invoice {facture}{fin} »
      ---
      Dear Sir or Madam,

      \(Passage.englishEvent)
      Please find below the statement of the following {si nombre > 1}invoices{sinon}invoice{fin} at {date}:

      \(Passage.englishInvoices)

      Total of {si nombre > 1}these invoices{sinon}this invoice{fin}: {total}.
      \(Passage.englishCharges)

      {si ton = doux ou ton = neutre}
      Please compare it with your own records and tell us of any difference. A payment already on its way is not yet shown.
      {sinon}
      {si part échue}Please pay what is past due without delay, and tell{sinon}Please tell{fin} us within eight days of any difference from your own records.
      {fin}
      \(Passage.englishPayment)

      Yours faithfully,

      \(Passage.englishSignature)
      ---

      modèle « relevé SMS en »
        langue en
      ---
      {si montant reçu est renseigné}\(Passage.shortEnglish("thank you for your payment")). Statement{sinon}\(Passage.shortEnglish("statement")){fin} at {date} of {si nombre > 1}{nombre} invoices, total {total}{sinon}invoice {facture}, {solde}{fin}.
      ---

      modèle « relevé appel en »
        langue en
        objet « Call {nom}: reconcile the account, {total} »
      ---
      \(Passage.englishFacts)

      Go through the statement invoice by invoice: received, approved, expected date of payment. Note every difference and its reason.
      ---

      modèle « relevé tâche en »
        langue en
        objet « Statement to send: {nom}, {total} »
      ---
      To do: send this customer the statement of the following {si nombre > 1}invoices{sinon}invoice{fin} and settle the differences.

      \(Passage.englishFacts)
      ---
      """
  )
}
