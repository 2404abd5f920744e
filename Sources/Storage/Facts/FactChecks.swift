import Receivables

extension CustomerAccount {
  /// An invoice of the customer.
  func invoice(_ id: String) throws(LedgerError) -> InvoiceAccount {
    guard let account = invoices.first(where: { $0.invoice.id == id }) else {
      throw .unknownInvoice(id)
    }
    return account
  }

  /// The holds of the subject itself.
  private func holds(of subject: LedgerSubject) throws(LedgerError) -> [Hold] {
    switch subject {
    case .invoice(let id): try invoice(id).holds
    case .customer: holds
    }
  }

  /// Fails if another hold covers all the days of a new one.
  func expectNoHold(
    of subject: LedgerSubject,
    from: CalendarDate,
    until: CalendarDate?
  ) throws(LedgerError) {
    if let until, until < from { throw .fact(.endBeforeStart(first: from, last: until)) }
    let last = until ?? .latest
    for hold in try holds(of: subject)
    where hold.from <= from && last <= hold.until ?? .latest {
      throw .fact(.heldAlready(subject, from: hold.from, until: hold.until))
    }
  }

  /// Fails if no hold is in force on a day or later.
  func expectHold(of subject: LedgerSubject, on day: CalendarDate) throws(LedgerError) {
    let isHeld = try holds(of: subject).contains { hold in
      let last = hold.until ?? .latest
      return last >= day && last >= hold.from
    }
    guard isHeld else { throw .fact(.notHeld(subject, day: day)) }
  }
}

extension InvoiceAccount {
  /// Fails if the invoice is disputed on a day, or did not exist.
  func expectNoDispute(on day: CalendarDate) throws(LedgerError) {
    try expectIssued(by: day)
    if let known = disputes.first(where: { $0.isOpen(on: day) || $0.openedOn == day }) {
      throw .fact(.disputedAlready(invoice: invoice.id, since: known.openedOn))
    }
  }

  /// The dispute without an end that is open on a day.
  func openDispute(on day: CalendarDate) throws(LedgerError) -> Dispute {
    guard let dispute = disputes.first(where: { $0.isOpen(on: day) && $0.closedOn == nil }) else {
      throw .fact(.notDisputed(invoice: invoice.id, day: day))
    }
    return dispute
  }

  /// Fails if the ledger has a promise, or it cannot be: nobody promises to pay what is not owed.
  func expectNoPromise(made: CalendarDate, due: CalendarDate) throws(LedgerError) {
    try expectIssued(by: made)
    // A promise for a day that has passed would be broken at once (R110).
    guard made <= due else { throw .fact(.promisedBefore(made: made, due: due)) }
    let nothing = Money(minorUnits: 0, currency: invoice.currency)
    guard try balance(after: nothing, on: made).minorUnits > 0 else {
      throw .fact(.nothingOwed(invoice: invoice.id))
    }
    if promises.contains(PaymentPromise(madeOn: made, promisedOn: due)) {
      throw .fact(.promisedAlready(invoice: invoice.id, due: due))
    }
  }

  private func expectIssued(by day: CalendarDate) throws(LedgerError) {
    if let issued = invoice.issuedOn, issued > day {
      throw .fact(.beforeIssue(invoice: invoice.id, day: day, issued: issued))
    }
  }

  /// The amount of a payment that a person told.
  func amount(
    _ amount: LedgerFact.PaidAmount,
    on day: CalendarDate,
    _ repetition: LedgerFact.Repetition
  ) throws(LedgerError) -> Money {
    let paid: Money
    switch amount {
    case .balance:
      paid = try balance(after: Money(minorUnits: 0, currency: invoice.currency), on: day)
      guard paid.minorUnits > 0 else { throw .fact(.nothingOwed(invoice: invoice.id)) }
    case .written(let text): paid = try money(text)
    }
    let isKnown = payments.contains { $0.paidOn == day && $0.amount == paid.minorUnits }
    switch repetition {
    case .refused where isKnown:
      throw .fact(.paidAlready(invoice: invoice.id, paid, day: day))
    case .refused, .allowed: return paid
    }
  }

  /// What is owed on a day once an amount more was paid.
  func balance(after paid: Money, on day: CalendarDate) throws(LedgerError) -> Money {
    var balance = Int128(invoice.amount) - Int128(paid.minorUnits)
    for payment in payments where payment.paidOn <= day { balance -= Int128(payment.amount) }
    guard let minorUnits = Int64(exactly: balance) else {
      throw .fact(.overflow(invoice: invoice.id))
    }
    return Money(minorUnits: minorUnits, currency: invoice.currency)
  }

  /// An amount as a person writes it, in the invoice's currency.
  private func money(_ text: String) throws(LedgerError) -> Money {
    let currency = invoice.currency
    let symbols = [currency.code] + (currency == .euro ? ["€"] : [])
    guard
      let amount = try? AmountText(text, mark: nil),
      amount.currency.map({ symbols.contains($0) }) ?? true,
      let converted = try? amount.minorUnits(of: currency, excessDecimals: .refused),
      converted.minorUnits != 0, converted.exactness == .exact
    else { throw .fact(.notAnAmount(text, currency)) }
    return Money(minorUnits: converted.minorUnits, currency: currency)
  }
}
