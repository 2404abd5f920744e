import Receivables
import Semantics

/// Everything decided about a customer on a day.
///
/// The plan and the explanation both read this value, so that they can never disagree.
final class CustomerDay {
  /// The customer.
  let customer: CustomerFacts
  /// One decision for each invoice that exists and is no credit note, by identifier.
  let decisions: [InvoiceDecision]
  /// What goes out and what is held back.
  let dispatch: Dispatch

  /// Decides about all the invoices of a customer.
  convenience init(_ customer: CustomerFacts, by decisions: DecisionSeries) {
    self.init(customer, about: customer.claims, by: decisions)
  }

  /// Decides about some invoices that exist on the day, as if no step were due for the others.
  init(_ customer: CustomerFacts, about invoices: [InvoiceFacts], by series: DecisionSeries) {
    self.customer = customer
    let decisions = invoices.map { facts in
      series.decision(about: InvoiceSubject(customer: customer, facts: facts))
    }
    self.decisions = decisions
    let due = decisions.indices.filter { decisions[$0].dueStep != nil }
    guard !due.isEmpty else {
      dispatch = Dispatch()
      return
    }
    let addresses = AddressBook(of: customer)
    dispatch = Dispatch(
      of: due.compactMap { DueInvoice(decisions[$0], index: $0, addresses: addresses) },
      to: customer,
      shelf: series.decider.shelf,
      rates: series.decider.exchangeRates
    )
  }
}

extension DueInvoice {
  /// The invoice of a decision, if a step is due for it.
  convenience init?(_ decision: InvoiceDecision, index: Int, addresses: AddressBook) {
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
