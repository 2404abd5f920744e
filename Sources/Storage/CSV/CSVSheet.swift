import Diagnostics

/// A small CSV file as a spreadsheet wrote it, read whole: its encoding and its separator are found
/// out, blank rows left out.
public struct CSVSheet: Sendable {
  /// A row below the headings.
  public struct Row: Sendable {
    /// The number of the row as a spreadsheet shows it.
    public let number: Int
    /// The fields without white space around them.
    public let cells: [String]
  }

  /// The headings.
  public let headings: [String]
  /// The rows below.
  public let rows: [Row]

  /// Reads a file.
  public init(path: String) throws(FileProblem) {
    let source = try ByteSource(path: path)
    var reader = try CSVReader(source, try CSVSheet.layout(of: source))
    var rows: [Row] = []
    while try reader.next() {
      guard !reader.record.isBlank else { continue }
      let record = reader.record
      rows.append(Row(number: record.row, cells: (0..<record.count).map { record.text($0) }))
    }
    guard let first = rows.first else { throw .empty }
    headings = first.cells
    self.rows = Array(rows.dropFirst())
  }

  private static func layout(of source: ByteSource) throws(FileProblem) -> CSVLayout {
    do {
      return try CSVLayout(of: source)
    } catch .otherEncoding(let seeming?, _) {
      // A sheet goes out as UTF-8 and comes back: what a spreadsheet made of its accents on the way
      // enters no ledger.
      return try CSVLayout(of: source, encoding: .singleByte(seeming))
    }
  }
}
