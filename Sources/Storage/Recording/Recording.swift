import Receivables

/// What is to be recorded, and what the ledger must be like for it.
public struct RecordingRequest: Sendable {
  /// Which reminders of a later day stand in the way.
  public enum Chronology: Sendable {
    /// Those of anyone: what is recorded was decided today (R105).
    case ofLedger
    /// Those of the same invoices: what is recorded was done by a person, perhaps some days ago.
    case ofInvoices
  }

  /// The day the reminders are of.
  public var day: CalendarDate
  /// The command that records, for the list of runs.
  public var command: String
  /// Which reminders of a later day stand in the way.
  public var chronology: Chronology
  /// The part of the ledger that is planned.
  public var selection: LedgerSelection
  /// The columns that the scenarios need beside the ledger's own.
  public var extraColumns: [ExtraColumn]
  /// How many days before the day payments may have been imported last; `nil` if it does not matter.
  public var paymentsWithin: Int?

  /// A request to record the reminders of a day.
  public init(
    day: CalendarDate,
    command: String,
    chronology: Chronology,
    selection: LedgerSelection = .everything,
    extraColumns: [ExtraColumn] = [],
    paymentsWithin: Int? = nil
  ) {
    self.day = day
    self.command = command
    self.chronology = chronology
    self.selection = selection
    self.extraColumns = extraColumns
    self.paymentsWithin = paymentsWithin
  }
}

/// What was recorded.
public struct Recording: Sendable, Hashable {
  /// The run, which every row names; `nil` if there was nothing to record.
  public let run: String?
  /// How many rows the history got.
  public let reminders: Int
  /// How many rows the history had of this day before.
  public let earlier: Int
}

extension Database {
  /// Records reminders, all of them or none.
  ///
  /// The ledger is read, the decision taken and the history written in one transaction that holds
  /// the lock for writing from its beginning: a payment that comes in meanwhile is seen, and of
  /// several programs that record the same day one does and the others find it done.
  ///
  /// - Parameters:
  ///   - request: the day, and what the ledger must be like
  ///   - decide: gives the rows to be recorded for the ledger as it is at this moment
  /// - Returns: what was recorded
  /// - Throws: why nothing was; the ledger is then as before
  public func record(
    _ request: RecordingRequest,
    deciding decide: (Ledger) -> [HistoryRow]
  ) throws(LedgerError) -> Recording {
    try transaction { () throws(LedgerError) in
      try makeWritable(.reminders)
      if request.chronology == .ofLedger { try refuseLaterReminders(than: request.day) }
      if let days = request.paymentsWithin {
        try refusePayments(importedMoreThan: days, before: request.day)
      }
      let ledger = try currentLedger(request.selection, extraColumns: request.extraColumns)
      let rows = decide(ledger)
      let earlier = try integer(
        "SELECT count(*) FROM reminders WHERE sent_on = '\(request.day.description)'"
      )
      guard !rows.isEmpty else {
        return Recording(run: nil, reminders: 0, earlier: Int(clamping: earlier))
      }
      let run = try beginRun(request, reminders: rows.count)
      var writer = try HistoryWriter(self, run: run)
      for row in rows {
        if request.chronology == .ofInvoices {
          try refuseLaterReminders(of: row.invoice, than: request.day)
        }
        try writer.write(row)
      }
      return Recording(run: run, reminders: rows.count, earlier: Int(clamping: earlier))
    }
  }

  /// Makes sure that a table can be written, and exists.
  func makeWritable(_ table: LedgerTable) throws(LedgerError) {
    switch try relation(named: table.rawValue) {
    case .view: throw .recording(.view(table))
    case .table: break
    case nil: try createTable(table)
    }
  }

  private func refuseLaterReminders(than day: CalendarDate) throws(LedgerError) {
    let statement = try prepare("SELECT max(sent_on) FROM reminders WHERE sent_on > ?")
    statement.bind(1, day.description)
    if let recorded = try statement.firstDate() {
      throw .recording(.laterReminders(on: day, recorded: recorded))
    }
  }

  private func refuseLaterReminders(
    of invoice: String,
    than day: CalendarDate
  ) throws(LedgerError) {
    let statement = try prepare(
      "SELECT max(sent_on) FROM reminders WHERE invoice_id = ? AND sent_on > ?"
    )
    statement.bind(1, invoice)
    statement.bind(2, day.description)
    if let recorded = try statement.firstDate() {
      throw .recording(.laterRemindersOfInvoice(invoice, on: day, recorded: recorded))
    }
  }

  /// Notes a run, named by its day and its number among the runs of that day.
  private func beginRun(
    _ request: RecordingRequest,
    reminders: Int
  ) throws(LedgerError) -> String {
    try create(.runs)
    let day = request.day.description
    let count = try integer("SELECT count(*) FROM reminder_runs WHERE day = '\(day)'")
    let run = "\(day)/\(count + 1)"
    let statement = try prepare(
      "INSERT INTO reminder_runs VALUES (?, ?, ?, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), ?)"
    )
    statement.bind(1, run)
    statement.bind(2, request.command)
    statement.bind(3, day)
    statement.bind(4, Int64(reminders))
    _ = try statement.step()
    return run
  }
}

extension Statement {
  /// The day in the first column of the first row; `nil` if there is none.
  func firstDate() throws(LedgerError) -> CalendarDate? {
    guard try step() else { return nil }
    let date = CalendarDate(isoBytes: bytes(0))
    reset()
    return date
  }
}
