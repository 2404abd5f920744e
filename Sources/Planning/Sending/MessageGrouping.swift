import Receivables
import Semantics
import Syntax

/// The part of an invoice's step that goes into one message: its channels of one medium and mode.
struct Contribution {
  /// The invoice.
  let invoice: DueInvoice
  /// The channels.
  private(set) var channels: [ResolvedChannel]
  /// The medium.
  let medium: Medium
  /// Who acts.
  let mode: ActionMode

  /// The contributions of an invoice, written before oral before internal.
  static func all(of invoice: DueInvoice, grouping: Grouping) -> [Contribution] {
    var parts: [Contribution] = []
    for channel in invoice.channels {
      let (medium, mode) = (channel.channel.medium, channel.mode)
      let known: Int?
      switch grouping {
      case .byCustomer, .byInvoice:
        known = parts.firstIndex { $0.medium == medium && $0.mode == mode }
      case .byLevel: known = nil
      }
      if let known {
        parts[known].channels.append(channel)
      } else {
        parts.append(
          Contribution(invoice: invoice, channels: [channel], medium: medium, mode: mode)
        )
      }
    }
    return parts.sorted { ($0.medium.rawValue, $0.mode) < ($1.medium.rawValue, $1.mode) }
  }
}

/// What contributions must share to go into one message.
private struct GroupKey: Hashable {
  let currency: Currency
  let scenario: Int
  let mode: ActionMode
  let medium: Medium
  let event: Event?
  let level: Level?
  let invoice: Int?

  /// What makes messages equal under `regrouper par niveau`.
  struct Level: Hashable {
    let channel: Channel?
    let nature: Nature
    let tone: Tone
    let recipient: ContactRole
    let template: String?
    let copies: [ContactRole]
    let notifications: [ContactRole]
    let enclosures: [Enclosure]
    let graceDays: Int?

    init(_ shape: StepShape, through channel: Channel?) {
      self.channel = channel
      nature = shape.step.nature
      tone = shape.tone
      recipient = shape.recipient
      template = shape.template
      copies = shape.step.copies
      notifications = shape.notifications
      enclosures = shape.step.enclosures
      graceDays = shape.step.graceDays
    }
  }

  init(_ contribution: Contribution, grouping: Grouping) {
    let invoice = contribution.invoice
    currency = invoice.facts.currency
    scenario = invoice.scenario
    mode = contribution.mode
    medium = contribution.medium
    event = invoice.due.step.event
    switch grouping {
    case .byCustomer: (level, self.invoice) = (nil, nil)
    case .byLevel:
      let channel = contribution.channels.first?.channel
      (level, self.invoice) = (Level(invoice.due.shape, through: channel), nil)
    case .byInvoice: (level, self.invoice) = (nil, invoice.index)
    }
  }
}

extension OutgoingMessage {
  /// The messages that contributions make, in the order in which they would go out.
  static func all(
    from contributions: [Contribution],
    grouping: (DueInvoice) -> Grouping
  ) -> [OutgoingMessage] {
    // Most customers are sent one message about one invoice, which needs no group.
    guard contributions.count > 1 else { return message(of: contributions) }
    var groups: [GroupKey: [Contribution]] = [:]
    for contribution in contributions {
      let key = GroupKey(contribution, grouping: grouping(contribution.invoice))
      groups[key, default: []].append(contribution)
    }
    var messages: [OutgoingMessage] = []
    for group in groups.values {
      messages += split(group.sorted { $0.invoice.leads($1.invoice) })
    }
    return messages.sorted { $0.goesBefore($1) }
  }

  /// The messages of a group, the most severe invoice first: it gives the message and the others
  /// ride along.
  ///
  /// But an invoice whose due date has not passed never goes into a claim with others: what is not
  /// yet due goes into a message of its own (R104).
  private static func split(_ group: [Contribution]) -> [OutgoingMessage] {
    var messages: [OutgoingMessage] = []
    var pastDue: [Contribution] = []
    var notDue: [Contribution] = []
    for contribution in group {
      if contribution.invoice.facts.isPastDue {
        pastDue.append(contribution)
      } else if contribution.invoice.due.step.nature.isClaim {
        messages += message(of: [contribution])
      } else {
        notDue.append(contribution)
      }
    }
    guard pastDue.first?.invoice.due.step.nature.isClaim ?? false else {
      let together = (pastDue + notDue).sorted { $0.invoice.leads($1.invoice) }
      return messages + message(of: together)
    }
    return messages + message(of: pastDue) + message(of: notDue)
  }

  private static func message(of contributions: [Contribution]) -> [OutgoingMessage] {
    guard let first = contributions.first else { return [] }
    return [
      OutgoingMessage(
        leader: first.invoice,
        members: contributions.map { $0.invoice },
        channels: first.channels,
        medium: first.medium,
        mode: first.mode
      )
    ]
  }
}
