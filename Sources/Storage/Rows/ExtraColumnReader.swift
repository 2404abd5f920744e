import Diagnostics
import Receivables

/// The columns of a table that scenario files declare with `champ`.
struct ExtraColumnReader: Sendable {
  /// The columns of the database, as they are written there.
  let columns: [String]

  /// For each declared column its kind and its place among `columns`; `nil` if it is of another
  /// table or the database does not have it.
  private let places: [(kind: ExtraColumn.Kind, place: Int)?]

  /// Whether no column is declared at all.
  var isEmpty: Bool { places.isEmpty }

  init(
    _ database: Database,
    _ table: LedgerTable,
    _ declared: [ExtraColumn]
  ) throws(LedgerError) {
    var columns: [String] = []
    var places: [(kind: ExtraColumn.Kind, place: Int)?] = []
    var found: [String] = []
    if declared.contains(where: { $0.isOf(table) }),
      try database.relation(named: table.rawValue) != nil
    {
      found = try database.columnNames(of: table.rawValue)
    }
    for column in declared {
      let wanted = ExtraColumnReader.key(column.name)
      let matches = column.isOf(table) ? found.filter { ExtraColumnReader.key($0) == wanted } : []
      guard matches.count <= 1 else {
        throw .ambiguousColumn(table: table.rawValue, name: column.name, found: matches)
      }
      places.append(matches.first.map { _ in (column.kind, columns.count) })
      columns += matches
    }
    self.columns = columns
    self.places = places
  }

  /// The values of a row, one for each declared column.
  func values(_ row: TableRow) throws(LedgerError) -> [LedgerValue?] {
    guard !places.isEmpty else { return [] }
    let slots = row.query.extraSlots(columns.count)
    var values: [LedgerValue?] = []
    for place in places {
      if let place {
        values.append(try ExtraColumnReader.value(row, slots[place.place], place.kind))
      } else {
        values.append(nil)
      }
    }
    return values
  }

  /// Names are compared folded, a space being as good as `_`.
  private static func key(_ name: String) -> FoldedText {
    String(name.map { $0 == "_" ? " " : $0 }).folded
  }

  private static func value(
    _ row: TableRow,
    _ slot: TableRow.Slot,
    _ kind: ExtraColumn.Kind
  ) throws(LedgerError) -> LedgerValue? {
    switch kind {
    case .text: return try row.text(slot).map { .text($0) }
    case .integer: return try row.integer(slot).map { .integer($0) }
    case .number: return try row.number(slot).map { .number($0) }
    case .money: return try row.minorUnits(slot).map { .money($0) }
    case .duration: return try row.integer(slot).map { .duration(Int(clamping: $0)) }
    case .date: return try row.date(slot).map { .date($0) }
    case .truth: return try row.truth(slot).map { .truth($0) }
    case .percentage:
      guard let number = try row.number(slot) else { return nil }
      do {
        return .percentage(try Percentage(percent: number))
      } catch {
        throw row.failure(slot, .notANumber(try row.requiredText(slot)))
      }
    }
  }
}

extension ExtraColumn {
  fileprivate func isOf(_ ledgerTable: LedgerTable) -> Bool {
    switch table {
    case .customers: ledgerTable == .customers
    case .invoices: ledgerTable == .invoices
    }
  }
}
