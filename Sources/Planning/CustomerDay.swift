import Receivables
import Semantics

/// Everything decided about a customer on a day.
///
/// The plan and the explanation both read this value, so that they can never disagree.
final class CustomerDay {
  /// The customer.
  let customer: CustomerFacts
  /// One decision for each invoice that exists and is no credit note, by identifier; without those
  /// that are only counted.
  let decisions: [InvoiceDecision]
  /// The invoices that are only counted.
  let counted: StatusSummary
  /// What goes out and what is held back.
  let dispatch: Dispatch

  /// Decides about all the invoices of a customer.
  ///
  /// - Parameters:
  ///   - customer: the customer
  ///   - series: who decides
  ///   - detail: what will be asked about invoices for which no step is due
  convenience init(
    _ customer: CustomerFacts,
    by series: DecisionSeries,
    _ detail: StatusDetail = .listed
  ) {
    var decisions: [InvoiceDecision] = []
    var counted = StatusSummary()
    counted.addPaid(customer.account.settled.count)
    for facts in customer.claims {
      let decision = series.decision(about: InvoiceSubject(customer: customer, facts: facts))
      switch detail {
      case .counted where !decision.isDue:
        let standing = InvoiceStanding(of: decision, nil)
        counted.add(standing.kind, on: standing.nextOn)
      case .counted, .listed: decisions.append(decision)
      }
    }
    self.init(customer, decisions, counted, series.decider)
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
    self.init(customer, decisions, StatusSummary(), series.decider)
  }

  private init(
    _ customer: CustomerFacts,
    _ decisions: [InvoiceDecision],
    _ counted: StatusSummary,
    _ decider: Decider
  ) {
    self.customer = customer
    self.decisions = decisions
    self.counted = counted
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
