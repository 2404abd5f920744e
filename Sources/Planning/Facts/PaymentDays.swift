import Receivables

extension InvoiceFacts {
  /// The last day up to this one on which the balance passed from above zero to zero or less, if it
  /// is still there; never for an invoice on which nothing was ever owed (R74).
  var settledOn: CalendarDate? {
    guard let balance, balance <= 0 else { return nil }
    return dailyBalances.last { $0.before > 0 && $0.after <= 0 }?.day
  }

  /// The last day on which money came in and a balance was left, while one still is (R74).
  var partlyPaidOn: CalendarDate? {
    guard let balance, balance > 0 else { return nil }
    return dailyBalances.last { $0.before > $0.after && $0.after > 0 }?.day
  }

  /// The balances before and after each day with payments up to this day.
  private var dailyBalances: [(day: CalendarDate, before: Int128, after: Int128)] {
    let payments = account.payments.filter { $0.paidOn <= day }
    var balances: [(day: CalendarDate, before: Int128, after: Int128)] = []
    var balance = Int128(invoice.amount)
    for payment in payments.sorted(by: { $0.paidOn < $1.paidOn }) {
      let after = balance - Int128(payment.amount)
      if let last = balances.last, last.day == payment.paidOn {
        balances[balances.count - 1].after = after
      } else {
        balances.append((payment.paidOn, balance, after))
      }
      balance = after
    }
    return balances
  }
}
