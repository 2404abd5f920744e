import Receivables

/// What the program keeps beside the history: the moments of runs and the texts that were sent.
struct ReminderProofs {
  private let runStatement: Statement?
  private let textStatement: Statement?

  init(_ database: Database) throws(LedgerError) {
    if try database.has(.runs) {
      runStatement = try database.prepare("SELECT recorded_at FROM reminder_runs WHERE run_id = ?")
    } else {
      runStatement = nil
    }
    if try database.has(.texts), try database.has(.textsOfReminders) {
      textStatement = try database.prepare(
        """
        SELECT channel, hash, text FROM reminder_texts JOIN message_texts USING (hash)
        WHERE invoice_id = ? AND step = ? AND occurrence = ? ORDER BY channel
        """
      )
    } else {
      textStatement = nil
    }
  }

  /// The moment of a run; `nil` if it is not known.
  func moment(of run: String) throws(LedgerError) -> String? {
    guard let runStatement else { return nil }
    runStatement.bind(1, run)
    guard try runStatement.step() else { return nil }
    defer { runStatement.reset() }
    return runStatement.text(0)
  }

  /// The texts of a row of the history, by channel.
  func texts(
    of reminder: Reminder,
    invoice: String
  ) throws(LedgerError) -> [SentReminder.KeptText] {
    guard let textStatement else { return [] }
    textStatement.bind(1, invoice)
    textStatement.bind(2, reminder.step)
    textStatement.bind(3, reminder.occurrence?.description ?? "")
    var texts: [SentReminder.KeptText] = []
    while try textStatement.step() {
      texts.append(
        SentReminder.KeptText(
          channel: textStatement.text(0),
          checksum: textStatement.text(1),
          text: textStatement.text(2)
        )
      )
    }
    return texts
  }
}

/// What people said of the facts they told.
struct FactNotes {
  private struct Key: Hashable {
    let fact: String
    let subject: LedgerSubject
    let day: String
  }

  private var reasons: [Key: String] = [:]
  private var released: [LedgerSubject: [(day: CalendarDate, reason: String?)]] = [:]

  init(_ database: Database) throws(LedgerError) {
    guard try database.has(.facts) else { return }
    let statement = try database.prepare(
      "SELECT fact, invoice_id, customer_id, day, reason FROM ledger_facts ORDER BY rowid"
    )
    while try statement.step() {
      let invoice = statement.text(1)
      let subject =
        invoice.isEmpty ? LedgerSubject.customer(statement.text(2)) : .invoice(invoice)
      let reason = statement.text(4)
      if statement.text(0) == FactNote.release.rawValue {
        guard let day = CalendarDate(isoBytes: statement.bytes(3)) else { continue }
        released[subject, default: []].append((day, reason.isEmpty ? nil : reason))
      } else if !reason.isEmpty {
        reasons[Key(fact: statement.text(0), subject: subject, day: statement.text(3))] = reason
      }
    }
  }

  /// The reason given for a fact about an invoice on a day.
  func reason(_ fact: FactNote, _ invoice: String, _ day: CalendarDate) -> String? {
    reasons[Key(fact: fact.rawValue, subject: .invoice(invoice), day: day.description)]
  }

  /// When holds of a subject were lifted, and why.
  func releases(of subject: LedgerSubject) -> [(day: CalendarDate, reason: String?)] {
    released[subject] ?? []
  }
}
