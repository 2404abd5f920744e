import Diagnostics
import Receivables
import Semantics

/// A field as a whole number: minor units, days, the number of a day, a count, 1 for true, or the
/// place of a word in its list.
enum FieldFigure: Hashable, Sendable {
  /// It has one.
  case value(Int64)
  /// The ledger says nothing.
  case absent
  /// It has one that is not known.
  case unknown(Obstacle)

  init(_ value: Int64?) {
    self = value.map { .value($0) } ?? .absent
  }

  init(_ value: Int) { self = .value(Int64(value)) }

  init(_ truth: Bool) { self = .value(truth ? 1 : 0) }

  /// The minor units of a converted amount.
  init(_ outcome: ConversionOutcome) {
    switch outcome {
    case .money(let money): self = .value(money.minorUnits)
    case .missingRate(let currency): self = .unknown(.missingRate(currency))
    case .overflow: self = .unknown(.overflow)
    }
  }

  /// The minor units of an amount; whatever else has none.
  init(_ outcome: ValueOutcome) {
    switch outcome {
    case .value(.money(let money)): self = .value(money.minorUnits)
    case .value, .absent: self = .absent
    case .unknown(let obstacle): self = .unknown(obstacle)
    }
  }
}

extension Risk {
  /// The rating as a figure.
  var figure: Int64 {
    switch self {
    case .low: 0
    case .moderate: 1
    case .high: 2
    case .unknown: 3
    }
  }
}

extension InvoiceKind {
  /// The kind as a figure.
  var figure: Int64 {
    switch self {
    case .standard: 0
    case .recurring: 1
    case .exceptional: 2
    case .downPayment: 3
    case .creditNote: 4
    }
  }
}

extension Weekday {
  /// The day of the week as a figure.
  var figure: Int64 { Int64(rawValue) }
}

extension InvoiceSubject {
  /// A field as a whole number; amounts are in the invoice's currency.
  ///
  /// A field of another type has none.
  func figure(of field: Field) -> FieldFigure {
    switch field {
    case .amount: return known(facts.amount)
    case .paid: return known(facts.paid)
    case .balance: return known(facts.balance)
    case .outstanding: return known(customer.totals(in: facts.currency).outstanding)
    case .overdue: return known(customer.totals(in: facts.currency).overdue)
    case .overdueInvoices:
      return FieldFigure(customer.totals(in: facts.currency).overdueInvoices)
    case .daysLate: return FieldFigure(facts.daysLate)
    case .age: return FieldFigure(facts.issuedOn.map { Int64(facts.day.days(since: $0)) })
    case .dueDate: return .value(Int64(facts.dueOn.dayNumber))
    case .issueDate: return FieldFigure(facts.issuedOn.map { Int64($0.dayNumber) })
    case .kind: return .value(facts.kind.figure)
    case .dispute: return FieldFigure(facts.isDisputed)
    case .instalmentPlan: return FieldFigure(facts.hasInstalmentPlan)
    case .insolvency: return FieldFigure(isInsolvent)
    case .promise: return FieldFigure(facts.isPromised)
    case .brokenPromise: return FieldFigure(facts.isPromiseBroken)
    case .reminderCount: return FieldFigure(facts.reminderTally.count)
    case .daysSinceReminder:
      return FieldFigure(facts.reminderTally.last.map { Int64(facts.day.days(since: $0)) })
    case .risk: return .value(customer.account.customer.risk.figure)
    case .strategic: return FieldFigure(customer.account.customer.isStrategic)
    case .sensitive: return FieldFigure(customer.account.customer.isSensitive)
    case .consumer: return FieldFigure(customer.account.customer.isConsumer)
    case .averageDelay: return FieldFigure(customer.punctuality.averageDelay.map { Int64($0) })
    case .limitation: return FieldFigure(daysToLimitation)
    case .weekday: return .value(facts.day.weekday.figure)
    case .month: return FieldFigure(facts.day.month)
    case .invoice, .customer, .name, .segment, .category, .country, .language, .currency, .email,
      .phone, .address, .lateShare, .creditLimit:
      return .absent
    }
  }

  /// A field as a text in the form in which texts are compared; `nil` if it is absent or no text.
  func text(of field: Field) -> FoldedText? {
    switch field {
    case .invoice: facts.invoice.number.folded
    case .customer: customer.foldedID
    case .name: customer.foldedName
    case .segment: customer.foldedSegment
    case .category: customer.foldedCategory
    case .country: customer.foldedCountry
    case .language: customer.foldedLanguage
    case .currency: facts.currency.code.folded
    case .email: customer.foldedEmail
    case .phone: customer.foldedPhone
    case .address: customer.foldedAddress
    case .amount, .paid, .balance, .outstanding, .overdue, .overdueInvoices, .daysLate, .age,
      .dueDate, .issueDate, .kind, .dispute, .instalmentPlan, .insolvency, .promise,
      .brokenPromise, .reminderCount, .daysSinceReminder, .risk, .strategic, .sensitive, .consumer,
      .averageDelay, .lateShare, .creditLimit, .limitation, .weekday, .month:
      nil
    }
  }

  private var daysToLimitation: Int {
    facts.invoice.limitation(against: customer.account.customer).days(since: facts.day)
  }

  private func known(_ units: Int64?) -> FieldFigure {
    units.map { .value($0) } ?? .unknown(.overflow)
  }
}
