import Receivables

/// The addresses of a customer.
public struct AddressBook: Sendable {
  /// An address and whose it is.
  public struct Entry: Sendable, Hashable {
    /// The address.
    public let address: String
    /// The person's name, where it is a contact's and the ledger has it.
    public let person: String?
  }

  private let contacts: [Contact]
  private let email: String?
  private let phone: String?
  private let address: String?

  /// The addresses of an account.
  public init(of account: CustomerAccount) {
    contacts = account.contacts
    email = account.customer.email
    phone = account.customer.phone
    address = account.customer.address
  }

  /// The addresses of a customer.
  init(of customer: CustomerFacts) {
    contacts = customer.account.contacts
    email = customer.account.customer.email
    phone = customer.account.customer.phone
    address = customer.account.customer.address
  }

  /// The address of a kind: of the wanted contact, else of the principal one, else of the customer.
  public func entry(_ kind: AddressKind, for role: ContactRole) -> Entry? {
    if let entry = contact(kind, role) ?? contact(kind, .principal) { return entry }
    let own: String?
    switch kind {
    case .email: own = email
    case .phone: own = phone
    case .postal: own = address
    }
    return own.map { Entry(address: $0, person: nil) }
  }

  /// The address of a kind of the contact of a role alone: a copy goes to nobody else.
  public func contact(_ kind: AddressKind, _ role: ContactRole) -> Entry? {
    for contact in contacts where contact.role == role {
      let address: String?
      switch kind {
      case .email: address = contact.email
      case .phone: address = contact.phone
      case .postal: address = contact.address
      }
      if let address { return Entry(address: address, person: contact.name) }
    }
    return nil
  }

  /// Whether there is an address of a kind for a role.
  public func has(_ kind: AddressKind, for role: ContactRole) -> Bool {
    entry(kind, for: role) != nil
  }
}
