import Receivables

/// What the tables need beyond the cells of a row: the facts it refers to, and what follows from
/// them.
struct RowCompletion {
  let lookups: LedgerLookups
  let options: ImportOptions

  /// The currency of the amounts of a row.
  ///
  /// That of an invoice is the one it names, else the option's, else the ledger's own; that of a
  /// payment is its invoice's.
  func currency(of row: inout DraftRow, _ table: LedgerTable) throws(LedgerError) -> Currency {
    switch table {
    case .invoices:
      if let code = row.text(.currency) { return Currency(code: code) ?? .euro }
      if let currency = options.currency { return currency }
      guard let id = row.text(.id) else { return .euro }
      return try lookups.invoice(id)?.currency ?? .euro
    case .payments:
      guard let id = row.text(.invoiceID), let invoice = try lookups.invoice(id) else {
        return .euro
      }
      if let code = row.text(.currency), code != invoice.currency.code {
        row.reject(.currency, .otherCurrency(invoice.currency))
      }
      return invoice.currency
    case .customers, .contacts, .disputes, .promises, .holds, .exchangeRates, .reminders:
      return .euro
    }
  }

  /// Checks what a row refers to and fills what follows from it.
  func complete(
    _ row: inout DraftRow,
    _ table: LedgerTable,
    currency: Currency,
    _ counts: inout ImportCounts
  ) throws(LedgerError) {
    switch table {
    case .customers, .exchangeRates: break
    case .contacts: try requireCustomer(&row)
    case .invoices: try completeInvoice(&row, currency, &counts)
    case .payments, .promises: _ = try requireInvoice(&row)
    case .disputes:
      _ = try requireInvoice(&row)
      if let opened = row.date(.openedOn), let closed = row.date(.closedOn), closed <= opened {
        counts.emptyDisputes += 1
      }
    case .holds:
      if row.text(.customerID) == nil, row.text(.invoiceID) == nil { row.reject(.nothingHeld) }
      try requireCustomer(&row)
      _ = try requireInvoice(&row)
    case .reminders: try completeReminder(&row)
    }
  }

  private func requireCustomer(_ row: inout DraftRow) throws(LedgerError) {
    guard let id = row.text(.customerID), try !lookups.hasCustomer(id) else { return }
    row.reject(.customerID, .unknownCustomer)
  }

  private func requireInvoice(
    _ row: inout DraftRow
  ) throws(LedgerError) -> LedgerLookups.KnownInvoice? {
    guard let id = row.text(.invoiceID) else { return nil }
    let invoice = try lookups.invoice(id)
    if invoice == nil { row.reject(.invoiceID, .unknownInvoice) }
    return invoice
  }

  private func completeInvoice(
    _ row: inout DraftRow,
    _ currency: Currency,
    _ counts: inout ImportCounts
  ) throws(LedgerError) {
    row.fill(.currency, .text(currency.code))
    if row[.dueOn] == .null, !row.problems.contains(where: { $0.reason.isAboutDates }) {
      try fillDueDate(&row, &counts)
    }
    if let issued = row.date(.issuedOn), let due = row.date(.dueOn), due < issued {
      counts.dueBeforeIssue += 1
    }
  }

  /// Counts an absent due date from the payment terms of the invoice, else of its customer.
  private func fillDueDate(
    _ row: inout DraftRow,
    _ counts: inout ImportCounts
  ) throws(LedgerError) {
    var terms = row.text(.paymentTerms)
    if terms == nil, let customer = row.text(.customerID) {
      terms = try lookups.paymentTerms(ofCustomer: customer)
    }
    if let terms, let issued = row.date(.issuedOn) {
      guard let due = PaymentTerms(wording: terms)?.dueDate(issuedOn: issued) else {
        row.reject(.dueOn, .unknownTerms(terms))
        return
      }
      guard LedgerDates.range.contains(due) else {
        row.reject(.dueOn, .dateOutOfRange)
        return
      }
      row[.dueOn] = .text(due.description)
      counts.dueDatesCounted += 1
    } else if let id = row.text(.id), let known = try lookups.invoice(id)?.dueOn {
      row[.dueOn] = .text(known.description)
    } else {
      row.reject(.dueOn, .noDueDate)
    }
  }

  /// Fills what the history of another program does not say.
  ///
  /// The rank is that of a step which falls as long after the due date, so that the escalation goes
  /// on from there.
  private func completeReminder(_ row: inout DraftRow) throws(LedgerError) {
    let id = row.text(.invoiceID)
    let invoice: LedgerLookups.KnownInvoice?
    if let id { invoice = try lookups.invoice(id) } else { invoice = nil }
    if let invoice {
      row.fill(.customerID, .text(invoice.customer))
    } else if row.text(.customerID) == nil, id != nil {
      row.reject(.invoiceID, .unknownInvoice)
    }
    try requireCustomer(&row)
    var daysLate = 0
    if let due = invoice?.dueOn, let sent = row.date(.sentOn) { daysLate = sent.days(since: due) }
    let nature = daysLate < 0 ? Nature.preDueNotice : .reminder
    row.fill(.scenario, .text(""))
    row.fill(.rank, .integer(5 * Int64(daysLate)))
    row.fill(.nature, .text(nature.rawValue))
    row.fill(.tone, .text(Tone.neutral.rawValue))
    row.fill(.mode, .text(ActionMode.manual.rawValue))
    row.fill(.occurrence, .text(""))
    row.fill(.messageID, .text(""))
    row.fill(.runID, .text("import"))
  }
}

extension RowReason {
  /// Whether a row has a date that cannot be read, so that nothing more can be said of its dates.
  fileprivate var isAboutDates: Bool {
    switch self {
    case .notADate, .monthFirst, .shortYear, .dateOutOfRange, .dayNumber: true
    case .absent, .fieldCount, .textBehindQuote, .noDueDate, .unknownTerms, .notAnAmount,
      .ambiguousAmount, .tooManyDecimals, .tooLarge, .otherCurrency, .notMinorUnits,
      .notAnInteger, .notARate, .notATruthValue, .notACurrency, .unknownWord, .cutNumber,
      .unknownCustomer, .unknownInvoice, .repeated, .alreadyInLedger, .nothingHeld,
      .ruleBroken:
      false
    }
  }
}
