import Diagnostics
import Receivables
import Semantics

/// An invoice and its customer: what conditions are about.
struct InvoiceSubject {
  /// The customer on the day.
  let customer: CustomerFacts
  /// The invoice on the day.
  let facts: InvoiceFacts

  /// The value of a field; amounts are in the invoice's currency but for the credit limit.
  func value(of field: Field) -> ValueOutcome {
    switch field {
    case .amount, .paid, .balance, .outstanding, .overdue:
      value(of: field) { .money(Money(minorUnits: $0, currency: facts.currency)) }
    case .daysLate, .age, .daysSinceReminder, .averageDelay, .limitation:
      value(of: field) { .duration(Int($0)) }
    case .dueDate, .issueDate: value(of: field) { .date(CalendarDate(dayNumber: $0)) }
    case .dispute, .instalmentPlan, .insolvency, .promise, .brokenPromise, .strategic, .sensitive,
      .consumer:
      value(of: field) { .truth($0 == 1) }
    case .reminderCount, .overdueInvoices, .month: value(of: field) { .number(Rational($0)) }
    case .kind: .value(.kind(facts.kind))
    case .risk: .value(.risk(customer.account.customer.risk))
    case .weekday: .value(.weekday(facts.day.weekday))
    case .invoice, .customer, .name, .segment, .category, .country, .language, .currency, .email,
      .phone, .address:
      ValueOutcome(text(of: field).map { .text($0) })
    case .lateShare: ValueOutcome(customer.punctuality.lateShare.map { .percentage($0) })
    case .creditLimit:
      ValueOutcome(
        customer.account.customer.creditLimit.map { .money(Money(minorUnits: $0, currency: .euro)) }
      )
    }
  }

  /// The value that a figure stands for.
  private func value(of field: Field, _ make: (Int64) -> Value) -> ValueOutcome {
    switch figure(of: field) {
    case .value(let figure): .value(make(figure))
    case .absent: .absent
    case .unknown(let obstacle): .unknown(obstacle)
    }
  }

  /// The value of a column that a file declares; a customer's amounts are in euros (R23).
  func value(ofColumn index: Int, in columns: [ExtraColumn]) -> ValueOutcome {
    let column = columns[index]
    let extras: [LedgerValue?]
    let currency: Currency
    switch column.table {
    case .customers: (extras, currency) = (customer.account.customer.extras, .euro)
    case .invoices: (extras, currency) = (facts.invoice.extras, facts.currency)
    }
    guard index < extras.count, let value = extras[index] else {
      // An absent truth value reads as false (R20).
      return column.kind == .truth ? .value(.truth(false)) : .absent
    }
    switch value {
    case .text(let text): return .value(.text(text.folded))
    case .integer(let number): return .value(.number(Rational(number)))
    case .number(let number): return .value(.number(number))
    case .percentage(let share): return .value(.percentage(share))
    case .money(let units): return .value(.money(Money(minorUnits: units, currency: currency)))
    case .duration(let days): return .value(.duration(days))
    case .date(let date): return .value(.date(date))
    case .truth(let truth): return .value(.truth(truth))
    }
  }

  /// Whether proceedings opened up to the day concern this invoice: one issued before them, or on an
  /// unknown day.
  var isInsolvent: Bool {
    guard let openedOn = customer.account.customer.insolvencyOn, openedOn <= facts.day else {
      return false
    }
    guard let issuedOn = facts.issuedOn else { return true }
    return openedOn > issuedOn
  }
}
