import Receivables

extension Database {
  /// Notes that an import has filled a table.
  func noteImport(of table: LedgerTable, from file: String, rows: Int) throws(LedgerError) {
    try create(.imports)
    let statement = try prepare(
      """
      INSERT INTO ledger_imports
      VALUES (?, date('now', 'localtime'), strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), ?, ?)
      """
    )
    statement.bind(1, table.rawValue)
    statement.bind(2, file)
    statement.bind(3, Int64(rows))
    _ = try statement.step()
  }

  /// Fails if payments were last imported more than so many days before a day, or if nothing tells
  /// when: who does not know must not remind.
  func refusePayments(
    importedMoreThan days: Int,
    before day: CalendarDate
  ) throws(LedgerError) {
    guard try has(.imports) else { throw .recording(.unknownPaymentImport) }
    let statement = try prepare(
      "SELECT max(imported_on) FROM ledger_imports WHERE table_name = 'payments'"
    )
    guard let imported = try statement.firstDate() else {
      throw .recording(.unknownPaymentImport)
    }
    guard day.days(since: imported) <= days else {
      throw .recording(.stalePayments(imported: imported, on: day, limit: days))
    }
  }
}
