import Diagnostics

extension Field {
  /// What the field is, for the reference.
  public var meaning: Message {
    switch self {
    case .amount:
      Message(fr: "montant total de la facture", en: "total amount of the invoice")
    case .paid:
      Message(fr: "somme des paiements reçus jusqu'au jour", en: "payments received up to the day")
    case .balance:
      Message(fr: "montant moins payé", en: "amount less paid")
    case .daysLate:
      Message(
        fr: "jours depuis l'échéance, négatif avant elle",
        en: "days since the due date, negative before it"
      )
    case .age:
      Message(fr: "jours depuis la date de facture", en: "days since the issue date")
    case .dueDate:
      Message(fr: "date d'échéance", en: "due date")
    case .issueDate:
      Message(fr: "date d'émission de la facture", en: "issue date")
    case .kind:
      Message(fr: "nature de la facture", en: "kind of invoice")
    case .dispute:
      Message(fr: "la facture est contestée ce jour-là", en: "the invoice is disputed on the day")
    case .instalmentPlan:
      Message(fr: "un échéancier de paiement est actif", en: "an instalment plan is active")
    case .insolvency:
      Message(
        fr: "une procédure collective a été ouverte après la facture",
        en: "insolvency proceedings were opened after the invoice"
      )
    case .promise:
      Message(
        fr: "un paiement est promis pour ce jour ou plus tard",
        en: "payment is promised for the day or later"
      )
    case .brokenPromise:
      Message(
        fr: "la date promise est passée et il reste un solde",
        en: "the promised date has passed and a balance is left"
      )
    case .reminderCount:
      Message(
        fr: "relances enregistrées de la facture, remerciements exclus",
        en: "recorded reminders of the invoice, thanks not counted"
      )
    case .daysSinceReminder:
      Message(
        fr: "jours depuis la dernière relance, absent s'il n'y en a pas",
        en: "days since the last reminder, absent without one"
      )
    case .invoice:
      Message(fr: "numéro de la facture", en: "number of the invoice")
    case .customer:
      Message(fr: "identifiant du client", en: "identifier of the customer")
    case .name:
      Message(fr: "nom du client", en: "name of the customer")
    case .segment:
      Message(fr: "segment du client", en: "segment of the customer")
    case .category:
      Message(fr: "catégorie du client", en: "category of the customer")
    case .country:
      Message(fr: "pays du client", en: "country of the customer")
    case .language:
      Message(fr: "langue des messages", en: "language of messages")
    case .currency:
      Message(fr: "code ISO de la devise de la facture", en: "ISO code of the invoice's currency")
    case .email:
      Message(fr: "adresse e-mail du client", en: "e-mail address of the customer")
    case .phone:
      Message(fr: "téléphone du client", en: "telephone number of the customer")
    case .address:
      Message(fr: "adresse postale du client", en: "postal address of the customer")
    case .risk:
      Message(fr: "risque du client", en: "risk of the customer")
    case .strategic:
      Message(fr: "client stratégique", en: "strategic customer")
    case .sensitive:
      Message(fr: "client sensible", en: "sensitive customer")
    case .consumer:
      Message(fr: "client particulier (consommateur)", en: "the customer is a consumer")
    case .outstanding:
      Message(
        fr: "total ouvert du client dans la devise de la facture, avoirs déduits",
        en: "the customer's open balances in the invoice's currency, credit notes deducted"
      )
    case .overdue:
      Message(fr: "part échue de l'encours", en: "the part of the outstanding that is past due")
    case .overdueInvoices:
      Message(
        fr: "nombre de factures échues du client",
        en: "how many of the customer's invoices are past due"
      )
    case .averageDelay:
      Message(
        fr: "retard moyen des factures réglées depuis un an",
        en: "mean delay of the invoices settled within a year"
      )
    case .lateShare:
      Message(
        fr: "part des factures réglées en retard depuis un an",
        en: "share of the invoices settled late within a year"
      )
    case .creditLimit:
      Message(
        fr: "limite de crédit du client, en euros",
        en: "credit limit of the customer, in euros"
      )
    case .limitation:
      Message(fr: "jours restants avant la prescription", en: "days left until limitation")
    case .weekday:
      Message(fr: "jour de la semaine du plan", en: "day of the week of the plan")
    case .month:
      Message(fr: "mois du plan, de 1 à 12", en: "month of the plan, 1 to 12")
    }
  }
}
