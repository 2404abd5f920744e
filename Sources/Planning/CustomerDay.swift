import Receivables
import Semantics

/// Everything decided about a customer on a day.
///
/// The plan and the explanation both read this value, so that they can never disagree.
struct CustomerDay {
  /// The customer.
  let customer: CustomerFacts
  /// One decision for each invoice that exists and is no credit note, by identifier.
  let decisions: [InvoiceDecision]
  /// What goes out and what is held back.
  let dispatch: Dispatch

  /// Decides about all the invoices of a customer.
  init(_ customer: CustomerFacts, decider: Decider) {
    self.customer = customer
    let invoices = customer.invoices.filter { !$0.invoice.isCreditNote }
    let decisions = invoices.map { facts in
      decider.decision(about: InvoiceSubject(customer: customer, facts: facts))
    }
    self.decisions = decisions
    let addresses = AddressBook(of: customer.account)
    let due = decisions.indices.compactMap { index in
      DueInvoice(decisions[index], index: index, addresses: addresses)
    }
    dispatch = Dispatch(
      of: due,
      to: customer,
      shelf: decider.shelf,
      rates: decider.exchangeRates
    )
  }
}

extension DueInvoice {
  /// The invoice of a decision, if a step is due for it.
  init?(_ decision: InvoiceDecision, index: Int, addresses: AddressBook) {
    guard let due = decision.dueStep, let scenario = decision.choice.index,
      let rules = decision.rules
    else { return nil }
    self.init(
      index: index,
      scenario: scenario,
      due: due,
      facts: decision.facts,
      claims: decision.claims,
      channels: ResolvedChannel.all(
        of: due.shape,
        mode: rules.mode?.effect ?? .automatic,
        addresses: addresses
      ),
      severity: Severity(due.shape)
    )
  }
}
