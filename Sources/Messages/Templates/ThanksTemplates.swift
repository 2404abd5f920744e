import Receivables

extension BuiltInTemplates {
  /// Thanks for a payment; the amounts shown are those of the invoices, on which nothing is owed.
  static let thanks = BuiltInTemplates(
    nature: .thanks,
    french: """
      modèle « remerciement email fr »
        langue fr
        objet « Merci pour votre règlement{si nombre = 1} de la facture {facture}{fin} »
      ---
      \(Passage.frenchGreeting)

      Nous avons bien reçu votre règlement et vous en remercions. {si nombre > 1}Les factures suivantes sont soldées{sinon}La facture suivante est soldée{fin} :

      \(frenchInvoices)

      {si ton = doux ou ton = neutre}
      Au plaisir de continuer à travailler avec vous.

      {fin}
      Cordialement,

      \(Passage.frenchSignature)
      ---

      modèle « remerciement courrier fr »
        langue fr
        objet « Réception de votre règlement{si nombre = 1} – facture {facture}{fin} »
      ---
      Madame, Monsieur,

      Nous accusons réception de votre règlement et vous en remercions. {si nombre > 1}Les factures suivantes sont soldées{sinon}La facture suivante est soldée{fin} :

      \(frenchInvoices)

      Nous vous prions d'agréer, Madame, Monsieur, nos salutations distinguées.

      \(Passage.frenchSignature)
      ---

      modèle « remerciement SMS fr »
        langue fr
      ---
      \(Passage.shortSender)merci, nous avons bien reçu le règlement {si nombre > 1}de {nombre} factures{sinon}de la facture {facture} ({montant}){fin}.
      ---

      modèle « remerciement appel fr »
        langue fr
        objet « Remercier {nom} de son règlement »
      ---
      {pour chaque facture}
      - {facture} : {montant}, réglée
      {fin}

      Dire : « Bonjour, {si créancier est renseigné}{créancier}, {fin}service comptabilité. Votre règlement est bien arrivé, je tenais à vous en remercier. »
      ---

      modèle « remerciement tâche fr »
        langue fr
        objet « Remercier {nom} de son règlement »
      ---
      À faire : remercier ce client de son règlement.
      {pour chaque facture}
      - {facture} : {montant}, réglée
      {fin}
      ---
      """,
    english: """
      modèle « remerciement email en »
        langue en
        objet « Thank you for your payment{si nombre = 1} of invoice {facture}{fin} »
      ---
      \(Passage.englishGreeting)

      We have received your payment, thank you. The following {si nombre > 1}invoices are{sinon}invoice is{fin} settled:

      \(englishInvoices)

      {si ton = doux ou ton = neutre}
      We look forward to working with you again.

      {fin}
      Kind regards,

      \(Passage.englishSignature)
      ---

      modèle « remerciement courrier en »
        langue en
        objet « Receipt of your payment{si nombre = 1} – invoice {facture}{fin} »
      ---
      Dear Sir or Madam,

      We acknowledge receipt of your payment and thank you for it. The following {si nombre > 1}invoices are{sinon}invoice is{fin} settled:

      \(englishInvoices)

      Yours faithfully,

      \(Passage.englishSignature)
      ---

      modèle « remerciement SMS en »
        langue en
      ---
      \(Passage.shortEnglishSender)thank you, we have received your payment of {si nombre > 1}{nombre} invoices{sinon}invoice {facture} ({montant}){fin}.
      ---

      modèle « remerciement appel en »
        langue en
        objet « Thank {nom} for the payment »
      ---
      {pour chaque facture}
      - {facture}: {montant}, settled
      {fin}

      Say: “Good morning, accounts receivable{si créancier est renseigné} of {créancier}{fin}. Your payment has arrived and I wanted to thank you.”
      ---

      modèle « remerciement tâche en »
        langue en
        objet « Thank {nom} for the payment »
      ---
      To do: thank this customer for the payment.
      {pour chaque facture}
      - {facture}: {montant}, settled
      {fin}
      ---
      """
  )

  private static let frenchInvoices = """
    | Facture | Date | Échéance | Montant |
    {pour chaque facture}
    | {facture} | {date de facture} | {échéance} | {montant} |
    {fin}
    """

  private static let englishInvoices = """
    | Invoice | Date | Due date | Amount |
    {pour chaque facture}
    | {facture} | {date de facture} | {échéance} | {montant} |
    {fin}
    """
}
