import Receivables

/// The invoices of a ledger, packed: an `Invoice` is made only of those that are needed.
struct InvoiceTable: Sendable {
  /// What is packed of an invoice beside its texts.
  struct Record: Sendable {
    /// Where its number begins, if it has one of its own.
    fileprivate var number: Int
    let amount: Int64
    /// The payments up to the day of the demand; only where they do not overflow.
    private(set) var paid: Int64 = 0
    /// The number of its customer.
    let customer: UInt32
    /// Its place among the invoices that are needed.
    var place = Record.nowhere
    let dueOn: CalendarDate
    let issuedOn: CalendarDate
    private(set) var lastPaidOn = CalendarDate.earliest
    fileprivate let kind: InvoiceKind
    /// The currency's place in `Currency.all`.
    fileprivate let currency: UInt8
    fileprivate let hasIssueDate: Bool
    fileprivate let hasPlan: Bool
    private var isOverpaidBeyondCounting = false

    /// The place of an invoice that is not needed.
    static let nowhere = UInt32.max
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
    func exists(on day: CalendarDate) -> Bool { !hasIssueDate || issuedOn <= day }

    fileprivate init(
      number: Int,
      amount: Int64,
      customer: UInt32,
      dueOn: CalendarDate,
      issuedOn: CalendarDate?,
      kind: InvoiceKind,
      currency: UInt8,
      hasPlan: Bool
    ) {
      self.number = number
      self.amount = amount
      self.customer = customer
      self.dueOn = dueOn
      self.issuedOn = issuedOn ?? .earliest
      hasIssueDate = issuedOn != nil
      self.kind = kind
      self.currency = currency
      self.hasPlan = hasPlan
    }
  }

  /// The invoices in the order of their rows.
  private(set) var records: [Record] = []
  private var identifiers = IdentifierList()
  private var numbers = TextArena()
  /// The values of declared columns, where there are any.
  private var extras: [[LedgerValue?]] = []
  private var index: IdentifierIndex?

  /// Reads the rows of a query.
  init(
    _ rows: TableRows,
    _ extraColumns: ExtraColumnReader,
    customers: CustomerTable
  ) throws(LedgerError) {
    let slots = InvoiceSlots(rows)
    var kinds = WordCache<InvoiceKind>()
    var currencies = WordCache<UInt8>()
    try rows.forEach { row throws(LedgerError) in
      guard let id = try row.textBytes(slots.id) else { throw row.failure(slots.id, .absent) }
      identifiers.append(id)
      let number = try row.textBytes(slots.number)
      let start = number == nil ? Record.none : numbers.end
      if let number { numbers.append(number) }
      records.append(
        Record(
          number: start,
          amount: try row.requiredMinorUnits(slots.amount),
          customer: UInt32(try row.customer(slots.customer, among: customers)),
          dueOn: try row.requiredDate(slots.dueOn),
          issuedOn: try row.date(slots.issuedOn),
          kind: try row.word(slots.kind, of: LedgerWords.invoiceKind, &kinds) ?? .standard,
          currency: try row.currency(slots.currency, &currencies),
          hasPlan: try row.isActive(slots.plan)
        )
      )
      if !extraColumns.isEmpty { extras.append(try extraColumns.values(row)) }
    }
  }

  /// The rows of several parts, in their order; the parts are given up one after the other.
  init(_ parts: consuming [InvoiceTable]) {
    var parts = parts
    let count = parts.reduce(0) { $0 + $1.records.count }
    records.reserveCapacity(count)
    identifiers.reserveCapacity(count)
    parts.reverse()
    while let part = parts.popLast() {
      let offset = numbers.end
      numbers.append(part.numbers)
      identifiers.append(part.identifiers)
      for var record in part.records {
        if record.number != Record.none { record.number += offset }
        records.append(record)
      }
      extras += part.extras
    }
  }

  /// Makes invoices be found by identifier; the least row whose identifier another one has already.
  mutating func makeIndex(threads: Int) -> Int? {
    let index = IdentifierIndex(identifiers, threads: threads)
    self.index = index
    return index.duplicate
  }

  /// Forgets how to find invoices by identifier.
  mutating func dropIndex() { index = nil }

  /// The number of an invoice; `nil` if the ledger has none of this identifier.
  func find(_ id: UnsafeBufferPointer<UInt8>) -> Int? {
    index.flatMap { identifiers.find(id, by: $0) }
  }

  /// Takes note of the payments up to a day.
  mutating func take(_ payments: [EventRow<Payment>]) {
    for row in payments { records[Int(row.owner)].take(row.event) }
  }

  /// Says which place among the needed ones an invoice has.
  mutating func put(_ number: Int, at place: Int) {
    records[number].place = UInt32(truncatingIfNeeded: place)
  }

  /// Whether the identifier of one invoice comes before that of another.
  func precedes(_ left: Int, _ right: Int) -> Bool {
    identifiers.precedes(left, right)
  }

  /// The invoice of a number.
  subscript(number: Int) -> Invoice {
    let record = records[number]
    var invoice = Invoice(
      id: identifiers[number],
      dueOn: record.dueOn,
      amount: record.amount,
      currency: Currency.all[Int(record.currency)]
    )
    if record.number != Record.none {
      var place = record.number
      if let number = numbers.next(&place) { invoice.number = number }
    }
    invoice.kind = record.kind
    invoice.issuedOn = record.hasIssueDate ? record.issuedOn : nil
    invoice.hasInstalmentPlan = record.hasPlan
    if !extras.isEmpty { invoice.extras = extras[number] }
    return invoice
  }
}

/// Where the columns of `invoices` are in a row.
private struct InvoiceSlots {
  let id, customer, number, kind, issuedOn, dueOn, amount, currency, plan: TableRow.Slot

  init(_ rows: TableRows) {
    id = rows.slot(.id)
    customer = rows.slot(.customerID)
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
  /// The number of the customer a row is about.
  func customer(_ slot: Slot, among customers: CustomerTable) throws(LedgerError) -> Int {
    guard let id = try bytes(slot) else { throw failure(slot, .absent) }
    guard let number = customers.find(id) else {
      throw failure(slot, .danglingCustomer(String(decoding: id, as: UTF8.self)))
    }
    return number
  }

  /// The place of a currency in `Currency.all`; that of the euro if it is absent.
  fileprivate func currency(
    _ slot: Slot,
    _ known: inout WordCache<UInt8>
  ) throws(LedgerError) -> UInt8 {
    guard let word = try bytes(slot) else { return euroPlace }
    return try known.value(of: word) { () throws(LedgerError) in
      let currency = try currency(slot) ?? .euro
      return UInt8(truncatingIfNeeded: Currency.all.firstIndex(of: currency) ?? 0)
    }
  }
}

private let euroPlace = UInt8(truncatingIfNeeded: Currency.all.firstIndex(of: .euro) ?? 0)
