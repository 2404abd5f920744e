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

  /// Groups rows by their owners, within which they keep their order.
  ///
  /// - Parameters:
  ///   - parts: The rows; those of owners beyond the last group are left out.
  ///   - count: How many groups there are.
  ///   - threads: How many threads work.
  init(_ parts: [[EventRow<Event>]], count: Int, threads: Int) {
    // Each thread goes through all rows, and groups those of its own share of the groups.
    let shares = parts.reduce(0) { $0 + $1.count } < 1 << 14 ? 1 : threads
    let groups = (0..<shares).map { count * $0 / shares..<count * ($0 + 1) / shares }
    let sizes = sideBySide(shares, threads: threads) { share, _ in
      var sizes = [UInt32](repeating: 0, count: groups[share].count)
      let first = groups[share].lowerBound
      for part in parts {
        for row in part where groups[share].contains(Int(row.owner)) {
          sizes[Int(row.owner) - first] += 1
        }
      }
      return sizes
    }
    var starts: [UInt32] = [0]
    starts.reserveCapacity(count + 1)
    for size in sizes.joined() { starts.append(starts[starts.count - 1] + size) }
    let (ends, total) = (starts, Int(starts[count]))
    events = Array(unsafeUninitializedCapacity: total) { events, initializedCount in
      events.preferLargePages()
      // Each group has as many places as rows, and each place is filled once, by one thread.
      nonisolated(unsafe) let events = events
      _ = sideBySide(shares, threads: threads) { share, _ in
        var next = Array(ends[groups[share]])
        let first = groups[share].lowerBound
        for part in parts {
          for row in part where groups[share].contains(Int(row.owner)) {
            let place = next[Int(row.owner) - first]
            next[Int(row.owner) - first] += 1
            events.initializeElement(at: Int(place), to: row.event)
          }
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
  ///   - event: What a row says.
  /// - Returns: What the rows of needed invoices say, and of which of them.
  /// - Throws: What is wrong with a row.
  fileprivate static func rows(
    _ rows: TableRows,
    _ invoices: InvoiceDirectory,
    _ event: (TableRow) throws(LedgerError) -> Event
  ) throws(LedgerError) -> [EventRow] {
    let slot = rows.slot(.invoiceID)
    var found: [EventRow] = []
    try rows.show { row throws(LedgerError) in
      guard let id = try row.bytes(slot) else { throw row.failure(slot, .absent) }
      let event = try event(row)
      switch invoices.find(id) {
      case .needed(let place): found.append(EventRow(place, event))
      case .leftOut: break
      case nil: throw row.failure(slot, .danglingInvoice(String(decoding: id, as: UTF8.self)))
      }
    }
    return found
  }
}

extension Payment {
  /// Goes through the payments among the rows of a query.
  ///
  /// - Throws: What is wrong with the first that is not as it should be.
  static func check(
    _ rows: TableRows,
    _ invoices: InvoiceDirectory
  ) throws(LedgerError) {
    let (paidOn, amount) = (rows.slot(.paidOn), rows.slot(.amount))
    _ = try EventRow.rows(rows, invoices) { row throws(LedgerError) in
      Payment(
        paidOn: try row.requiredDate(paidOn),
        amount: try row.requiredMinorUnits(amount)
      )
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
        switch invoices.find(id) {
        case .needed(let place): onInvoices.append(EventRow(place, hold))
        case .leftOut: break
        case nil:
          guard !ofOthers else { return }
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
    found.reserveCapacity(rows.mostRows)
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
