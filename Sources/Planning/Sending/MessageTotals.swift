/// The sums over the invoices of a message, which are all of one currency.
struct MessageTotals {
  /// The balances, in minor units.
  let balance: Int64
  /// The interest, in minor units; absent where that of an invoice is (R88).
  let interest: Int64?
  /// The fixed recovery sums, in euro cents.
  let indemnity: Int64

  /// The sums; `nil` if one exceeds what an amount can hold.
  init?(of members: [DueInvoice]) {
    var balance = Int128(0)
    var interest: Int128? = 0
    var indemnity = Int128(0)
    for member in members {
      balance += Int128(member.facts.balance ?? 0)
      if let sum = interest, let own = member.claims.interest {
        interest = sum + Int128(own)
      } else {
        interest = nil
      }
      indemnity += Int128(member.claims.indemnity)
    }
    guard let balance = Int64(exactly: balance), let indemnity = Int64(exactly: indemnity) else {
      return nil
    }
    self.balance = balance
    self.indemnity = indemnity
    guard let sum = interest else {
      self.interest = nil
      return
    }
    guard let interest = Int64(exactly: sum) else { return nil }
    self.interest = interest
  }
}
