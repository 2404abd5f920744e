import Diagnostics

/// Facts about a message that templates can show beside the fields of its invoices.
///
/// The raw value is the name in braces.
public enum MessageField: String, CaseIterable, Sendable {
  /// The sum of the balances.
  case total
  /// The late-payment interest: of one invoice within `{pour chaque facture}`, else of all.
  case penalties = "pénalités"
  /// The fixed recovery sums, in euros: of one invoice within `{pour chaque facture}`, else of all.
  case indemnity = "indemnité"
  /// How many invoices the message is about.
  case count = "nombre"
  /// The days granted.
  case grace = "délai"
  /// The day of the message.
  case date
  /// The last of the days granted.
  case deadline = "date limite"
  /// The tone: `doux`, `neutre`, `ferme` or `sévère`.
  case tone = "ton"
  /// Whether the step says `avec pénalités` and there are some.
  case asksPenalties = "pénalités demandées"
  /// Whether the step says `avec indemnité` and it is owed.
  case asksIndemnity = "indemnité demandée"
  /// The name of the person the message goes to.
  case contact
  /// The company that is owed, as `soit créancier = « … »` names it.
  case creditor = "créancier"
  /// Its postal address, lines parted by commas.
  case creditorAddress = "adresse du créancier"
  /// Its e-mail address.
  case creditorEmail = "email du créancier"
  /// Its telephone number.
  case creditorPhone = "téléphone du créancier"
  /// What the law wants on its letters: legal form, capital, register.
  case creditorMentions = "mentions du créancier"
  /// Who signs.
  case signatory = "signataire"
  /// The account to pay into.
  case iban = "IBAN"
  /// The bank of that account.
  case bic = "BIC"

  /// The type of its values.
  public var type: ValueType {
    switch self {
    case .total, .penalties, .indemnity: .money
    case .count: .integer
    case .grace: .duration
    case .date, .deadline: .date
    case .asksPenalties, .asksIndemnity: .truth
    case .tone, .contact, .creditor, .creditorAddress, .creditorEmail, .creditorPhone,
      .creditorMentions, .signatory, .iban, .bic:
      .text
    }
  }

  /// Whether the files say it with a `soit` of this name and a text: `soit IBAN = « FR76 … »`.
  public var isCreditorFact: Bool {
    switch self {
    case .creditor, .creditorAddress, .creditorEmail, .creditorPhone, .creditorMentions,
      .signatory, .iban, .bic:
      true
    case .total, .penalties, .indemnity, .count, .grace, .date, .deadline, .tone, .asksPenalties,
      .asksIndemnity, .contact:
      false
    }
  }

  /// Whether the name means this in a template even where a file declares it itself.
  ///
  /// That goes for the six names of the language. The others give way, so that a new one never changes what an old file means.
  var goesBeforeOwnNames: Bool {
    switch self {
    case .total, .penalties, .indemnity, .count, .grace, .date: true
    case .deadline, .tone, .asksPenalties, .asksIndemnity, .contact, .creditor, .creditorAddress,
      .creditorEmail, .creditorPhone, .creditorMentions, .signatory, .iban, .bic:
      false
    }
  }
}

/// What the files say of the company that is owed: each fact a `soit` with a text.
///
/// `soit créancier = « Ateliers Brunel SAS »` gives its name; the other names are those of
/// `MessageField.isCreditorFact`.
public struct Creditor: Sendable {
  /// The names of the facts, as they are compared.
  public static let facts = Set(
    MessageField.allCases.filter { $0.isCreditorFact }.map { $0.rawValue.folded }
  )

  private var texts: [MessageField: String] = [:]

  /// A company of which nothing is known.
  public init() {}

  /// What the definitions of the files say.
  public init(_ definitions: [Definition]) {
    for field in MessageField.allCases where field.isCreditorFact {
      let name = field.rawValue.folded
      texts[field] = definitions.lazy.filter { $0.name.folded == name }.compactMap { $0.text }.first
    }
  }

  /// What is said of one fact.
  public subscript(field: MessageField) -> String? { texts[field] }
}
