import Receivables

/// A piece of the invoices: those that are needed, and what is to be known of the others.
struct InvoiceRows: Sendable {
  /// A settled invoice that is left out.
  struct Settled: Sendable {
    let customer: UInt32
    /// How many days after its due date it was paid; `uncounted` if that is not of interest.
    let delay: Int32

    static let uncounted = Int32.min
  }

  /// Those that are needed.
  fileprivate(set) var needed = InvoiceTable()
  /// Their customers.
  fileprivate(set) var customers: [UInt32] = []
  /// Of those of them that have payments their number among them, and the place of the first payment.
  fileprivate(set) var payments: [(invoice: UInt32, first: UInt32)] = []
  /// How many have payments.
  fileprivate(set) var paidCount = 0
  /// The settled ones, credit notes not counted.
  fileprivate(set) var settled: [Settled] = []
  /// Those that are left out and have no payments, and their customers.
  fileprivate(set) var others = IdentifierList()
  fileprivate(set) var customersOfOthers: [UInt32] = []

  /// Reads the rows of a query.
  init(
    _ rows: TableRows,
    _ extraColumns: ExtraColumnReader,
    _ needs: InvoiceNeeds
  ) throws(LedgerError) {
    var reader = InvoiceReader(rows, extraColumns, needs)
    do throws(LedgerError) {
      try rows.show(to: &reader)
    } catch {
      // An earlier row that is wrong goes first.
      try reader.finish()
      throw error
    }
    try reader.finish()
    self = reader.found
  }

  /// No rows.
  fileprivate init() {}

  /// Makes room.
  fileprivate mutating func reserveCapacity(_ count: Int) {
    needed.reserveCapacity(count)
    customers.reserveCapacity(count)
    payments.reserveCapacity(count)
    settled.reserveCapacity(count)
  }
}

/// Reads a piece of the invoices row by row.
///
/// Some hundred of them wait until their customers and payments are looked for together, as each
/// look waits for memory.
private struct InvoiceReader: RowReader {
  private let rows: TableRows
  private let slots: InvoiceSlots
  private let extraColumns: ExtraColumnReader
  private let needs: InvoiceNeeds
  private let kindWords = LedgerWords.invoiceKind
  private var kinds = WordCache<InvoiceKind>()
  private var currencies = WordCache<UInt8>()

  private var waiting = InvoiceTable()
  private var wanted = IdentifierList()
  private var customersOfWaiting: [UInt32] = []
  /// How many rows were waited for and are done.
  private var done = 0
  private(set) var found = InvoiceRows()

  init(_ rows: TableRows, _ extraColumns: ExtraColumnReader, _ needs: InvoiceNeeds) {
    self.rows = rows
    slots = InvoiceSlots(rows)
    self.extraColumns = extraColumns
    self.needs = needs
    found.reserveCapacity(rows.mostRows)
  }

  mutating func take(_ row: TableRow) throws(LedgerError) {
    guard let customer = try row.bytes(slots.customer) else {
      throw row.failure(slots.customer, .absent)
    }
    let id = try row.identifier(slots.id)
    let number = try row.textBytes(slots.number)
    let record = InvoiceTable.Record(
      amount: try row.requiredMinorUnits(slots.amount),
      dueOn: try row.requiredDate(slots.dueOn),
      issuedOn: try row.date(slots.issuedOn),
      kind: try row.word(slots.kind, of: kindWords, &kinds) ?? .standard,
      currency: try row.currency(slots.currency, &currencies),
      hasPlan: try row.isActive(slots.plan)
    )
    let extras = extraColumns.isEmpty ? nil : try extraColumns.values(row)
    waiting.append(id, number: number, record, extras: extras)
    wanted.append(customer)
    if wanted.count == IdentifierList.most { try finish() }
  }

  /// Looks for the customers and payments of those that wait.
  @inline(never)
  mutating func finish() throws(LedgerError) {
    var missing: Int?
    customersOfWaiting.removeAll(keepingCapacity: true)
    needs.customers.find(wanted) { position, number in
      if number == nil { missing = missing ?? position }
      customersOfWaiting.append(UInt32(truncatingIfNeeded: number ?? 0))
    }
    if let missing { throw dangling(rowAt: done + missing + 1) }
    let paid = needs.paid
    needs.payments.find(waiting.identifiers) { first in
      paid.prefetch(first)
    } found: { place, first in
      take(place, first)
    }
    done += wanted.count
    waiting.removeAll()
    wanted.removeAll()
  }

  /// Takes one of those that wait, by the place of its first payment.
  private mutating func take(_ place: Int, _ first: Int?) {
    let record = waiting.records[place]
    let customer = customersOfWaiting[place]
    let total = needs.payments.total(from: first)
    if let first {
      needs.paid.add(first, of: customer)
      found.paidCount += 1
    }
    switch needs.use(of: record, total) {
    case .needed:
      if let first {
        let number = UInt32(truncatingIfNeeded: found.customers.count)
        found.payments.append((number, UInt32(truncatingIfNeeded: first)))
      }
      found.needed.append(place, of: waiting)
      found.customers.append(customer)
      return
    case .settled:
      if !record.isCreditNote {
        let delay = needs.delay(of: record, total) ?? InvoiceRows.Settled.uncounted
        found.settled.append(InvoiceRows.Settled(customer: customer, delay: delay))
      }
    case .notIssued:
      break
    }
    guard first == nil else { return }
    found.others.append(place, of: waiting.identifiers)
    found.customersOfOthers.append(customer)
  }

  /// The error of a row whose customer is not in the ledger.
  private func dangling(rowAt ordinal: Int) -> LedgerError {
    rows.failure(ofRow: ordinal) { [slot = slots.customer] row throws(LedgerError) in
      row.failure(slot, .danglingCustomer(try row.requiredText(slot)))
    }
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
