import Receivables
import Semantics

/// How severe a message is: by nature, reminders by tone as well, then by rank.
struct Severity: Comparable, Hashable {
  private let level: Int
  private let rank: Int

  /// The severity of a step in the tone that the rules leave it.
  init(_ shape: StepShape) {
    level = Severity.level(of: shape.step.nature, tone: shape.tone)
    rank = shape.step.rank
  }

  /// Orders from mild to severe.
  static func < (left: Severity, right: Severity) -> Bool {
    (left.level, left.rank) < (right.level, right.rank)
  }

  private static func level(of nature: Nature, tone: Tone) -> Int {
    switch (nature, tone) {
    case (.thanks, _): 0
    case (.preDueNotice, _): 1
    case (.statement, _): 2
    case (.reminder, .soft): 3
    case (.reminder, .neutral): 4
    case (.reminder, .firm): 5
    case (.reminder, .severe): 6
    case (.formalNotice, _): 7
    case (.litigation, _): 8
    }
  }
}

/// An invoice for which a step is due, and the channels it goes through.
final class DueInvoice {
  /// Its index among the customer's decisions.
  let index: Int
  /// The index of its scenario.
  let scenario: Int
  /// The step.
  let due: DueStep
  /// The invoice.
  let facts: InvoiceFacts
  /// Its interest and indemnity.
  let claims: LateClaims
  /// The channels.
  let channels: [ResolvedChannel]
  /// The severity of its step.
  let severity: Severity

  init(
    index: Int,
    scenario: Int,
    due: DueStep,
    facts: InvoiceFacts,
    claims: LateClaims,
    channels: [ResolvedChannel],
    severity: Severity
  ) {
    self.index = index
    self.scenario = scenario
    self.due = due
    self.facts = facts
    self.claims = claims
    self.channels = channels
    self.severity = severity
  }

  /// Whether this invoice rather than another gives the message they share: the more severe step,
  /// then the earlier due date, then the smaller identifier.
  func leads(_ other: DueInvoice) -> Bool {
    if severity != other.severity { return severity > other.severity }
    let dueOn = facts.dueOn
    if dueOn != other.facts.dueOn { return dueOn < other.facts.dueOn }
    return precedes(facts.id, other.facts.id)
  }
}
