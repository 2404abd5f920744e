import Receivables

/// Adds rows to the reminder history, and the texts that were sent.
struct HistoryWriter {
  private let database: Database
  private let run: String
  private let findStatement: Statement
  private let insertStatement: Statement
  private var textStatements: TextStatements?

  init(_ database: Database, run: String) throws(LedgerError) {
    self.database = database
    self.run = run
    findStatement = try database.prepare(
      """
      SELECT 1 FROM reminders
      WHERE invoice_id = ? AND step = ? AND coalesce(occurrence, '') = ?
      """
    )
    insertStatement = try database.prepare(
      """
      INSERT INTO reminders (invoice_id, customer_id, scenario, step, rank, channel, nature, tone,
      mode, sent_on, occurrence, message_id, run_id)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """
    )
  }

  /// Adds a row; fails if the history has the step of the invoice already, which a table of another
  /// making may not do by itself.
  mutating func write(_ row: HistoryRow) throws(LedgerError) {
    let reminder = row.reminder
    let occurrence = reminder.occurrence?.description ?? ""
    for (parameter, text) in [row.invoice, reminder.step, occurrence].enumerated() {
      findStatement.bind(parameter + 1, text)
    }
    guard try !findStatement.step() else {
      findStatement.reset()
      throw .recording(.alreadyRecorded(invoice: row.invoice, step: reminder.step))
    }
    let texts = [
      row.invoice, row.customer, row.scenario, reminder.step, "", reminder.channel,
      reminder.nature, row.tone.rawValue, row.mode.rawValue, reminder.sentOn.description,
      occurrence, reminder.messageID ?? "", run,
    ]
    for (parameter, text) in texts.enumerated() { insertStatement.bind(parameter + 1, text) }
    insertStatement.bind(5, Int64(reminder.rank))
    _ = try insertStatement.step()
    for text in row.texts { try keep(text, of: row, occurrence: occurrence) }
  }

  private mutating func keep(
    _ sent: SentText,
    of row: HistoryRow,
    occurrence: String
  ) throws(LedgerError) {
    let statements: TextStatements
    if let textStatements {
      statements = textStatements
    } else {
      statements = try TextStatements(database)
      textStatements = statements
    }
    try statements.keep(sent, of: row, occurrence: occurrence)
  }
}

/// Keeps each text once, under its checksum.
private final class TextStatements {
  private let insertText: Statement
  private let insertLink: Statement
  /// The text kept last: the invoices of a message come one after the other.
  private var last: (text: String, hash: String)?

  init(_ database: Database) throws(LedgerError) {
    try database.create(.texts)
    try database.create(.textsOfReminders)
    insertText = try database.prepare("INSERT OR IGNORE INTO message_texts VALUES (?, ?)")
    insertLink = try database.prepare("INSERT INTO reminder_texts VALUES (?, ?, ?, ?, ?)")
  }

  func keep(_ sent: SentText, of row: HistoryRow, occurrence: String) throws(LedgerError) {
    let hash: String
    if let last, last.text == sent.text {
      hash = last.hash
    } else {
      hash = SHA256(of: sent.text).hexadecimal
      insertText.bind(1, hash)
      insertText.bind(2, sent.text)
      _ = try insertText.step()
      last = (sent.text, hash)
    }
    let values = [row.invoice, row.reminder.step, occurrence, sent.channel.rawValue, hash]
    for (parameter, value) in values.enumerated() { insertLink.bind(parameter + 1, value) }
    _ = try insertLink.step()
  }
}
