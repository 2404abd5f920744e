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
    let invoices = customer.invoices.filter { !$0.invoice.isCreditNote }
    self.init(customer, about: invoices, decider: decider)
  }

  /// Decides about some invoices that exist on the day, as if no step were due for the others.
  init(_ customer: CustomerFacts, about invoices: [InvoiceFacts], decider: Decider) {
    self.customer = customer
    var evaluator: Evaluator?
    var decisions: [InvoiceDecision] = []
    decisions.reserveCapacity(invoices.count)
    for facts in invoices {
      let subject = InvoiceSubject(customer: customer, facts: facts)
      let current = evaluator ?? Evaluator(decider, subject: subject)
      current.turn(to: subject)
      evaluator = current
      decisions.append(decider.decision(about: subject, by: current))
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
