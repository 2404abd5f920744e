import CSQLite
import Synchronization

/// To which customer's invoice payments belong, by the place of the first payment; several threads
/// tell it at the same time.
final class PaidInvoices: Sendable {
  // Unchecked by the compiler: the places are only reached by atomic operations.
  private nonisolated(unsafe) let customers: UnsafeMutableBufferPointer<Atomic<UInt32>>
  private let duplicates = Atomic<Bool>(false)

  private static let nobody = UInt32.max

  /// So many places, of which no invoice is known.
  init(count: Int) {
    customers = .allocate(capacity: count)
    customers.preferLargePages()
    for place in 0..<count {
      customers.initializeElement(at: place, to: Atomic(PaidInvoices.nobody))
    }
  }

  deinit {
    customers.deinitialize()
    customers.deallocate()
  }

  /// Asks for the memory of a place, without waiting for it.
  func prefetch(_ first: Int) { relance_prefetch(customers.baseAddress.map { $0 + first }) }

  /// Takes note of an invoice of a customer that was paid.
  func add(_ first: Int, of customer: UInt32) {
    let before = customers[first].exchange(customer, ordering: .relaxed)
    if before != PaidInvoices.nobody { duplicates.store(true, ordering: .relaxed) }
  }

  /// Whether two invoices have the same identifier.
  var hasDuplicates: Bool { duplicates.load(ordering: .relaxed) }

  /// The customer's number; `nil` if there is no such invoice.
  func customer(at first: Int) -> Int? {
    let customer = customers[first].load(ordering: .relaxed)
    return customer == PaidInvoices.nobody ? nil : Int(customer)
  }
}
