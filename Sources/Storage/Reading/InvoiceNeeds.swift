import Receivables

/// Which invoices are needed and what of the others, and by what that is found out.
struct InvoiceNeeds: Sendable {
  /// The identifiers of the customers.
  let customers: IdentifierList
  /// The payments.
  let payments: PaymentTable
  /// The invoices that have payments, which is told while they are read.
  let paid: PaidInvoices

  // Asking the demand itself for each invoice would cost more than all that is asked of it.
  private let issuedUpTo: CalendarDate
  private let settledSince: CalendarDate
  private let punctualitySince: CalendarDate

  /// What a demand needs after such payments; all invoices without one.
  init(_ demand: LedgerDemand?, _ customers: CustomerTable, _ payments: PaymentTable) {
    self.customers = customers.identifiers
    self.payments = payments
    paid = PaidInvoices(count: payments.count)
    issuedUpTo = demand?.issuedUpTo ?? .latest
    settledSince = demand?.settled.since ?? .earliest
    punctualitySince = demand?.punctualitySince ?? .latest
  }

  /// What an invoice is to a plan.
  enum Use {
    case needed
    case settled
    case notIssued
  }

  /// What an invoice of which so much was paid is to the plan.
  func use(of record: InvoiceTable.Record, _ total: PaymentTable.Total) -> Use {
    guard record.exists(on: issuedUpTo) else { return .notIssued }
    return total.isExactly(record.amount) && total.lastPaidOn < settledSince ? .settled : .needed
  }

  /// How many days after its due date a settled invoice was paid; `nil` if it is not of interest.
  func delay(of record: InvoiceTable.Record, _ total: PaymentTable.Total) -> Int32? {
    guard total.lastPaidOn >= punctualitySince else { return nil }
    return Int32(clamping: total.lastPaidOn.days(since: record.dueOn))
  }
}

extension LedgerDemand.Settled {
  /// The day on which, or after which, the last payment of a settled invoice that is needed was made.
  fileprivate var since: CalendarDate {
    switch self {
    case .all: .earliest
    case .since(let day): day
    case .none: .latest
    }
  }
}
