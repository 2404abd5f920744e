/// The tables that the program keeps beside the ledger's own for itself.
///
/// They are made when something is first written into them; a ledger without them reads as one of
/// which nothing more is known.
enum CompanionTable: String, CaseIterable {
  /// When a table was last filled by an import.
  case imports = "ledger_imports"
  /// The runs that recorded reminders.
  case runs = "reminder_runs"
  /// The texts that were sent, each once, by the SHA-256 of their UTF-8 bytes.
  case texts = "message_texts"
  /// Which text belongs to which reminder, for each channel it went through.
  case textsOfReminders = "reminder_texts"
  /// The facts that people told, when and why.
  case facts = "ledger_facts"

  /// The statement that creates the table unless it exists.
  var creationSQL: String {
    "CREATE TABLE IF NOT EXISTS \(rawValue) (\(columns))"
  }

  private var columns: String {
    switch self {
    case .imports:
      """
      table_name TEXT NOT NULL, imported_on TEXT NOT NULL, imported_at TEXT NOT NULL,
      file TEXT NOT NULL, file_rows INTEGER NOT NULL
      """
    case .runs:
      """
      run_id TEXT PRIMARY KEY NOT NULL, command TEXT NOT NULL, day TEXT NOT NULL,
      recorded_at TEXT NOT NULL, reminders INTEGER NOT NULL
      """
    case .texts: "hash TEXT PRIMARY KEY NOT NULL CHECK (length(hash) = 64), text TEXT NOT NULL"
    case .textsOfReminders:
      """
      invoice_id TEXT NOT NULL, step TEXT NOT NULL, occurrence TEXT NOT NULL DEFAULT '',
      channel TEXT NOT NULL, hash TEXT NOT NULL REFERENCES message_texts (hash),
      UNIQUE (invoice_id, step, occurrence, channel)
      """
    case .facts:
      """
      fact TEXT NOT NULL, invoice_id TEXT NOT NULL, customer_id TEXT NOT NULL, day TEXT NOT NULL,
      reason TEXT NOT NULL, recorded_at TEXT NOT NULL
      """
    }
  }
}

extension Database {
  /// Creates a table of the program's own unless it exists.
  func create(_ table: CompanionTable) throws(LedgerError) {
    try execute(table.creationSQL)
  }

  /// Whether the ledger has a table, or a view in its place.
  func has(_ table: CompanionTable) throws(LedgerError) -> Bool {
    try relation(named: table.rawValue) != nil
  }
}
