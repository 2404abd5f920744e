import Planning
import Receivables

/// A customer with its invoices as they stand on a day: what every figure is worked out from.
struct CustomerOnDay {
  /// The customer with everything the ledger says about it.
  let account: CustomerAccount
  /// The invoices and credit notes that exist on the day and whose figures fit their type.
  let invoices: [InvoiceFacts]
  /// The identifiers of those whose figures do not.
  let leftOut: [String]

  init(_ account: CustomerAccount, on day: CalendarDate) {
    self.account = account
    var invoices: [InvoiceFacts] = []
    var leftOut: [String] = []
    let accounts = account.invoices
    for place in accounts.indices where InvoiceFacts.exists(accounts[place].invoice, on: day) {
      let facts = InvoiceFacts(of: accounts, at: place, on: day)
      if facts.balance == nil || facts.amount == nil {
        leftOut.append(facts.invoice.id)
      } else {
        invoices.append(facts)
      }
    }
    self.invoices = invoices
    self.leftOut = leftOut
  }

  /// The customer's identifier.
  var id: String { account.customer.id }

  /// The customer's name, where the ledger has one.
  var name: String? { account.customer.name }
}
