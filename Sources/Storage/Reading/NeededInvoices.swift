import Receivables

/// The invoices that are needed, and what is known of the others.
struct NeededInvoices: Sendable {
  /// The invoices at their places: those of a customer stand together, in the order of their rows.
  let invoices: InvoiceTable
  /// The payments of each that count.
  let payments: EventGroups<Payment>
  /// Where the invoices of each customer begin.
  private let starts: [UInt32]
  /// What is known of the settled invoices that are left out, by customer; of none where there are
  /// none.
  private let settled: [SettledInvoices]

  /// Puts the invoices of several pieces together.
  ///
  /// - Parameters:
  ///   - pieces: What was read of the invoices.
  ///   - customers: How many customers there are.
  ///   - payments: The payments.
  ///   - threads: How many threads work.
  init(
    _ pieces: [InvoiceRows],
    customers: Int,
    payments: PaymentTable,
    threads: Int
  ) {
    var starts = [UInt32](repeating: 0, count: customers + 1)
    for piece in pieces {
      for customer in piece.customers { starts[Int(customer) + 1] += 1 }
    }
    for customer in 0..<customers { starts[customer + 1] += starts[customer] }
    var next = starts
    // The place of each in the order of rows.
    var places: [UInt32] = []
    places.reserveCapacity(Int(starts[customers]))
    for piece in pieces {
      for customer in piece.customers {
        places.append(next[Int(customer)])
        next[Int(customer)] += 1
      }
    }
    invoices = InvoiceTable(pieces.map(\.needed), at: places, threads: threads)
    self.payments = NeededInvoices.payments(of: pieces, at: places, payments)
    self.starts = starts
    settled = NeededInvoices.settled(pieces, customers)
  }

  private static func payments(
    of pieces: [InvoiceRows],
    at places: [UInt32],
    _ payments: PaymentTable
  ) -> EventGroups<Payment> {
    var rows: [EventRow<Payment>] = []
    var offset = 0
    for piece in pieces {
      for (invoice, first) in piece.payments {
        let place = Int(places[offset + Int(invoice)])
        payments.payments(from: Int(first)) { rows.append(EventRow(place, $0)) }
      }
      offset += piece.customers.count
    }
    return EventGroups([rows], count: places.count, threads: 1)
  }

  private static func settled(
    _ pieces: [InvoiceRows],
    _ customers: Int
  ) -> [SettledInvoices] {
    guard pieces.contains(where: { !$0.settled.isEmpty }) else { return [] }
    var settled = [SettledInvoices](repeating: SettledInvoices(), count: customers)
    for piece in pieces {
      for invoice in piece.settled {
        settled[Int(invoice.customer)].take(invoice)
      }
    }
    return settled
  }

  /// How many there are.
  var count: Int { invoices.records.count }

  /// The places of a customer's invoices.
  func places(of customer: Int) -> Range<Int> {
    Int(starts[customer])..<Int(starts[customer + 1])
  }

  /// What is known of a customer's settled invoices that are left out.
  func settled(of customer: Int) -> SettledInvoices {
    settled.isEmpty ? SettledInvoices() : settled[customer]
  }
}

extension SettledInvoices {
  fileprivate mutating func take(_ invoice: InvoiceRows.Settled) {
    count += 1
    if invoice.delay != InvoiceRows.Settled.uncounted { delays.add(days: Int(invoice.delay)) }
  }
}
