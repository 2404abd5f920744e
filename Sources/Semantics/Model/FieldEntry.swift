extension Field {
  /// What the language says about a field.
  public struct Entry: Sendable {
    /// The canonical name.
    public let name: String
    /// The type of its values.
    public let type: ValueType
    /// Whether an invoice can have no value for it.
    public let presence: Presence
    /// Other names that are understood.
    public let synonyms: [String]

    fileprivate init(
      _ name: String,
      _ type: ValueType,
      _ presence: Presence,
      _ synonyms: String...
    ) {
      self.name = name
      self.type = type
      self.presence = presence
      self.synonyms = synonyms
    }
  }

  /// Whether a field always has a value.
  public enum Presence: Sendable {
    /// Every invoice has one.
    case always
    /// It can be absent; comparisons with it are then false.
    case maybe
  }

  /// The field's name, type and synonyms.
  public var entry: Entry {
    switch self {
    case .amount: Entry("montant", .money, .always, "montant total", "montant ttc", "total facture")
    case .paid: Entry("payé", .money, .always, "montant payé", "réglé", "encaissé")
    case .balance: Entry("solde", .money, .always, "reste dû", "solde dû", "restant dû")
    case .daysLate: Entry("retard", .duration, .always, "jours de retard")
    case .age: Entry("âge", .duration, .maybe, "âge de la facture")
    case .dueDate: Entry("échéance", .date, .always)
    case .issueDate: Entry("date de facture", .date, .maybe, "date facture")
    case .kind: Entry("type", .kind, .always, "type de facture")
    case .dispute: Entry("litige", .truth, .always, "en litige")
    case .instalmentPlan: Entry("échéancier", .truth, .always, "plan de paiement")
    case .insolvency:
      Entry(
        "procédure collective",
        .truth,
        .always,
        "redressement judiciaire",
        "liquidation judiciaire"
      )
    case .promise:
      Entry("promesse", .truth, .always, "promesse de règlement", "promesse de paiement")
    case .brokenPromise: Entry("promesse rompue", .truth, .always, "promesse manquée")
    case .reminderCount: Entry("nombre de relances", .integer, .always, "relances")
    case .daysSinceReminder:
      Entry(
        "jours depuis relance",
        .duration,
        .maybe,
        "jours depuis la relance",
        "jours depuis la dernière relance"
      )
    case .invoice: Entry("facture", .text, .always, "numéro de facture", "numéro")
    case .customer: Entry("client", .text, .always, "identifiant client", "code client")
    case .name: Entry("nom", .text, .maybe, "nom du client", "raison sociale")
    case .segment: Entry("segment", .text, .maybe)
    case .category: Entry("catégorie", .text, .maybe, "catégorie du client")
    case .country: Entry("pays", .text, .maybe)
    case .language: Entry("langue", .text, .maybe)
    case .currency: Entry("devise", .text, .always, "monnaie")
    case .email: Entry("email", .text, .maybe, "courriel", "e-mail", "adresse email")
    case .phone: Entry("téléphone", .text, .maybe, "numéro de téléphone")
    case .address: Entry("adresse", .text, .maybe, "adresse postale")
    case .risk: Entry("risque", .risk, .maybe, "niveau de risque")
    case .strategic: Entry("stratégique", .truth, .always, "client stratégique", "grand compte")
    case .sensitive: Entry("sensible", .truth, .always, "client sensible")
    case .consumer: Entry("particulier", .truth, .always, "consommateur")
    case .outstanding: Entry("encours", .money, .always, "encours client")
    case .overdue: Entry("échu", .money, .always, "encours échu", "montant échu")
    case .overdueInvoices: Entry("factures échues", .integer, .always, "nombre de factures échues")
    case .averageDelay: Entry("retard moyen", .duration, .maybe, "retard moyen de paiement")
    case .lateShare: Entry("taux de retard", .percentage, .maybe, "part payée en retard")
    case .creditLimit: Entry("limite de crédit", .money, .maybe, "plafond de crédit")
    case .limitation: Entry("prescription", .duration, .always, "délai de prescription")
    case .weekday: Entry("jour", .weekday, .always, "jour de la semaine")
    case .month: Entry("mois", .integer, .always)
    }
  }
}
