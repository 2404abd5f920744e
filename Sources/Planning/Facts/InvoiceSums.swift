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

  private init(_ total: Int64, isCreditNote: Bool, paid: Int128) {
    let sign: Int128 = isCreditNote && total > 0 ? -1 : 1
    let amount = sign * Int128(total)
    self.amount = Int64(exactly: amount)
    self.paid = Int64(exactly: sign * paid)
    balance = Int64(exactly: amount - sign * paid)
  }

  /// The sums of a day.
  ///
  /// A function and no initialiser, which would be given a copy of the account.
  static func of(_ account: InvoiceAccount, on day: CalendarDate) -> InvoiceSums {
    var paid = Int128(0)
    for payment in account.payments where payment.paidOn <= day { paid += Int128(payment.amount) }
    let isCreditNote = account.invoice.isCreditNote
    return InvoiceSums(account.invoice.amount, isCreditNote: isCreditNote, paid: paid)
  }
}
