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
    var reader = LedgerReader(
      database: self,
      customer: try customer(of: selection),
      extraColumns: extraColumns
    )
    return try reader.read()
  }

  /// The one customer a selection is about; `nil` for all of them.
  private func customer(of selection: LedgerSelection) throws(LedgerError) -> String? {
    switch selection {
    case .everything: return nil
    case .customer(let id): return id
    case .customerOfInvoice(let id): return try customer(of: .invoice(id))
    }
  }
}

/// Puts the rows of the tables together to the accounts of customers.
///
/// The rows come in whatever order the database finds them; the ledger has them in an order of its
/// own, so that no plan depends on theirs.
struct LedgerReader {
  let database: Database
  /// The one customer that is read; `nil` for all.
  let customer: String?
  let extraColumns: [ExtraColumn]

  /// The customers' accounts, without their invoices.
  var accounts: [CustomerAccount] = []
  /// All invoices in the order of their rows: rows about them come in any order, and one flat array
  /// is quicker to reach into than an array in each account.
  var invoices: [InvoiceAccount] = []
  private var owners: [Int] = []
  private var customerTable = IdentifierTable()
  private var invoiceTable = IdentifierTable()

  init(database: Database, customer: String?, extraColumns: [ExtraColumn]) {
    self.database = database
    self.customer = customer
    self.extraColumns = extraColumns
  }

  /// Reads everything that is wanted.
  mutating func read() throws(LedgerError) -> Ledger {
    let rates = try readExchangeRates()
    try readCustomers()
    if let customer, accounts.isEmpty { throw .unknownCustomer(customer) }
    try readContacts()
    try readInvoices()
    try readPayments()
    try readDisputes()
    try readPromises()
    try readHolds()
    try readReminders()
    for index in invoices.indices { invoices[index].putInOrder() }
    for index in accounts.indices { accounts[index].putInOrder() }
    distributeInvoices()
    // Handed over rather than shared, so that putting them in order copies nothing.
    let finished = accounts
    accounts = []
    return Ledger(accounts: finished, exchangeRates: rates)
  }

  /// The rows of a table that are wanted; `nil` if the ledger does not have the table.
  func rows(
    of table: LedgerTable,
    extraColumns: [String] = []
  ) throws(LedgerError) -> TableCursor? {
    let filter = customer.map { RowFilter.rows(of: table, forCustomer: $0) } ?? .all
    return try TableCursor(database, table, extraColumns: extraColumns, filter: filter)
  }

  private func readExchangeRates() throws(LedgerError) -> ExchangeRates {
    var entries: [ExchangeRate] = []
    guard var row = try rows(of: .exchangeRates) else { return ExchangeRates(entries: entries) }
    let (currency, validFrom, perEuro) =
      (row.slot(.currency), row.slot(.validFrom), row.slot(.perEuro))
    while try row.next() {
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

  private mutating func readCustomers() throws(LedgerError) {
    let extras = try ExtraColumnReader(database, .customers, extraColumns)
    guard var row = try rows(of: .customers, extraColumns: extras.columns) else { return }
    let slots = CustomerSlots(row)
    while try row.next() {
      var customer = try slots.customer(row)
      customer.extras = try extras.values(row)
      guard let id = try row.bytes(slots.id),
        customerTable.insert(id, identifierOf: { accounts[$0].customer.id })
      else {
        throw row.failure(slots.id, .duplicate(customer.id))
      }
      accounts.append(CustomerAccount(customer))
    }
  }

  private mutating func readContacts() throws(LedgerError) {
    guard var row = try rows(of: .contacts) else { return }
    let (customer, role) = (row.slot(.customerID), row.slot(.role))
    let (name, email, phone) = (row.slot(.name), row.slot(.email), row.slot(.phone))
    let address = row.slot(.address)
    while try row.next() {
      let index = try account(row, customer)
      guard let role = try row.word(role, of: LedgerWords.role) else {
        throw row.failure(role, .absent)
      }
      accounts[index].contacts.append(
        Contact(
          role: role,
          name: try row.text(name),
          email: try row.text(email),
          phone: try row.text(phone),
          address: try row.text(address)
        )
      )
    }
  }

  private mutating func readInvoices() throws(LedgerError) {
    let extras = try ExtraColumnReader(database, .invoices, extraColumns)
    guard var row = try rows(of: .invoices, extraColumns: extras.columns) else { return }
    let customer = row.slot(.customerID)
    var slots = InvoiceSlots(row)
    while try row.next() {
      var invoice = try slots.invoice(row)
      invoice.extras = try extras.values(row)
      guard let id = try row.bytes(slots.id),
        invoiceTable.insert(id, identifierOf: { invoices[$0].invoice.id })
      else {
        throw row.failure(slots.id, .duplicate(invoice.id))
      }
      owners.append(try account(row, customer))
      invoices.append(InvoiceAccount(invoice))
    }
  }

  /// Gives every account its invoices.
  private mutating func distributeInvoices() {
    var counts = [Int](repeating: 0, count: accounts.count)
    for owner in owners { counts[owner] += 1 }
    for (index, count) in counts.enumerated() { accounts[index].invoices.reserveCapacity(count) }
    for (invoice, owner) in zip(invoices, owners) { accounts[owner].invoices.append(invoice) }
    invoices = []
  }

  /// The number of the account of the customer a row is about.
  func account(_ row: TableCursor, _ slot: TableCursor.Slot) throws(LedgerError) -> Int {
    guard let id = try row.bytes(slot) else { throw row.failure(slot, .absent) }
    guard let index = findCustomer(id) else {
      throw row.failure(slot, .danglingCustomer(String(decoding: id, as: UTF8.self)))
    }
    return index
  }

  /// The number of a customer's account; `nil` if the ledger has no such customer.
  func findCustomer(_ id: UnsafeBufferPointer<UInt8>) -> Int? {
    customerTable.find(id) { accounts[$0].customer.id }
  }

  /// The number of an invoice; `nil` if the ledger has no such invoice.
  func findInvoice(_ id: UnsafeBufferPointer<UInt8>) -> Int? {
    invoiceTable.find(id) { invoices[$0].invoice.id }
  }
}
