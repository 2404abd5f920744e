import CSQLite
import Receivables

/// Invoices, packed: an `Invoice` is made only when it is asked for.
struct InvoiceTable: Sendable {
  /// What is packed of an invoice beside its texts.
  struct Record: Sendable {
    /// Where its number begins, if it has one of its own.
    fileprivate var number = Record.none
    let amount: Int64
    let dueOn: CalendarDate
    /// The day of issue; `earliest` if the ledger does not tell.
    fileprivate let issuedOn: CalendarDate
    fileprivate let kind: InvoiceKind
    /// The currency's place in `Currency.all`.
    fileprivate let currency: UInt8
    fileprivate let hasPlan: Bool

    /// Where the number would begin of an invoice that has none of its own.
    fileprivate static let none = -1

    init(
      amount: Int64,
      dueOn: CalendarDate,
      issuedOn: CalendarDate?,
      kind: InvoiceKind,
      currency: UInt8,
      hasPlan: Bool
    ) {
      self.amount = amount
      self.dueOn = dueOn
      self.issuedOn = issuedOn ?? .earliest
      self.kind = kind
      self.currency = currency
      self.hasPlan = hasPlan
    }

    /// Whether it is a credit note.
    var isCreditNote: Bool { kind == .creditNote || amount < 0 }

    /// Whether it exists on a day.
    func exists(on day: CalendarDate) -> Bool { issuedOn <= day }
  }

  /// The invoices.
  private(set) var records: [Record] = []
  /// Their identifiers.
  var identifiers = IdentifierList()
  private var numbers = TextArena()
  /// The values of declared columns, where there are any.
  private var extras: [[LedgerValue?]] = []

  /// No invoices.
  init() {}

  /// The invoices of several tables, each at a place of its own.
  ///
  /// - Parameters:
  ///   - tables: The tables.
  ///   - places: The places of the invoices as they stand in the tables one after the other.
  ///   - threads: How many threads work.
  init(_ tables: [InvoiceTable], at places: [UInt32], threads: Int) {
    identifiers = IdentifierList(tables.map(\.identifiers), at: places, threads: threads)
    var offsets: [Int] = []
    for table in tables {
      offsets.append(numbers.end)
      numbers.append(table.numbers)
    }
    let pieces = tables.map(\.records)
    records = Array(joining: pieces, at: places, threads: threads) { [offsets] record, table in
      var record = record
      if record.number != Record.none { record.number += offsets[table] }
      return record
    }
    if tables.contains(where: { !$0.extras.isEmpty }) {
      extras = Array(joining: tables.map(\.extras), at: places, threads: threads) { values, _ in
        values
      }
    }
  }

  /// Adds an invoice, with its number if it has one of its own, and the values of declared columns
  /// if there are any.
  mutating func append(
    _ id: UnsafeBufferPointer<UInt8>,
    number: UnsafeBufferPointer<UInt8>?,
    _ record: Record,
    extras values: [LedgerValue?]?
  ) {
    var record = record
    if let number {
      record.number = numbers.end
      numbers.append(number)
    }
    identifiers.append(id)
    records.append(record)
    if let values { extras.append(values) }
  }

  /// Adds an invoice of another table.
  mutating func append(_ place: Int, of other: InvoiceTable) {
    identifiers.append(place, of: other.identifiers)
    var record = other.records[place]
    if record.number != Record.none {
      let start = numbers.end
      numbers.append(textAt: record.number, of: other.numbers)
      record.number = start
    }
    records.append(record)
    if !other.extras.isEmpty { extras.append(other.extras[place]) }
  }

  /// Makes room.
  mutating func reserveCapacity(_ count: Int) {
    records.reserveCapacity(count)
    identifiers.reserveCapacity(count)
  }

  /// Forgets all invoices, but not how much room they took.
  mutating func removeAll() {
    records.removeAll(keepingCapacity: true)
    identifiers.removeAll()
    numbers.removeAll()
    extras.removeAll(keepingCapacity: true)
  }

  /// Asks for the memory of what lies elsewhere of an invoice, without waiting for it.
  func prefetch(_ place: Int) {
    if records[place].number != Record.none { numbers.prefetch(records[place].number) }
  }

  /// Whether the identifier of one invoice comes before that of another.
  func precedes(_ left: Int, _ right: Int) -> Bool { identifiers.precedes(left, right) }

  /// The invoice at a place.
  subscript(place: Int) -> Invoice {
    let record = records[place]
    return Invoice(
      id: identifiers[place],
      number: number(of: record),
      kind: record.kind,
      issuedOn: record.issuedOn == .earliest ? nil : record.issuedOn,
      dueOn: record.dueOn,
      amount: record.amount,
      currency: Currency.all[Int(record.currency)],
      hasInstalmentPlan: record.hasPlan,
      extras: extras.isEmpty ? [] : extras[place]
    )
  }
  private func number(of record: Record) -> String? {
    guard record.number != Record.none else { return nil }
    var place = record.number
    return numbers.next(&place)
  }
}
