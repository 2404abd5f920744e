/// Who made a table of the ledger, which tells how it can be filled.
enum TableMaking {
  /// Somebody else: it may have any columns, rules and triggers.
  case other
  /// This program.
  case own
  /// This program, and it has no rows yet.
  case ownAndEmpty
}

extension Database {
  /// Who made a table.
  func making(of table: LedgerTable) throws(LedgerError) -> TableMaking {
    guard try isOfOwnMaking(table) else { return .other }
    let isEmpty = try integer("SELECT NOT EXISTS (SELECT 1 FROM \(table.rawValue))") == 1
    return isEmpty ? .ownAndEmpty : .own
  }

  /// Whether a table is as this program makes it, but for further columns behind its own.
  func isOfOwnMaking(_ table: LedgerTable) throws(LedgerError) -> Bool {
    let definition = try prepare("SELECT sql FROM sqlite_master WHERE type = 'table' AND name = ?")
    definition.bind(1, table.rawValue)
    guard try definition.step(), table.isDefined(by: definition.text(0)) else { return false }
    let triggers = try prepare(
      "SELECT 1 FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ? COLLATE NOCASE"
    )
    triggers.bind(1, table.rawValue)
    return try !triggers.step()
  }

  /// Takes away the indexes of a table that `createIndexes` makes again: many rows are written
  /// faster before there are indexes.
  func dropIndexes(of table: LedgerTable) throws(LedgerError) {
    for name in table.indexNames { try execute("DROP INDEX IF EXISTS \(name)") }
  }

  /// Chooses whether the checks of columns are made again when rows are written.
  ///
  /// They hold for whatever an import writes into tables of this program's making, and to ask SQLite
  /// for each day whether it is one takes longer than to write it.
  func check(_ rows: RowChecks) throws(LedgerError) {
    switch rows {
    case .made: try execute("PRAGMA ignore_check_constraints = OFF")
    case .known: try execute("PRAGMA ignore_check_constraints = ON")
    }
  }
}

/// Whether the checks of a table's columns are made when rows are written.
enum RowChecks {
  /// They are.
  case made
  /// They are known to hold.
  case known
}

extension LedgerTable {
  /// Whether the table itself refuses a second row of the same identity.
  var declaresIdentity: Bool {
    switch self {
    case .customers, .invoices, .exchangeRates, .reminders: true
    case .contacts, .payments, .disputes, .promises, .holds: false
    }
  }

  /// Whether an import into the empty table finds rows again without the indexes that
  /// `createIndexes` makes.
  var isFoundWithoutIndexes: Bool {
    switch self {
    case .customers, .invoices, .payments, .promises, .exchangeRates, .reminders: true
    case .contacts, .disputes, .holds: false
    }
  }

  /// Whether all checks of the columns hold for what an import makes of cells.
  ///
  /// Those of exchange rates are about SQLite's own idea of a number.
  var holdsItsChecks: Bool {
    switch self {
    case .customers, .contacts, .invoices, .payments, .disputes, .promises, .holds, .reminders: true
    case .exchangeRates: false
    }
  }
}
