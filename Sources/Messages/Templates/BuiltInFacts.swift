import Planning
import Receivables
import Semantics
import Syntax

/// What the built-in templates ask beyond the fields of the language.
///
/// Each is a column that they declare with `champ`, as any file may declare its own; no ledger holds
/// it, the program fills it in for one message at a time.
enum BuiltInFact: String, CaseIterable {
  /// Whether no invoice of the message is due yet.
  case allUpcoming = "échéances à venir"
  /// Whether all its invoices fall due on its very day.
  case allDueToday = "échéances du jour"
  /// Whether all its invoices are past due.
  case allPastDue = "échéances passées"
  /// Whether one of its invoices is past due.
  case somePastDue = "part échue"
  /// Whether late payment bears interest: not for consumers, nor under `sans pénalités`.
  case bearsInterest = "pénalités courent"
  /// What was received on the day of a partial payment.
  case received = "montant reçu"
  /// That day.
  case receivedOn = "jour du paiement"
  /// The day for which payment was promised in vain.
  case promisedOn = "jour promis"
  /// The day on which insolvency proceedings were opened.
  case openedOn = "jour du jugement"

  /// The declarations, in the order in which the values stand with customers and invoices.
  static var declarations: String {
    allCases.map { "champ « \($0.rawValue) » \($0.type)\n" }.joined()
  }

  private var type: String {
    switch self {
    case .allUpcoming, .allDueToday, .allPastDue, .somePastDue, .bearsInterest: "booléen client"
    case .received: "montant facture"
    case .receivedOn, .promisedOn, .openedOn: "date facture"
    }
  }
}

extension CustomerAccount {
  /// The account as the built-in templates see it: the invoices of a message and no others, with the
  /// facts of this message in the place of the columns of the user's files.
  ///
  /// Sums over all that the customer owes are not to be had: no built-in template asks for them.
  ///
  /// - Parameters:
  ///   - action: the message, to this very customer
  ///   - penalties: the interest that the message's scenario asks
  /// - Returns: the account that goes with the scenarios of `BuiltInTemplates`
  func withFacts(of action: PlannedAction, penalties: PenaltyRule) -> CustomerAccount {
    var account = self
    account.customer.extras = BuiltInFact.allCases.map { fact in
      fact.value(for: action, to: customer, penalties)
    }
    let invoices = action.invoices.compactMap { planned in
      place(ofInvoice: planned.id).map { place in
        var invoice = self.invoices[place]
        invoice.invoice.extras = BuiltInFact.allCases.map { fact in
          fact.value(for: planned, action.event, invoice)
        }
        return invoice
      }
    }
    // Invoices are looked up by their identifiers, in the order of an account.
    account.invoices = invoices.sorted { precedes($0.invoice.id, $1.invoice.id) }
    return account
  }
}

extension BuiltInFact {
  /// A fact of the message as a whole.
  fileprivate func value(
    for action: PlannedAction,
    to customer: Customer,
    _ penalties: PenaltyRule
  ) -> LedgerValue? {
    switch self {
    case .allPastDue: .truth(action.invoices.allSatisfy { $0.daysLate > 0 })
    case .allUpcoming: .truth(action.invoices.allSatisfy { $0.daysLate < 0 })
    case .allDueToday: .truth(action.invoices.allSatisfy { $0.daysLate == 0 })
    case .somePastDue: .truth(action.invoices.contains { $0.daysLate > 0 })
    case .bearsInterest: .truth(penalties.bearsInterest && !customer.isConsumer)
    case .received, .receivedOn, .promisedOn, .openedOn: nil
    }
  }

  /// A fact of one of its invoices, which hangs on the event that the message answers.
  fileprivate func value(
    for planned: PlannedInvoice,
    _ event: Event?,
    _ invoice: InvoiceAccount
  ) -> LedgerValue? {
    guard let event, let day = planned.occurrence else { return nil }
    return switch (self, event) {
    case (.received, .partialPayment): invoice.received(on: day).map { .money($0) }
    case (.receivedOn, .partialPayment): .date(day)
    // The event is the day after the promised one.
    case (.promisedOn, .brokenPromise): .date(day.adding(days: -1))
    case (.openedOn, .insolvency): .date(day)
    case (.received, _), (.receivedOn, _), (.promisedOn, _), (.openedOn, _), (.allUpcoming, _),
      (.allDueToday, _), (.allPastDue, _), (.somePastDue, _), (.bearsInterest, _):
      nil
    }
  }
}

extension InvoiceAccount {
  /// What was paid on a day; absent where the sum exceeds what an amount can hold.
  fileprivate func received(on day: CalendarDate) -> Int64? {
    let sum = payments.lazy.filter { $0.paidOn == day }.reduce(Int128(0)) { $0 + Int128($1.amount) }
    return Int64(exactly: sum)
  }
}

extension PenaltyRule {
  /// Whether interest runs at all: `sans pénalités` and a rate of nothing ask for none.
  fileprivate var bearsInterest: Bool {
    switch self {
    case .ecbPlus: true
    case .legalTimes(let times): times > Rational(0)
    case .fixed(let rate): rate.fraction > Rational(0)
    case .none: false
    }
  }
}
