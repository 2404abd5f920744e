import Receivables

/// The invoices that are needed, and what is known of the others.
struct NeededInvoices: Sendable {
  /// The invoices at their places: those of a customer stand together, in the order of their rows.
  private(set) var invoices: InvoiceTable
  /// Where the invoices of each customer begin.
  private let starts: [UInt32]
  /// What is known of the settled invoices that are left out, by customer.
  private let settled: [SettledInvoices]

  /// The place of each invoice of the ledger among those that are needed; `nowhere` for the others.
  struct Places: Sendable {
    fileprivate var places: [UInt32]

    fileprivate static let nowhere = UInt32.max

    /// The place of an invoice; `nil` if it is not needed.
    func callAsFunction(_ invoice: Int) -> Int? {
      let place = places[invoice]
      return place == Places.nowhere ? nil : Int(place)
    }
  }

  /// Chooses invoices.
  ///
  /// - Parameters:
  ///   - all: The invoices with their payments up to the day.
  ///   - customers: How many customers there are.
  ///   - demand: What is needed; `nil` for everything.
  ///   - places: The places that they are given.
  init(
    of all: InvoiceTable,
    customers: Int,
    demand: LedgerDemand?,
    _ places: inout Places
  ) {
    var starts = [UInt32](repeating: 0, count: customers + 1)
    var settled = [SettledInvoices](
      repeating: SettledInvoices(),
      count: demand == nil ? 0 : customers
    )
    var chosen: [(number: UInt32, customer: UInt32)] = []
    places.places = Array(repeating: Places.nowhere, count: all.records.count)
    // Asking the demand itself for each invoice would cost more than all that is asked of it.
    let issuedUpTo = demand?.issuedUpTo ?? .latest
    let settledSince = demand.map { $0.settled.since } ?? .earliest
    let punctualitySince = demand?.punctualitySince ?? .latest
    for number in all.records.indices {
      let customer = Int(all.directory.customers[number])
      guard all.records[number].exists(on: issuedUpTo) else { continue }
      if all.records[number].isSettled, all.records[number].lastPaidOn < settledSince {
        if !all.records[number].isCreditNote {
          settled[customer].take(all.records[number], punctualitySince)
        }
        continue
      }
      starts[customer + 1] += 1
      chosen.append((UInt32(truncatingIfNeeded: number), all.directory.customers[number]))
    }
    for customer in 0..<customers { starts[customer + 1] += starts[customer] }
    var next = starts
    var numbers = [UInt32](repeating: 0, count: chosen.count)
    for (number, customer) in chosen {
      let place = next[Int(customer)]
      next[Int(customer)] += 1
      numbers[Int(place)] = number
      places.places[Int(number)] = place
    }
    invoices = InvoiceTable(numbers, of: all)
    self.starts = starts
    self.settled = settled
  }

  /// The places of a customer's invoices.
  func places(of customer: Int) -> Range<Int> {
    Int(starts[customer])..<Int(starts[customer + 1])
  }

  /// Makes them be found by identifier.
  mutating func makeIndex(threads: Int) {
    _ = invoices.directory.identifiers.makeIndex(threads: threads)
  }

  /// Forgets how to find them by identifier.
  mutating func dropIndex() { invoices.directory.identifiers.dropIndex() }

  /// What is known of a customer's settled invoices that are left out.
  func settled(of customer: Int) -> SettledInvoices {
    settled.isEmpty ? SettledInvoices() : settled[customer]
  }
}

extension NeededInvoices.Places {
  /// No places yet.
  init() { places = [] }
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

extension SettledInvoices {
  fileprivate mutating func take(_ record: InvoiceTable.Record, _ punctualitySince: CalendarDate) {
    count += 1
    if record.lastPaidOn >= punctualitySince {
      delays.add(dueOn: record.dueOn, paidOn: record.lastPaidOn)
    }
  }
}
