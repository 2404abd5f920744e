import Receivables
import Semantics
import Syntax

/// A channel through which a step really goes, and who carries it out.
struct ResolvedChannel: Hashable {
  /// The channel.
  let channel: Channel
  /// Who acts.
  let mode: ActionMode
  /// The address that the customer lacks, so that a person must act.
  let missing: AddressKind?
  /// The channels before it in the chain for which the customer has no address.
  let passedOver: [Channel]

  /// The channels of a step as the addresses of the customer leave them, none twice (R108).
  ///
  /// Of each chain the first channel that can reach the customer is taken. Where none can, it stays
  /// the first of the chain and becomes manual (R85). A mode that is not written is that of the
  /// channel really used (R42).
  static func all(
    of shape: StepShape,
    mode ruled: ActionMode,
    addresses: AddressBook
  ) -> [ResolvedChannel] {
    var resolved: [ResolvedChannel] = []
    for chain in shape.channels.parts {
      guard let first = chain.first else { continue }
      let reachable = chain.firstIndex { channel in
        channel.neededAddress.map { addresses.has($0, for: shape.recipient) } ?? true
      }
      let channel = reachable.map { chain[$0] } ?? first
      guard !resolved.contains(where: { $0.channel == channel }) else { continue }
      let mode = max(ruled, shape.step.mode(through: channel))
      resolved.append(
        ResolvedChannel(
          channel: channel,
          mode: reachable == nil ? .manual : mode,
          missing: reachable == nil ? channel.neededAddress : nil,
          passedOver: Array(chain[..<(reachable ?? 0)])
        )
      )
    }
    return resolved
  }
}

/// The addresses of a customer.
public struct AddressBook {
  private let account: CustomerAccount

  /// The addresses in an account.
  public init(of account: CustomerAccount) {
    self.account = account
  }

  /// Whether there is an address of a kind: of the wanted contact, else of the principal one, else
  /// of the customer.
  public func has(_ kind: AddressKind, for role: ContactRole) -> Bool {
    let customer = account.customer
    let own: String?
    switch kind {
    case .email: own = customer.email
    case .phone: own = customer.phone
    case .postal: own = customer.address
    }
    if own != nil { return true }
    return account.contacts.contains { contact in
      guard contact.role == role || contact.role == .principal else { return false }
      switch kind {
      case .email: return contact.email != nil
      case .phone: return contact.phone != nil
      case .postal: return contact.address != nil
      }
    }
  }
}
