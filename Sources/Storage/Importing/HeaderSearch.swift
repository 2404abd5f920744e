import Diagnostics

/// Looks for the headers of a file further down, where its first row has none that are known.
///
/// Programs like to write a title above a table, and a date, and a blank line. What is found is only
/// told: with headers in an unexpected place nobody knows what else the file holds.
struct HeaderSearch {
  private let names: HeaderNames
  /// The headers that options name for the table, folded.
  private let told: Set<String>

  /// So far down a title may reach.
  private static let mostRows = 30

  /// A search for the headers of a table.
  init(_ table: LedgerTable, _ options: ImportOptions) {
    names = HeaderNames(table)
    let mapped = options.mappings.filter { $0.table == table }.map(\.header)
    let asked = options.conditions.filter { $0.table == table }.map(\.header)
    told = Set((mapped + asked).map { $0.folded.text })
  }

  /// The first row below the first that has more known headers than any other of them, and at least
  /// two; `nil` if there is none.
  ///
  /// Every separator is tried unless it is given, as a title has none to find it out by.
  func row(in source: ByteSource, _ layout: CSVLayout, separator: UInt8?) -> Int? {
    var best: (row: Int, known: Int)?
    for separator in separator.map({ [$0] }) ?? CSVLayout.separators {
      var layout = layout
      layout.separator = separator
      for (row, known) in rows(of: source, layout) where known > (best?.known ?? 1) {
        best = (row, known)
      }
    }
    guard let best, best.row > 1 else { return nil }
    return best.row
  }

  /// The first rows that are not blank, each with how many columns its headers stand for.
  private func rows(of source: ByteSource, _ layout: CSVLayout) -> [(row: Int, known: Int)] {
    var rows: [(row: Int, known: Int)] = []
    guard var reader = try? CSVReader(source, layout) else { return rows }
    while reader.record.row < HeaderSearch.mostRows, (try? reader.next()) == true {
      guard !reader.record.isBlank else { continue }
      rows.append((reader.record.row, known(in: reader.record)))
    }
    return rows
  }

  private func known(in record: CSVRecord) -> Int {
    let columns = (0..<record.count).compactMap { field -> String? in
      let header = record.text(field)
      return told.contains(header.folded.text)
        ? header.folded.text : names.column(for: header)?.name.rawValue
    }
    return Set(columns).count
  }
}
