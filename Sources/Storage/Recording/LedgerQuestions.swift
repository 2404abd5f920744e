import Receivables

extension Database {
  /// Whether the ledger has an invoice.
  public func hasInvoice(_ id: String) throws(LedgerError) -> Bool {
    try has(id, in: .invoices)
  }

  /// Whether the ledger has a customer.
  public func hasCustomer(_ id: String) throws(LedgerError) -> Bool {
    try has(id, in: .customers)
  }

  private func has(_ id: String, in table: LedgerTable) throws(LedgerError) -> Bool {
    guard try relation(named: table.rawValue) != nil else { throw .missingTable(table) }
    let statement = try prepare("SELECT 1 FROM \(table.rawValue) WHERE id = ?")
    statement.bind(1, id)
    defer { statement.reset() }
    return try statement.step()
  }

  /// The messages that the history names.
  public func recordedMessages() throws(LedgerError) -> Set<String> {
    guard try relation(named: LedgerTable.reminders.rawValue) != nil else { return [] }
    let statement = try prepare("SELECT DISTINCT message_id FROM reminders")
    var messages: Set<String> = []
    while try statement.step() { messages.insert(statement.text(0)) }
    return messages
  }
}
