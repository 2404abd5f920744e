import Receivables

extension BuiltInTemplates {
  /// Reminders of what is past due, from the gentle to the severe.
  static let reminder = BuiltInTemplates(
    purpose: .nature(.reminder),
    french: """
      modèle « relance email fr »
        langue fr
        objet « {si ton = sévère}Dernier rappel{sinon}{si ton = ferme}Relance{sinon}Rappel{fin}{fin} : {si nombre > 1}{nombre} factures échues, {total}{sinon}facture {facture} échue le {échéance}, {solde}{fin} »
      ---
      \(Passage.frenchGreeting)

      \(Passage.frenchEvent)
      {si ton = doux}
      Sauf erreur de notre part, {si nombre > 1}les factures suivantes n'ont pas encore été \(entirely)réglées{sinon}la facture suivante n'a pas encore été \(entirely)réglée{fin}{si montant reçu est renseigné}{sinon}. Il s'agit peut-être d'un simple oubli{fin} :
      {fin}
      {si ton = neutre}
      À ce jour, et sauf erreur de notre part, {si nombre > 1}les factures suivantes restent \(partly)impayées{sinon}la facture suivante reste \(partly)impayée{fin} :
      {fin}
      {si ton = ferme}
      Malgré l'échéance dépassée, {si nombre > 1}les factures suivantes restent \(partly)impayées{sinon}la facture suivante reste \(partly)impayée{fin} à ce jour :
      {fin}
      {si ton = sévère}
      {si nombre de relances > 0 et montant reçu est non renseigné}
      Nos précédents rappels sont restés sans effet. {si nombre > 1}Les factures suivantes sont toujours impayées{sinon}La facture suivante est toujours impayée{fin} :
      {sinon}
      {si nombre > 1}Les factures suivantes sont échues et \(partly)impayées{sinon}La facture suivante est échue et \(partly)impayée{fin} :
      {fin}
      {fin}

      \(Passage.frenchInvoices)

      \(Passage.frenchTotal)
      \(Passage.frenchCharges)

      {si ton = doux}
      Pourriez-vous nous confirmer la date {si montant reçu est renseigné}du règlement du solde{sinon}de votre règlement{fin} ? S'il est déjà parti, merci de ne pas tenir compte de ce message.
      {fin}
      {si ton = neutre}
      Nous vous remercions de procéder au règlement{si montant reçu est renseigné} du solde{fin} dès réception de ce message, ou de nous dire ce qui l'empêche. Si vous venez de payer, ce message est sans objet.
      {fin}
      {si ton = ferme}
      Nous vous demandons de régler cette somme sous huit jours, ou de nous faire connaître par retour le motif de ce retard et la date de votre paiement.
      {fin}
      {si ton = sévère}
      Sans règlement de votre part sous huit jours, nous vous adresserons une mise en demeure avant tout recours. Si une difficulté ou un désaccord explique ce retard, contactez-nous sans attendre.
      {fin}
      \(Passage.frenchPayment)

      Cordialement,

      \(Passage.frenchSignature)
      ---

      modèle « relance courrier fr »
        langue fr
        objet « {si ton = sévère}Dernier rappel avant mise en demeure{sinon}Rappel de règlement{fin} – {si nombre > 1}{nombre} factures échues{sinon}facture {facture}{fin} »
      ---
      Madame, Monsieur,

      \(Passage.frenchEvent)
      {si ton = doux}
      Sauf erreur ou omission de notre part, nous n'avons pas encore reçu le règlement {si montant reçu est renseigné}complet {fin}{si nombre > 1}des factures suivantes{sinon}de la facture suivante{fin} :
      {fin}
      {si ton = neutre}
      L'examen de votre compte fait apparaître, sauf erreur de notre part, que {si nombre > 1}les factures suivantes restent \(partly)impayées{sinon}la facture suivante reste \(partly)impayée{fin} :
      {fin}
      {si ton = ferme}
      {si nombre > 1}Les factures suivantes sont échues et demeurent \(partly)impayées{sinon}La facture suivante est échue et demeure \(partly)impayée{fin} à ce jour :
      {fin}
      {si ton = sévère}
      {si nombre de relances > 0}Malgré nos précédents rappels, {si nombre > 1}les factures suivantes demeurent \(partly)impayées{sinon}la facture suivante demeure \(partly)impayée{fin}{sinon}{si nombre > 1}Les factures suivantes demeurent \(partly)impayées{sinon}La facture suivante demeure \(partly)impayée{fin}{fin} :
      {fin}

      \(Passage.frenchInvoices)

      \(Passage.frenchTotal)
      \(Passage.frenchCharges)

      {si ton = doux}
      {si montant reçu est renseigné}Nous vous remercions de bien vouloir régler le solde.{sinon}Il s'agit sans doute d'un oubli : nous vous remercions de bien vouloir y remédier.{fin} Si votre règlement s'est croisé avec cette lettre, nous vous prions de ne pas en tenir compte.
      {fin}
      {si ton = neutre}
      Nous vous remercions de nous faire parvenir {si montant reçu est renseigné}le solde{sinon}votre règlement{fin} dès réception de cette lettre, ou de nous indiquer le motif du retard.
      {fin}
      {si ton = ferme}
      Nous vous demandons de nous régler cette somme dans les huit jours qui suivent la réception de cette lettre. En cas de désaccord, merci de nous en donner le motif par écrit dans le même délai.
      {fin}
      {si ton = sévère}
      Cette lettre est un dernier rappel amiable. Faute de paiement dans les huit jours qui suivent sa réception, nous vous adresserons une mise en demeure, puis confierons le recouvrement de notre créance à notre service contentieux.
      {fin}
      \(Passage.frenchPayment)

      Nous vous prions d'agréer, Madame, Monsieur, nos salutations distinguées.

      \(Passage.frenchSignature)
      ---

      modèle « relance SMS fr »
        langue fr
      ---
      \(frenchShort). {si ton = doux}Merci de penser au règlement.{fin}{si ton = neutre}Merci de régler.{fin}{si ton = ferme}Merci de régler sous 8 jours.{fin}{si ton = sévère}Dernier rappel avant mise en demeure.{fin}
      ---

      modèle « relance appel fr »
        langue fr
        objet « Appeler {nom} : {total} à régler, {nombre} {si nombre > 1}factures{sinon}facture{fin} »
      ---
      \(Passage.frenchFacts)

      Dire : « \(Passage.frenchSpokenGreeting) Je vous appelle au sujet {si montant reçu est renseigné}du solde {fin}de {si nombre > 1}{nombre} factures échues, {total} au total{sinon}la facture {facture}, {solde}, échue le {échéance}{fin}. »
      {si ton = doux}
      Demander si la facture est bien arrivée et quand elle sera réglée. Rester à l'écoute : c'est souvent un oubli.
      {fin}
      {si ton = neutre}
      Demander la date du règlement et ce qui l'a retardé.
      {fin}
      {si ton = ferme}
      Obtenir une date de règlement ferme, et le nom de la personne qui s'y engage.
      {fin}
      {si ton = sévère}
      Annoncer que, sans règlement sous huit jours, une mise en demeure suivra. Proposer un échéancier s'il y a une difficulté passagère.
      {fin}
      En cas de désaccord : noter le motif exact, ne pas argumenter, l'enregistrer comme litige.
      En cas d'engagement : noter la date et le montant, l'enregistrer comme promesse.
      ---

      modèle « relance tâche fr »
        langue fr
        objet « Relancer {nom} : {total}, {nombre} {si nombre > 1}factures{sinon}facture{fin} »
      ---
      À faire : {si montant reçu est renseigné}remercier ce client de son règlement et le relancer pour le solde{sinon}relancer ce client{si jour promis est renseigné}, qui n'a pas tenu sa promesse de règlement,{fin}{fin} par le moyen le mieux adapté, sur un ton {ton}, puis enregistrer ce qui a été fait.

      \(Passage.frenchFacts)
      ---
      """,
    english: """
      modèle « relance email en »
        langue en
        objet « {si ton = sévère}Final reminder{sinon}{si ton = ferme}Overdue{sinon}Reminder{fin}{fin}: {si nombre > 1}{nombre} overdue invoices, {total}{sinon}invoice {facture} due on {échéance}, {solde}{fin} »
      ---
      \(Passage.englishGreeting)

      \(Passage.englishEvent)
      {si ton = doux}
      According to our records the following {si nombre > 1}invoices have{sinon}invoice has{fin} not been paid \(inFull)yet{si montant reçu est renseigné}{sinon}. This may simply have been overlooked{fin}:
      {fin}
      {si ton = neutre}
      According to our records the following {si nombre > 1}invoices remain{sinon}invoice remains{fin} \(partlyInEnglish)unpaid:
      {fin}
      {si ton = ferme}
      The due date has passed and the following {si nombre > 1}invoices are{sinon}invoice is{fin} still \(partlyInEnglish)unpaid:
      {fin}
      {si ton = sévère}
      {si nombre de relances > 0 et montant reçu est non renseigné}
      Our previous reminders have had no effect. The following {si nombre > 1}invoices are{sinon}invoice is{fin} still unpaid:
      {sinon}
      The following {si nombre > 1}invoices are{sinon}invoice is{fin} past due and \(partlyInEnglish)unpaid:
      {fin}
      {fin}

      \(Passage.englishInvoices)

      \(Passage.englishTotal)
      \(Passage.englishCharges)

      {si ton = doux}
      Could you let us know when we may expect {si montant reçu est renseigné}the balance{sinon}your payment{fin}? If it is already on its way, please disregard this message.
      {fin}
      {si ton = neutre}
      Please arrange for payment{si montant reçu est renseigné} of the balance{fin} on receipt of this message, or let us know what is holding it up. If you have just paid, please disregard this message.
      {fin}
      {si ton = ferme}
      Please pay this amount within eight days, or tell us by return the reason for the delay and the date of your payment.
      {fin}
      {si ton = sévère}
      If we do not receive your payment within eight days, we will send you a formal notice before taking any further step. If there is a difficulty or a disagreement, please contact us without delay.
      {fin}
      \(Passage.englishPayment)

      Kind regards,

      \(Passage.englishSignature)
      ---

      modèle « relance courrier en »
        langue en
        objet « {si ton = sévère}Final reminder before formal notice{sinon}Payment reminder{fin} – {si nombre > 1}{nombre} overdue invoices{sinon}invoice {facture}{fin} »
      ---
      Dear Sir or Madam,

      \(Passage.englishEvent)
      {si ton = doux}
      Unless we are mistaken, we have not yet received {si montant reçu est renseigné}full {fin}payment of the following {si nombre > 1}invoices{sinon}invoice{fin}:
      {fin}
      {si ton = neutre}
      Our records show that the following {si nombre > 1}invoices remain{sinon}invoice remains{fin} \(partlyInEnglish)unpaid:
      {fin}
      {si ton = ferme}
      The following {si nombre > 1}invoices are{sinon}invoice is{fin} past due and still \(partlyInEnglish)unpaid:
      {fin}
      {si ton = sévère}
      {si nombre de relances > 0}Despite our previous reminders, the{sinon}The{fin} following {si nombre > 1}invoices are{sinon}invoice is{fin} still \(partlyInEnglish)unpaid:
      {fin}

      \(Passage.englishInvoices)

      \(Passage.englishTotal)
      \(Passage.englishCharges)

      {si ton = doux}
      {si montant reçu est renseigné}We would be grateful if you could settle the balance.{sinon}This is no doubt an oversight, and we would be grateful if you could put it right.{fin} If your payment has crossed with this letter, please disregard it.
      {fin}
      {si ton = neutre}
      Please send us {si montant reçu est renseigné}the balance{sinon}your payment{fin} on receipt of this letter, or let us know the reason for the delay.
      {fin}
      {si ton = ferme}
      Please pay this amount within eight days of receiving this letter. If you dispute it, please give us your reasons in writing within the same time.
      {fin}
      {si ton = sévère}
      This is our final amicable reminder. If payment is not received within eight days of receipt of this letter, we will serve you formal notice and then hand the claim over for legal recovery.
      {fin}
      \(Passage.englishPayment)

      Yours faithfully,

      \(Passage.englishSignature)
      ---

      modèle « relance SMS en »
        langue en
      ---
      \(englishShort). {si ton = doux}A kind reminder to pay.{fin}{si ton = neutre}Please pay.{fin}{si ton = ferme}Please pay within 8 days.{fin}{si ton = sévère}Final reminder before formal notice.{fin}
      ---

      modèle « relance appel en »
        langue en
        objet « Call {nom}: {total} due, {nombre} {si nombre > 1}invoices{sinon}invoice{fin} »
      ---
      \(Passage.englishFacts)

      Say: “\(Passage.englishSpokenGreeting) I am calling about {si montant reçu est renseigné}the balance of {fin}{si nombre > 1}{nombre} overdue invoices, {total} in all{sinon}invoice {facture}, {solde}, due on {échéance}{fin}.”
      {si ton = doux}
      Ask whether the invoice has arrived and when it will be paid. Listen: it is often an oversight.
      {fin}
      {si ton = neutre}
      Ask for the date of payment and what held it up.
      {fin}
      {si ton = ferme}
      Get a firm date of payment, and the name of the person who commits to it.
      {fin}
      {si ton = sévère}
      Say that a formal notice will follow unless payment arrives within eight days. Offer an instalment plan if the difficulty is a passing one.
      {fin}
      If they disagree: note the exact reason, do not argue, record it as a dispute.
      If they commit: note date and amount, record it as a promise.
      ---

      modèle « relance tâche en »
        langue en
        objet « Remind {nom}: {total}, {nombre} {si nombre > 1}invoices{sinon}invoice{fin} »
      ---
      To do: {si montant reçu est renseigné}thank this customer for the payment and ask for the balance{sinon}remind this customer{si jour promis est renseigné}, who has not kept a promise to pay,{fin}{fin} by the most suitable means, then record what was done.

      \(Passage.englishFacts)
      ---
      """
  )

  // After a partial payment an invoice is not unpaid but unpaid in part.
  private static let partly = "{si montant reçu est renseigné}en partie {fin}"
  private static let entirely = "{si montant reçu est renseigné}entièrement {fin}"
  private static let partlyInEnglish = "{si montant reçu est renseigné}partly {fin}"
  private static let inFull = "{si montant reçu est renseigné}in full {fin}"

  private static let frenchShort = """
    {si montant reçu est renseigné}\
    \(Passage.short("merci de votre règlement")). {si nombre > 1}Solde de {nombre} factures échues : {total}{sinon}Solde de la facture {facture} échue le {échéance} : {solde}{fin}\
    {sinon}{si jour promis est renseigné}\
    \(Passage.short("règlement")) annoncé {si nombre = 1}pour le {jour promis} {fin}non reçu. {si nombre > 1}{nombre} factures échues, total {total}{sinon}Facture {facture} échue le {échéance}, {solde}{fin}\
    {sinon}\
    {si nombre > 1}\(Passage.shortSender){nombre} factures échues, total {total}{sinon}\(Passage.short("facture")) {facture} échue le {échéance}, {solde}{fin}\
    {fin}{fin}
    """

  private static let englishShort = """
    {si montant reçu est renseigné}\
    \(Passage.shortEnglish("thank you for your payment")). {si nombre > 1}Balance of {nombre} overdue invoices: {total}{sinon}Balance of invoice {facture}, which was due on {échéance}: {solde}{fin}\
    {sinon}{si jour promis est renseigné}\
    \(Passage.shortEnglish("payment announced")) {si nombre = 1}for {jour promis} {fin}not received. {si nombre > 1}{nombre} overdue invoices, total {total}{sinon}Invoice {facture} was due on {échéance}, {solde}{fin}\
    {sinon}\
    {si nombre > 1}\(Passage.shortEnglishSender){nombre} overdue invoices, total {total}{sinon}\(Passage.shortEnglish("invoice")) {facture} was due on {échéance}, {solde}{fin}\
    {fin}{fin}
    """
}
