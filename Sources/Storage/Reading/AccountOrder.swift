import Receivables

// What is known of an invoice or a customer is put into an order that does not depend on that of
// the rows.

extension [Payment] {
  /// The payments by day.
  consuming func inOrder() -> [Payment] {
    inOrder { ($0.paidOn, $0.amount) < ($1.paidOn, $1.amount) }
  }
}

extension [Dispute] {
  /// The disputes by day.
  consuming func inOrder() -> [Dispute] {
    inOrder { ($0.openedOn, $0.closedOn ?? .latest) < ($1.openedOn, $1.closedOn ?? .latest) }
  }
}

extension [PaymentPromise] {
  /// The promises by the days on which they were made.
  consuming func inOrder() -> [PaymentPromise] {
    inOrder {
      ($0.madeOn ?? .earliest, $0.promisedOn) < ($1.madeOn ?? .earliest, $1.promisedOn)
    }
  }
}

extension [Hold] {
  /// The holds by day.
  consuming func inOrder() -> [Hold] { inOrder(by: comesBefore) }
}

extension [Contact] {
  /// The contacts by role.
  consuming func inOrder() -> [Contact] { inOrder(by: comesBefore) }
}

extension [Reminder] {
  /// The reminders by day.
  consuming func inOrder() -> [Reminder] { isByDay ? self : inOrder(by: comesBefore) }

  /// Whether each is of a later day than the one before, as those of an invoice are.
  ///
  /// It is told without copying them, as their texts would be counted one by one.
  private var isByDay: Bool {
    indices.dropFirst().allSatisfy { self[$0 - 1].sentOn < self[$0].sentOn }
  }
}

extension Array {
  /// The elements in order, which the rows of a table mostly are in.
  fileprivate consuming func inOrder(by areInOrder: (Element, Element) -> Bool) -> [Element] {
    guard count > 1 else { return self }
    let isInOrder = indices.dropFirst().allSatisfy { !areInOrder(self[$0], self[$0 - 1]) }
    return isInOrder ? self : sorted(by: areInOrder)
  }
}

private func comesBefore(_ left: Contact, _ right: Contact) -> Bool {
  let roles = ContactRole.allCases
  let leftRole = roles.firstIndex(of: left.role) ?? 0
  let rightRole = roles.firstIndex(of: right.role) ?? 0
  if leftRole != rightRole { return leftRole < rightRole }
  return comesBefore(
    [left.name, left.email, left.phone, left.address],
    [right.name, right.email, right.phone, right.address]
  )
}

private func comesBefore(_ left: Hold, _ right: Hold) -> Bool {
  let (leftEnd, rightEnd) = (left.until ?? .latest, right.until ?? .latest)
  if (left.from, leftEnd) != (right.from, rightEnd) {
    return (left.from, leftEnd) < (right.from, rightEnd)
  }
  return comesBefore([left.reason], [right.reason])
}

private func comesBefore(_ left: Reminder, _ right: Reminder) -> Bool {
  let leftEvent = left.occurrence ?? .earliest
  let rightEvent = right.occurrence ?? .earliest
  if (left.sentOn, left.rank, leftEvent) != (right.sentOn, right.rank, rightEvent) {
    return (left.sentOn, left.rank, leftEvent) < (right.sentOn, right.rank, rightEvent)
  }
  return comesBefore(
    [left.step, left.channel, left.nature, left.messageID],
    [right.step, right.channel, right.nature, right.messageID]
  )
}

/// Orders by the first texts that differ; an absent text comes last.
private func comesBefore(_ left: [String?], _ right: [String?]) -> Bool {
  for (left, right) in zip(left, right) where left != right {
    guard let left else { return false }
    guard let right else { return true }
    return precedes(left, right)
  }
  return false
}
