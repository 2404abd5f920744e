extension Ledger {
  /// The ledger as the people who worked on a day found it: without the promises made, the disputes
  /// opened and the holds begun on that day, which may well come of that work.
  ///
  /// Who calls a customer, writes down the promise and only then says that the call is done, has
  /// made that call all the same. Payments stay: they come in whatever people do.
  ///
  /// - Returns: that ledger; `nil` if nothing of the kind was noted on the day
  public func morning(of day: CalendarDate) -> Ledger? {
    var ledger = self
    var hasChanged = false
    for index in accounts.indices where ledger.accounts[index].forgetNotes(of: day) {
      hasChanged = true
    }
    return hasChanged ? ledger : nil
  }
}

extension CustomerAccount {
  /// Drops what was noted on a day, and tells whether there was anything.
  fileprivate mutating func forgetNotes(of day: CalendarDate) -> Bool {
    var hasForgotten = forget(&holds) { $0.from == day }
    for index in invoices.indices {
      let promises = forget(&invoices[index].promises) { $0.madeOn == day }
      let disputes = forget(&invoices[index].disputes) { $0.openedOn == day }
      let holds = forget(&invoices[index].holds) { $0.from == day }
      hasForgotten = hasForgotten || promises || disputes || holds
    }
    return hasForgotten
  }
}

private func forget<Fact>(_ facts: inout [Fact], where isNote: (Fact) -> Bool) -> Bool {
  guard facts.contains(where: isNote) else { return false }
  facts.removeAll(where: isNote)
  return true
}
