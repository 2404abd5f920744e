import Receivables

extension Database {
  /// Reads the ledger, or one customer's part of it, as it is at this moment.
  ///
  /// - Parameters:
  ///   - selection: What is read. A part is found by key, without going through the whole ledger.
  ///   - extraColumns: The columns that scenario files declare with `champ`. The `extras` of every
  ///     customer and invoice have one place for each of them, in this order; the places of the
  ///     other table's columns stay `nil`.
  /// - Returns: The accounts and the exchange rates.
  /// - Throws: What is wrong, with table, column and row.
  public func readLedger(
    _ selection: LedgerSelection = .everything,
    extraColumns: [ExtraColumn] = []
  ) throws(LedgerError) -> Ledger {
    try snapshot { () throws(LedgerError) in
      try currentLedger(selection, extraColumns: extraColumns)
    }
  }

  /// Does the work of `readLedger` within a transaction that is open already.
  func currentLedger(
    _ selection: LedgerSelection,
    extraColumns: [ExtraColumn]
  ) throws(LedgerError) -> Ledger {
    let reader = LedgerReader(
      snapshot: Snapshot(within: self),
      selection: selection,
      extraColumns: extraColumns,
      demand: nil
    )
    let book = try reader.read()
    let unpacking = book.unpacking()
    return Ledger(
      accounts: (0..<book.count).map { unpacking.account(at: $0) },
      exchangeRates: book.exchangeRates
    )
  }

  /// Reads what a demand needs of the ledger, or of one customer's part of it, as it is at this
  /// moment; the result does not depend on the number of threads.
  ///
  /// - Parameters:
  ///   - selection: What is read.
  ///   - extraColumns: The columns that scenario files declare with `champ`.
  ///   - demand: What may be left out; `nil` to read everything.
  ///   - threads: How many threads read, each by a connection of its own.
  /// - Returns: The accounts, packed.
  /// - Throws: What is wrong, with table, column and row.
  public func readBook(
    _ selection: LedgerSelection = .everything,
    extraColumns: [ExtraColumn] = [],
    demand: LedgerDemand?,
    threads: Int
  ) throws(LedgerError) -> LedgerBook {
    let reader = LedgerReader(
      snapshot: try Snapshot(self, threads: selection == .everything ? threads : 1),
      selection: selection,
      extraColumns: extraColumns,
      demand: demand
    )
    return try reader.read()
  }
}

/// Puts the rows of the tables together.
///
/// The rows come in whatever order the database finds them; the book has them in an order of its
/// own, so that no plan depends on theirs. First customers and payments, then the invoices, of which
/// it is known then whether they are needed; of all other tables only their rows are kept.
struct LedgerReader {
  let snapshot: Snapshot
  let selection: LedgerSelection
  let extraColumns: [ExtraColumn]
  let demand: LedgerDemand?

  var database: Database { snapshot.connection(of: 0) }

  /// Reads everything that is wanted.
  func read() throws(LedgerError) -> LedgerBook {
    let filter = LedgerFilter(customer: try customer())
    let rates = try readExchangeRates()
    let customers = try readCustomers(filter)
    if let customer = filter.customer, customers.count == 0 { throw .unknownCustomer(customer) }
    let (needed, invoices) = try readInvoices(filter, customers)
    return LedgerBook(
      exchangeRates: rates,
      customers: customers,
      needed: needed,
      events: try readEvents(filter, customers, invoices, needed)
    )
  }

  /// Reads all tables but those of customers, invoices and payments.
  private func readEvents(
    _ filter: LedgerFilter,
    _ customers: CustomerTable,
    _ invoices: InvoiceDirectory,
    _ needed: NeededInvoices
  ) throws(LedgerError) -> LedgerBook.Events {
    /// What rows say of each needed invoice.
    func ofInvoices<Event>(_ rows: [[EventRow<Event>]]) -> EventGroups<Event> {
      EventGroups(rows, count: needed.count, threads: snapshot.threads)
    }
    /// What rows say of each customer.
    func ofCustomers<Event>(_ rows: [[EventRow<Event>]]) -> EventGroups<Event> {
      EventGroups(rows, count: customers.count, threads: snapshot.threads)
    }
    let contacts = try read(.contacts, filter) { rows throws(LedgerError) in
      try Contact.rows(rows, customers) { !needed.places(of: $0).isEmpty || demand == nil }
    }
    let disputes = try read(.disputes, filter) { rows throws(LedgerError) in
      try Dispute.rows(rows, invoices)
    }
    let promises = try read(.promises, filter) { rows throws(LedgerError) in
      try PaymentPromise.rows(rows, invoices)
    }
    let holds = try read(.holds, filter) { rows throws(LedgerError) in
      try HoldRows(rows, customers, invoices, ofOthers: filter.customer != nil)
    }
    let reminders = try readReminders(filter, customers, invoices)
    return LedgerBook.Events(
      disputes: ofInvoices(disputes),
      promises: ofInvoices(promises),
      invoiceHolds: ofInvoices(holds.map(\.onInvoices)),
      customerHolds: ofCustomers(holds.map(\.onCustomers)),
      contacts: ofCustomers(contacts),
      reminderWords: reminders.map(\.words),
      reminders: ofInvoices(reminders.map(\.ofInvoices)),
      otherReminders: ofCustomers(reminders.map(\.ofCustomers))
    )
  }

  /// What is made of the rows of a table that are wanted, piece by piece; nothing if the ledger does
  /// not have the table.
  func read<Part: Sendable>(
    _ table: LedgerTable,
    _ filter: LedgerFilter,
    _ read: @Sendable (TableRows) throws(LedgerError) -> Part
  ) throws(LedgerError) -> [Part] {
    guard let query = try query(table, filter) else { return [] }
    return try snapshot.read(query) { rows, _ throws(LedgerError) in try read(rows) }
  }

  /// Fails with the first row of a query whose identifier an earlier one has already, if there is one.
  func findDuplicate(_ query: TableQuery) throws(LedgerError) {
    let slot = query.slot(.id)
    var known: Set<[UInt8]> = []
    try TableRows(database, query).show { row throws(LedgerError) in
      let id = Array(try row.identifier(slot))
      guard known.insert(id).inserted else {
        throw row.failure(slot, .duplicate(String(decoding: id, as: UTF8.self)))
      }
    }
  }

  /// The one customer the selection is about; `nil` for all of them.
  private func customer() throws(LedgerError) -> String? {
    switch selection {
    case .everything: return nil
    case .customer(let id): return id
    case .customerOfInvoice(let id): return try database.customer(of: .invoice(id))
    }
  }

  /// The query for the rows of a table that are wanted; `nil` if the ledger does not have the table.
  func query(
    _ table: LedgerTable,
    _ filter: LedgerFilter,
    extraColumns: [String] = []
  ) throws(LedgerError) -> TableQuery? {
    try TableQuery(
      database,
      table,
      where: { demand?.needs($0, of: table) ?? true },
      extraColumns: extraColumns,
      filter: filter.rows(of: table)
    )
  }

  private func readExchangeRates() throws(LedgerError) -> ExchangeRates {
    var entries: [ExchangeRate] = []
    guard let rows = try TableRows(database, .exchangeRates) else {
      return ExchangeRates(entries: entries)
    }
    let (currency, validFrom, perEuro) =
      (rows.slot(.currency), rows.slot(.validFrom), rows.slot(.perEuro))
    try rows.show { row throws(LedgerError) in
      guard let code = try row.currency(currency) else { throw row.failure(currency, .absent) }
      entries.append(
        ExchangeRate(
          currency: code,
          validFrom: try row.requiredDate(validFrom),
          perEuro: try row.rate(perEuro)
        )
      )
    }
    return ExchangeRates(entries: entries)
  }

  private func readCustomers(_ filter: LedgerFilter) throws(LedgerError) -> CustomerTable {
    let extras = try ExtraColumnReader(database, .customers, extraColumns)
    guard let query = try query(.customers, filter, extraColumns: extras.columns) else {
      return CustomerTable([])
    }
    let parts = try snapshot.read(query) { rows, _ throws(LedgerError) in
      try CustomerTable(rows, extras)
    }
    var customers = CustomerTable(parts)
    customers.identifiers.makeIndex(threads: snapshot.threads)
    if customers.identifiers.hasDuplicates { try findDuplicate(query) }
    return customers
  }

  /// History outlives invoices: rows of an invoice that is gone stay with their customer, and those
  /// of a customer that is gone are of no use.
  private func readReminders(
    _ filter: LedgerFilter,
    _ customers: CustomerTable,
    _ invoices: InvoiceDirectory
  ) throws(LedgerError) -> [ReminderRows] {
    guard let query = try query(.reminders, filter) else { return [] }
    let needs = ReminderNeeds(demand, customers, invoices)
    return try snapshot.read(query) { rows, piece throws(LedgerError) in
      try ReminderRows(rows, piece: piece, needs)
    }
  }
}
