/// A table for a person that fits the page: columns as wide as what is in them, and where that is too
/// much the widest text columns give way.
struct TextTable {
  /// A column's head and the side on which it is flush.
  struct Column {
    let head: String
    let edge: ColumnEdge
  }

  private let columns: [Column]
  private var rows: [[String]] = []
  private let gap = 2
  private let margin = 2

  /// An empty table.
  init(_ columns: [Column]) { self.columns = columns }

  /// Whether no row was added.
  var isEmpty: Bool { rows.isEmpty }

  /// Adds a row, a text for each column; nothing in them steers a terminal.
  mutating func append(_ cells: [String]) { rows.append(cells) }

  /// The heads and the rows, each in at most so many cells.
  func lines(width: Int) -> (heads: String, rows: [String]) {
    let widths = widths(in: width)
    return (line(columns.map(\.head), widths), rows.map { line($0, widths) })
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    var text = spaces(margin)
    for (index, column) in columns.enumerated() where index < cells.count {
      if index > 0 { text += spaces(gap) }
      text += fitted(cells[index], to: widths[index], flush: column.edge)
    }
    while text.last == " " { text.removeLast() }
    return text
  }

  private func widths(in room: Int) -> [Int] {
    var widths = columns.indices.map { index in
      rows.reduce(cellWidth(columns[index].head)) { max($0, cellWidth($1[index])) }
    }
    let least = 8
    var excess = margin + widths.reduce(0, +) + gap * (widths.count - 1) - room
    while excess > 0 {
      let texts = widths.indices.filter { columns[$0].edge == .left && widths[$0] > least }
      guard let widest = texts.max(by: { widths[$0] < widths[$1] }) else { break }
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }
}

extension TextPage {
  /// Adds a table, its heads faint.
  mutating func table(_ table: TextTable) {
    let (heads, rows) = table.lines(width: width)
    line(paint(heads, .faint))
    for row in rows { line(row) }
  }
}
