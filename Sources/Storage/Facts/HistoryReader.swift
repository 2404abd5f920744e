import Receivables

extension Database {
  /// What happened to an invoice or a customer, in order of day.
  ///
  /// What concerns the customer as a whole belongs to the history of each invoice.
  public func history(of subject: LedgerSubject) throws(LedgerError) -> [HistoryEvent] {
    try snapshot { () throws(LedgerError) in
      let customer = try customer(of: subject)
      let ledger = try currentLedger(.customer(customer), extraColumns: [])
      guard let account = ledger.accounts.first else { throw .unknownCustomer(customer) }
      var reader = HistoryReader(customer: customer, notes: try FactNotes(self))
      reader.read(account, of: subject)
      reader.events += try reminders(of: subject, customer: customer)
      return reader.events.enumerated().sorted { left, right in
        let (first, second) = (left.element, right.element)
        if first.day != second.day { return first.day < second.day }
        if first.kind.order != second.kind.order { return first.kind.order < second.kind.order }
        if first.invoice != second.invoice {
          return precedes(first.invoice ?? "", second.invoice ?? "")
        }
        return left.offset < right.offset
      }.map(\.element)
    }
  }

  private func reminders(
    of subject: LedgerSubject,
    customer: String
  ) throws(LedgerError) -> [HistoryEvent] {
    let filter: RowFilter
    switch subject {
    case .invoice(let id): filter = RowFilter(condition: "invoice_id = ?1", parameter: id)
    case .customer(let id): filter = LedgerFilter(customer: id).rows(of: .reminders)
    }
    guard let rows = try TableRows(self, .reminders, filter: filter) else { return [] }
    let proofs = try ReminderProofs(self)
    let slots = ReminderSlots(rows)
    let (invoice, scenario) = (rows.slot(.invoiceID), rows.slot(.scenario))
    let (tone, mode, run) = (rows.slot(.tone), rows.slot(.mode), rows.slot(.runID))
    var events: [HistoryEvent] = []
    try rows.show { row throws(LedgerError) in
      let reminder = try slots.reminder(row)
      let id = try row.requiredText(invoice)
      let runID = try row.text(run)
      let sent = SentReminder(
        reminder: reminder,
        scenario: try row.text(scenario) ?? "",
        tone: try row.text(tone) ?? "",
        mode: try row.text(mode) ?? "",
        run: runID,
        recordedAt: try runID.flatMap { run throws(LedgerError) in try proofs.moment(of: run) },
        texts: try proofs.texts(of: reminder, invoice: id)
      )
      events.append(
        HistoryEvent(
          day: reminder.sentOn,
          customer: customer,
          invoice: id,
          kind: .reminder(sent)
        )
      )
    }
    return events
  }
}

/// Puts together what the tables say of a customer.
private struct HistoryReader {
  let customer: String
  let notes: FactNotes
  var events: [HistoryEvent] = []

  mutating func read(_ account: CustomerAccount, of subject: LedgerSubject) {
    if let day = account.customer.insolvencyOn { add(day, nil, .insolvency) }
    for hold in account.holds { add(hold, nil) }
    addReleases(nil, notes.releases(of: .customer(customer)))
    for invoice in account.invoices {
      switch subject {
      case .invoice(let id) where id != invoice.invoice.id: continue
      case .invoice, .customer: read(invoice)
      }
    }
  }

  private mutating func read(_ account: InvoiceAccount) {
    let invoice = account.invoice
    let id = invoice.id
    let amount = Money(minorUnits: invoice.amount, currency: invoice.currency)
    if let day = invoice.issuedOn { add(day, id, .issued(amount)) }
    add(invoice.dueOn, id, .due)
    for payment in account.payments {
      let paid = Money(minorUnits: payment.amount, currency: invoice.currency)
      add(payment.paidOn, id, .payment(paid), notes.reason(.payment, id, payment.paidOn))
    }
    for dispute in account.disputes {
      add(dispute.openedOn, id, .dispute, notes.reason(.dispute, id, dispute.openedOn))
      if let day = dispute.closedOn {
        add(day, id, .settlement, notes.reason(.settlement, id, day))
      }
    }
    for promise in account.promises {
      let day = promise.madeOn ?? promise.promisedOn
      add(day, id, .promise(promise.promisedOn), notes.reason(.promise, id, day))
    }
    for hold in account.holds { add(hold, id) }
    addReleases(id, notes.releases(of: .invoice(id)))
  }

  private mutating func add(_ hold: Hold, _ invoice: String?) {
    add(hold.from, invoice, .hold(until: hold.until), hold.reason)
  }

  private mutating func addReleases(
    _ invoice: String?,
    _ releases: [(day: CalendarDate, reason: String?)]
  ) {
    for release in releases { add(release.day, invoice, .release, release.reason) }
  }

  private mutating func add(
    _ day: CalendarDate,
    _ invoice: String?,
    _ kind: HistoryEvent.Kind,
    _ reason: String? = nil
  ) {
    events.append(
      HistoryEvent(day: day, customer: customer, invoice: invoice, kind: kind, reason: reason)
    )
  }
}

extension HistoryEvent.Kind {
  /// The order of what happened on the same day.
  fileprivate var order: Int {
    switch self {
    case .issued: 0
    case .due: 1
    case .insolvency: 2
    case .payment: 3
    case .dispute: 4
    case .promise: 5
    case .hold: 6
    case .reminder: 7
    case .settlement: 8
    case .release: 9
    }
  }
}
