import Diagnostics

/// A table of texts as spreadsheets of a language open it: accents are read as such, and no text is
/// taken for a formula.
public func spreadsheet(
  columns: [String],
  rows: [[String]],
  in language: MessageLanguage
) -> [UInt8] {
  TextOutput.bytes { output in
    var table = CSVTable(columns: columns, layout: .spreadsheet(language), to: output)
    for row in rows { table.append(row.map(CSVTable.Cell.text)) }
  }
}
