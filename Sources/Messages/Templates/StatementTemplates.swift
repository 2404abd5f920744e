import Receivables

extension BuiltInTemplates {
  /// Statements of account.
  static let statement = BuiltInTemplates(
    nature: .statement,
    french: """
      modèle « relevé email fr »
        langue fr
        objet « Relevé de compte au {date} : {total} »
      ---
      \(Passage.frenchGreeting)

      Voici le relevé {si nombre > 1}des factures ouvertes{sinon}de la facture ouverte{fin} de votre compte au {date} :

      \(Passage.frenchInvoices)

      Total : {total}.
      \(Passage.frenchCharges)

      {si ton = doux ou ton = neutre}
      Merci de le rapprocher de vos propres écritures et de nous signaler toute différence. Un règlement déjà parti n'y figure pas encore.
      {sinon}
      Merci de régler sans tarder ce qui est échu, et de nous signaler sous huit jours toute différence avec vos propres écritures.
      {fin}
      \(Passage.frenchPayment)

      Cordialement,

      \(Passage.frenchSignature)
      ---

      modèle « relevé courrier fr »
        langue fr
        objet « Relevé de compte au {date} »
      ---
      Madame, Monsieur,

      Nous vous prions de trouver ci-dessous le relevé {si nombre > 1}des factures ouvertes{sinon}de la facture ouverte{fin} de votre compte au {date} :

      \(Passage.frenchInvoices)

      Total : {total}.
      \(Passage.frenchCharges)

      {si ton = doux ou ton = neutre}
      Nous vous remercions de le rapprocher de vos propres écritures et de nous signaler toute différence. Un règlement déjà parti n'y figure pas encore.
      {sinon}
      Nous vous remercions de régler sans tarder ce qui est échu, et de nous signaler sous huit jours toute différence avec vos propres écritures.
      {fin}
      \(Passage.frenchPayment)

      Nous vous prions d'agréer, Madame, Monsieur, nos salutations distinguées.

      \(Passage.frenchSignature)
      ---

      modèle « relevé SMS fr »
        langue fr
      ---
      \(Passage.shortSender)votre compte présente au {date} {nombre} {si nombre > 1}factures ouvertes{sinon}facture ouverte{fin}, total {total}.
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
        objet « Relevé de compte à envoyer : {nom}, {total} »
      ---
      À faire : envoyer à ce client son relevé de compte et pointer les différences.

      \(Passage.frenchFacts)
      ---
      """,
    english: """
      modèle « relevé email en »
        langue en
        objet « Statement of account at {date}: {total} »
      ---
      \(Passage.englishGreeting)

      Here is the statement of the open {si nombre > 1}invoices{sinon}invoice{fin} on your account at {date}:

      \(Passage.englishInvoices)

      Total: {total}.
      \(Passage.englishCharges)

      {si ton = doux ou ton = neutre}
      Please compare it with your own records and tell us of any difference. A payment already on its way is not yet shown.
      {sinon}
      Please pay what is past due without delay, and tell us within eight days of any difference from your own records.
      {fin}
      \(Passage.englishPayment)

      Kind regards,

      \(Passage.englishSignature)
      ---

      modèle « relevé courrier en »
        langue en
        objet « Statement of account at {date} »
      ---
      Dear Sir or Madam,

      Please find below the statement of the open {si nombre > 1}invoices{sinon}invoice{fin} on your account at {date}:

      \(Passage.englishInvoices)

      Total: {total}.
      \(Passage.englishCharges)

      {si ton = doux ou ton = neutre}
      Please compare it with your own records and tell us of any difference. A payment already on its way is not yet shown.
      {sinon}
      Please pay what is past due without delay, and tell us within eight days of any difference from your own records.
      {fin}
      \(Passage.englishPayment)

      Yours faithfully,

      \(Passage.englishSignature)
      ---

      modèle « relevé SMS en »
        langue en
      ---
      \(Passage.shortEnglishSender)your account at {date} shows {nombre} open {si nombre > 1}invoices{sinon}invoice{fin}, total {total}.
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
      To do: send this customer the statement of account and settle the differences.

      \(Passage.englishFacts)
      ---
      """
  )
}
