import Diagnostics

/// A table of values parted by commas (RFC 4180), or as spreadsheets of a language open it.
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
    /// A text.
    case text(String)

    /// A text, or nothing.
    init(_ text: String?) { self = text.map(Cell.text) ?? .empty }

    /// A whole number, or nothing.
    init(_ number: Int64?) { self = number.map(Cell.integer) ?? .empty }

    /// A whole number, or nothing.
    init(_ number: Int?) { self.init(number.map { Int64($0) }) }
  }

  /// The table so far.
  private(set) var text: String
  private let layout: Layout

  /// A table that begins with the names of its columns.
  init(columns: [String], layout: Layout = .exchange) {
    self.layout = layout
    text = layout.beginning
    append(columns.map(Cell.text))
  }

  /// Adds a line.
  mutating func append(_ cells: [Cell]) {
    for (position, cell) in cells.enumerated() {
      if position > 0 { text.unicodeScalars.append(Unicode.Scalar(layout.separator)) }
      switch cell {
      case .empty: break
      case .integer(let number): text += String(number)
      case .number(let figure): text += figure
      case .text(let content): append(content)
      }
    }
    text += layout.lineEnd
  }

  /// Adds a text that neither a spreadsheet takes for a formula nor a terminal for a command.
  ///
  /// An apostrophe in front tells a spreadsheet that what follows is text; the full-width forms of
  /// the signs begin formulas too in some of them. Control characters other than tab and line ends
  /// become `�`. Scalars are looked at, as a quote with a combining mark is a Character of its own.
  private mutating func append(_ content: String) {
    let needsQuotes = content.utf8.contains { [0x22, 0x0A, 0x0D, layout.separator].contains($0) }
    if needsQuotes { text += "\"" }
    switch content.unicodeScalars.first {
    case "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠": text += "'"
    default: break
    }
    for scalar in content.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D: text.unicodeScalars.append(scalar)
      case 0x22: text += "\"\""
      case 0..<0x20, 0x7F..<0xA0: text += "\u{FFFD}"
      default: text.unicodeScalars.append(scalar)
      }
    }
    if needsQuotes { text += "\"" }
  }
}
