import Receivables

extension BuiltInTemplates {
  /// Formal notices to pay, with all that makes one: the words themselves, the date, both parties, the
  /// exact debt, a clear demand, a deadline, the consequences (Code civil 1344 and 1344-1).
  static let formalNotice = BuiltInTemplates(
    purpose: .nature(.formalNotice),
    french: """
      modèle « mise en demeure email fr »
        langue fr
        objet « Mise en demeure de payer {total} – {si nombre > 1}{nombre} factures{sinon}facture {facture}{fin} »
      ---
      Le {date}

      Madame, Monsieur,

      \(frenchBody)
      \(Passage.frenchPayment)

      Veuillez agréer, Madame, Monsieur, l'expression de nos salutations distinguées.

      \(Passage.frenchSignature)
      {si adresse du créancier est renseigné}
      {adresse du créancier}
      {fin}
      ---

      modèle « mise en demeure courrier fr »
        langue fr
        objet « Mise en demeure de payer {total} – {si nombre > 1}{nombre} factures{sinon}facture {facture}{fin} »
      ---
      Madame, Monsieur,

      \(frenchBody)
      \(Passage.frenchPayment)

      Veuillez agréer, Madame, Monsieur, l'expression de nos salutations distinguées.

      \(Passage.frenchSignature)
      ---

      modèle « mise en demeure SMS fr »
        langue fr
      ---
      \(Passage.shortSender)MISE EN DEMEURE de payer {si montant reçu est renseigné}le solde de {fin}{total} sous {délai} ({si nombre > 1}{nombre} factures échues{sinon}facture {facture} échue le {échéance}{fin}). À défaut, recours en justice.
      ---

      modèle « mise en demeure appel fr »
        langue fr
        objet « Appeler {nom} : mise en demeure, {total} »
      ---
      \(Passage.frenchFacts)

      Dire : « \(Passage.frenchSpokenGreeting) Nous vous mettons en demeure de régler {total} sous {délai}, soit le {date limite} au plus tard. À défaut, nous saisirons la justice. »
      Un appel ne prouve rien : confirmer par lettre recommandée le jour même.
      En cas de désaccord : noter le motif exact et l'enregistrer comme litige.
      En cas d'engagement : noter la date et le montant, l'enregistrer comme promesse.
      ---

      modèle « mise en demeure tâche fr »
        langue fr
        objet « Préparer la mise en demeure de {nom} : {total} »
      ---
      À faire : relire le dossier, puis envoyer une mise en demeure par lettre recommandée avec accusé de réception, délai {délai}. Garder la preuve de dépôt et l'accusé avec le dossier.

      \(Passage.frenchFacts)
      ---
      """,
    english: """
      modèle « mise en demeure email en »
        langue en
        objet « Formal notice to pay {total} – {si nombre > 1}{nombre} invoices{sinon}invoice {facture}{fin} »
      ---
      {date}

      Dear Sir or Madam,

      \(englishBody)
      \(Passage.englishPayment)

      Yours faithfully,

      \(Passage.englishSignature)
      {si adresse du créancier est renseigné}
      {adresse du créancier}
      {fin}
      ---

      modèle « mise en demeure courrier en »
        langue en
        objet « Formal notice to pay {total} – {si nombre > 1}{nombre} invoices{sinon}invoice {facture}{fin} »
      ---
      Dear Sir or Madam,

      \(englishBody)
      \(Passage.englishPayment)

      Yours faithfully,

      \(Passage.englishSignature)
      ---

      modèle « mise en demeure SMS en »
        langue en
      ---
      \(Passage.shortEnglishSender)FORMAL NOTICE to pay {si montant reçu est renseigné}the balance of {fin}{total} within {délai} ({si nombre > 1}{nombre} overdue invoices{sinon}invoice {facture} due on {échéance}{fin}), failing which we go to court.
      ---

      modèle « mise en demeure appel en »
        langue en
        objet « Call {nom}: formal notice, {total} »
      ---
      \(Passage.englishFacts)

      Say: “\(Passage.englishSpokenGreeting) We give you formal notice to pay {total} within {délai}, by {date limite} at the latest. Failing that, we will take legal action.”
      A call proves nothing: confirm it by registered letter on the same day.
      If they disagree: note the exact reason and record it as a dispute.
      If they commit: note date and amount, record it as a promise.
      ---

      modèle « mise en demeure tâche en »
        langue en
        objet « Prepare the formal notice to {nom}: {total} »
      ---
      To do: review the file, then send a formal notice by registered letter with acknowledgement of receipt, granting {délai}. Keep the proof of posting and the receipt with the file.

      \(Passage.englishFacts)
      ---
      """
  )

  private static let frenchBody = """
    \(Passage.frenchEvent)
    {si nombre de relances > 0}Malgré nos précédents rappels, {si nombre > 1}les factures suivantes{sinon}la facture suivante{fin}{sinon}{si nombre > 1}Les factures suivantes{sinon}La facture suivante{fin}{fin}, {si nombre > 1}dues{sinon}due{fin} par {nom}{si créancier est renseigné} à {créancier}{fin}, {si nombre > 1}demeurent{sinon}demeure{fin} {si montant reçu est renseigné}en partie {fin}{si nombre > 1}impayées{sinon}impayée{fin} à ce jour :

    \(Passage.frenchInvoices)

    Somme due en principal : {total}.
    \(Passage.frenchCharges)

    En conséquence, nous vous mettons en demeure de nous payer {si nombre > 1}ces factures, soit la somme de {total}{sinon}cette somme de {total}{fin}{si pénalités demandées}, augmentée des pénalités de retard{fin}{si indemnité demandée}{si pénalités demandées} et{sinon}, augmentée{fin} de l'indemnité forfaitaire{fin}, dans un délai de {délai} à compter de la réception de la présente.

    {si particulier}
    À défaut de paiement complet dans ce délai, nous saisirons sans autre avis la juridiction compétente. La présente mise en demeure, faite en application des articles 1344 et suivants du code civil, fait courir les intérêts au taux légal (article 1231-6 du même code).
    {sinon}
    À défaut de paiement complet dans ce délai, nous engagerons sans autre avis une procédure judiciaire de recouvrement, dont nous demanderons que les frais soient mis à votre charge.{si pénalités courent} Les pénalités de retard prévues à l'article L441-10 du code de commerce continuent de courir jusqu'au paiement.{fin}

    La présente vaut mise en demeure au sens des articles 1344 et suivants du code civil.
    {fin}

    Si vous contestez cette créance en tout ou partie, il vous appartient de nous en donner les motifs par écrit dans le même délai.
    """

  private static let englishBody = """
    \(Passage.englishEvent)
    {si nombre de relances > 0}Despite our previous reminders, the{sinon}The{fin} following {si nombre > 1}invoices{sinon}invoice{fin} owed by {nom}{si créancier est renseigné} to {créancier}{fin} {si nombre > 1}remain{sinon}remains{fin} {si montant reçu est renseigné}partly {fin}unpaid to date:

    \(Passage.englishInvoices)

    Principal amount due: {total}.
    \(Passage.englishCharges)

    We hereby give you formal notice (mise en demeure) to pay us {si nombre > 1}these invoices, {total} in all{sinon}this amount of {total}{fin}{si pénalités demandées}, together with the late-payment interest{fin}{si indemnité demandée}{si pénalités demandées} and{sinon}, together with{fin} the fixed compensation{fin}, within {délai} of receipt of this letter.

    {si particulier}
    Failing full payment within this time, we will bring the matter before the competent court without further notice. This formal notice, given under articles 1344 and following of the French Civil Code, makes interest run at the statutory rate (article 1231-6 of the same code).
    {sinon}
    Failing full payment within this time, we will start legal proceedings for recovery without further notice and claim their costs from you.{si pénalités courent} Late-payment interest under article L441-10 of the French Commercial Code continues to run until payment.{fin}

    This letter is a formal notice within the meaning of articles 1344 and following of the French Civil Code.
    {fin}

    If you dispute this claim in whole or in part, please give us your reasons in writing within the same time.
    """
}
