import Diagnostics

extension Field {
  /// What the language says about a field.
  public struct Entry: Sendable {
    /// The canonical name.
    public let name: String
    /// Other names that are understood.
    public let synonyms: [String]
    /// The type of its values.
    public let type: ValueType
    /// Whether an invoice can have no value for it.
    public let presence: Presence
    /// What it is, for the reference.
    public let meaning: Message
  }

  /// Whether a field always has a value.
  public enum Presence: Sendable {
    /// Every invoice has one.
    case always
    /// It can be absent; comparisons with it are then false.
    case maybe
  }

  /// The field's name, type and meaning.
  public var entry: Entry {
    switch self {
    case .amount:
      Entry(
        name: "montant",
        synonyms: ["montant total", "montant ttc", "total facture"],
        type: .money,
        presence: .always,
        meaning: Message(
          fr: "montant total de la facture",
          en: "total amount of the invoice"
        )
      )
    case .paid:
      Entry(
        name: "payé",
        synonyms: ["montant payé", "réglé", "encaissé"],
        type: .money,
        presence: .always,
        meaning: Message(
          fr: "somme des paiements reçus jusqu'au jour",
          en: "payments received up to the day"
        )
      )
    case .balance:
      Entry(
        name: "solde",
        synonyms: ["reste dû", "solde dû", "restant dû"],
        type: .money,
        presence: .always,
        meaning: Message(
          fr: "montant moins payé",
          en: "amount less paid"
        )
      )
    case .daysLate:
      Entry(
        name: "retard",
        synonyms: ["jours de retard"],
        type: .duration,
        presence: .always,
        meaning: Message(
          fr: "jours depuis l'échéance, négatif avant elle",
          en: "days since the due date, negative before it"
        )
      )
    case .age:
      Entry(
        name: "âge",
        synonyms: ["âge de la facture"],
        type: .duration,
        presence: .maybe,
        meaning: Message(
          fr: "jours depuis la date de facture",
          en: "days since the issue date"
        )
      )
    case .dueDate:
      Entry(
        name: "échéance",
        synonyms: [],
        type: .date,
        presence: .always,
        meaning: Message(
          fr: "date d'échéance",
          en: "due date"
        )
      )
    case .issueDate:
      Entry(
        name: "date de facture",
        synonyms: ["date facture"],
        type: .date,
        presence: .maybe,
        meaning: Message(
          fr: "date d'émission de la facture",
          en: "issue date"
        )
      )
    case .kind:
      Entry(
        name: "type",
        synonyms: ["type de facture"],
        type: .kind,
        presence: .always,
        meaning: Message(
          fr: "nature de la facture",
          en: "kind of invoice"
        )
      )
    case .dispute:
      Entry(
        name: "litige",
        synonyms: ["en litige"],
        type: .truth,
        presence: .always,
        meaning: Message(
          fr: "la facture est contestée ce jour-là",
          en: "the invoice is disputed on the day"
        )
      )
    case .instalmentPlan:
      Entry(
        name: "échéancier",
        synonyms: ["plan de paiement"],
        type: .truth,
        presence: .always,
        meaning: Message(
          fr: "un échéancier de paiement est actif",
          en: "an instalment plan is active"
        )
      )
    case .insolvency:
      Entry(
        name: "procédure collective",
        synonyms: ["redressement judiciaire", "liquidation judiciaire"],
        type: .truth,
        presence: .always,
        meaning: Message(
          fr: "une procédure collective a été ouverte après la facture",
          en: "insolvency proceedings were opened after the invoice"
        )
      )
    case .promise:
      Entry(
        name: "promesse",
        synonyms: ["promesse de règlement", "promesse de paiement"],
        type: .truth,
        presence: .always,
        meaning: Message(
          fr: "un paiement est promis pour ce jour ou plus tard",
          en: "payment is promised for the day or later"
        )
      )
    case .brokenPromise:
      Entry(
        name: "promesse rompue",
        synonyms: ["promesse non tenue"],
        type: .truth,
        presence: .always,
        meaning: Message(
          fr: "la date promise est passée et il reste un solde",
          en: "the promised date has passed and a balance is left"
        )
      )
    case .reminderCount:
      Entry(
        name: "nombre de relances",
        synonyms: ["relances"],
        type: .integer,
        presence: .always,
        meaning: Message(
          fr: "relances enregistrées de la facture, remerciements exclus",
          en: "recorded reminders of the invoice, thanks not counted"
        )
      )
    case .daysSinceReminder:
      Entry(
        name: "jours depuis relance",
        synonyms: ["jours depuis la relance", "jours depuis la dernière relance"],
        type: .duration,
        presence: .maybe,
        meaning: Message(
          fr: "jours depuis la dernière relance, absent s'il n'y en a pas",
          en: "days since the last reminder, absent without one"
        )
      )
    case .invoice:
      Entry(
        name: "facture",
        synonyms: ["numéro de facture", "numéro"],
        type: .text,
        presence: .always,
        meaning: Message(
          fr: "numéro de la facture",
          en: "number of the invoice"
        )
      )
    case .customer:
      Entry(
        name: "client",
        synonyms: ["identifiant client", "code client"],
        type: .text,
        presence: .always,
        meaning: Message(
          fr: "identifiant du client",
          en: "identifier of the customer"
        )
      )
    case .name:
      Entry(
        name: "nom",
        synonyms: ["nom du client", "raison sociale"],
        type: .text,
        presence: .maybe,
        meaning: Message(
          fr: "nom du client",
          en: "name of the customer"
        )
      )
    case .segment:
      Entry(
        name: "segment",
        synonyms: [],
        type: .text,
        presence: .maybe,
        meaning: Message(
          fr: "segment du client",
          en: "segment of the customer"
        )
      )
    case .category:
      Entry(
        name: "catégorie",
        synonyms: ["catégorie du client"],
        type: .text,
        presence: .maybe,
        meaning: Message(
          fr: "catégorie du client",
          en: "category of the customer"
        )
      )
    case .country:
      Entry(
        name: "pays",
        synonyms: [],
        type: .text,
        presence: .maybe,
        meaning: Message(
          fr: "pays du client",
          en: "country of the customer"
        )
      )
    case .language:
      Entry(
        name: "langue",
        synonyms: [],
        type: .text,
        presence: .maybe,
        meaning: Message(
          fr: "langue des messages",
          en: "language of messages"
        )
      )
    case .currency:
      Entry(
        name: "devise",
        synonyms: ["monnaie"],
        type: .text,
        presence: .always,
        meaning: Message(
          fr: "code ISO de la devise de la facture",
          en: "ISO code of the invoice's currency"
        )
      )
    case .email:
      Entry(
        name: "email",
        synonyms: ["courriel", "e-mail", "adresse email"],
        type: .text,
        presence: .maybe,
        meaning: Message(
          fr: "adresse e-mail du client",
          en: "e-mail address of the customer"
        )
      )
    case .phone:
      Entry(
        name: "téléphone",
        synonyms: ["numéro de téléphone"],
        type: .text,
        presence: .maybe,
        meaning: Message(
          fr: "téléphone du client",
          en: "telephone number of the customer"
        )
      )
    case .address:
      Entry(
        name: "adresse",
        synonyms: ["adresse postale"],
        type: .text,
        presence: .maybe,
        meaning: Message(
          fr: "adresse postale du client",
          en: "postal address of the customer"
        )
      )
    case .risk:
      Entry(
        name: "risque",
        synonyms: ["niveau de risque"],
        type: .risk,
        presence: .maybe,
        meaning: Message(
          fr: "risque du client",
          en: "risk of the customer"
        )
      )
    case .strategic:
      Entry(
        name: "stratégique",
        synonyms: ["client stratégique", "grand compte"],
        type: .truth,
        presence: .always,
        meaning: Message(
          fr: "client stratégique",
          en: "strategic customer"
        )
      )
    case .sensitive:
      Entry(
        name: "sensible",
        synonyms: ["client sensible"],
        type: .truth,
        presence: .always,
        meaning: Message(
          fr: "client sensible",
          en: "sensitive customer"
        )
      )
    case .consumer:
      Entry(
        name: "particulier",
        synonyms: ["consommateur"],
        type: .truth,
        presence: .always,
        meaning: Message(
          fr: "client particulier (consommateur)",
          en: "the customer is a consumer"
        )
      )
    case .outstanding:
      Entry(
        name: "encours",
        synonyms: ["encours client"],
        type: .money,
        presence: .always,
        meaning: Message(
          fr: "total ouvert du client dans la devise de la facture, avoirs déduits",
          en: "the customer's open balances in the invoice's currency, credit notes deducted"
        )
      )
    case .overdue:
      Entry(
        name: "échu",
        synonyms: ["encours échu", "montant échu"],
        type: .money,
        presence: .always,
        meaning: Message(
          fr: "part échue de l'encours",
          en: "the part of the outstanding that is past due"
        )
      )
    case .overdueInvoices:
      Entry(
        name: "factures échues",
        synonyms: ["nombre de factures échues"],
        type: .integer,
        presence: .always,
        meaning: Message(
          fr: "nombre de factures échues du client",
          en: "how many of the customer's invoices are past due"
        )
      )
    case .averageDelay:
      Entry(
        name: "retard moyen",
        synonyms: ["retard moyen de paiement"],
        type: .duration,
        presence: .maybe,
        meaning: Message(
          fr: "retard moyen des factures réglées depuis un an",
          en: "mean delay of the invoices settled within a year"
        )
      )
    case .lateShare:
      Entry(
        name: "taux de retard",
        synonyms: ["part payée en retard"],
        type: .percentage,
        presence: .maybe,
        meaning: Message(
          fr: "part des factures réglées en retard depuis un an",
          en: "share of the invoices settled late within a year"
        )
      )
    case .creditLimit:
      Entry(
        name: "limite de crédit",
        synonyms: ["plafond de crédit"],
        type: .money,
        presence: .maybe,
        meaning: Message(
          fr: "limite de crédit du client, en euros",
          en: "credit limit of the customer, in euros"
        )
      )
    case .limitation:
      Entry(
        name: "prescription",
        synonyms: ["délai de prescription"],
        type: .duration,
        presence: .always,
        meaning: Message(
          fr: "jours restants avant la prescription",
          en: "days left until limitation"
        )
      )
    case .weekday:
      Entry(
        name: "jour",
        synonyms: ["jour de la semaine"],
        type: .weekday,
        presence: .always,
        meaning: Message(
          fr: "jour de la semaine du plan",
          en: "day of the week of the plan"
        )
      )
    case .month:
      Entry(
        name: "mois",
        synonyms: [],
        type: .integer,
        presence: .always,
        meaning: Message(
          fr: "mois du plan, de 1 à 12",
          en: "month of the plan, 1 to 12"
        )
      )
    }
  }
}
