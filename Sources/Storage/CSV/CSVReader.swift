import Diagnostics

/// One row of a CSV file.
struct CSVRecord {
  /// The fields one behind the other, without quotes.
  fileprivate(set) var bytes: [UInt8] = []
  /// Where each field ends in `bytes`.
  fileprivate(set) var ends: [Int] = []
  /// The number of the row as a spreadsheet shows it: the header is 1, blank rows count.
  fileprivate(set) var row = 0
  /// Whether text stands behind a closing quote.
  fileprivate(set) var isMalformed = false

  /// The number of fields.
  var count: Int { ends.count }

  /// A field as it was written, or nothing if the row is too short.
  func rawText(_ field: Int) -> String {
    guard ends.indices.contains(field) else { return "" }
    let start = field == 0 ? 0 : ends[field - 1]
    return String(decoding: bytes[start..<ends[field]], as: UTF8.self)
  }

  /// A field without white space around it.
  func text(_ field: Int) -> String { trimmed(rawText(field)) }

  /// Whether all fields are empty.
  var isBlank: Bool { bytes.allSatisfy { FoldedText.isSpace(UInt32($0)) } }
}

/// Reads the rows of a CSV file as in RFC 4180, and more leniently where programs differ.
///
/// Lines end with LF, CRLF or CR. A quote within an unquoted field is a character like others.
struct CSVReader {
  private enum State {
    case fieldStart
    case unquoted
    case quoted
    case closingQuote
  }

  /// The current row.
  private(set) var record = CSVRecord()
  /// How many bytes of the file were read.
  private(set) var bytesRead: Int64 = 0

  private let separator: UInt8
  private var reader: ByteReader
  private var decoder: TextDecoder
  private var text: [UInt8] = []
  private var position = 0
  private var isAtEnd = false
  private var skipsLineFeed = false

  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed: UInt8 = 0x0A
  private static let carriageReturn: UInt8 = 0x0D
  private static let longestField = 1 << 20
  private static let mostFields = 10_000

  /// Reads a file from its beginning.
  init(_ source: ByteSource, _ layout: CSVLayout) throws(FileProblem) {
    separator = layout.separator
    reader = try source.reader()
    decoder = TextDecoder(layout.encoding)
    while text.count < layout.preamble, try refill() {}
    position = min(layout.preamble, text.count)
  }

  /// Goes to the next row; `false` at the end of the file.
  mutating func next() throws(FileProblem) -> Bool {
    record.bytes.removeAll(keepingCapacity: true)
    record.ends.removeAll(keepingCapacity: true)
    record.isMalformed = false
    record.row += 1
    var state = State.fieldStart
    while true {
      if position == text.count {
        guard try refill() else { break }
        continue
      }
      let byte = text[position]
      position += 1
      if skipsLineFeed {
        skipsLineFeed = false
        if byte == CSVReader.lineFeed { continue }
      }
      if byte == 0 { throw .nulByte(row: record.row) }
      if try read(byte, &state) { return true }
    }
    if state == .quoted { throw .unclosedQuote(row: record.row) }
    guard state != .fieldStart || !record.ends.isEmpty else { return false }
    try endField()
    return true
  }

  /// Takes one byte; `true` if it ends the row.
  private mutating func read(_ byte: UInt8, _ state: inout State) throws(FileProblem) -> Bool {
    switch state {
    case .quoted:
      if byte == CSVReader.quote {
        state = .closingQuote
      } else {
        try append(byte)
      }
      return false
    case .closingQuote where byte == CSVReader.quote:
      try append(byte)
      state = .quoted
      return false
    case .fieldStart where byte == CSVReader.quote:
      state = .quoted
      return false
    case .fieldStart, .unquoted, .closingQuote:
      break
    }
    if byte == separator {
      try endField()
      state = .fieldStart
      return false
    }
    if byte == CSVReader.lineFeed || byte == CSVReader.carriageReturn {
      skipsLineFeed = byte == CSVReader.carriageReturn
      try endField()
      return true
    }
    if state == .closingQuote {
      // Some programs pad quoted fields with spaces.
      guard !FoldedText.isSpace(UInt32(byte)) else { return false }
      record.isMalformed = true
    }
    try append(byte)
    state = .unquoted
    return false
  }

  private mutating func append(_ byte: UInt8) throws(FileProblem) {
    record.bytes.append(byte)
    guard record.bytes.count - (record.ends.last ?? 0) <= CSVReader.longestField else {
      throw .fieldTooLong(row: record.row, field: record.ends.count + 1)
    }
  }

  private mutating func endField() throws(FileProblem) {
    guard record.ends.count < CSVReader.mostFields else { throw .tooManyFields(row: record.row) }
    record.ends.append(record.bytes.count)
  }

  /// Decodes the next piece of the file; `false` at its end.
  private mutating func refill() throws(FileProblem) -> Bool {
    guard !isAtEnd else { return false }
    text.removeSubrange(..<position)
    position = 0
    if let piece = try reader.next() {
      bytesRead += Int64(piece.count)
      decoder.decode(piece, into: &text)
    } else {
      isAtEnd = true
      decoder.finish(into: &text)
    }
    return true
  }
}

/// A text without white space at its ends.
func trimmed(_ text: String) -> String {
  let scalars = text.unicodeScalars
  guard let first = scalars.firstIndex(where: { !FoldedText.isSpace($0.value) }),
    let last = scalars.lastIndex(where: { !FoldedText.isSpace($0.value) })
  else { return "" }
  return String(scalars[first...last])
}
