import Reporting

/// A message's text taken apart: paragraphs, lists and tables.
///
/// Lines that begin with `|` are the rows of a table, the first of them its head; lines that begin
/// with `- ` are a list; blank lines part paragraphs.
struct BodyLayout {
  /// A piece of the text.
  enum Block: Equatable {
    /// Lines of running text.
    case paragraph([String])
    /// Points of a list.
    case list([String])
    /// Rows of cells, the head first.
    case table([[String]])
  }

  /// The pieces in order.
  private(set) var blocks: [Block] = []

  /// Takes a filled text apart.
  init(_ text: String) {
    var isOpen = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let trimmed = trimmedSpaces(line)
      if trimmed.isEmpty {
        isOpen = false
        continue
      }
      add(trimmed, isOpen: isOpen)
      isOpen = true
    }
  }

  private mutating func add(_ line: String, isOpen: Bool) {
    let last = isOpen ? blocks.last : nil
    if line.hasPrefix("|") {
      let row = BodyLayout.cells(of: line)
      if case .table(let rows) = last {
        blocks[blocks.count - 1] = .table(rows + [row])
      } else {
        blocks.append(.table([row]))
      }
    } else if line.hasPrefix("- ") {
      let point = withBars(String(line.dropFirst(2)))
      if case .list(let points) = last {
        blocks[blocks.count - 1] = .list(points + [point])
      } else {
        blocks.append(.list([point]))
      }
    } else if case .paragraph(let lines) = last {
      blocks[blocks.count - 1] = .paragraph(lines + [withBars(line)])
    } else {
      blocks.append(.paragraph([withBars(line)]))
    }
  }

  private static func cells(of line: String) -> [String] {
    var cells = line.dropFirst().split(separator: "|", omittingEmptySubsequences: false)
      .map { withBars(trimmedSpaces($0)) }
    if cells.count > 1, cells.last == "" { cells.removeLast() }
    return cells
  }

  // MARK: Text

  /// The text with its tables in columns, for readers without HTML.
  var plainText: String {
    var texts: [String] = []
    for block in blocks {
      switch block {
      case .paragraph(let lines): texts.append(lines.joined(separator: "\n"))
      case .list(let points): texts.append(points.map { "- \($0)" }.joined(separator: "\n"))
      case .table(let rows): texts.append(BodyLayout.columns(rows))
      }
    }
    return texts.joined(separator: "\n\n") + "\n"
  }

  private static func columns(_ rows: [[String]]) -> String {
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
    }
    let right = figureColumns(rows)
    return rows.map { row in
      var line = ""
      for column in 0..<count {
        let cell = column < row.count ? row[column] : ""
        let filling = String(repeating: " ", count: widths[column] - cell.count)
        if column > 0 { line += "  " }
        line += right.contains(column) ? filling + cell : cell + filling
      }
      while line.last == " " { line.removeLast() }
      return line
    }.joined(separator: "\n")
  }

  /// The columns of amounts: all but the first in which every cell under the head is a figure.
  private static func figureColumns(_ rows: [[String]]) -> Set<Int> {
    let count = rows.map(\.count).max() ?? 0
    return Set(
      (0..<count).filter { column in
        column > 0 && rows.count > 1
          && rows.dropFirst().allSatisfy { column < $0.count && isFigure($0[column]) }
      }
    )
  }

  private static func isFigure(_ cell: String) -> Bool {
    guard cell.utf8.contains(where: { (0x30...0x39).contains($0) }) else { return false }
    var letters = 0
    for scalar in cell.unicodeScalars {
      switch scalar.value {
      case 0x30...0x39, 0x20, 0xA0, 0x202F, 0x2C, 0x2D, 0x2E, 0x25, 0x20AC: continue
      case 0x41...0x5A: letters += 1
      default: return false
      }
    }
    return letters <= 3
  }

  // MARK: HTML

  /// The text as HTML, every word of it escaped.
  var html: String {
    var text = ""
    for block in blocks {
      switch block {
      case .paragraph(let lines):
        text += "<p>\(lines.map(escapedHTML).joined(separator: "<br>\n"))</p>\n"
      case .list(let points):
        text += "<ul>\n"
        for point in points { text += "<li>\(escapedHTML(point))</li>\n" }
        text += "</ul>\n"
      case .table(let rows): text += BodyLayout.table(rows)
      }
    }
    return text
  }

  private static func table(_ rows: [[String]]) -> String {
    let right = figureColumns(rows)
    func line(_ row: [String], _ tag: String) -> String {
      var text = "<tr>"
      for (column, cell) in row.enumerated() {
        // Styles stand in the cells: mail programs drop style sheets.
        let side = right.contains(column) ? "right" : "left"
        let style = "padding:3px 12px 3px 0;text-align:\(side);border-bottom:1px solid #bbb"
        text += "<\(tag) style=\"\(style)\">\(escapedHTML(cell))</\(tag)>"
      }
      return text + "</tr>\n"
    }
    var text = "<table style=\"border-collapse:collapse\">\n"
    if let head = rows.first { text += "<thead>\n\(line(head, "th"))</thead>\n" }
    text += "<tbody>\n"
    for row in rows.dropFirst() { text += line(row, "td") }
    return text + "</tbody>\n</table>\n"
  }
}

private func trimmedSpaces(_ text: some StringProtocol) -> String {
  var scalars = Substring(text).unicodeScalars
  while let first = scalars.first, first == " " || first == "\t" { scalars.removeFirst() }
  while let last = scalars.last, last == " " || last == "\t" { scalars.removeLast() }
  return String(scalars)
}
