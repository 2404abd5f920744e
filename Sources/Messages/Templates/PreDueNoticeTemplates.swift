import Receivables

extension BuiltInTemplates {
  /// Notices before the due date, friendly in every tone.
  static let preDueNotice = BuiltInTemplates(
    nature: .preDueNotice,
    french: """
      modèle « prévenance email fr »
        langue fr
        objet « {si nombre > 1}{nombre} factures arrivent à échéance, {total}{sinon}Facture {facture} à échéance le {échéance}, {solde}{fin} »
      ---
      \(Passage.frenchGreeting)

      {si ton = doux ou ton = neutre}
      Pour votre bonne organisation, nous vous rappelons {si nombre > 1}les prochaines échéances{sinon}la prochaine échéance{fin} de votre compte :
      {sinon}
      Nous attirons votre attention sur {si nombre > 1}les échéances suivantes, à respecter{sinon}l'échéance suivante, à respecter{fin} :
      {fin}

      \(Passage.frenchInvoices)

      Total : {total}.

      {si ton = doux ou ton = neutre}
      Si tout est en ordre de votre côté, vous n'avez rien à faire d'autre que régler à l'échéance. S'il vous manque un document ou si un point est à revoir, répondez simplement à ce message.
      {sinon}
      Merci de veiller à ce que le règlement nous parvienne à la date prévue, et de nous signaler dès maintenant tout ce qui pourrait l'empêcher.
      {fin}
      \(Passage.frenchPayment)

      Cordialement,

      \(Passage.frenchSignature)
      ---

      modèle « prévenance courrier fr »
        langue fr
        objet « {si nombre > 1}Prochaines échéances : {nombre} factures{sinon}Échéance du {échéance} – facture {facture}{fin} »
      ---
      Madame, Monsieur,

      {si ton = doux ou ton = neutre}
      Nous vous rappelons {si nombre > 1}les prochaines échéances{sinon}la prochaine échéance{fin} de votre compte :
      {sinon}
      Nous attirons votre attention sur {si nombre > 1}les échéances suivantes, à respecter{sinon}l'échéance suivante, à respecter{fin} :
      {fin}

      \(Passage.frenchInvoices)

      Total : {total}.

      Nous vous remercions de veiller à ce que votre règlement nous parvienne à la date prévue, et restons à votre disposition pour tout document qui vous manquerait.
      \(Passage.frenchPayment)

      Nous vous prions d'agréer, Madame, Monsieur, nos salutations distinguées.

      \(Passage.frenchSignature)
      ---

      modèle « prévenance SMS fr »
        langue fr
      ---
      \(Passage.shortSender){si nombre > 1}{nombre} factures arrivent à échéance, total {total}{sinon}la facture {facture} ({solde}) est à régler le {échéance}{fin}. Merci.
      ---

      modèle « prévenance appel fr »
        langue fr
        objet « Appeler {nom} avant l'échéance : {total} »
      ---
      \(Passage.frenchFacts)

      Dire : « Bonjour, {si créancier est renseigné}{créancier}, {fin}service comptabilité. Je m'assure que {si nombre > 1}nos factures{sinon}notre facture {facture}{fin} vous {si nombre > 1}sont bien parvenues{sinon}est bien parvenue{fin} et que rien ne s'oppose au règlement à l'échéance. »
      Demander si la facture est validée, et par qui. Noter tout ce qui manque (bon de commande, pièce, adresse).
      ---

      modèle « prévenance tâche fr »
        langue fr
        objet « Avant l'échéance : {nom}, {total} »
      ---
      À faire : vérifier que ce client a reçu {si nombre > 1}ses factures{sinon}sa facture{fin} et que rien ne s'oppose au règlement à l'échéance.

      \(Passage.frenchFacts)
      ---
      """,
    english: """
      modèle « prévenance email en »
        langue en
        objet « {si nombre > 1}{nombre} invoices falling due, {total}{sinon}Invoice {facture} due on {échéance}, {solde}{fin} »
      ---
      \(Passage.englishGreeting)

      {si ton = doux ou ton = neutre}
      For your planning, here {si nombre > 1}are the next due dates{sinon}is the next due date{fin} on your account:
      {sinon}
      Please note the following due {si nombre > 1}dates{sinon}date{fin}, which we ask you to keep:
      {fin}

      \(Passage.englishInvoices)

      Total: {total}.

      {si ton = doux ou ton = neutre}
      If all is in order, there is nothing to do but pay on the due date. If a document is missing or something needs correcting, just reply to this message.
      {sinon}
      Please make sure that payment reaches us on the due date, and tell us now of anything that might prevent it.
      {fin}
      \(Passage.englishPayment)

      Kind regards,

      \(Passage.englishSignature)
      ---

      modèle « prévenance courrier en »
        langue en
        objet « {si nombre > 1}Invoices falling due: {nombre}{sinon}Invoice {facture} due on {échéance}{fin} »
      ---
      Dear Sir or Madam,

      {si ton = doux ou ton = neutre}
      Here {si nombre > 1}are the next due dates{sinon}is the next due date{fin} on your account:
      {sinon}
      Please note the following due {si nombre > 1}dates{sinon}date{fin}, which we ask you to keep:
      {fin}

      \(Passage.englishInvoices)

      Total: {total}.

      Please make sure that your payment reaches us on the due date. We will gladly send you any document you may be missing.
      \(Passage.englishPayment)

      Yours faithfully,

      \(Passage.englishSignature)
      ---

      modèle « prévenance SMS en »
        langue en
      ---
      \(Passage.shortEnglishSender){si nombre > 1}{nombre} invoices are falling due, total {total}{sinon}invoice {facture} ({solde}) is due on {échéance}{fin}. Thank you.
      ---

      modèle « prévenance appel en »
        langue en
        objet « Call {nom} before the due date: {total} »
      ---
      \(Passage.englishFacts)

      Say: “Good morning, accounts receivable{si créancier est renseigné} of {créancier}{fin}. I would like to make sure that you have received {si nombre > 1}our invoices{sinon}our invoice {facture}{fin} and that nothing stands in the way of payment on the due date.”
      Ask whether the invoice is approved, and by whom. Note whatever is missing (order number, document, address).
      ---

      modèle « prévenance tâche en »
        langue en
        objet « Before the due date: {nom}, {total} »
      ---
      To do: check that this customer has received the {si nombre > 1}invoices{sinon}invoice{fin} and that nothing stands in the way of payment on the due date.

      \(Passage.englishFacts)
      ---
      """
  )
}
