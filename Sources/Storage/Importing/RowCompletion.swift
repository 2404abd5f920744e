import Receivables

/// What the tables need beyond the cells of a row: the facts it refers to, and what follows from
/// them.
struct RowCompletion {
  let lookups: LedgerLookups
  let options: ImportOptions
  let places: ColumnPlaces
  /// Whether the ledger can say something of the invoices of the file.
  let knowsInvoices: Bool

  /// Whether the ledger has the invoice of the row whose currency was asked for last.
  private var hasInvoice = false
  /// What the wordings of payment terms mean that occurred already.
  private var knownTerms: [String: PaymentTerms] = [:]

  private static let mostKnownTerms = 1_000

  init(
    _ lookups: LedgerLookups,
    _ options: ImportOptions,
    _ places: ColumnPlaces,
    knowsInvoices: Bool
  ) {
    self.lookups = lookups
    self.options = options
    self.places = places
    self.knowsInvoices = knowsInvoices
  }

  /// The currency of the amounts of a row.
  ///
  /// That of an invoice is the one it names, else the option's, else the ledger's own; that of a
  /// payment is its invoice's.
  mutating func currency(
    of row: inout DraftRow,
    _ table: LedgerTable
  ) throws(LedgerError) -> Currency {
    switch table {
    case .invoices:
      if let currency = row.withText(places.currency, RowCompletion.currency) { return currency }
      if let currency = options.currency { return currency }
      guard knowsInvoices else { return .euro }
      return try currencyOfInvoice(places.id, row) ?? .euro
    case .payments:
      let known = try currencyOfInvoice(places.invoiceID, row)
      hasInvoice = known != nil
      guard let currency = known else { return .euro }
      if let own = row.withText(places.currency, RowCompletion.currency), own != currency {
        row.reject(.currency, .otherCurrency(currency))
      }
      return currency
    case .customers, .contacts, .disputes, .promises, .holds, .exchangeRates, .reminders:
      return .euro
    }
  }

  private func currencyOfInvoice(
    _ place: Int,
    _ row: DraftRow
  ) throws(LedgerError) -> Currency? {
    try row.withText(place) { (id) throws(LedgerError) in try lookups.currency(ofInvoice: id) }
      .flatMap { $0 }
  }

  /// The currency of a code as the ledger writes it.
  private static func currency(_ code: UnsafeBufferPointer<UInt8>) -> Currency {
    // Nearly all are euros.
    code.elementsEqual("EUR".utf8)
      ? .euro : Currency(code: String(decoding: code, as: UTF8.self)) ?? .euro
  }

  /// Checks what a row refers to and fills what follows from it.
  mutating func complete(
    _ row: inout DraftRow,
    _ table: LedgerTable,
    currency: Currency,
    _ counts: inout ImportCounts
  ) throws(LedgerError) {
    switch table {
    case .customers, .exchangeRates: break
    case .contacts: try requireCustomer(&row)
    case .invoices: try completeInvoice(&row, currency, &counts)
    case .payments:
      if !hasInvoice, !row.isNull(places.invoiceID) { row.reject(.invoiceID, .unknownInvoice) }
    case .promises: try requireInvoice(&row)
    case .disputes:
      try requireInvoice(&row)
      if let opened = row.date(places.openedOn), let closed = row.date(places.closedOn),
        closed <= opened
      {
        counts.emptyDisputes += 1
      }
    case .holds:
      if row.isNull(places.customerID), row.isNull(places.invoiceID) {
        row.reject(.whole, .nothingHeld)
      }
      try requireCustomer(&row)
      try requireInvoice(&row)
    case .reminders: try completeReminder(&row)
    }
  }

  private func requireCustomer(_ row: inout DraftRow) throws(LedgerError) {
    let isKnown = try row.withText(places.customerID) { (id) throws(LedgerError) in
      try lookups.hasCustomer(id)
    }
    if isKnown == false { row.reject(.customerID, .unknownCustomer) }
  }

  private func requireInvoice(_ row: inout DraftRow) throws(LedgerError) {
    let isKnown = try row.withText(places.invoiceID) { (id) throws(LedgerError) in
      try lookups.currency(ofInvoice: id) != nil
    }
    if isKnown == false { row.reject(.invoiceID, .unknownInvoice) }
  }

  private mutating func completeInvoice(
    _ row: inout DraftRow,
    _ currency: Currency,
    _ counts: inout ImportCounts
  ) throws(LedgerError) {
    if row.isNull(places.currency) { row.set(places.currency, currency.code.utf8) }
    if row.isNull(places.dueOn), !row.problems.contains(where: { $0.reason.isAboutDates }) {
      try fillDueDate(&row, &counts)
    }
    if let issued = row.date(places.issuedOn), let due = row.date(places.dueOn), due < issued {
      counts.dueBeforeIssue += 1
    }
  }

  /// Counts an absent due date from the payment terms of the invoice, else of its customer.
  private mutating func fillDueDate(
    _ row: inout DraftRow,
    _ counts: inout ImportCounts
  ) throws(LedgerError) {
    var wording = row.text(places.paymentTerms)
    if wording == nil, let customer = row.text(places.customerID) {
      wording = try lookups.paymentTerms(ofCustomer: customer)
    }
    if let wording, let issued = row.date(places.issuedOn) {
      guard let due = terms(wording)?.dueDate(issuedOn: issued) else {
        row.reject(.dueOn, .unknownTerms(wording))
        return
      }
      guard LedgerDates.range.contains(due) else {
        row.reject(.dueOn, .dateOutOfRange)
        return
      }
      row.set(places.dueOn, due)
      counts.dueDatesCounted += 1
    } else if let id = row.text(places.id), let known = try lookups.invoice(id)?.dueOn {
      row.set(places.dueOn, known)
    } else {
      row.reject(.dueOn, .noDueDate)
    }
  }

  private mutating func terms(_ wording: String) -> PaymentTerms? {
    if let terms = knownTerms[wording] { return terms }
    guard let terms = PaymentTerms(wording: wording) else { return nil }
    if knownTerms.count < RowCompletion.mostKnownTerms { knownTerms[wording] = terms }
    return terms
  }

  /// Fills what the history of another program does not say.
  ///
  /// The rank is that of a step which falls as long after the due date, so that the escalation goes
  /// on from there.
  private func completeReminder(_ row: inout DraftRow) throws(LedgerError) {
    let id = row.text(places.invoiceID)
    let invoice: LedgerLookups.KnownInvoice?
    if let id { invoice = try lookups.invoice(id) } else { invoice = nil }
    if let invoice {
      row.fill(places.customerID, .text(invoice.customer))
    } else if row.isNull(places.customerID), id != nil {
      row.reject(.invoiceID, .unknownInvoice)
    }
    try requireCustomer(&row)
    var daysLate = 0
    if let due = invoice?.dueOn, let sent = row.date(places.sentOn) {
      daysLate = sent.days(since: due)
    }
    let nature = daysLate < 0 ? Nature.preDueNotice : .reminder
    row.fill(places.scenario, .text(""))
    row.fill(places.rank, .integer(5 * Int64(daysLate)))
    row.fill(places.nature, .text(nature.rawValue))
    row.fill(places.tone, .text(Tone.neutral.rawValue))
    row.fill(places.mode, .text(ActionMode.manual.rawValue))
    row.fill(places.occurrence, .text(""))
    row.fill(places.messageID, .text(""))
    row.fill(places.runID, .text("import"))
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
