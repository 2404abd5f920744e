import Receivables

/// Writes the invoices of a made-up ledger and what happened to them.
struct InvoiceWriter {
  private let ledger: SampleLedger
  private var lot: Lot
  private let invoices, payments, disputes, promises, holds, reminders: RowWriter
  /// Rows that wait for their turn, so that payments and reminders are not in the order of invoices.
  private var waitingPayments: [[StoredValue]] = []
  private var waitingReminders: [[StoredValue]] = []

  /// How far a row can be from its place in the order of invoices.
  private static let disorder = 4_096
  /// Over how many days the invoices are spread.
  private static let span = 730

  init(_ database: Database, _ ledger: SampleLedger) throws(LedgerError) {
    self.ledger = ledger
    lot = Lot(seed: ledger.seed)
    invoices = try RowWriter(
      database,
      .invoices,
      [.id, .customerID, .number, .kind, .issuedOn, .dueOn, .amount, .currency, .instalmentPlan]
    )
    payments = try RowWriter(database, .payments, [.invoiceID, .paidOn, .amount])
    disputes = try RowWriter(database, .disputes, [.invoiceID, .openedOn, .closedOn])
    promises = try RowWriter(database, .promises, [.invoiceID, .madeOn, .promisedOn])
    holds = try RowWriter(
      database,
      .holds,
      [.customerID, .invoiceID, .fromOn, .untilOn, .reason]
    )
    reminders = try RowWriter(
      database,
      .reminders,
      [
        .invoiceID, .customerID, .scenario, .step, .rank, .channel, .nature, .tone, .mode, .sentOn,
        .occurrence, .messageID, .runID,
      ]
    )
  }

  /// Writes all invoices of the ledger.
  mutating func writeAll() throws(LedgerError) {
    for number in 0..<ledger.invoices { try write(number) }
    for row in waitingPayments { try payments.write(row) }
    for row in waitingReminders { try reminders.write(row) }
  }

  private mutating func write(_ number: Int) throws(LedgerError) {
    let age = InvoiceWriter.span - number * InvoiceWriter.span / max(1, ledger.invoices)
    let issuedOn = ledger.day.adding(days: -age)
    let dueOn = issuedOn.adding(days: lot.pick([30, 30, 45, 60]))
    let daysLate = ledger.day.days(since: dueOn)
    // The square makes the first customers have far more than the last.
    let share = lot.below(1 << 20)
    let skewed = (share * share) >> 20
    let customer = SampleLedger.customerID((skewed * ledger.customers) >> 20)
    let id = "F-" + padded(number, to: 8)
    let isCreditNote = lot.happens(2)
    let amount = Int64(5_000 + lot.below(300_000)) * (isCreditNote ? -1 : 1)
    try invoices.write([
      .text(id), .text(customer), lot.happens(50) ? .text("2026/\(number)") : .null,
      .text(isCreditNote ? "avoir" : lot.pick(["standard", "standard", "récurrente"])),
      .text(issuedOn.description), .text(dueOn.description), .integer(amount),
      .text(lot.pick(["EUR", "EUR", "EUR", "EUR", "EUR", "EUR", "USD", "USD", "GBP", "CHF"])),
      lot.happens(1) ? .integer(1) : .null,
    ])
    guard !isCreditNote else { return }
    if lot.below(100) < InvoiceWriter.openShare(daysLate) {
      try writeOpen(id, customer, amount, dueOn, daysLate)
    } else {
      try writePaid(id, customer, amount, issuedOn, dueOn)
    }
  }

  /// How many of a hundred invoices are open that are so late.
  private static func openShare(_ daysLate: Int) -> Int {
    switch daysLate {
    case ...0: 92
    case ...60: 60
    case ...365: 24
    default: 13
    }
  }

  private mutating func writeOpen(
    _ id: String,
    _ customer: String,
    _ amount: Int64,
    _ dueOn: CalendarDate,
    _ daysLate: Int
  ) throws(LedgerError) {
    if lot.happens(12) {
      try pay(id, amount / 3, on: ledger.day.adding(days: -lot.below(max(1, daysLate))))
    }
    if daysLate > 0 {
      let applicable = SampleLedger.steps.filter { $0.rank / 5 <= daysLate }.count
      // Of some the last step is due only now.
      try remind(id, customer, dueOn, steps: lot.happens(15) ? applicable - 1 : applicable)
    }
    if lot.happens(2) {
      let openedOn = ledger.day.adding(days: -lot.below(60))
      let isClosed = lot.happens(40)
      try disputes.write([
        .text(id), .text(openedOn.description),
        isClosed ? .text(min(ledger.day, openedOn.adding(days: 10)).description) : .null,
      ])
    }
    if lot.happens(3) {
      let madeOn = ledger.day.adding(days: -lot.below(30))
      try promises.write([
        .text(id), .text(madeOn.description),
        .text(madeOn.adding(days: 5 + lot.below(30)).description),
      ])
    }
    if lot.below(1_000) < 2 {
      try holds.write([
        .null, .text(id), .text(ledger.day.adding(days: -3).description), .null, .text("accord"),
      ])
    }
  }

  private mutating func writePaid(
    _ id: String,
    _ customer: String,
    _ amount: Int64,
    _ issuedOn: CalendarDate,
    _ dueOn: CalendarDate
  ) throws(LedgerError) {
    let paidOn = min(ledger.day, max(issuedOn, dueOn.adding(days: lot.below(50) - 10)))
    if lot.happens(10) {
      try pay(id, amount / 2, on: max(issuedOn, paidOn.adding(days: -lot.below(20))))
      try pay(id, amount - amount / 2, on: paidOn)
    } else {
      try pay(id, lot.below(1_000) < 3 ? amount + 100 : amount, on: paidOn)
    }
    if paidOn.days(since: dueOn) > 7, lot.happens(40) {
      try remind(id, customer, dueOn, steps: paidOn.days(since: dueOn) > 21 ? 2 : 1)
    }
  }

  private mutating func pay(
    _ id: String,
    _ amount: Int64,
    on day: CalendarDate
  ) throws(LedgerError) {
    let row: [StoredValue] = [.text(id), .text(day.description), .integer(amount)]
    if let row = InvoiceWriter.delayed(row, among: &waitingPayments, &lot) {
      try payments.write(row)
    }
  }

  private mutating func remind(
    _ id: String,
    _ customer: String,
    _ dueOn: CalendarDate,
    steps: Int
  ) throws(LedgerError) {
    for step in SampleLedger.steps.prefix(max(0, steps)) {
      let sentOn = min(ledger.day.adding(days: -1), dueOn.adding(days: step.rank / 5))
      let row: [StoredValue] = [
        .text(id), .text(customer), .text("Banc d'essai"), .text(step.id),
        .integer(Int64(step.rank)), .text(step.channel), .text(step.nature), .text(step.tone),
        .text("automatique"),
        .text(sentOn.description), .text(""), .text("M-\(customer)-\(sentOn.dayNumber)"),
        .text("R-1"),
      ]
      if let row = InvoiceWriter.delayed(row, among: &waitingReminders, &lot) {
        try reminders.write(row)
      }
    }
  }

  /// Keeps a row for later and gives another one whose turn has come, if there is one.
  private static func delayed(
    _ row: [StoredValue],
    among waiting: inout [[StoredValue]],
    _ lot: inout Lot
  ) -> [StoredValue]? {
    guard waiting.count >= disorder else {
      waiting.append(row)
      return nil
    }
    let place = lot.below(waiting.count)
    let chosen = waiting[place]
    waiting[place] = row
    return chosen
  }
}
