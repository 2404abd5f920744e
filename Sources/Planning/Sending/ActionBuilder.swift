import Receivables
import Semantics
import Syntax

extension PlannedAction {
  /// The actions of a customer's day: by severity from the highest, then channel, currency and
  /// leading invoice (R87).
  static func all(in day: CustomerDay, writer: ReasonWriter) -> [PlannedAction] {
    var parts: [(message: OutgoingMessage, channel: ResolvedChannel)] = []
    for message in day.dispatch.messages where message.isSent {
      for channel in message.channels { parts.append((message, channel)) }
    }
    return parts.sorted { isBefore($0, $1) }.compactMap { message, channel in
      PlannedAction(message, through: channel, in: day, writer: writer)
    }
  }

  private static func isBefore(
    _ left: (message: OutgoingMessage, channel: ResolvedChannel),
    _ right: (message: OutgoingMessage, channel: ResolvedChannel)
  ) -> Bool {
    let (first, second) = (left.message.leader, right.message.leader)
    if first.severity != second.severity { return first.severity > second.severity }
    if left.channel.channel != right.channel.channel {
      return precedes(left.channel.channel.rawValue, right.channel.channel.rawValue)
    }
    let (one, other) = (first.facts.currency, second.facts.currency)
    if one != other { return one < other }
    return first.leads(second)
  }

  /// A message of several channels is one action for each; all of it but the balances comes from the
  /// leading invoice's step (R84).
  private init?(
    _ message: OutgoingMessage,
    through channel: ResolvedChannel,
    in day: CustomerDay,
    writer: ReasonWriter
  ) {
    guard let totals = MessageTotals(of: message.members) else { return nil }
    let shape = message.leader.due.shape
    let customer = day.customer.customer
    self.init(
      customer: customer.id,
      customerName: customer.name,
      scenario: writer.scenario(message.scenario).name,
      channel: channel.channel,
      nature: shape.step.nature,
      tone: shape.tone,
      mode: channel.mode,
      recipient: shape.recipient,
      copies: shape.step.copies,
      notifications: shape.notifications,
      template: shape.template,
      currency: message.leader.facts.currency,
      enclosures: shape.step.enclosures,
      graceDays: shape.step.graceDays,
      event: shape.step.event,
      totalBalance: totals.balance,
      totalInterest: totals.interest,
      totalIndemnity: totals.indemnity,
      invoices: message.members.map { PlannedInvoice($0) }.sorted { left, right in
        left.dueOn != right.dueOn ? left.dueOn < right.dueOn : precedes(left.id, right.id)
      },
      leadingInvoice: message.leader.facts.id,
      reasons: writer.isHeard
        ? writer.reasons(for: message, through: channel, day.decisions[message.leader.index]) : []
    )
  }
}

extension PlannedInvoice {
  fileprivate init(_ invoice: DueInvoice) {
    self.init(
      id: invoice.facts.id,
      number: invoice.facts.invoice.number,
      step: invoice.due.step.id,
      rank: invoice.due.step.rank,
      occurrence: invoice.due.occurrence,
      dueOn: invoice.facts.dueOn,
      daysLate: invoice.facts.daysLate,
      balance: invoice.facts.balance ?? 0,
      interest: invoice.claims.interest,
      missingRate: invoice.claims.missingRate,
      indemnity: invoice.claims.indemnity
    )
  }
}
