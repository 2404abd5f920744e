import Receivables

/// What an invoice and its payments up to a day come to, in minor units.
struct InvoiceSums {
  /// The total, negative for a credit note whatever its sign in the ledger (R47); absent where it
  /// overflows.
  let amount: Int64?
  /// The payments up to the day, with the sign of the amount; absent where they overflow.
  let paid: Int64?
  /// Amount less payments; absent where it overflows.
  let balance: Int64?

  /// The sums of a day.
  init(_ account: InvoiceAccount, on day: CalendarDate) {
    var paid = Int128(0)
    for payment in account.payments where payment.paidOn <= day { paid += Int128(payment.amount) }
    let total = account.invoice.amount
    let sign: Int128 = account.invoice.isCreditNote && total > 0 ? -1 : 1
    let amount = sign * Int128(total)
    self.amount = Int64(exactly: amount)
    self.paid = Int64(exactly: sign * paid)
    balance = Int64(exactly: amount - sign * paid)
  }
}
