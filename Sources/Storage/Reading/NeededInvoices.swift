import Receivables

/// Which invoices are needed, customer by customer, and what is known of the others.
struct NeededInvoices: Sendable {
  /// The numbers of the invoices at their places: those of a customer stand together, in the order
  /// of their rows.
  let numbers: [UInt32]
  /// Where the invoices of each customer begin.
  private let starts: [UInt32]
  /// What is known of the settled invoices that are left out, by customer.
  private let settled: [SettledInvoices]

  /// Chooses invoices and tells them their places.
  ///
  /// - Parameters:
  ///   - invoices: The invoices with their payments up to the day.
  ///   - customers: How many customers there are.
  ///   - demand: What is needed; `nil` for everything.
  init(_ invoices: inout InvoiceTable, customers: Int, demand: LedgerDemand?) {
    var starts = [UInt32](repeating: 0, count: customers + 1)
    var settled = [SettledInvoices](
      repeating: SettledInvoices(),
      count: demand == nil ? 0 : customers
    )
    var chosen: [UInt32] = []
    for (number, record) in invoices.records.enumerated() {
      let customer = Int(record.customer)
      if let demand {
        guard record.exists(on: demand.day) else { continue }
        if record.isSettled, !demand.needs(record) {
          if !record.isCreditNote { settled[customer].take(record, demand) }
          continue
        }
      }
      starts[customer + 1] += 1
      chosen.append(UInt32(truncatingIfNeeded: number))
    }
    for customer in 0..<customers { starts[customer + 1] += starts[customer] }
    var next = starts
    var numbers = [UInt32](repeating: 0, count: chosen.count)
    for number in chosen {
      let customer = Int(invoices.records[Int(number)].customer)
      let place = Int(next[customer])
      next[customer] += 1
      numbers[place] = number
      invoices.put(Int(number), at: place)
    }
    self.numbers = numbers
    self.starts = starts
    self.settled = settled
  }

  /// The places of a customer's invoices.
  func places(of customer: Int) -> Range<Int> {
    Int(starts[customer])..<Int(starts[customer + 1])
  }

  /// The place of an invoice; `nil` if it is not needed.
  func place(of invoice: Int, in invoices: InvoiceTable) -> Int? {
    let place = invoices.records[invoice].place
    return place == InvoiceTable.Record.nowhere ? nil : Int(place)
  }

  /// What is known of a customer's settled invoices that are left out.
  func settled(of customer: Int) -> SettledInvoices {
    settled.isEmpty ? SettledInvoices() : settled[customer]
  }
}

extension LedgerDemand {
  /// Whether a settled invoice is needed itself.
  fileprivate func needs(_ record: InvoiceTable.Record) -> Bool {
    switch settled {
    case .all: true
    case .none: false
    case .since(let day): record.lastPaidOn >= day
    }
  }
}

extension SettledInvoices {
  fileprivate mutating func take(_ record: InvoiceTable.Record, _ demand: LedgerDemand) {
    count += 1
    guard let since = demand.punctualitySince, record.lastPaidOn >= since else { return }
    delays.add(dueOn: record.dueOn, paidOn: record.lastPaidOn)
  }
}
