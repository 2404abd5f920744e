import Receivables

extension BuiltInTemplates {
  /// Notices before the due date or on it, friendly in every tone; also what a claim says of invoices
  /// that are not past due.
  static let preDueNotice = BuiltInTemplates(
    purpose: .nature(.preDueNotice),
    french: """
      modèle « prévenance email fr »
        langue fr
        objet « {si nombre > 1}\(frenchCount), {total}{sinon}\(frenchTitle), {solde}{fin} »
      ---
      \(Passage.frenchGreeting)

      \(Passage.frenchEvent)
      {si ton = doux ou ton = neutre}
      {si échéances à venir}Pour votre bonne organisation, nous vous rappelons{sinon}Nous vous rappelons{fin} \(frenchDueDates) :
      {sinon}
      Nous attirons votre attention sur {si échéances du jour}l'échéance de ce jour{sinon}{si nombre > 1}les échéances suivantes{sinon}l'échéance suivante{fin}{fin}, à respecter :
      {fin}

      \(Passage.frenchInvoices)

      \(frenchTotal)

      {si ton = doux ou ton = neutre}
      {si échéances à venir}Si tout est en ordre de votre côté, vous n'avez rien à faire d'autre que régler à l'échéance.{sinon}Si votre règlement est déjà parti, vous n'avez rien à faire.{fin} S'il vous manque un document ou si un point est à revoir, répondez simplement à ce message.
      {sinon}
      Merci de veiller à ce que le règlement nous parvienne \(frenchInTime), et de nous signaler dès maintenant tout ce qui pourrait l'empêcher.
      {fin}
      \(Passage.frenchPayment)

      Cordialement,

      \(Passage.frenchSignature)
      ---

      modèle « prévenance courrier fr »
        langue fr
        objet « {si nombre > 1}\(frenchCount){sinon}Échéance du {échéance} – facture {facture}{fin} »
      ---
      Madame, Monsieur,

      \(Passage.frenchEvent)
      {si ton = doux ou ton = neutre}
      Nous vous rappelons \(frenchDueDates) :
      {sinon}
      Nous attirons votre attention sur {si échéances du jour}l'échéance de ce jour{sinon}{si nombre > 1}les échéances suivantes{sinon}l'échéance suivante{fin}{fin}, à respecter :
      {fin}

      \(Passage.frenchInvoices)

      \(frenchTotal)

      Nous vous remercions de veiller à ce que votre règlement nous parvienne \(frenchInTime), et restons à votre disposition pour tout document qui vous manquerait.
      \(Passage.frenchPayment)

      Nous vous prions d'agréer, Madame, Monsieur, nos salutations distinguées.

      \(Passage.frenchSignature)
      ---

      modèle « prévenance SMS fr »
        langue fr
      ---
      \(frenchShort).{si montant reçu est non renseigné} Merci.{fin}
      ---

      modèle « prévenance appel fr »
        langue fr
        objet « Appeler {nom} \(frenchWhen) : {total} »
      ---
      \(Passage.frenchFacts)

      Dire : « \(Passage.frenchSpokenGreeting) Je m'assure que {si montant reçu est non renseigné et jour promis est non renseigné}{si nombre > 1}nos factures vous sont bien parvenues{sinon}notre facture {facture} vous est bien parvenue{fin} et que {fin}rien ne s'oppose au règlement{si montant reçu est renseigné} du solde{fin}{si montant reçu est renseigné ou jour promis est renseigné} de {si nombre > 1}nos factures{sinon}notre facture {facture}{fin}{fin}{si échéances à venir} à l'échéance{sinon}{si échéances du jour} ce jour{fin}{fin}. »
      Demander si la facture est validée, et par qui. Noter tout ce qui manque (bon de commande, pièce, adresse).
      ---

      modèle « prévenance tâche fr »
        langue fr
        objet « {si échéances à venir}Avant l'échéance{sinon}{si échéances du jour}Échéance du jour{sinon}Échéances à suivre{fin}{fin} : {nom}, {total} »
      ---
      À faire : {si montant reçu est renseigné}remercier ce client de son règlement, vérifier qu'il{sinon}vérifier que ce client{fin} a reçu {si nombre > 1}ses factures{sinon}sa facture{fin} et que rien ne s'oppose au règlement{si montant reçu est renseigné} du solde{fin}{si échéances à venir} à l'échéance{fin}.

      \(Passage.frenchFacts)
      ---
      """,
    english: """
      modèle « prévenance email en »
        langue en
        objet « {si nombre > 1}\(englishCount), {total}{sinon}\(englishTitle), {solde}{fin} »
      ---
      \(Passage.englishGreeting)

      \(Passage.englishEvent)
      {si ton = doux ou ton = neutre}
      {si échéances à venir}For your planning, here{sinon}Here{fin} \(englishDueDates):
      {sinon}
      Please note the following due {si nombre > 1}dates{sinon}date{fin}, which we ask you to keep:
      {fin}

      \(Passage.englishInvoices)

      \(englishTotal)

      {si ton = doux ou ton = neutre}
      {si échéances à venir}If all is in order, there is nothing to do but pay on the due date.{sinon}If your payment is already on its way, there is nothing to do.{fin} If a document is missing or something needs correcting, just reply to this message.
      {sinon}
      Please make sure that payment reaches us \(englishInTime), and tell us now of anything that might prevent it.
      {fin}
      \(Passage.englishPayment)

      Kind regards,

      \(Passage.englishSignature)
      ---

      modèle « prévenance courrier en »
        langue en
        objet « {si nombre > 1}\(englishCount){sinon}\(englishTitle){fin} »
      ---
      Dear Sir or Madam,

      \(Passage.englishEvent)
      {si ton = doux ou ton = neutre}
      Here \(englishDueDates):
      {sinon}
      Please note the following due {si nombre > 1}dates{sinon}date{fin}, which we ask you to keep:
      {fin}

      \(Passage.englishInvoices)

      \(englishTotal)

      Please make sure that your payment reaches us \(englishInTime). We will gladly send you any document you may be missing.
      \(Passage.englishPayment)

      Yours faithfully,

      \(Passage.englishSignature)
      ---

      modèle « prévenance SMS en »
        langue en
      ---
      \(englishShort).{si montant reçu est non renseigné} Thank you.{fin}
      ---

      modèle « prévenance appel en »
        langue en
        objet « Call {nom} \(englishWhen): {total} »
      ---
      \(Passage.englishFacts)

      Say: “\(Passage.englishSpokenGreeting) I would like to make sure that {si montant reçu est non renseigné et jour promis est non renseigné}you have received {si nombre > 1}our invoices{sinon}our invoice {facture}{fin} and that {fin}nothing stands in the way of payment{si montant reçu est renseigné} of the balance{fin}{si montant reçu est renseigné ou jour promis est renseigné} of {si nombre > 1}our invoices{sinon}our invoice {facture}{fin}{fin}{si échéances à venir} on the due date{sinon}{si échéances du jour} today{fin}{fin}.”
      Ask whether the invoice is approved, and by whom. Note whatever is missing (order number, document, address).
      ---

      modèle « prévenance tâche en »
        langue en
        objet « {si échéances à venir}Before the due date{sinon}{si échéances du jour}Due today{sinon}Due dates to follow{fin}{fin}: {nom}, {total} »
      ---
      To do: {si montant reçu est renseigné}thank this customer for the payment, {fin}check that {si montant reçu est renseigné}they have{sinon}this customer has{fin} received the {si nombre > 1}invoices{sinon}invoice{fin} and that nothing stands in the way of payment{si montant reçu est renseigné} of the balance{fin}{si échéances à venir} on the due date{fin}.

      \(Passage.englishFacts)
      ---
      """
  )

  // Due dates lie ahead, on the day itself, or, where `retarder` has moved a step or several invoices
  // go together, behind as well: each is called what it is.
  private static let frenchTitle =
    "Facture {facture} {si retard > 0 jours}échue le {échéance}{sinon}à échéance {si retard = 0 jours}ce jour{sinon}le {échéance}{fin}{fin}"
  private static let frenchCount =
    "{nombre} factures {si part échue}échues{si échéances passées}{sinon} ou à échoir{fin}{sinon}{si échéances du jour}à échéance ce jour{sinon}arrivent à échéance{fin}{fin}"
  private static let frenchDueDates =
    "{si échéances du jour}que {si nombre > 1}les factures suivantes arrivent{sinon}la facture suivante arrive{fin} à échéance ce jour{sinon}{si part échue}{si nombre > 1}les échéances suivantes{sinon}l'échéance suivante{fin}{sinon}{si nombre > 1}les prochaines échéances{sinon}la prochaine échéance{fin}{fin} de votre compte{fin}"
  private static let frenchInTime =
    "{si échéances du jour}ce jour{sinon}{si échéances passées}dans les meilleurs délais{sinon}{si nombre > 1}aux dates prévues{sinon}à la date prévue{fin}{fin}{fin}"
  private static let frenchWhen =
    "{si échéances à venir}avant l'échéance{sinon}{si échéances du jour}le jour de l'échéance{sinon}au sujet de ses échéances{fin}{fin}"
  private static let frenchTotal =
    "{si montant reçu est renseigné}Reste à régler{sinon}Total{fin} : {total}."
  private static let frenchShort = """
    {si montant reçu est renseigné}\(Passage.short("merci de votre règlement")). {si nombre > 1}Solde de {nombre} factures : {total}{sinon}Solde de la facture {facture} : {solde}, \(frenchShortDate){fin}\
    {sinon}{si jour promis est renseigné}\(Passage.short("règlement")) annoncé {si nombre = 1}pour le {jour promis} {fin}non reçu. {si nombre > 1}{nombre} factures, total {total}{sinon}Facture {facture}, {solde}, \(frenchShortDate){fin}\
    {sinon}{si nombre > 1}\(Passage.shortSender)\(frenchCount), total {total}{sinon}\(Passage.short("facture")) {facture} ({solde}) \(frenchShortDate){fin}{fin}{fin}
    """
  private static let frenchShortDate =
    "{si retard > 0 jours}échue le {échéance}{sinon}{si retard = 0 jours}à échéance ce jour{sinon}à régler le {échéance}{fin}{fin}"

  private static let englishTitle =
    "Invoice {facture} {si retard > 0 jours}was due on {échéance}{sinon}due {si retard = 0 jours}today{sinon}on {échéance}{fin}{fin}"
  private static let englishCount =
    "{nombre} invoices {si part échue}{si échéances passées}over{fin}due{si échéances passées}{sinon} or falling due{fin}{sinon}{si échéances du jour}due today{sinon}falling due{fin}{fin}"
  private static let englishDueDates =
    "{si nombre > 1}are the {si échéances à venir}next {fin}due dates{sinon}is the {si échéances à venir}next {fin}due date{fin} on your account{si échéances du jour}, which {si nombre > 1}are{sinon}is{fin} today{fin}"
  private static let englishInTime =
    "{si échéances du jour}today{sinon}{si échéances passées}as soon as possible{sinon}{si nombre > 1}on the due dates{sinon}on the due date{fin}{fin}{fin}"
  private static let englishWhen =
    "{si échéances à venir}before the due date{sinon}{si échéances du jour}on the due date{sinon}about due dates{fin}{fin}"
  private static let englishTotal =
    "{si montant reçu est renseigné}Balance{sinon}Total{fin}: {total}."
  private static let englishShort = """
    {si montant reçu est renseigné}\(Passage.shortEnglish("thank you for your payment")). {si nombre > 1}Balance of {nombre} invoices: {total}{sinon}Balance of invoice {facture} ({solde}) \(englishShortDate){fin}\
    {sinon}{si jour promis est renseigné}\(Passage.shortEnglish("payment announced")) {si nombre = 1}for {jour promis} {fin}not received. {si nombre > 1}{nombre} invoices, total {total}{sinon}Invoice {facture}, {solde}, \(englishShortDate){fin}\
    {sinon}{si nombre > 1}\(Passage.shortEnglishSender)\(englishCount), total {total}{sinon}\(Passage.shortEnglish("invoice")) {facture} ({solde}) \(englishShortDate){fin}{fin}{fin}
    """
  private static let englishShortDate =
    "{si retard > 0 jours}was due on {échéance}{sinon}{si retard = 0 jours}is due today{sinon}is due on {échéance}{fin}{fin}"
}
