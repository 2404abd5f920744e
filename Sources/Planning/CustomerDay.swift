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
  convenience init(_ customer: CustomerFacts, by series: DecisionSeries) {
    var decisions: [InvoiceDecision] = []
    decisions.reserveCapacity(customer.account.invoices.count)
    for facts in customer.claims {
      decisions.append(series.decision(about: InvoiceSubject(customer: customer, facts: facts)))
    }
    self.init(customer, decisions, series.decider)
  }

  /// Decides about some invoices that exist on the day, as if no step were due for the others.
  convenience init(
    _ customer: CustomerFacts,
    about invoices: [InvoiceFacts],
    by series: DecisionSeries
  ) {
    let decisions = invoices.map { facts in
      series.decision(about: InvoiceSubject(customer: customer, facts: facts))
    }
    self.init(customer, decisions, series.decider)
  }

  private init(_ customer: CustomerFacts, _ decisions: [InvoiceDecision], _ decider: Decider) {
    self.customer = customer
    self.decisions = decisions
    guard decisions.contains(where: { $0.isDue }) else {
      dispatch = Dispatch()
      return
    }
    let addresses = AddressBook(of: customer)
    let due = decisions.indices.lazy.filter { decisions[$0].isDue }
    dispatch = Dispatch(
      of: due.compactMap { DueInvoice(decisions[$0], index: $0, addresses: addresses) },
      to: customer,
      shelf: decider.shelf,
      rates: decider.exchangeRates
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
