/// Passages that the built-in templates share, in the template language.
enum Passage {
  /// The invoices with what is owed on each.
  static let frenchInvoices = """
    | Facture | Date | Échéance |{si jour promis est renseigné} Promis pour le |{fin}{si montant reçu est renseigné} Montant | Déjà réglé |{fin} Reste dû |
    {pour chaque facture}
    | {facture} | {date de facture} | {échéance} |{si jour promis est renseigné} {jour promis} |{fin}{si montant reçu est renseigné} {montant} | {payé} |{fin} {solde} |
    {fin}
    """

  /// The invoices with what is owed on each.
  static let englishInvoices = """
    | Invoice | Date | Due date |{si jour promis est renseigné} Promised for |{fin}{si montant reçu est renseigné} Amount | Paid so far |{fin} Balance due |
    {pour chaque facture}
    | {facture} | {date de facture} | {échéance} |{si jour promis est renseigné} {jour promis} |{fin}{si montant reçu est renseigné} {montant} | {payé} |{fin} {solde} |
    {fin}
    """

  /// What happened since the last message, where this one answers an event: a paragraph.
  static let frenchEvent = """
    {si montant reçu est renseigné}
    {si nombre > 1}Nous avons bien reçu vos derniers règlements et vous en remercions.{sinon}Nous avons bien reçu le {jour du paiement} votre règlement de {montant reçu} et vous en remercions.{fin}

    {fin}
    {si jour promis est renseigné}
    {si nombre > 1}Les règlements que vous nous aviez annoncés pour les jours indiqués ci-dessous ne nous sont pas parvenus{sinon}Le règlement que vous nous aviez annoncé pour le {jour promis} ne nous est pas parvenu{si payé > 0 €} en totalité{fin}{fin} à ce jour.

    {fin}
    """

  /// What happened since the last message, where this one answers an event: a paragraph.
  static let englishEvent = """
    {si montant reçu est renseigné}
    {si nombre > 1}We have received your latest payments, thank you.{sinon}We have received your payment of {montant reçu} on {jour du paiement}, thank you.{fin}

    {fin}
    {si jour promis est renseigné}
    {si nombre > 1}The payments that you announced for the days shown below have not reached us so far.{sinon}The payment that you announced for {jour promis} has not reached us{si payé > 0 €} in full{fin} so far.{fin}

    {fin}
    """

  /// What is owed in all.
  static let frenchTotal =
    "{si montant reçu est renseigné}Reste{sinon}Total{fin} à régler : {total}."

  /// What is owed in all.
  static let englishTotal =
    "{si montant reçu est renseigné}Balance{sinon}Total{fin} due: {total}."

  /// Interest and indemnity, where the step says `avec` and they are owed.
  static let frenchCharges = """
    {si pénalités demandées}
    Pénalités de retard calculées au {date} : {pénalités} (article L441-10 du code de commerce).
    {fin}
    {si indemnité demandée}
    Indemnité forfaitaire pour frais de recouvrement : {indemnité} (article D441-5 du code de commerce).
    {fin}
    """

  /// Interest and indemnity, where the step says `avec` and they are owed.
  static let englishCharges = """
    {si pénalités demandées}
    Late-payment interest accrued to {date}: {pénalités} (article L441-10 of the French Commercial Code).
    {fin}
    {si indemnité demandée}
    Fixed compensation for recovery costs: {indemnité} (article D441-5 of the French Commercial Code).
    {fin}
    """

  /// Where to pay, as far as it is known.
  static let frenchPayment = """
    {si IBAN est renseigné}

    Pour régler par virement : IBAN {IBAN}{si BIC est renseigné}, BIC {BIC}{fin}, en rappelant {si nombre > 1}les numéros de facture{sinon}la référence {facture}{fin}.
    {fin}
    """

  /// Where to pay, as far as it is known.
  static let englishPayment = """
    {si IBAN est renseigné}

    To pay by bank transfer: IBAN {IBAN}{si BIC est renseigné}, BIC {BIC}{fin}, quoting {si nombre > 1}the invoice numbers{sinon}reference {facture}{fin}.
    {fin}
    """

  /// Who writes, as far as it is known.
  static let frenchSignature = """
    {si signataire est renseigné}{signataire}{sinon}Le service comptabilité{fin}
    {si créancier est renseigné}
    {créancier}
    {fin}
    {si téléphone du créancier est renseigné}
    Tél. {téléphone du créancier}
    {fin}
    {si email du créancier est renseigné}
    {email du créancier}
    {fin}
    """

  /// Who writes, as far as it is known.
  static let englishSignature = """
    {si signataire est renseigné}{signataire}{sinon}Accounts receivable{fin}
    {si créancier est renseigné}
    {créancier}
    {fin}
    {si téléphone du créancier est renseigné}
    Tel. {téléphone du créancier}
    {fin}
    {si email du créancier est renseigné}
    {email du créancier}
    {fin}
    """

  /// How an e-mail begins.
  static let frenchGreeting = "Bonjour{si contact est renseigné} {contact}{fin},"

  /// How an e-mail begins.
  static let englishGreeting =
    "{si contact est renseigné}Dear {contact},{sinon}Dear Sir or Madam,{fin}"

  /// How a text message begins: who writes.
  static let shortSender = "{si créancier est renseigné}{créancier} : {fin}"

  /// How a text message in English begins.
  static let shortEnglishSender = "{si créancier est renseigné}{créancier}: {fin}"

  /// How a text message begins whose first words are these: a sentence of its own where no creditor
  /// stands before them.
  static func short(_ words: String) -> String {
    "{si créancier est renseigné}{créancier} : \(words){sinon}\(capitalized(words)){fin}"
  }

  /// How a text message in English begins whose first words are these.
  static func shortEnglish(_ words: String) -> String {
    "{si créancier est renseigné}{créancier}: \(words){sinon}\(capitalized(words)){fin}"
  }

  private static func capitalized(_ words: String) -> String {
    words.prefix(1).uppercased() + words.dropFirst()
  }

  /// How a person who calls begins, and what happened since the last message.
  static let frenchSpokenGreeting = """
    Bonjour, {si créancier est renseigné}{créancier}, {sinon}ici le {fin}service comptabilité.\
    {si montant reçu est renseigné} Nous avons bien reçu {si nombre > 1}vos derniers règlements{sinon}votre règlement de {montant reçu}{fin}, merci.{fin}\
    {si jour promis est renseigné}{si nombre > 1} Les règlements que vous nous aviez annoncés ne nous sont pas parvenus{sinon} Le règlement que vous nous aviez annoncé pour le {jour promis} ne nous est pas parvenu{fin}.{fin}
    """

  /// How a person who calls begins, and what happened since the last message.
  static let englishSpokenGreeting = """
    Good morning, accounts receivable{si créancier est renseigné} of {créancier}{fin}.\
    {si montant reçu est renseigné} We have received {si nombre > 1}your latest payments{sinon}your payment of {montant reçu}{fin}, thank you.{fin}\
    {si jour promis est renseigné}{si nombre > 1} The payments that you announced have not reached us{sinon} The payment that you announced for {jour promis} has not reached us{fin}.{fin}
    """

  /// What a person who calls or decides must have before the eyes.
  static let frenchFacts = """
    \(frenchAccount)
    {si pénalités demandées}
    Pénalités de retard au {date} : {pénalités}
    {fin}
    {si indemnité demandée}
    Indemnité forfaitaire : {indemnité}
    {fin}
    """

  /// What a person who calls or decides must have before the eyes.
  static let englishFacts = """
    \(englishAccount)
    {si pénalités demandées}
    Late-payment interest to {date}: {pénalités}
    {fin}
    {si indemnité demandée}
    Fixed compensation: {indemnité}
    {fin}
    """

  /// The customer and the invoices, without what the law adds to them.
  static let frenchAccount = """
    Client : {nom} ({client}){si contact est renseigné}, interlocuteur : {contact}{fin}
    Total : {total}, {nombre} {si nombre > 1}factures{sinon}facture{fin}
    {pour chaque facture}
    - {facture}{si date de facture est renseigné} du {date de facture}{fin}, échéance {échéance} ({si retard > 0 jours}{retard} de retard{sinon}{si retard = 0 jours}échoit ce jour{sinon}pas encore échue{fin}{fin}) : {solde}{si montant reçu est renseigné}, après un règlement de {montant reçu} le {jour du paiement}{fin}{si jour promis est renseigné}, promis pour le {jour promis}{fin} ; relances déjà faites : {nombre de relances}
    {fin}
    """

  /// The customer and the invoices, without what the law adds to them.
  static let englishAccount = """
    Customer: {nom} ({client}){si contact est renseigné}, contact: {contact}{fin}
    Total: {total}, {nombre} {si nombre > 1}invoices{sinon}invoice{fin}
    {pour chaque facture}
    - {facture}{si date de facture est renseigné} of {date de facture}{fin}, due {échéance} ({si retard > 0 jours}{retard} late{sinon}{si retard = 0 jours}due today{sinon}not due yet{fin}{fin}): {solde}{si montant reçu est renseigné}, after a payment of {montant reçu} on {jour du paiement}{fin}{si jour promis est renseigné}, promised for {jour promis}{fin}; reminders so far: {nombre de relances}
    {fin}
    """
}
