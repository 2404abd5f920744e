import Receivables

extension InvoiceFacts {
  /// The last day up to this one on which the balance passed from above zero to zero or less, if it
  /// is still there; never for an invoice on which nothing was ever owed (R74).
  public var settledOn: CalendarDate? {
    guard let balance, balance <= 0 else { return nil }
    return lastDay { before, after in before > 0 && after <= 0 }
  }

  /// The last day on which money came in and a balance was left, while one still is (R74).
  var partlyPaidOn: CalendarDate? {
    guard let balance, balance > 0 else { return nil }
    return lastDay { before, after in before > after && after > 0 }
  }

  /// The last day with payments whose balances at its start and its end satisfy a test.
  private func lastDay(where test: (_ before: Int128, _ after: Int128) -> Bool) -> CalendarDate? {
    let payments = paymentsByDay
    var found: CalendarDate?
    var after = Int128(invoice.amount)
    var before = after
    for (index, payment) in payments.enumerated() where payment.paidOn <= day {
      if index == 0 || payments[index - 1].paidOn != payment.paidOn { before = after }
      after -= Int128(payment.amount)
      let isLastOfDay = index + 1 == payments.count || payments[index + 1].paidOn != payment.paidOn
      if isLastOfDay, test(before, after) { found = payment.paidOn }
    }
    return found
  }

  /// The payments in order of day, in which a ledger usually has them.
  private var paymentsByDay: [Payment] {
    let payments = self.payments
    let isSorted = payments.indices.dropFirst().allSatisfy { index in
      payments[index - 1].paidOn <= payments[index].paidOn
    }
    return isSorted ? payments : payments.sorted { $0.paidOn < $1.paidOn }
  }
}
