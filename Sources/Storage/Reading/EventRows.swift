import Receivables

/// A row about something that has a number: an invoice, or a customer.
struct EventRow<Event: Sendable>: Sendable {
  /// The number.
  var owner: UInt32
  /// What the row says.
  let event: Event

  init(_ owner: Int, _ event: Event) {
    self.owner = UInt32(truncatingIfNeeded: owner)
    self.event = event
  }
}

/// The rows of a table, put together by what they are about.
struct EventGroups<Event: Sendable>: Sendable {
  private let events: [Event]
  /// Where the events of each owner begin.
  private let starts: [UInt32]

  /// Groups rows, which keep their order within a group.
  ///
  /// - Parameters:
  ///   - parts: The rows.
  ///   - count: How many groups there are.
  ///   - group: The group of an owner; `nil` if its rows are not needed.
  init(_ parts: [[EventRow<Event>]], count: Int, by group: (Int) -> Int? = { $0 }) {
    var starts = [UInt32](repeating: 0, count: count + 1)
    var groups: [UInt32] = []
    for part in parts {
      for row in part {
        guard let group = group(Int(row.owner)) else {
          groups.append(.max)
          continue
        }
        starts[group + 1] += 1
        groups.append(UInt32(truncatingIfNeeded: group))
      }
    }
    for group in 0..<count { starts[group + 1] += starts[group] }
    var next = starts
    let total = Int(starts[count])
    events = Array(unsafeUninitializedCapacity: total) { events, initializedCount in
      // Each group has as many places as rows, so that every place is filled once.
      var rows = groups.makeIterator()
      for part in parts {
        for row in part {
          guard let group = rows.next(), group != .max else { continue }
          events.initializeElement(at: Int(next[Int(group)]), to: row.event)
          next[Int(group)] += 1
        }
      }
      initializedCount = total
    }
    self.starts = starts
  }

  /// The events of a group.
  subscript(group: Int) -> [Event] {
    let places = places(of: group)
    if places.isEmpty { return [] }
    var events: [Event] = []
    events.reserveCapacity(places.count)
    for place in places { events.append(self.events[place]) }
    return events
  }

  /// The places of a group's events.
  ///
  /// A slice would count a reference to all events, which the threads that unpack them would wait
  /// for each other to do.
  func places(of group: Int) -> Range<Int> { Int(starts[group])..<Int(starts[group + 1]) }

  /// The event at a place.
  func event(at place: Int) -> Event { events[place] }
}

extension EventRow {
  /// Reads the rows of a query that are about invoices.
  ///
  /// - Parameters:
  ///   - rows: The rows.
  ///   - invoices: The invoices that were read.
  ///   - event: What a row says; `nil` if that is not needed.
  /// - Returns: What the needed rows say, and of which invoices.
  /// - Throws: What is wrong with a row.
  fileprivate static func rows(
    _ rows: TableRows,
    _ invoices: InvoiceDirectory,
    _ event: @escaping (TableRow) throws(LedgerError) -> Event?
  ) throws(LedgerError) -> [EventRow] {
    var references = RowReferences(rows, to: invoices, EventReader(rows, event))
    try references.show()
    return references.reader.found
  }
}

/// Reads what the rows of a table say about invoices.
private struct EventReader<Event: Sendable>: ReferenceReader {
  private let event: (TableRow) throws(LedgerError) -> Event?
  private(set) var found: [EventRow<Event>] = []

  init(_ rows: TableRows, _ event: @escaping (TableRow) throws(LedgerError) -> Event?) {
    self.event = event
    found.reserveCapacity(rows.mostRows)
  }

  mutating func take(_ row: TableRow) throws(LedgerError) -> Int? {
    guard let event = try event(row) else { return nil }
    found.append(EventRow(0, event))
    return found.count - 1
  }

  mutating func refer(_ place: Int, to number: UInt32) { found[place].owner = number }
}

extension Payment {
  /// Reads the payments among the rows of a query, up to a day if one is given.
  static func rows(
    _ rows: TableRows,
    _ invoices: InvoiceDirectory,
    upTo day: CalendarDate?
  ) throws(LedgerError) -> [EventRow<Payment>] {
    let (paidOn, amount) = (rows.slot(.paidOn), rows.slot(.amount))
    let last = day ?? .latest
    return try EventRow.rows(rows, invoices) { row throws(LedgerError) in
      let event = Payment(
        paidOn: try row.requiredDate(paidOn),
        amount: try row.requiredMinorUnits(amount)
      )
      return event.paidOn > last ? nil : event
    }
  }
}

extension Dispute {
  /// Reads the disputes among the rows of a query.
  static func rows(
    _ rows: TableRows,
    _ invoices: InvoiceDirectory
  ) throws(LedgerError) -> [EventRow<Dispute>] {
    let (openedOn, closedOn) = (rows.slot(.openedOn), rows.slot(.closedOn))
    return try EventRow.rows(rows, invoices) { row throws(LedgerError) in
      Dispute(openedOn: try row.requiredDate(openedOn), closedOn: try row.date(closedOn))
    }
  }
}

extension PaymentPromise {
  /// Reads the promises among the rows of a query.
  static func rows(
    _ rows: TableRows,
    _ invoices: InvoiceDirectory
  ) throws(LedgerError) -> [EventRow<PaymentPromise>] {
    let (madeOn, promisedOn) = (rows.slot(.madeOn), rows.slot(.promisedOn))
    return try EventRow.rows(rows, invoices) { row throws(LedgerError) in
      PaymentPromise(madeOn: try row.date(madeOn), promisedOn: try row.requiredDate(promisedOn))
    }
  }
}

/// The holds of a ledger, on invoices and on whole customers.
struct HoldRows: Sendable {
  private(set) var onInvoices: [EventRow<Hold>] = []
  private(set) var onCustomers: [EventRow<Hold>] = []

  /// Reads the rows of a query.
  ///
  /// A hold that names an invoice is that invoice's, whatever customer it names beside it.
  ///
  /// - Parameters:
  ///   - rows: The rows.
  ///   - customers: The customers that were read.
  ///   - invoices: Their invoices.
  ///   - ofOthers: Whether rows may be about customers that were not read.
  /// - Throws: What is wrong with a row.
  init(
    _ rows: TableRows,
    _ customers: CustomerTable,
    _ invoices: InvoiceDirectory,
    ofOthers: Bool
  ) throws(LedgerError) {
    let (customer, invoice) = (rows.slot(.customerID), rows.slot(.invoiceID))
    let (from, until, reason) = (rows.slot(.fromOn), rows.slot(.untilOn), rows.slot(.reason))
    try rows.show { row throws(LedgerError) in
      let hold = Hold(
        from: try row.requiredDate(from),
        until: try row.date(until),
        reason: try row.text(reason)
      )
      if let id = try row.bytes(invoice) {
        if let number = invoices.identifiers.find(id) {
          onInvoices.append(EventRow(number, hold))
        } else if !ofOthers {
          throw row.failure(invoice, .danglingInvoice(String(decoding: id, as: UTF8.self)))
        }
      } else if let id = try row.bytes(customer) {
        if let number = customers.identifiers.find(id) {
          onCustomers.append(EventRow(number, hold))
        } else if !ofOthers {
          throw row.failure(customer, .danglingCustomer(String(decoding: id, as: UTF8.self)))
        }
      } else {
        throw row.failure(customer, .nothingHeld)
      }
    }
  }
}

extension Contact {
  /// Reads the contacts among the rows of a query, those of some customers.
  static func rows(
    _ rows: TableRows,
    _ customers: CustomerTable,
    where isNeeded: (Int) -> Bool
  ) throws(LedgerError) -> [EventRow<Contact>] {
    let (customer, role) = (rows.slot(.customerID), rows.slot(.role))
    let (name, email, phone) = (rows.slot(.name), rows.slot(.email), rows.slot(.phone))
    let address = rows.slot(.address)
    var roles = WordCache<ContactRole>()
    var found: [EventRow<Contact>] = []
    try rows.show { row throws(LedgerError) in
      guard let id = try row.bytes(customer) else { throw row.failure(customer, .absent) }
      guard let number = customers.identifiers.find(id) else {
        throw row.failure(customer, .danglingCustomer(String(decoding: id, as: UTF8.self)))
      }
      guard let role = try row.word(role, of: LedgerWords.role, &roles) else {
        throw row.failure(role, .absent)
      }
      guard isNeeded(number) else { return }
      let contact = Contact(
        role: role,
        name: try row.text(name),
        email: try row.text(email),
        phone: try row.text(phone),
        address: try row.text(address)
      )
      found.append(EventRow(number, contact))
    }
    return found
  }
}
