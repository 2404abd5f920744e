/// The lines of a page: steps in columns, long statements parted, comments at line ends aligned.
struct PageLayout {
  /// An entry as it is written.
  private struct Row {
    var lines: [String]
    var end: String?
    let isApart: Bool
    let isComment: Bool
  }

  private var rows: [Row] = []

  /// Lays a page out.
  init(_ page: Page) {
    let entries = page.entries
    var index = 0
    while index < entries.count {
      let end = PageLayout.endOfGroup(entries, from: index)
      let columns = StepColumns(of: entries[index..<end])
      for entry in entries[index..<end] { rows.append(PageLayout.row(entry, columns)) }
      index = end
    }
    alignEnds()
  }

  /// The text of the page, every line ended by a line feed.
  var text: String {
    var text = ""
    for row in rows {
      if row.isApart { text += "\n" }
      for line in row.lines { text += "\(line)\n" }
    }
    return text
  }

  // MARK: Groups of steps

  /// The end of a group: of steps that follow one another, comments among them, or of one entry.
  private static func endOfGroup(_ entries: [Page.Entry], from start: Int) -> Int {
    var end = start + 1
    guard entries[start].cells != nil else { return end }
    while end < entries.count, !entries[end].isApart,
      entries[end].isComment || entries[end].cells != nil
    {
      end += 1
    }
    return end
  }

  // MARK: Rows

  private static func row(_ entry: Page.Entry, _ columns: StepColumns) -> Row {
    let margin = spaces(entry.indent)
    switch entry.content {
    case .comment(let text, _):
      return Row(lines: [margin + text], end: nil, isApart: entry.isApart, isComment: true)
    case .statement(let statement, let inner, let end):
      let lines: [String]
      switch statement.content {
      case .step(let cells):
        lines = columns.lines(of: cells, indent: entry.indent, comments: inner)
      case .line(let phrase, let hang):
        let hang = entry.indent + hang
        lines = LineBreaker(phrase, behind: margin, hang: hang, comments: inner).lines
      case .body(let text):
        lines = [text]
      }
      return Row(lines: lines, end: end, isApart: entry.isApart, isComment: false)
    }
  }

  // MARK: Comments at line ends

  private mutating func alignEnds() {
    var start = 0
    while start < rows.count {
      var end = start + 1
      while end < rows.count, !rows[end].isApart, !rows[end].isComment { end += 1 }
      align(start..<end)
      start = end
    }
  }

  private mutating func align(_ group: Range<Int>) {
    let commented = group.filter { rows[$0].end != nil }
    let width = Columns.width(commented.map { rows[$0].lines.last?.count ?? 0 }, bearing: 32)
    for index in commented {
      guard let comment = rows[index].end, let last = rows[index].lines.popLast() else { continue }
      rows[index].lines.append("\(padded(last, to: width))  \(comment)")
    }
  }
}
