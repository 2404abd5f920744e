import Receivables

/// The tables whose rows are dated facts about invoices.
extension LedgerReader {
  mutating func readPayments() throws(LedgerError) {
    guard var row = try rows(of: .payments) else { return }
    let (invoice, paidOn, amount) = (row.slot(.invoiceID), row.slot(.paidOn), row.slot(.amount))
    while try row.next() {
      let index = try self.invoice(row, invoice)
      let payment = Payment(
        paidOn: try row.requiredDate(paidOn),
        amount: try row.requiredMinorUnits(amount)
      )
      invoices[index].payments.append(payment)
    }
  }

  mutating func readDisputes() throws(LedgerError) {
    guard var row = try rows(of: .disputes) else { return }
    let (invoice, openedOn) = (row.slot(.invoiceID), row.slot(.openedOn))
    let closedOn = row.slot(.closedOn)
    while try row.next() {
      let index = try self.invoice(row, invoice)
      let dispute = Dispute(
        openedOn: try row.requiredDate(openedOn),
        closedOn: try row.date(closedOn)
      )
      invoices[index].disputes.append(dispute)
    }
  }

  mutating func readPromises() throws(LedgerError) {
    guard var row = try rows(of: .promises) else { return }
    let (invoice, madeOn) = (row.slot(.invoiceID), row.slot(.madeOn))
    let promisedOn = row.slot(.promisedOn)
    while try row.next() {
      let index = try self.invoice(row, invoice)
      let promise = PaymentPromise(
        madeOn: try row.date(madeOn),
        promisedOn: try row.requiredDate(promisedOn)
      )
      invoices[index].promises.append(promise)
    }
  }

  /// A hold that names an invoice is that invoice's, whatever customer it names beside it.
  mutating func readHolds() throws(LedgerError) {
    guard var row = try rows(of: .holds) else { return }
    let (customer, invoice) = (row.slot(.customerID), row.slot(.invoiceID))
    let (from, until, reason) = (row.slot(.fromOn), row.slot(.untilOn), row.slot(.reason))
    while try row.next() {
      let hold = Hold(
        from: try row.requiredDate(from),
        until: try row.date(until),
        reason: try row.text(reason)
      )
      if let id = try row.bytes(invoice) {
        if let index = findInvoice(id) {
          invoices[index].holds.append(hold)
        } else if self.customer == nil {
          throw row.failure(invoice, .danglingInvoice(String(decoding: id, as: UTF8.self)))
        }
      } else if let id = try row.bytes(customer) {
        if let index = findCustomer(id) {
          accounts[index].holds.append(hold)
        } else if self.customer == nil {
          throw row.failure(customer, .danglingCustomer(String(decoding: id, as: UTF8.self)))
        }
      } else {
        throw row.failure(customer, .nothingHeld)
      }
    }
  }

  /// History outlives invoices: rows of an invoice that is gone stay with their customer, and those
  /// of a customer that is gone are of no use.
  mutating func readReminders() throws(LedgerError) {
    guard var row = try rows(of: .reminders) else { return }
    let (customer, invoice) = (row.slot(.customerID), row.slot(.invoiceID))
    let slots = ReminderSlots(row)
    while try row.next() {
      let reminder = try slots.reminder(row)
      if let index = try row.bytes(invoice).flatMap(findInvoice) {
        invoices[index].reminders.append(reminder)
      } else if let index = try row.bytes(customer).flatMap(findCustomer) {
        accounts[index].otherReminders.append(reminder)
      }
    }
  }

  /// The number of the invoice a row is about.
  private func invoice(
    _ row: TableCursor,
    _ slot: TableCursor.Slot
  ) throws(LedgerError) -> Int {
    guard let id = try row.bytes(slot) else { throw row.failure(slot, .absent) }
    guard let index = findInvoice(id) else {
      throw row.failure(slot, .danglingInvoice(String(decoding: id, as: UTF8.self)))
    }
    return index
  }
}

/// Where the columns of `reminders` are in a row.
struct ReminderSlots {
  private let step, rank, channel, nature, sentOn, occurrence, messageID: TableCursor.Slot

  init(_ row: TableCursor) {
    step = row.slot(.step)
    rank = row.slot(.rank)
    channel = row.slot(.channel)
    nature = row.slot(.nature)
    sentOn = row.slot(.sentOn)
    occurrence = row.slot(.occurrence)
    messageID = row.slot(.messageID)
  }

  func reminder(_ row: TableCursor) throws(LedgerError) -> Reminder {
    Reminder(
      step: try row.requiredText(step),
      rank: Int(clamping: try row.integer(rank) ?? 0),
      channel: try row.requiredText(channel),
      nature: try row.requiredText(nature),
      sentOn: try row.requiredDate(sentOn),
      occurrence: try row.date(occurrence),
      messageID: try row.text(messageID)
    )
  }
}
