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
/// own, so that no plan depends on theirs. First customers and invoices, then the payments, after
/// which it is known which invoices are needed; of all other tables only their rows are kept.
struct LedgerReader {
  let snapshot: Snapshot
  let selection: LedgerSelection
  let extraColumns: [ExtraColumn]
  let demand: LedgerDemand?

  private var database: Database { snapshot.connection(of: 0) }

  /// Reads everything that is wanted.
  func read() throws(LedgerError) -> LedgerBook {
    let filter = LedgerFilter(customer: try customer())
    let rates = try readExchangeRates()
    let customers = try readCustomers(filter)
    if let customer = filter.customer, customers.count == 0 { throw .unknownCustomer(customer) }
    let invoices = try readInvoices(filter, customers)
    let directory = invoices.directory
    var (needed, places, payments) = try chosen(of: invoices, filter, customers)
    needed.makeIndex(threads: snapshot.threads)
    let events = try readEvents(filter, customers, directory, needed, places, payments)
    needed.dropIndex()
    return LedgerBook(
      exchangeRates: rates,
      customers: customers,
      needed: needed,
      events: events
    )
  }

  /// Reads the payments, and chooses by them the invoices that are needed; of all the others only
  /// what rows find them by is kept.
  private func chosen(
    of all: consuming InvoiceTable,
    _ filter: LedgerFilter,
    _ customers: CustomerTable
  ) throws(LedgerError) -> (NeededInvoices, NeededInvoices.Places, EventGroups<Payment>) {
    var all = all
    let (directory, day) = (all.directory, demand?.paidUpTo)
    let payments = try read(.payments, filter) { rows throws(LedgerError) in
      try Payment.rows(rows, directory, upTo: day)
    }
    if demand != nil { for part in payments { all.take(part) } }
    var places = NeededInvoices.Places()
    let needed = NeededInvoices(of: all, customers: customers.count, demand: demand, &places)
    let count = needed.invoices.records.count
    return (needed, places, EventGroups(payments, count: count, by: places.callAsFunction))
  }

  /// Reads all tables but those of customers, invoices and payments.
  private func readEvents(
    _ filter: LedgerFilter,
    _ customers: CustomerTable,
    _ invoices: InvoiceDirectory,
    _ needed: NeededInvoices,
    _ places: NeededInvoices.Places,
    _ payments: EventGroups<Payment>
  ) throws(LedgerError) -> LedgerBook.Events {
    let count = needed.invoices.records.count
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
    let reminders = try readReminders(filter, customers, invoices, needed)
    return LedgerBook.Events(
      payments: payments,
      disputes: EventGroups(disputes, count: count, by: places.callAsFunction),
      promises: EventGroups(promises, count: count, by: places.callAsFunction),
      invoiceHolds: EventGroups(holds.map(\.onInvoices), count: count, by: places.callAsFunction),
      customerHolds: EventGroups(holds.map(\.onCustomers), count: customers.count),
      contacts: EventGroups(contacts, count: customers.count),
      reminderWords: reminders.map(\.words),
      reminders: EventGroups(reminders.map(\.ofInvoices), count: count, by: ReminderRows.place),
      otherReminders: EventGroups(reminders.map(\.ofCustomers), count: customers.count)
    )
  }

  /// What is made of the rows of a table that are wanted, piece by piece; nothing if the ledger does
  /// not have the table.
  private func read<Part: Sendable>(
    _ table: LedgerTable,
    _ filter: LedgerFilter,
    _ read: @Sendable (TableRows) throws(LedgerError) -> Part
  ) throws(LedgerError) -> [Part] {
    guard let query = try query(table, filter) else { return [] }
    return try snapshot.read(query) { rows, _ throws(LedgerError) in try read(rows) }
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
  private func query(
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
    if let row = customers.identifiers.makeIndex(threads: snapshot.threads) {
      throw duplicate(row, of: query)
    }
    return customers
  }

  private func readInvoices(
    _ filter: LedgerFilter,
    _ customers: CustomerTable
  ) throws(LedgerError) -> InvoiceTable {
    let extras = try ExtraColumnReader(database, .invoices, extraColumns)
    guard let query = try query(.invoices, filter, extraColumns: extras.columns) else {
      return InvoiceTable([])
    }
    let parts = try snapshot.read(query) { rows, _ throws(LedgerError) in
      try InvoiceTable(rows, extras, customers: customers)
    }
    var invoices = InvoiceTable(parts)
    if let row = invoices.directory.identifiers.makeIndex(threads: snapshot.threads) {
      throw duplicate(row, of: query)
    }
    return invoices
  }

  /// The error of a row, by its place among all rows, whose identifier an earlier one has already.
  private func duplicate(_ row: Int, of query: TableQuery) -> LedgerError {
    let id = query.slot(.id)
    return TableRows(database, query).failure(ofRow: row + 1) { row throws(LedgerError) in
      row.failure(id, .duplicate(try row.requiredText(id)))
    }
  }

  /// History outlives invoices: rows of an invoice that is gone stay with their customer, and those
  /// of a customer that is gone are of no use.
  private func readReminders(
    _ filter: LedgerFilter,
    _ customers: CustomerTable,
    _ invoices: InvoiceDirectory,
    _ needed: NeededInvoices
  ) throws(LedgerError) -> [ReminderRows] {
    guard let query = try query(.reminders, filter) else { return [] }
    let needs = ReminderNeeds(demand, customers, invoices, needed)
    return try snapshot.read(query) { rows, piece throws(LedgerError) in
      try ReminderRows(rows, piece: piece, needs)
    }
  }
}
