import Receivables
import Semantics

/// The actions expected on a day beside those planned.
///
/// They are matched one to one, as many as can be: what one expected action takes is never what
/// another could only have had.
struct ExpectationMatch {
  /// The pairs, and what is left on either side.
  let rows: [ExampleOutcome.Row]

  init(_ expected: [Example.ExpectedAction], _ planned: [PlannedAction]) {
    var pairing = Pairing(expected: expected.count, planned: planned.count)
    for index in expected.indices {
      pairing.place(index) { expected[$0].describes(planned[$1]) }
    }
    var rows: [ExampleOutcome.Row] = []
    var unmet: [Example.ExpectedAction] = []
    for (index, action) in expected.enumerated() {
      if let partner = pairing.partners[index] {
        rows.append(.met(action, planned[partner]))
      } else {
        unmet.append(action)
      }
    }
    let others = planned.indices.filter { pairing.owners[$0] == nil }.map { planned[$0] }
    for (action, other) in zip(unmet, others) { rows.append(.different(action, other)) }
    rows += unmet.dropFirst(others.count).map { .missing($0) }
    rows += others.dropFirst(unmet.count).map { .unexpected($0) }
    self.rows = rows
  }
}

/// A largest matching of two sides, grown by augmenting paths (Berge 1957).
private struct Pairing {
  /// The partner of each expected action.
  private(set) var partners: [Int?]
  /// The partner of each planned action.
  private(set) var owners: [Int?]

  init(expected: Int, planned: Int) {
    partners = Array(repeating: nil, count: expected)
    owners = Array(repeating: nil, count: planned)
  }

  /// Finds a partner for an expected action, if need be by giving others another one.
  mutating func place(_ start: Int, fits: (Int, Int) -> Bool) {
    var reachedFrom: [Int?] = Array(repeating: nil, count: owners.count)
    var queue = [start]
    var head = 0
    while head < queue.count {
      let current = queue[head]
      head += 1
      for candidate in owners.indices
      where reachedFrom[candidate] == nil && fits(current, candidate) {
        reachedFrom[candidate] = current
        guard let owner = owners[candidate] else {
          shift(along: reachedFrom, to: candidate)
          return
        }
        queue.append(owner)
      }
    }
  }

  /// Gives everyone on the way to a free partner the one that was reached from it.
  private mutating func shift(along reachedFrom: [Int?], to free: Int) {
    var candidate: Int? = free
    while let open = candidate, let owner = reachedFrom[open] {
      candidate = partners[owner]
      partners[owner] = open
      owners[open] = owner
    }
  }
}

extension Example.ExpectedAction {
  /// Whether every word of the expectation is true of an action.
  func describes(_ action: PlannedAction) -> Bool {
    let isShape =
      (channels.isEmpty || channels.contains(action.channel))
      && (nature ?? action.nature) == action.nature
      && (tone ?? action.tone) == action.tone
      && (mode ?? action.mode) == action.mode
      && (recipient ?? action.recipient) == action.recipient
    return isShape
      && (template == nil || template == action.template)
      && (graceDays == nil || graceDays == action.graceDays)
      && copies.allSatisfy { action.copies.contains($0) }
      && notifications.allSatisfy { action.notifications.contains($0) }
      && enclosures.allSatisfy { action.enclosures.contains($0) }
  }
}
