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
    let invoice = facts.invoice
    let account = customer.customer
    switch field {
    case .amount: return money(facts.amount)
    case .paid: return money(facts.paid)
    case .balance: return money(facts.balance)
    case .daysLate: return .value(.duration(facts.daysLate))
    case .age: return ValueOutcome(invoice.issuedOn.map { .duration(facts.day.days(since: $0)) })
    case .dueDate: return .value(.date(invoice.dueOn))
    case .issueDate: return ValueOutcome(invoice.issuedOn.map { .date($0) })
    case .kind: return .value(.kind(invoice.kind))
    case .dispute: return .value(.truth(facts.isDisputed))
    case .instalmentPlan: return .value(.truth(invoice.hasInstalmentPlan))
    case .insolvency: return .value(.truth(isInsolvent))
    case .promise: return .value(.truth(facts.isPromised))
    case .brokenPromise: return .value(.truth(facts.isPromiseBroken))
    case .reminderCount: return count(facts.reminders.reduce(0) { count, _ in count + 1 })
    case .daysSinceReminder:
      let last = facts.reminders.map { $0.sentOn }.max()
      return ValueOutcome(last.map { .duration(facts.day.days(since: $0)) })
    case .invoice: return text(invoice.number.folded)
    case .customer: return text(customer.foldedID)
    case .name: return text(customer.foldedName)
    case .segment: return text(customer.foldedSegment)
    case .category: return text(customer.foldedCategory)
    case .country: return text(customer.foldedCountry)
    case .language: return text(customer.foldedLanguage)
    case .currency: return text(invoice.currency.code.folded)
    case .email: return text(customer.foldedEmail)
    case .phone: return text(customer.foldedPhone)
    case .address: return text(customer.foldedAddress)
    case .risk: return .value(.risk(account.risk))
    case .strategic: return .value(.truth(account.isStrategic))
    case .sensitive: return .value(.truth(account.isSensitive))
    case .consumer: return .value(.truth(account.isConsumer))
    case .outstanding: return money(customer.totals(in: invoice.currency).outstanding)
    case .overdue: return money(customer.totals(in: invoice.currency).overdue)
    case .overdueInvoices: return count(customer.totals(in: invoice.currency).overdueInvoices)
    case .averageDelay:
      return ValueOutcome(customer.punctuality.averageDelay.map { .duration($0) })
    case .lateShare: return ValueOutcome(customer.punctuality.lateShare.map { .percentage($0) })
    case .creditLimit:
      return ValueOutcome(
        account.creditLimit.map { .money(Money(minorUnits: $0, currency: .euro)) }
      )
    case .limitation: return .value(.duration(daysToLimitation))
    case .weekday: return .value(.weekday(facts.day.weekday))
    case .month: return count(facts.day.month)
    }
  }

  /// The value of a column that a file declares; a customer's amounts are in euros (R23).
  func value(ofColumn index: Int, in columns: [ExtraColumn]) -> ValueOutcome {
    let column = columns[index]
    let extras: [LedgerValue?]
    let currency: Currency
    switch column.table {
    case .customers: (extras, currency) = (customer.customer.extras, .euro)
    case .invoices: (extras, currency) = (facts.invoice.extras, facts.invoice.currency)
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
    guard let openedOn = customer.customer.insolvencyOn, openedOn <= facts.day else { return false }
    guard let issuedOn = facts.invoice.issuedOn else { return true }
    return openedOn > issuedOn
  }

  private var daysToLimitation: Int {
    facts.invoice.limitation(against: customer.customer).days(since: facts.day)
  }

  private func money(_ units: Int64?) -> ValueOutcome {
    guard let units else { return .unknown(.overflow) }
    return .value(.money(Money(minorUnits: units, currency: facts.invoice.currency)))
  }

  private func count(_ number: Int) -> ValueOutcome { .value(.number(Rational(Int64(number)))) }

  private func text(_ folded: FoldedText?) -> ValueOutcome {
    ValueOutcome(folded.map { .text($0) })
  }
}
