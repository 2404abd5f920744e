import Receivables

/// All invoices of a ledger by identifier: rows about those that are not needed must name one all the
/// same, and some count for its customer.
struct InvoiceDirectory: Sendable {
  /// An invoice.
  enum Entry {
    /// One that is needed, by its place.
    case needed(Int)
    /// One that is left out, by its customer's number.
    case leftOut(customer: Int)
  }

  /// Those that are needed.
  let needed: IdentifierList
  private let payments: PaymentTable
  private let paid: PaidInvoices
  private let others: IdentifierList
  private let customersOfOthers: [UInt32]
  /// Whether several have the same identifier.
  let hasDuplicates: Bool
  /// Whether all payments are of invoices.
  let holdsAllPayments: Bool

  /// The invoices that are needed, with those that are left out of several pieces.
  init(
    _ pieces: [InvoiceRows],
    needed: consuming IdentifierList,
    payments: PaymentTable,
    paid: PaidInvoices,
    threads: Int
  ) {
    var others = IdentifierList()
    var customersOfOthers: [UInt32] = []
    for piece in pieces {
      others.append(piece.others)
      customersOfOthers += piece.customersOfOthers
    }
    needed.makeIndex(threads: threads)
    others.makeIndex(threads: threads)
    var isOtherNeeded = false
    needed.find(others) { _, place in if place != nil { isOtherNeeded = true } }
    hasDuplicates =
      isOtherNeeded || needed.hasDuplicates || others.hasDuplicates || paid.hasDuplicates
    let paidCount = pieces.reduce(0) { $0 + $1.paidCount }
    holdsAllPayments = hasDuplicates || paidCount == payments.invoiceCount
    self.needed = needed
    self.payments = payments
    self.paid = paid
    self.others = others
    self.customersOfOthers = customersOfOthers
  }

  /// The invoice of an identifier; `nil` if there is none.
  func find(_ id: UnsafeBufferPointer<UInt8>) -> Entry? {
    if let place = needed.find(id) { return .needed(place) }
    if let customer = payments.first(of: id).flatMap(paid.customer(at:)) {
      return .leftOut(customer: customer)
    }
    return others.find(id).map { .leftOut(customer: Int(customersOfOthers[$0])) }
  }
}
