import Receivables

extension LedgerReader {
  /// Reads the payments, and the invoices, of which it is known then whether they are needed.
  func readInvoices(
    _ filter: LedgerFilter,
    _ customers: CustomerTable
  ) throws(LedgerError) -> (NeededInvoices, InvoiceDirectory) {
    let payments: PaymentTable
    do throws(LedgerError) {
      let pieces = try read(.payments, filter) { rows throws(LedgerError) in
        try PaymentRows(rows, upTo: demand?.paidUpTo)
      }
      payments = PaymentTable(pieces, threads: snapshot.threads)
    } catch {
      try findError(ofPayments: filter, customers)
      throw error
    }
    let (needed, directory) = try readInvoices(filter, customers, demand, payments)
    if !directory.holdsAllPayments { try findError(ofPayments: filter, customers) }
    return (needed, directory)
  }

  /// Reads the invoices that a demand needs after such payments.
  private func readInvoices(
    _ filter: LedgerFilter,
    _ customers: CustomerTable,
    _ demand: LedgerDemand?,
    _ payments: PaymentTable
  ) throws(LedgerError) -> (NeededInvoices, InvoiceDirectory) {
    let extras = try ExtraColumnReader(database, .invoices, extraColumns)
    let needs = InvoiceNeeds(demand, customers, payments)
    var pieces: [InvoiceRows] = []
    let query = try query(.invoices, filter, extraColumns: extras.columns)
    if let query {
      pieces = try snapshot.read(query) { rows, _ throws(LedgerError) in
        try InvoiceRows(rows, extras, needs)
      }
    }
    let needed = NeededInvoices(
      pieces,
      customers: customers.count,
      payments: payments,
      threads: snapshot.threads
    )
    let directory = InvoiceDirectory(
      pieces,
      needed: needed.invoices.identifiers,
      payments: payments,
      paid: needs.paid,
      threads: snapshot.threads
    )
    if directory.hasDuplicates, let query { try findDuplicate(query) }
    return (needed, directory)
  }

  /// Fails with the first thing that is wrong with payments, or with invoices, which goes first.
  ///
  /// Payments are read before it is known which invoices there are: to tell the first row that is
  /// wrong they are gone through once more, in their order.
  private func findError(
    ofPayments filter: LedgerFilter,
    _ customers: CustomerTable
  ) throws(LedgerError) {
    let (_, invoices) = try readInvoices(filter, customers, nil, PaymentTable())
    guard let query = try query(.payments, filter) else { return }
    try Payment.check(TableRows(database, query), invoices)
  }
}
