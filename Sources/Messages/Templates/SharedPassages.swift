/// Passages that the built-in templates share, in the template language.
enum Passage {
  /// The invoices with what is owed on each.
  static let frenchInvoices = """
    | Facture | Date | Échéance | Reste dû |
    {pour chaque facture}
    | {facture} | {date de facture} | {échéance} | {solde} |
    {fin}
    """

  /// The invoices with what is owed on each.
  static let englishInvoices = """
    | Invoice | Date | Due date | Balance due |
    {pour chaque facture}
    | {facture} | {date de facture} | {échéance} | {solde} |
    {fin}
    """

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

  /// What a person who calls or decides must have before the eyes.
  static let frenchFacts = """
    Client : {nom} ({client}){si contact est renseigné}, interlocuteur : {contact}{fin}
    Total : {total}, {nombre} {si nombre > 1}factures{sinon}facture{fin}
    {pour chaque facture}
    - {facture} du {date de facture}, échéance {échéance} ({si retard > 0 jours}{retard} de retard{sinon}pas encore échue{fin}) : {solde} ; relances déjà faites : {nombre de relances}
    {fin}
    {si pénalités demandées}
    Pénalités de retard au {date} : {pénalités}
    {fin}
    {si indemnité demandée}
    Indemnité forfaitaire : {indemnité}
    {fin}
    """

  /// What a person who calls or decides must have before the eyes.
  static let englishFacts = """
    Customer: {nom} ({client}){si contact est renseigné}, contact: {contact}{fin}
    Total: {total}, {nombre} {si nombre > 1}invoices{sinon}invoice{fin}
    {pour chaque facture}
    - {facture} of {date de facture}, due {échéance} ({si retard > 0 jours}{retard} late{sinon}not due yet{fin}): {solde}; reminders so far: {nombre de relances}
    {fin}
    {si pénalités demandées}
    Late-payment interest to {date}: {pénalités}
    {fin}
    {si indemnité demandée}
    Fixed compensation: {indemnité}
    {fin}
    """
}
