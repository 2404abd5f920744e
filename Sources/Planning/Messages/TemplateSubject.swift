import Diagnostics
import Receivables
import Semantics

/// A planned message with all that a template can ask about it and its invoices.
///
/// Outside of `{pour chaque facture}` an invoice's field is that of the leading invoice, the one
/// whose step gives the message.
public final class TemplateSubject {
  /// Which invoice is asked about.
  public enum Focus: Hashable, Sendable {
    /// The message as a whole.
    case message
    /// The invoice at a place in the action's list.
    case invoice(Int)
  }

  /// The planned message.
  public let action: PlannedAction
  private let day: CalendarDate
  private let scenarios: ScenarioSet
  private let rates: ExchangeRates
  private let creditor: Creditor
  private let customer: CustomerFacts
  private let contact: String?
  private var evaluators: [Focus: Evaluator] = [:]

  /// A message of a plan.
  ///
  /// - Parameters:
  ///   - action: the message, of the plan of `day` for this very account
  ///   - account: the customer
  ///   - day: the day of the plan
  ///   - scenarios: what the templates' files declare
  ///   - rates: the rates at which amounts in conditions are converted
  ///   - creditor: who is owed
  public init(
    _ action: PlannedAction,
    of account: CustomerAccount,
    on day: CalendarDate,
    scenarios: ScenarioSet,
    rates: ExchangeRates,
    creditor: Creditor
  ) {
    self.action = action
    self.day = day
    self.scenarios = scenarios
    self.rates = rates
    self.creditor = creditor
    let customer = CustomerFacts(account, on: day)
    self.customer = customer
    contact = action.channel.neededAddress.flatMap {
      AddressBook(of: account).entry($0, for: action.recipient)?.person
    }
  }

  /// Whether a condition holds; one that hangs on a missing exchange rate does not.
  public func holds(_ condition: Condition, _ focus: Focus) -> Bool {
    evaluator(focus)?.verdict(of: condition) == .holds
  }

  /// A value; `nil` where there is none or it cannot be known.
  public func value(of expression: Expression, _ focus: Focus) -> TemplateValue? {
    switch expression {
    case .field(.field(let field)):
      if let text = text(of: field, focus) { return .text(text) }
    case .field(.message(let field)):
      return messageFacts(focus).value(of: field)
    case .field(.column(let index)):
      if let text = text(ofColumn: index, focus) { return .text(text) }
    case .definition(let index, _):
      let definition = scenarios.definitions[index]
      if let text = definition.text { return .text(text) }
      if case .value(let inner) = definition.body { return value(of: inner, focus) }
    case .literal, .negated, .sum, .difference, .product: break
    }
    guard case .value(let value) = evaluator(focus)?.value(of: expression) else { return nil }
    return TemplateValue(value)
  }

  /// The invoice as the ledger has it, with its total.
  public func invoice(at index: Int) -> (invoice: Invoice, amount: Int64?)? {
    guard action.invoices.indices.contains(index) else { return nil }
    return facts(of: action.invoices[index].id).map { ($0.invoice, $0.amount) }
  }

  /// A text field as the ledger writes it.
  private func text(of field: Field, _ focus: Focus) -> String? {
    let account = customer.customer
    switch field {
    case .invoice: return invoiceFacts(focus)?.invoice.number
    case .currency: return action.currency.code
    case .customer: return account.id
    // A letter to nobody is worse than one to a number.
    case .name: return account.name ?? account.id
    case .segment: return account.segment
    case .category: return account.category
    case .country: return account.country
    case .language: return account.language
    case .email: return account.email
    case .phone: return account.phone
    case .address: return account.address
    case .amount, .paid, .balance, .daysLate, .age, .dueDate, .issueDate, .kind, .dispute,
      .instalmentPlan, .insolvency, .promise, .brokenPromise, .reminderCount, .daysSinceReminder,
      .risk, .strategic, .sensitive, .consumer, .outstanding, .overdue, .overdueInvoices,
      .averageDelay, .lateShare, .creditLimit, .limitation, .weekday, .month:
      return nil
    }
  }

  private func text(ofColumn index: Int, _ focus: Focus) -> String? {
    let extras: [LedgerValue?]
    switch scenarios.columns[index].table {
    case .customers: extras = customer.customer.extras
    case .invoices: extras = invoiceFacts(focus)?.invoice.extras ?? []
    }
    guard index < extras.count, case .text(let text) = extras[index] else { return nil }
    return text
  }

  private func messageFacts(_ focus: Focus) -> MessageFacts {
    var invoice: PlannedInvoice?
    if case .invoice(let index) = focus { invoice = action.invoices[index] }
    return MessageFacts(
      action: action,
      invoice: invoice,
      day: day,
      creditor: creditor,
      contact: contact
    )
  }

  private func invoiceFacts(_ focus: Focus) -> InvoiceFacts? {
    switch focus {
    case .message: facts(of: action.leadingInvoice)
    case .invoice(let index): facts(of: action.invoices[index].id)
    }
  }

  /// The facts of an invoice: looked up, as a customer with many invoices may get as many messages.
  private func facts(of id: String) -> InvoiceFacts? {
    let account = customer.account
    guard let place = account.place(ofInvoice: id),
      InvoiceFacts.exists(account.invoices[place].invoice, on: day)
    else { return nil }
    return InvoiceFacts(of: account.invoices, at: place, on: day)
  }

  private func evaluator(_ focus: Focus) -> Evaluator? {
    if let known = evaluators[focus] { return known }
    guard let facts = invoiceFacts(focus) else { return nil }
    let evaluator = Evaluator(
      scenarios: scenarios,
      rates: rates,
      subject: InvoiceSubject(customer: customer, facts: facts),
      message: messageFacts(focus)
    )
    evaluators[focus] = evaluator
    return evaluator
  }
}
