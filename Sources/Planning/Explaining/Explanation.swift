import Diagnostics
import Receivables

/// Why an invoice is where it is on a day: all that was asked and all that was answered.
public struct Explanation: Sendable {
  /// The invoice's identifier.
  public let invoice: String
  /// The customer's identifier.
  public let customer: String
  /// The day.
  public let date: CalendarDate
  /// Where it stands; absent for credit notes and for an invoice that does not exist yet.
  public let status: InvoiceStatus?
  /// The account of it, in the order in which it was decided.
  public let sections: [Section]

  /// A part of the account.
  public struct Section: Sendable {
    /// What it is about.
    public let title: Message
    /// What was found.
    public let lines: [Line]
  }

  /// One finding.
  public struct Line: Sendable {
    /// What was found.
    public let message: Message
    /// The place in the scenario files that it is about.
    public let range: SourceRange?
    /// How it stands out.
    public let marker: Marker

    init(_ message: Message, at range: SourceRange? = nil, _ marker: Marker = .plain) {
      self.message = message
      self.range = range
      self.marker = marker
    }

    init(_ reason: Reason, _ marker: Marker = .plain) {
      self.init(reason.message, at: reason.range, marker)
    }
  }

  /// How a finding stands out.
  public enum Marker: Sendable, CaseIterable {
    /// A plain fact.
    case plain
    /// A condition that holds.
    case holds
    /// A condition that does not hold.
    case fails
    /// A condition that cannot be decided.
    case undecided
    /// Done before.
    case done
    /// To be done today.
    case due
    /// Still to come.
    case later
    /// Never to be done.
    case dropped
    /// Due but held back.
    case held
  }
}

extension Planner {
  /// Why an invoice is where it is on a day; `nil` if the account has no such invoice.
  ///
  /// It reads the very decisions from which the plan is made.
  public func explain(
    _ invoice: String,
    of account: CustomerAccount,
    on day: CalendarDate
  ) -> Explanation? {
    guard let record = account.invoices.first(where: { $0.invoice.id == invoice }) else {
      return nil
    }
    let reasons = ReasonWriter(shelf: shelf, files: files)
    return explain(record.invoice, in: customerDay(account, on: day), by: reasons)
  }

  /// Why an invoice is where it is on a customer's day.
  func explain(
    _ invoice: Invoice,
    in customerDay: CustomerDay,
    by reasons: ReasonWriter
  ) -> Explanation {
    let customer = customerDay.customer.customer
    let day = customerDay.customer.day
    guard let index = customerDay.decisions.firstIndex(where: { $0.facts.invoice.id == invoice.id })
    else {
      return Explanation(unplanned: invoice, of: customer, on: day)
    }
    let decision = customerDay.decisions[index]
    let evaluator = Evaluator(decision.subject, in: EvaluationContext(decider))
    let writer = ExplanationWriter(
      day: customerDay,
      index: index,
      scenarios: scenarios,
      evaluator: evaluator,
      reasons: reasons
    )
    return Explanation(
      invoice: invoice.id,
      customer: customer.id,
      date: day,
      status: InvoiceStatus(of: index, in: customerDay, writer: reasons),
      sections: writer.sections
    )
  }
}

extension Explanation {
  /// A credit note, or an invoice that is issued later.
  fileprivate init(unplanned invoice: Invoice, of customer: Customer, on day: CalendarDate) {
    let why: Message
    if let issuedOn = invoice.issuedOn, issuedOn > day {
      let issued = Message(issuedOn)
      why = Message(
        fr: "émise le \(issued.fr) : elle n'existe pas encore",
        en: "issued on \(issued.en): it does not exist yet"
      )
    } else {
      why = Message(
        fr: "c'est un avoir : il n'est jamais relancé et n'a pas de statut",
        en: "it is a credit note: never reminded, and without a status"
      )
    }
    self.init(
      invoice: invoice.id,
      customer: customer.id,
      date: day,
      status: nil,
      sections: [Section(title: Message(fr: "Statut", en: "Status"), lines: [Line(why)])]
    )
  }
}
