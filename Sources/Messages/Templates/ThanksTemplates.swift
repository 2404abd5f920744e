import Receivables

extension BuiltInTemplates {
  /// Thanks for a payment: of whole invoices, on which nothing is owed any more, or of a part, and
  /// then what is left is told and not claimed.
  static let thanks = BuiltInTemplates(
    purpose: .nature(.thanks),
    french: """
      modèle « remerciement email fr »
        langue fr
        objet « Merci pour votre règlement{si montant reçu est renseigné} partiel{fin}{si nombre = 1} de la facture {facture}{fin} »
      ---
      \(Passage.frenchGreeting)

      {si montant reçu est renseigné}
      \(frenchPartial)
      {sinon}
      Nous avons bien reçu votre règlement et vous en remercions. {si nombre > 1}Les factures suivantes sont soldées{sinon}La facture suivante est soldée{fin} :
      {fin}

      {si montant reçu est renseigné}
      \(Passage.frenchInvoices)
      {sinon}
      \(frenchInvoices)
      {fin}

      {si ton = doux ou ton = neutre}
      Au plaisir de continuer à travailler avec vous.

      {fin}
      Cordialement,

      \(Passage.frenchSignature)
      ---

      modèle « remerciement courrier fr »
        langue fr
        objet « Réception de votre règlement{si montant reçu est renseigné} partiel{fin}{si nombre = 1} – facture {facture}{fin} »
      ---
      Madame, Monsieur,

      {si montant reçu est renseigné}
      \(frenchPartial)
      {sinon}
      Nous accusons réception de votre règlement et vous en remercions. {si nombre > 1}Les factures suivantes sont soldées{sinon}La facture suivante est soldée{fin} :
      {fin}

      {si montant reçu est renseigné}
      \(Passage.frenchInvoices)
      {sinon}
      \(frenchInvoices)
      {fin}

      Nous vous prions d'agréer, Madame, Monsieur, nos salutations distinguées.

      \(Passage.frenchSignature)
      ---

      modèle « remerciement SMS fr »
        langue fr
      ---
      \(Passage.short("merci")), nous avons bien reçu {si montant reçu est renseigné}{si nombre > 1}vos derniers règlements. Solde de {nombre} factures : {total}{sinon}votre règlement de {montant reçu}. Solde de la facture {facture} : {solde}, échéance {échéance}{fin}{sinon}le règlement {si nombre > 1}de {nombre} factures{sinon}de la facture {facture} ({montant}){fin}{fin}.
      ---

      modèle « remerciement appel fr »
        langue fr
        objet « Remercier {nom} de son règlement »
      ---
      {pour chaque facture}
      - {facture} : {si montant reçu est renseigné}{montant reçu} reçus le {jour du paiement}, solde {solde}, échéance {échéance}{sinon}{montant}, réglée{fin}
      {fin}

      Dire : « \(Passage.frenchSpokenGreeting){si montant reçu est renseigné}{sinon} Votre règlement est bien arrivé, je tenais à vous en remercier.{fin} »
      ---

      modèle « remerciement tâche fr »
        langue fr
        objet « Remercier {nom} de son règlement »
      ---
      À faire : remercier ce client de son règlement{si montant reçu est renseigné} partiel{fin}.
      {pour chaque facture}
      - {facture} : {si montant reçu est renseigné}{montant reçu} reçus le {jour du paiement}, solde {solde}, échéance {échéance}{sinon}{montant}, réglée{fin}
      {fin}
      ---
      """,
    english: """
      modèle « remerciement email en »
        langue en
        objet « Thank you for your {si montant reçu est renseigné}part {fin}payment{si nombre = 1} of invoice {facture}{fin} »
      ---
      \(Passage.englishGreeting)

      {si montant reçu est renseigné}
      \(englishPartial)
      {sinon}
      We have received your payment, thank you. The following {si nombre > 1}invoices are{sinon}invoice is{fin} settled:
      {fin}

      {si montant reçu est renseigné}
      \(Passage.englishInvoices)
      {sinon}
      \(englishInvoices)
      {fin}

      {si ton = doux ou ton = neutre}
      We look forward to working with you again.

      {fin}
      Kind regards,

      \(Passage.englishSignature)
      ---

      modèle « remerciement courrier en »
        langue en
        objet « Receipt of your {si montant reçu est renseigné}part {fin}payment{si nombre = 1} – invoice {facture}{fin} »
      ---
      Dear Sir or Madam,

      {si montant reçu est renseigné}
      \(englishPartial)
      {sinon}
      We acknowledge receipt of your payment and thank you for it. The following {si nombre > 1}invoices are{sinon}invoice is{fin} settled:
      {fin}

      {si montant reçu est renseigné}
      \(Passage.englishInvoices)
      {sinon}
      \(englishInvoices)
      {fin}

      Yours faithfully,

      \(Passage.englishSignature)
      ---

      modèle « remerciement SMS en »
        langue en
      ---
      \(Passage.shortEnglish("thank you")), we have received {si montant reçu est renseigné}{si nombre > 1}your latest payments. Balance of {nombre} invoices: {total}{sinon}{montant reçu}. Balance of invoice {facture}: {solde}, due date {échéance}{fin}{sinon}your payment of {si nombre > 1}{nombre} invoices{sinon}invoice {facture} ({montant}){fin}{fin}.
      ---

      modèle « remerciement appel en »
        langue en
        objet « Thank {nom} for the payment »
      ---
      {pour chaque facture}
      - {facture}: {si montant reçu est renseigné}{montant reçu} received on {jour du paiement}, balance {solde}, due {échéance}{sinon}{montant}, settled{fin}
      {fin}

      Say: “\(Passage.englishSpokenGreeting){si montant reçu est renseigné}{sinon} Your payment has arrived and I wanted to thank you.{fin}”
      ---

      modèle « remerciement tâche en »
        langue en
        objet « Thank {nom} for the payment »
      ---
      To do: thank this customer for the {si montant reçu est renseigné}part {fin}payment.
      {pour chaque facture}
      - {facture}: {si montant reçu est renseigné}{montant reçu} received on {jour du paiement}, balance {solde}, due {échéance}{sinon}{montant}, settled{fin}
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

  private static let frenchPartial = """
    \(Passage.frenchEvent)
    {si nombre > 1}Un solde reste à régler sur les factures suivantes{sinon}Un solde reste à régler sur la facture suivante{fin}, pour {total} :
    """

  private static let englishPartial = """
    \(Passage.englishEvent)
    {si nombre > 1}A balance remains on the following invoices{sinon}A balance remains on the following invoice{fin}, {total}:
    """
}
