import Receivables

extension CustomerAccount {
  /// Puts all but the invoices into an order that does not depend on that of the rows.
  mutating func putInOrder() {
    contacts.sortIfSeveral(by: comesBefore)
    holds.sortIfSeveral(by: comesBefore)
    if !otherReminders.isByDay { otherReminders.sortIfSeveral(by: comesBefore) }
  }
}

extension InvoiceAccount {
  /// Puts everything into an order that does not depend on that of the rows.
  mutating func putInOrder() {
    payments.sortIfSeveral { ($0.paidOn, $0.amount) < ($1.paidOn, $1.amount) }
    disputes.sortIfSeveral {
      ($0.openedOn, $0.closedOn ?? .latest) < ($1.openedOn, $1.closedOn ?? .latest)
    }
    promises.sortIfSeveral {
      ($0.madeOn ?? .earliest, $0.promisedOn) < ($1.madeOn ?? .earliest, $1.promisedOn)
    }
    holds.sortIfSeveral(by: comesBefore)
    if !reminders.isByDay { reminders.sortIfSeveral(by: comesBefore) }
  }
}

extension [Reminder] {
  /// Whether each is of a later day than the one before, as those of an invoice are.
  ///
  /// It is told without copying them, as their texts would be counted one by one.
  fileprivate var isByDay: Bool {
    indices.dropFirst().allSatisfy { self[$0 - 1].sentOn < self[$0].sentOn }
  }
}

extension Array {
  /// Sorts what is not in order, which the rows of a table mostly are.
  fileprivate mutating func sortIfSeveral(by areInOrder: (Element, Element) -> Bool) {
    guard count > 1 else { return }
    let isInOrder = indices.dropFirst().allSatisfy { !areInOrder(self[$0], self[$0 - 1]) }
    if !isInOrder { sort(by: areInOrder) }
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
