import Diagnostics
import Receivables

/// A table of values parted by commas (RFC 4180), or as spreadsheets of a language open it; it is
/// handed on line by line.
struct CSVTable {
  /// For whom a table is written.
  enum Layout {
    /// For programs: commas, lines ended by LF.
    case exchange
    /// For a spreadsheet of a language: a byte-order mark, so that accents are read as such, lines
    /// ended by CRLF, and semicolons where commas are decimal marks.
    case spreadsheet(MessageLanguage)

    fileprivate var separator: UInt8 {
      switch self {
      case .exchange, .spreadsheet(.english): UInt8(ascii: ",")
      case .spreadsheet(.french): UInt8(ascii: ";")
      }
    }

    fileprivate var lineEnd: String {
      switch self {
      case .exchange: "\n"
      case .spreadsheet: "\r\n"
      }
    }

    fileprivate var beginning: String {
      switch self {
      case .exchange: ""
      case .spreadsheet: "\u{FEFF}"
      }
    }
  }

  /// A value of a table.
  enum Cell {
    /// Nothing.
    case empty
    /// A whole number, which stays one in a spreadsheet.
    case integer(Int64)
    /// A number as this program writes it, which stays one in a spreadsheet.
    case number(String)
    /// A day.
    case date(CalendarDate)
    /// A text.
    case text(String)

    /// A text, or nothing.
    init(_ text: String?) { self = text.map(Cell.text) ?? .empty }

    /// A whole number, or nothing.
    init(_ number: Int64?) { self = number.map(Cell.integer) ?? .empty }

    /// A whole number, or nothing.
    init(_ number: Int?) { self.init(number.map { Int64($0) }) }

    /// A day, or nothing.
    init(_ date: CalendarDate?) { self = date.map(Cell.date) ?? .empty }
  }

  private let output: TextOutput
  private let separator: UInt8
  private let lineEnd: String
  private var line: [UInt8] = []
  private var isAtLineStart = true

  /// A table that begins with the names of its columns.
  init(columns: [String], layout: Layout = .exchange, to output: TextOutput) {
    self.output = output
    separator = layout.separator
    lineEnd = layout.lineEnd
    line.append(layout.beginning)
    append(columns.map(Cell.text))
  }

  /// Adds a line.
  mutating func append(_ cells: [Cell]) {
    for cell in cells { add(cell) }
    endLine()
  }

  /// Adds a value to the line.
  mutating func add(_ cell: Cell) {
    switch cell {
    case .empty: beginCell()
    case .integer(let number):
      beginCell()
      line.append(number)
    case .number(let figure):
      beginCell()
      line.append(figure)
    case .date(let date):
      beginCell()
      line.append(date)
    case .text(let content): addText { $0.append(content) }
    }
  }

  /// Adds a text to the line that is put together of parts.
  mutating func addText(_ write: (inout [UInt8]) -> Void) {
    beginCell()
    let start = line.count
    write(&line)
    line.protectCell(from: start, separator: separator)
  }

  /// Ends the line, which is handed on.
  mutating func endLine() {
    line.append(lineEnd)
    output.write(line)
    line.removeAll(keepingCapacity: true)
    isAtLineStart = true
  }

  private mutating func beginCell() {
    if !isAtLineStart { line.append(separator) }
    isAtLineStart = false
  }
}

extension [UInt8] {
  /// Makes the text from an index on one that neither a spreadsheet takes for a formula nor a
  /// terminal for a command, and that its quotes hold together.
  ///
  /// An apostrophe in front tells a spreadsheet that what follows is text. Control characters other
  /// than tab and line ends become `�`. Bytes are looked at, as a quote with a combining mark is a
  /// Character of its own.
  fileprivate mutating func protectCell(from start: Int, separator: UInt8) {
    var needsQuotes = false
    var isSafe = true
    withUnsafeBufferPointer { bytes in
      let text = UnsafeBufferPointer(rebasing: bytes[start...])
      isSafe = !beginsFormula(text)
      for index in text.indices {
        switch text[index] {
        case separator, 0x0A, 0x0D, UInt8(ascii: "\""): needsQuotes = true
        default: if cellReplacement(text, index) != nil { isSafe = false }
        }
      }
    }
    guard needsQuotes || !isSafe else { return }
    let text = Array(self[start...])
    removeSubrange(start...)
    if needsQuotes { append(UInt8(ascii: "\"")) }
    text.withUnsafeBufferPointer { text in
      if beginsFormula(text) { append(UInt8(ascii: "'")) }
      append(text, replacing: cellReplacement)
    }
    if needsQuotes { append(UInt8(ascii: "\"")) }
  }
}

/// What stands in a cell for a quote or a control character at an index, if there is one.
@inline(__always)
private func cellReplacement(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Replacement? {
  switch text[index] {
  case 0x09, 0x0A, 0x0D: nil
  case UInt8(ascii: "\""): Replacement(by: "\"\"")
  case 0..<0x20, 0x7F: Replacement(by: "\u{FFFD}")
  // U+0080 to U+009F.
  case 0xC2 where text[index + 1] < 0xA0: Replacement(2, by: "\u{FFFD}")
  default: nil
  }
}

/// Whether some spreadsheet reads a text as a formula: those of East Asia read the full-width forms of
/// the signs too.
private func beginsFormula(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
  switch text.first {
  case 0x09, 0x0A, 0x0D, UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"),
    UInt8(ascii: "@"):
    true
  case 0xEF where text[1] == 0xBC: [0x8B, 0x8D, 0x9D, 0xA0].contains(text[2])
  default: false
  }
}
