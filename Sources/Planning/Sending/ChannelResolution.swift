import Receivables
import Semantics
import Syntax

/// A channel through which a step really goes, and who carries it out.
struct ResolvedChannel: Hashable {
  /// The channel.
  let channel: Channel
  /// Who acts.
  let mode: ActionMode
  /// The addresses of the chain, none of which the customer has, so that a person must act; empty
  /// where the channel can be used.
  let missing: [AddressKind]
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
          missing: reachable == nil ? AddressKind.needed(by: chain) : [],
          passedOver: Array(chain[..<(reachable ?? 0)])
        )
      )
    }
    return resolved
  }
}

extension AddressKind {
  /// The addresses that some channels need, in their order, none twice.
  fileprivate static func needed(by chain: [Channel]) -> [AddressKind] {
    var kinds: [AddressKind] = []
    for case let kind? in chain.map({ $0.neededAddress }) where !kinds.contains(kind) {
      kinds.append(kind)
    }
    return kinds
  }
}
