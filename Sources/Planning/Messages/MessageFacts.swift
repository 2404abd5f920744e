import Diagnostics
import Receivables
import Semantics
import Syntax

/// What a template can ask of the message it writes, seen from one of its invoices or as a whole.
struct MessageFacts {
  /// The planned message.
  let action: PlannedAction
  /// The invoice that `{pour chaque facture}` has come to; absent outside of it.
  let invoice: PlannedInvoice?
  /// The day of the plan.
  let day: CalendarDate
  /// Who is owed.
  let creditor: Creditor
  /// The person it goes to.
  let contact: String?

  /// The value of a fact; absent where nothing is known, as interest without its rate.
  func value(of field: MessageField) -> TemplateValue? {
    switch field {
    case .total: money(action.totalBalance, action.currency)
    case .penalties:
      interest.map { money($0, action.currency) }
    case .indemnity: money(indemnity, .euro)
    case .count: .number(Rational(Int64(action.invoices.count)))
    case .grace: action.graceDays.map { .duration($0) }
    case .date: .date(day)
    case .deadline: action.graceDays.map { .date(day.adding(days: $0)) }
    case .tone: .text(action.tone.rawValue)
    case .asksPenalties: .truth(action.enclosures.contains(.penalties) && interest ?? 0 > 0)
    case .asksIndemnity: .truth(action.enclosures.contains(.indemnity) && indemnity > 0)
    case .contact: contact.map { .text($0) }
    case .creditor, .creditorAddress, .creditorEmail, .creditorPhone, .creditorMentions,
      .signatory, .iban, .bic:
      creditor[field].map { .text($0) }
    }
  }

  /// The interest of the invoice, or of all.
  private var interest: Int64? {
    if let invoice { invoice.interest } else { action.totalInterest }
  }

  /// The recovery sum for the invoice, or for all.
  private var indemnity: Int64 { invoice?.indemnity ?? action.totalIndemnity }

  private func money(_ units: Int64, _ currency: Currency) -> TemplateValue {
    .money(Money(minorUnits: units, currency: currency))
  }
}

/// A value as a message shows it: texts as the ledger or the file writes them.
public enum TemplateValue: Hashable, Sendable {
  /// A text.
  case text(String)
  /// A number.
  case number(Rational)
  /// A percentage.
  case percentage(Percentage)
  /// An amount.
  case money(Money)
  /// A number of days.
  case duration(Int)
  /// A day.
  case date(CalendarDate)
  /// A truth value.
  case truth(Bool)
  /// A day of the week.
  case weekday(Weekday)

  /// A value of a condition; its text is the folded one.
  init(_ value: Value) {
    switch value {
    case .text(let text): self = .text(text.text)
    case .number(let number): self = .number(number)
    case .percentage(let share): self = .percentage(share)
    case .money(let money): self = .money(money)
    case .duration(let days): self = .duration(days)
    case .date(let date): self = .date(date)
    case .truth(let truth): self = .truth(truth)
    case .risk(let risk): self = .text(risk.rawValue)
    case .kind(let kind): self = .text(kind.rawValue)
    case .weekday(let weekday): self = .weekday(weekday)
    }
  }

  /// The value as conditions compare it.
  var comparable: Value {
    switch self {
    case .text(let text): .text(text.folded)
    case .number(let number): .number(number)
    case .percentage(let share): .percentage(share)
    case .money(let money): .money(money)
    case .duration(let days): .duration(days)
    case .date(let date): .date(date)
    case .truth(let truth): .truth(truth)
    case .weekday(let weekday): .weekday(weekday)
    }
  }
}
