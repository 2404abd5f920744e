import CSQLite
import Receivables

/// The payments of a ledger, packed and found by the identifiers of their invoices.
///
/// They are read before the invoices: of one that turns out to be settled nothing is kept then.
struct PaymentTable: Sendable {
  /// A row.
  fileprivate struct Row: Sendable {
    let amount: Int64
    /// The day of the payment; `latest` of one that does not count.
    let paidOn: CalendarDate
    /// The place of another payment of the same invoice; `none` if there is none.
    var next = Row.none

    static let none = UInt32.max

    /// Whether it counts; otherwise only that it names an invoice is of interest.
    var isCounted: Bool { paidOn != .latest }
  }

  /// What the payments of an invoice come to.
  struct Total {
    /// The sum in minor units; only as far as it does not overflow.
    private(set) var paid: Int64 = 0
    /// The day of the last payment; `earliest` without one.
    private(set) var lastPaidOn = CalendarDate.earliest
    private var isBeyondCounting = false

    /// No payments.
    init() {}

    fileprivate mutating func add(_ row: Row) {
      let (sum, overflow) = paid.addingReportingOverflow(row.amount)
      if overflow { isBeyondCounting = true } else { paid = sum }
      lastPaidOn = max(lastPaidOn, row.paidOn)
    }

    /// Whether exactly an amount was paid.
    func isExactly(_ amount: Int64) -> Bool { paid == amount && !isBeyondCounting }
  }

  /// The identifiers of the invoices of the rows, of which the first row of an invoice is found.
  private let invoices: IdentifierList
  private let rows: [Row]

  /// No payments.
  init() {
    invoices = IdentifierList()
    rows = []
  }

  /// The payments of several pieces.
  init(_ pieces: consuming [PaymentRows], threads: Int) {
    let parts = HashParts(pieces.map(\.parts))
    // Payments of invoices that were issued together mostly stand together, and stay so.
    var invoices = IdentifierList(pieces.map(\.invoices), threads: threads)
    var rows = Array(joining: pieces.map(\.rows), threads: threads)
    pieces = []
    rows.withUnsafeMutableBufferPointer { rows in
      // The rows of an invoice are in one part, which one thread goes through.
      nonisolated(unsafe) let rows = rows
      invoices.makeIndex(parts, threads: threads) { first, row in
        rows[row].next = rows[first].next
        rows[first].next = UInt32(truncatingIfNeeded: row)
      }
    }
    self.invoices = invoices
    self.rows = rows
  }

  /// How many rows there are.
  var count: Int { rows.count }

  /// How many invoices they name.
  var invoiceCount: Int { invoices.distinctCount }

  /// The first row of an invoice by its identifier; `nil` if it has none.
  func first(of invoice: UnsafeBufferPointer<UInt8>) -> Int? { invoices.find(invoice) }

  /// The first rows of the invoices of some identifiers, of each in its turn.
  ///
  /// - Parameters:
  ///   - wanted: The identifiers.
  ///   - expected: Is told which row will probably be found, while memory is waited for.
  ///   - found: Is told what was found.
  func find(
    _ wanted: IdentifierList,
    expected: (_ first: Int) -> Void,
    found: (_ position: Int, _ first: Int?) -> Void
  ) {
    rows.withUnsafeBufferPointer { rows in
      invoices.find(wanted) { first in
        relance_prefetch(rows.baseAddress.map { $0 + first })
        expected(first)
      } found: { position, first in
        found(position, first)
      }
    }
  }

  /// What the payments of an invoice come to, by its first row.
  func total(from first: Int?) -> Total {
    var total = Total()
    var place = first.map { UInt32(truncatingIfNeeded: $0) } ?? Row.none
    while place != Row.none {
      let row = rows[Int(place)]
      if row.isCounted { total.add(row) }
      place = row.next
    }
    return total
  }

  /// Shows the payments of an invoice that count, by its first row.
  func payments(from first: Int, _ show: (Payment) -> Void) {
    var place = UInt32(truncatingIfNeeded: first)
    while place != Row.none {
      let row = rows[Int(place)]
      if row.isCounted { show(Payment(paidOn: row.paidOn, amount: row.amount)) }
      place = row.next
    }
  }
}

/// A piece of the payments.
struct PaymentRows: Sendable {
  fileprivate let invoices: IdentifierList
  fileprivate let rows: [PaymentTable.Row]
  /// The parts of the invoices' hashes.
  fileprivate let parts: HashParts.Piece

  /// Reads the rows of a query, of which those up to a day count if one is given.
  init(_ rows: TableRows, upTo day: CalendarDate?) throws(LedgerError) {
    var reader = PaymentReader(rows, upTo: day)
    try rows.show(to: &reader)
    invoices = reader.invoices
    self.rows = reader.rows
    parts = HashParts.Piece(invoices)
  }
}

/// Reads a piece of the payments row by row.
private struct PaymentReader: RowReader {
  private let last: CalendarDate
  private let invoice, paidOn, amount: TableRow.Slot
  private(set) var invoices = IdentifierList()
  private(set) var rows: [PaymentTable.Row] = []

  init(_ rows: TableRows, upTo day: CalendarDate?) {
    last = day ?? .latest
    (invoice, paidOn, amount) = (rows.slot(.invoiceID), rows.slot(.paidOn), rows.slot(.amount))
    invoices.reserveCapacity(rows.mostRows)
    self.rows.reserveCapacity(rows.mostRows)
  }

  mutating func take(_ row: TableRow) throws(LedgerError) {
    guard let id = try row.bytes(invoice) else { throw row.failure(invoice, .absent) }
    let day = try row.requiredDate(paidOn)
    let amount = try row.requiredMinorUnits(amount)
    invoices.append(id)
    rows.append(PaymentTable.Row(amount: amount, paidOn: day > last ? .latest : day))
  }
}
