import CSQLite
import Receivables

/// By what rows find the invoice they are about, and its customer.
struct InvoiceDirectory: Sendable {
  /// The identifiers of the invoices.
  var identifiers = IdentifierList()
  /// The numbers of their customers.
  fileprivate(set) var customers: [UInt32] = []
}

/// The invoices of a ledger, packed: an `Invoice` is made only of those that are needed.
struct InvoiceTable: Sendable {
  /// What is packed of an invoice beside its texts.
  struct Record: Sendable {
    /// Where its number begins, if it has one of its own.
    fileprivate var number: Int
    let amount: Int64
    /// The payments up to the day of the demand; only where they do not overflow.
    private(set) var paid: Int64 = 0
    let dueOn: CalendarDate
    /// The day of issue; `earliest` if the ledger does not tell.
    let issuedOn: CalendarDate
    private(set) var lastPaidOn = CalendarDate.earliest
    fileprivate let kind: InvoiceKind
    /// The currency's place in `Currency.all`.
    fileprivate let currency: UInt8
    fileprivate let hasPlan: Bool
    private var isOverpaidBeyondCounting = false

    /// Where the number would begin of an invoice that has none of its own.
    fileprivate static let none = -1

    /// Takes note of a payment.
    mutating func take(_ payment: Payment) {
      let (sum, overflow) = paid.addingReportingOverflow(payment.amount)
      if overflow { isOverpaidBeyondCounting = true } else { paid = sum }
      lastPaidOn = max(lastPaidOn, payment.paidOn)
    }

    /// Whether exactly nothing is owed.
    var isSettled: Bool { paid == amount && !isOverpaidBeyondCounting }

    /// Whether it is a credit note.
    var isCreditNote: Bool { kind == .creditNote || amount < 0 }

    /// Whether it exists on a day.
    func exists(on day: CalendarDate) -> Bool { issuedOn <= day }

    fileprivate init(
      number: Int,
      amount: Int64,
      dueOn: CalendarDate,
      issuedOn: CalendarDate?,
      kind: InvoiceKind,
      currency: UInt8,
      hasPlan: Bool
    ) {
      self.number = number
      self.amount = amount
      self.dueOn = dueOn
      self.issuedOn = issuedOn ?? .earliest
      self.kind = kind
      self.currency = currency
      self.hasPlan = hasPlan
    }
  }

  /// The invoices in the order of their rows.
  private(set) var records: [Record] = []
  /// Their identifiers and customers.
  var directory = InvoiceDirectory()
  fileprivate var numbers = TextArena()
  /// The values of declared columns, where there are any.
  fileprivate var extras: [[LedgerValue?]] = []

  /// No invoices.
  fileprivate init() {}

  /// Reads the rows of a query.
  init(
    _ rows: TableRows,
    _ extraColumns: ExtraColumnReader,
    customers: CustomerTable
  ) throws(LedgerError) {
    var references = RowReferences(rows, to: customers, InvoiceReader(rows, extraColumns))
    try references.show()
    self = references.reader.invoices
  }

  /// The rows of several parts, in their order; the parts are given up one after the other.
  init(_ parts: consuming [InvoiceTable]) {
    var parts = parts
    let count = parts.reduce(0) { $0 + $1.records.count }
    reserveCapacity(count)
    parts.reverse()
    while let part = parts.popLast() {
      let offset = numbers.end
      numbers.append(part.numbers)
      directory.identifiers.append(part.directory.identifiers)
      directory.customers += part.directory.customers
      for var record in part.records {
        if record.number != Record.none { record.number += offset }
        records.append(record)
      }
      extras += part.extras
    }
  }

  /// Some invoices of another table, in an order of their own.
  init(_ numbers: [UInt32], of other: InvoiceTable) {
    records.reserveCapacity(numbers.count)
    directory.identifiers = IdentifierList(numbers, of: other.directory.identifiers)
    directory.customers = numbers.map { other.directory.customers[Int($0)] }
    for (place, number) in numbers.enumerated() {
      if place + InvoiceTable.ahead < numbers.count {
        other.prefetch(Int(numbers[place + InvoiceTable.ahead]))
        other.prefetchText(Int(numbers[place + InvoiceTable.ahead / 2]))
      }
      var record = other.records[Int(number)]
      if record.number != Record.none {
        let start = self.numbers.end
        self.numbers.append(textAt: record.number, of: other.numbers)
        record.number = start
      }
      records.append(record)
    }
    if !other.extras.isEmpty { extras = numbers.map { other.extras[Int($0)] } }
  }

  /// How many invoices ahead memory is asked for that lies anywhere.
  private static let ahead = 16

  private func prefetch(_ number: Int) {
    records.withUnsafeBufferPointer { relance_prefetch($0.baseAddress.map { $0 + number }) }
  }

  private func prefetchText(_ number: Int) {
    if records[number].number != Record.none { numbers.prefetch(records[number].number) }
  }

  /// Adds an invoice, of which the customer is not known yet.
  @inline(__always)
  fileprivate mutating func append(_ id: UnsafeBufferPointer<UInt8>, _ record: Record) {
    directory.identifiers.append(id)
    directory.customers.append(0)
    records.append(record)
  }

  /// Makes room.
  fileprivate mutating func reserveCapacity(_ count: Int) {
    records.reserveCapacity(count)
    directory.identifiers.reserveCapacity(count)
    directory.customers.reserveCapacity(count)
  }

  /// Takes note of the payments up to a day.
  mutating func take(_ payments: [EventRow<Payment>]) {
    for row in payments { records[Int(row.owner)].take(row.event) }
  }

  /// Whether the identifier of one invoice comes before that of another.
  func precedes(_ left: Int, _ right: Int) -> Bool {
    directory.identifiers.precedes(left, right)
  }

  /// The invoice of a number.
  subscript(number: Int) -> Invoice {
    let record = records[number]
    var invoice = Invoice(
      id: directory.identifiers[number],
      dueOn: record.dueOn,
      amount: record.amount,
      currency: Currency.all[Int(record.currency)]
    )
    if record.number != Record.none {
      var place = record.number
      if let number = numbers.next(&place) { invoice.number = number }
    }
    invoice.kind = record.kind
    invoice.issuedOn = record.issuedOn == .earliest ? nil : record.issuedOn
    invoice.hasInstalmentPlan = record.hasPlan
    if !extras.isEmpty { invoice.extras = extras[number] }
    return invoice
  }
}

/// Reads the invoices of a table row by row.
private struct InvoiceReader: ReferenceReader {
  private let slots: InvoiceSlots
  private let extraColumns: ExtraColumnReader
  private let kindWords = LedgerWords.invoiceKind
  private var kinds = WordCache<InvoiceKind>()
  private var currencies = WordCache<UInt8>()
  private(set) var invoices = InvoiceTable()

  init(_ rows: TableRows, _ extraColumns: ExtraColumnReader) {
    slots = InvoiceSlots(rows)
    self.extraColumns = extraColumns
    invoices.reserveCapacity(rows.mostRows)
  }

  mutating func take(_ row: TableRow) throws(LedgerError) -> Int? {
    let id = try row.identifier(slots.id)
    let number = try row.textBytes(slots.number)
    let record = InvoiceTable.Record(
      number: number == nil ? InvoiceTable.Record.none : invoices.numbers.end,
      amount: try row.requiredMinorUnits(slots.amount),
      dueOn: try row.requiredDate(slots.dueOn),
      issuedOn: try row.date(slots.issuedOn),
      kind: try row.word(slots.kind, of: kindWords, &kinds) ?? .standard,
      currency: try row.currency(slots.currency, &currencies),
      hasPlan: try row.isActive(slots.plan)
    )
    if let number { invoices.numbers.append(number) }
    invoices.append(id, record)
    if !extraColumns.isEmpty { invoices.extras.append(try extraColumns.values(row)) }
    return invoices.records.count - 1
  }

  mutating func refer(_ place: Int, to number: UInt32) {
    invoices.directory.customers[place] = number
  }
}

/// Where the columns of `invoices` are in a row.
private struct InvoiceSlots {
  let id, number, kind, issuedOn, dueOn, amount, currency, plan: TableRow.Slot

  init(_ rows: TableRows) {
    id = rows.slot(.id)
    number = rows.slot(.number)
    kind = rows.slot(.kind)
    issuedOn = rows.slot(.issuedOn)
    dueOn = rows.slot(.dueOn)
    amount = rows.slot(.amount)
    currency = rows.slot(.currency)
    plan = rows.slot(.instalmentPlan)
  }
}

extension TableRow {
  /// The place of a currency in `Currency.all`; that of the euro if it is absent.
  fileprivate func currency(
    _ slot: Slot,
    _ known: inout WordCache<UInt8>
  ) throws(LedgerError) -> UInt8 {
    guard let word = try bytes(slot) else { return euroPlace }
    if let place = known[word] { return place }
    let currency = try currency(slot) ?? .euro
    let place = UInt8(truncatingIfNeeded: Currency.all.firstIndex(of: currency) ?? 0)
    known.learn(word, place)
    return place
  }
}

private let euroPlace = UInt8(truncatingIfNeeded: Currency.all.firstIndex(of: .euro) ?? 0)
