/// The tables of the ledger, each before those that refer to it.
///
/// The raw value is the name in the database and in the options of `import`.
public enum LedgerTable: String, CaseIterable, Sendable {
  /// Those who owe.
  case customers
  /// People at the customers'.
  case contacts
  /// Invoices and credit notes.
  case invoices
  /// Money received.
  case payments
  /// Objections to invoices.
  case disputes
  /// Promises to pay.
  case promises
  /// Orders to leave a customer or an invoice alone.
  case holds
  /// What a euro is worth in other currencies.
  case exchangeRates = "exchange_rates"
  /// The history of what was sent.
  case reminders

  /// Whether a ledger without the table is none.
  public var isRequired: Bool {
    switch self {
    case .customers, .invoices: true
    case .contacts, .payments, .disputes, .promises, .holds, .exchangeRates, .reminders: false
    }
  }

  /// The columns, in the order of the table.
  public var columns: [LedgerColumn] {
    switch self {
    case .customers: customerColumns
    case .contacts: contactColumns
    case .invoices: invoiceColumns
    case .payments: paymentColumns
    case .disputes: disputeColumns
    case .promises: promiseColumns
    case .holds: holdColumns
    case .exchangeRates: exchangeRateColumns
    case .reminders: reminderColumns
    }
  }

  /// A column of the table.
  public func column(_ name: ColumnName) -> LedgerColumn? {
    columns.first { $0.name == name }
  }

  /// The columns that tell a row from all others, as an import sees it.
  ///
  /// Payments and promises are told by all they say: two equal rows can both be true.
  public var identity: [ColumnName] {
    switch self {
    case .customers, .invoices: [.id]
    case .contacts: [.customerID, .role, .name]
    case .payments: [.invoiceID, .paidOn, .amount]
    case .disputes: [.invoiceID, .openedOn]
    case .promises: [.invoiceID, .madeOn, .promisedOn]
    case .holds: [.customerID, .invoiceID, .fromOn]
    case .exchangeRates: [.currency, .validFrom]
    case .reminders: [.invoiceID, .step, .occurrence]
    }
  }
}

private let invoiceHeaders = """
  facture,n° facture,n° de facture,no facture,num facture,numéro facture,numéro de facture,\
  id facture,identifiant facture,référence facture,réf facture,invoice,invoice number,invoice no,\
  invoice num,invoice nr,invoice id,invoice ref,invoice reference,doc id,document id,\
  document number,pièce,n° pièce,n° de pièce,numéro de pièce
  """

private let customerHeaders = """
  client,code client,n° client,n° de client,no client,num client,numéro client,numéro de client,\
  id client,identifiant client,référence client,réf client,compte client,client id,client code,\
  customer,customer id,customer number,customer no,customer code,customer nr,cust number,cust id,\
  cust no,account,account id,account number,tiers,code tiers,compte tiers
  """

private let nameHeaders = """
  nom client,nom du client,raison sociale,client name,customer name,name customer,company,\
  company name,société,dénomination,intitulé
  """

private let termsHeaders = """
  conditions de paiement,conditions de règlement,condition de paiement,condition de règlement,\
  délai de paiement,délai de règlement,modalités de paiement,modalités de règlement,payment terms,\
  payment term,terms,terms of payment,cust payment terms
  """

private let emailHeaders = """
  e-mail,mail,courriel,adresse email,adresse e-mail,adresse mail,adresse électronique,email address,\
  mail address
  """

private let phoneHeaders = """
  téléphone,tél,telephone,phone number,telephone number,numéro de téléphone,n° de téléphone,mobile,\
  portable
  """

private let addressHeaders = """
  adresse,adresse postale,adresse de facturation,postal address,billing address,mailing address
  """

private let customerColumns = [
  LedgerColumn(
    .id,
    .identifier,
    .required,
    "identifiant,code,n°,numéro,compte,number",
    customerHeaders
  ),
  LedgerColumn(.name, .text, .optional, "nom", nameHeaders),
  LedgerColumn(.segment, .text, .optional, "segment client,customer segment,market segment"),
  LedgerColumn(.category, .text, .optional, "catégorie,catégorie client,customer category"),
  LedgerColumn(.country, .text, .optional, "pays,code pays,country code"),
  LedgerColumn(.language, .text, .optional, "langue,code langue,lang,language code"),
  LedgerColumn(
    .risk,
    .risk,
    .optional,
    "risque,niveau de risque,cote de risque,risk level,risk rating"
  ),
  LedgerColumn(
    .strategic,
    .truth,
    .optional,
    "stratégique,client stratégique,grand compte,key account"
  ),
  LedgerColumn(.sensitive, .truth, .optional, "sensible,client sensible"),
  LedgerColumn(.consumer, .truth, .optional, "particulier,consommateur,b2c"),
  LedgerColumn(.email, .text, .optional, emailHeaders),
  LedgerColumn(.phone, .text, .optional, phoneHeaders),
  LedgerColumn(.address, .text, .optional, addressHeaders),
  LedgerColumn(
    .creditLimit,
    .euroAmount,
    .optional,
    "limite de crédit,limite crédit,plafond de crédit,encours autorisé,encours maximum",
    "limite d'encours,plafond d'encours,credit limit"
  ),
  LedgerColumn(.scenario, .text, .optional, "scénario,scénario de relance,dunning scenario"),
  LedgerColumn(.paymentTerms, .text, .optional, termsHeaders),
  LedgerColumn(
    .insolvencyOn,
    .date,
    .optional,
    "procédure collective,date procédure collective,date de procédure collective",
    "jugement d'ouverture,date du jugement d'ouverture,insolvency,insolvency date"
  ),
]

private let contactColumns = [
  LedgerColumn(.customerID, .identifier, .required, customerHeaders),
  LedgerColumn(.role, .role, .required, "rôle,fonction,service,type de contact"),
  LedgerColumn(.name, .text, .optional, "nom,nom du contact,contact,contact name"),
  LedgerColumn(.email, .text, .optional, emailHeaders),
  LedgerColumn(.phone, .text, .optional, phoneHeaders),
  LedgerColumn(.address, .text, .optional, addressHeaders),
]

private let invoiceColumns = [
  // A file that has no identifier but a number is identified by it: see `HeaderMatching`.
  LedgerColumn(
    .id,
    .identifier,
    .required,
    "identifiant,id facture,identifiant facture,invoice id,doc id,document id"
  ),
  LedgerColumn(.customerID, .identifier, .required, customerHeaders),
  LedgerColumn(
    .number,
    .identifier,
    .optional,
    "numéro,n°,no,num,facture,n° facture,n° de facture,no facture,num facture,numéro facture",
    "numéro de facture,référence,réf,référence facture,réf facture,invoice,invoice number",
    "invoice no,invoice num,invoice nr,invoice ref,invoice reference,reference,document number",
    "pièce,n° pièce,n° de pièce,numéro de pièce"
  ),
  LedgerColumn(
    .kind,
    .invoiceKind,
    .optional,
    "type,type de facture,type facture,type de pièce,nature,invoice type,document type"
  ),
  LedgerColumn(
    .issuedOn,
    .date,
    .optional,
    "date,date facture,date de facture,date de la facture,date de facturation,date d'émission",
    "date émission,émise le,date pièce,date de pièce,issue date,invoice date,billing date",
    "document date,doc date,posting date"
  ),
  LedgerColumn(
    .dueOn,
    .date,
    .requiredInLedger,
    "échéance,date échéance,date d'échéance,date de l'échéance,échéance le,date limite de paiement",
    "à payer avant le,due,due date,due in date,net due date,payment due date,deadline"
  ),
  LedgerColumn(
    .amount,
    .invoiceAmount,
    .required,
    "montant,montant ttc,montant total,montant total ttc,montant facture,montant de la facture",
    "total,total ttc,ttc,net à payer,amount,invoice amount,total amount,gross amount",
    "amount incl tax,amount including tax,amount incl vat,amount including vat"
  ),
  LedgerColumn(.currency, .currency, .optional, "devise,code devise,monnaie,currency code"),
  LedgerColumn(
    .instalmentPlan,
    .truth,
    .optional,
    "échéancier,plan de règlement,plan de paiement,installment plan,payment plan"
  ),
  LedgerColumn(.customerName, .text, .importOnly, "nom,name", nameHeaders),
  LedgerColumn(.paymentTerms, .text, .importOnly, termsHeaders),
]

private let paymentColumns = [
  LedgerColumn(.invoiceID, .identifier, .required, invoiceHeaders),
  LedgerColumn(
    .paidOn,
    .date,
    .required,
    "date,date de paiement,date paiement,date du paiement,date de règlement,date règlement",
    "date d'encaissement,date de valeur,payé le,payée le,réglé le,réglée le,encaissé le",
    "payment date,paid date,date paid,settled date,settlement date,settled on,clear date",
    "clearing date,value date"
  ),
  LedgerColumn(
    .amount,
    .invoiceAmount,
    .required,
    "montant,montant payé,montant réglé,montant encaissé,montant du paiement,montant du règlement",
    "paiement,règlement,encaissement,amount,amount paid,paid amount,payment amount"
  ),
  LedgerColumn(.currency, .currency, .importOnly, "devise,code devise,monnaie,currency code"),
]

private let disputeColumns = [
  LedgerColumn(.invoiceID, .identifier, .required, invoiceHeaders),
  LedgerColumn(
    .openedOn,
    .date,
    .required,
    "date,ouvert le,date d'ouverture,début,date de début,date du litige,litige du,opened,open date",
    "opening date,dispute date,start date"
  ),
  LedgerColumn(
    .closedOn,
    .date,
    .optional,
    "clos le,fermé le,résolu le,date de clôture,date de résolution,fin,date de fin,litige au,closed",
    "close date,closing date,resolved on,end date"
  ),
]

private let promiseColumns = [
  LedgerColumn(.invoiceID, .identifier, .required, invoiceHeaders),
  LedgerColumn(.madeOn, .date, .optional, "faite le,promesse faite le,made,promise made on"),
  LedgerColumn(
    .promisedOn,
    .date,
    .required,
    "promis pour le,promise pour le,date promise,date de paiement promise,promised,promised date",
    "promised for,promise to pay date"
  ),
]

private let holdColumns = [
  LedgerColumn(.customerID, .identifier, .optional, customerHeaders),
  LedgerColumn(.invoiceID, .identifier, .optional, invoiceHeaders),
  LedgerColumn(
    .fromOn,
    .date,
    .required,
    "du,depuis,à partir du,début,date de début,from,since,start date"
  ),
  LedgerColumn(.untilOn, .date, .optional, "au,jusqu'au,fin,date de fin,until,to,end date"),
  LedgerColumn(.reason, .text, .optional, "motif,raison,commentaire,comment"),
]

private let exchangeRateColumns = [
  LedgerColumn(.currency, .currency, .required, "devise,code devise,monnaie,code,currency code"),
  LedgerColumn(
    .validFrom,
    .date,
    .required,
    "date,à partir du,valable à partir du,date d'effet,from,since"
  ),
  LedgerColumn(
    .perEuro,
    .rate,
    .required,
    "cours,taux,taux de change,cours pour un euro,pour un euro,rate,exchange rate"
  ),
]

private let reminderColumns = [
  LedgerColumn(.invoiceID, .identifier, .required, invoiceHeaders),
  LedgerColumn(.customerID, .identifier, .requiredInLedger, customerHeaders),
  LedgerColumn(.scenario, .text, .requiredInLedger, "scénario"),
  LedgerColumn(.step, .text, .required, "étape,niveau,level,reminder level"),
  LedgerColumn(.rank, .integer, .requiredInLedger, "rang"),
  LedgerColumn(.channel, .text, .required, "canal"),
  LedgerColumn(.nature, .text, .requiredInLedger),
  LedgerColumn(.tone, .text, .requiredInLedger, "ton"),
  LedgerColumn(.mode, .text, .requiredInLedger),
  LedgerColumn(
    .sentOn,
    .date,
    .required,
    "date,envoyée le,envoyé le,date d'envoi,date de relance,relancé le,sent,sent date,reminder date"
  ),
  LedgerColumn(.occurrence, .occurrence, .requiredInLedger, "événement,event"),
  LedgerColumn(.messageID, .text, .requiredInLedger, "message,id message"),
  LedgerColumn(.runID, .text, .requiredInLedger, "run"),
]
