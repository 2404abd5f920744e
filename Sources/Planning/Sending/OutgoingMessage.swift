import Receivables
import Semantics
import Syntax

/// A message to a customer, or a call, or a task, with the invoices that go into it.
final class OutgoingMessage {
  /// What becomes of it.
  enum Outcome {
    /// It goes out.
    case sent
    /// Its total is below the threshold.
    case belowThreshold(total: Money, threshold: Money)
    /// A cap is reached.
    case capped(ContactCap)
    /// Its total exceeds what an amount can hold.
    case overflow
  }

  /// Whose step gives the message.
  let leader: DueInvoice
  /// All its invoices, the leader first.
  let members: [DueInvoice]
  /// The channels of the leader's step that share medium and mode: one action each.
  let channels: [ResolvedChannel]
  /// The medium.
  let medium: Medium
  /// Who acts.
  let mode: ActionMode
  /// What becomes of it.
  var outcome = Outcome.sent

  init(
    leader: DueInvoice,
    members: [DueInvoice],
    channels: [ResolvedChannel],
    medium: Medium,
    mode: ActionMode
  ) {
    self.leader = leader
    self.members = members
    self.channels = channels
    self.medium = medium
    self.mode = mode
  }

  /// The scenario of all its invoices, by index.
  var scenario: Int { leader.scenario }

  /// Whether it goes out.
  var isSent: Bool {
    switch outcome {
    case .sent: true
    case .belowThreshold, .capped, .overflow: false
    }
  }

  /// Thanks and tasks are never counted as contacts, nor held by a cap (R83).
  var isContact: Bool { medium != .internal && leader.due.step.nature != .thanks }

  /// Whether this message goes before another when a cap does not allow both (R81): of one invoice's,
  /// the channel that its step names first.
  func goesBefore(_ other: OutgoingMessage) -> Bool {
    if leader.index != other.leader.index { return leader.leads(other.leader) }
    if medium != other.medium { return medium.rawValue < other.medium.rawValue }
    if mode != other.mode { return mode < other.mode }
    guard let channel = channels.first, let otherChannel = other.channels.first else {
      return false
    }
    let named = leader.channels.firstIndex(of: channel) ?? leader.channels.endIndex
    let other = leader.channels.firstIndex(of: otherChannel) ?? leader.channels.endIndex
    return named < other
  }
}

extension Nature {
  /// Whether a message of this nature claims a debt, so that it may not name one that is not due
  /// yet (R104).
  public var isClaim: Bool {
    switch self {
    case .reminder, .formalNotice, .litigation: true
    case .thanks, .preDueNotice, .statement: false
    }
  }
}
