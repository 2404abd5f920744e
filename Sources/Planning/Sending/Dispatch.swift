import Receivables
import Semantics
import Syntax

/// What goes out to a customer today, and what is held back.
///
/// The order of the tests: caps on an invoice, then groups, then the threshold of each message, then
/// caps on the customer, the most severe message first (R81).
struct Dispatch {
  /// A part of an invoice's step that a cap on the invoice holds back.
  struct Held {
    /// The index of the invoice among the decisions.
    let invoice: Int
    /// The channels that are held.
    let channels: [ResolvedChannel]
    /// The cap.
    let cap: ContactCap
  }

  /// The messages, sent or not.
  private(set) var messages: [OutgoingMessage] = []
  /// What caps on single invoices hold back.
  private(set) var held: [Held] = []

  /// Which invoices are in which messages: in the order of invoices, then of messages.
  private var memberships: [(invoice: Int, message: Int)] = []

  /// Nothing to send.
  init() {}

  /// Sends what is due for a customer's invoices.
  init(
    of invoices: [DueInvoice],
    to customer: CustomerFacts,
    shelf: PlaybookShelf,
    rates: ExchangeRates
  ) {
    let sending = Sending(
      shelf: shelf,
      rates: rates,
      counter: ContactCounter(of: customer),
      day: customer.day
    )
    var contributions: [Contribution] = []
    for invoice in invoices { contributions += sending.allowed(of: invoice, &held) }
    messages = OutgoingMessage.all(from: contributions) { invoice in
      shelf.playbooks[invoice.scenario].scenario.grouping
    }
    for message in messages { sending.weigh(message) }
    sending.holdBackOverCaps(messages)
    for (place, message) in messages.enumerated() {
      for member in message.members { memberships.append((member.index, place)) }
    }
    if memberships.count > 1 { memberships.sort { $0 < $1 } }
  }

  /// The messages that an invoice is in, by its index among the decisions; the most severe first.
  func messages(with invoice: Int) -> [OutgoingMessage] {
    let first = memberships.partitioningIndex(where: { $0.invoice >= invoice })
    return memberships[first...].prefix { $0.invoice == invoice }.map { messages[$0.message] }
  }
}

/// By what it is judged whether something goes out today.
private struct Sending {
  let shelf: PlaybookShelf
  let rates: ExchangeRates
  let counter: ContactCounter
  let day: CalendarDate

  /// What caps on the invoice itself let through.
  func allowed(of invoice: DueInvoice, _ held: inout [Dispatch.Held]) -> [Contribution] {
    let playbook = shelf.playbooks[invoice.scenario]
    let parts = Contribution.all(of: invoice, grouping: playbook.scenario.grouping)
    let caps = playbook.scenario.caps.filter { $0.scope == .invoice }
    guard !caps.isEmpty, invoice.due.step.nature != .thanks else { return parts }
    let reminders = invoice.facts.history
    let limit = caps.map { ($0, counter.allowance(of: $0, for: reminders)) }
      .min { $0.1 < $1.1 }
    guard let (cap, allowance) = limit else { return parts }
    var accepted = 0
    return parts.filter { part in
      guard part.medium != .internal else { return true }
      if accepted < allowance {
        accepted += 1
        return true
      }
      held.append(Dispatch.Held(invoice: invoice.index, channels: part.channels, cap: cap))
      return false
    }
  }

  /// A message below the threshold of its scenario waits; thanks never do (R43).
  func weigh(_ message: OutgoingMessage) {
    guard let totals = MessageTotals(of: message.members) else {
      message.outcome = .overflow
      return
    }
    guard message.leader.due.step.nature != .thanks else { return }
    let currency = message.leader.facts.currency
    let balance = Money(minorUnits: totals.balance, currency: currency)
    let threshold = shelf.playbooks[message.scenario].scenario.threshold
    switch rates.converting(threshold, to: currency, on: day) {
    case .money(let converted):
      guard balance.minorUnits < converted.minorUnits else { return }
      message.outcome = .belowThreshold(total: balance, threshold: converted)
    case .missingRate, .overflow:
      // An open invoice is in error by now (R22); nothing owed is below whatever the rate may be.
      guard balance.minorUnits <= 0, threshold.minorUnits > 0 else { return }
      message.outcome = .belowThreshold(total: balance, threshold: threshold)
    }
  }

  /// Each message asks the caps of its own scenario; the count is the customer's (R82).
  func holdBackOverCaps(_ messages: [OutgoingMessage]) {
    var sent = 0
    var allowances: [(cap: ContactCap, contacts: Int)] = []
    for message in messages {
      guard message.isContact, message.isSent else { continue }
      let caps = shelf.playbooks[message.scenario].scenario.caps
      let reached = caps.first { cap in
        guard cap.scope == .customer else { return false }
        if let known = allowances.first(where: { $0.cap == cap }) { return sent >= known.contacts }
        let allowance = counter.allowance(of: cap)
        allowances.append((cap, allowance))
        return sent >= allowance
      }
      if let reached {
        message.outcome = .capped(reached)
      } else {
        sent += 1
      }
    }
  }
}
