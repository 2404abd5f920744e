import Diagnostics

/// Reads the rows of a CSV file as in RFC 4180, and more leniently where programs differ.
///
/// Lines end with LF, CRLF or CR. A quote within an unquoted field is a character like others.
///
/// Bytes are taken in runs up to the next one that means something, and no text is made of them:
/// a file of a million rows is read twice, and most fields are numbers and dates.
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
  /// Whether bytes that are no text may occur, because an encoding was asked for that is another.
  private let mayBeIllFormed: Bool
  private var reader: ByteReader
  private var decoder: TextDecoder
  private var text: [UInt8] = []
  private var position = 0
  private var isAtEnd = false
  private var skipsLineFeed = false

  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed: UInt8 = 0x0A
  private static let carriageReturn: UInt8 = 0x0D

  /// Reads a file from its beginning.
  init(_ source: ByteSource, _ layout: CSVLayout) throws(FileProblem) {
    separator = layout.separator
    mayBeIllFormed = layout.mayBeIllFormed
    reader = try source.reader()
    decoder = TextDecoder(layout.encoding)
    while text.count < layout.preamble, try refill() {}
    position = min(layout.preamble, text.count)
  }

  /// Goes to the next row; `false` at the end of the file.
  mutating func next() throws(FileProblem) -> Bool {
    record.begin()
    var state = State.fieldStart
    while true {
      if position == text.count {
        guard try refill() else { break }
        continue
      }
      if try readRow(&state) {
        if mayBeIllFormed { record.repair() }
        return true
      }
    }
    if state == .quoted { throw .unclosedQuote(row: record.row) }
    guard state != .fieldStart || record.hasFields else { return false }
    try record.endField()
    if mayBeIllFormed { record.repair() }
    return true
  }

  /// Takes the bytes up to the end of the row, or all there are; `true` if the row has ended.
  private mutating func readRow(_ state: inout State) throws(FileProblem) -> Bool {
    let text = text
    return try text.withUnsafeBufferPointer { (bytes) throws(FileProblem) -> Bool in
      if skipsLineFeed {
        skipsLineFeed = false
        if bytes[position] == CSVReader.lineFeed { position += 1 }
      }
      while position < bytes.count {
        let ended =
          switch state {
          case .quoted: try readQuoted(bytes, &state)
          case .closingQuote: try readClosingQuote(bytes[position], &state)
          case .fieldStart, .unquoted: try readUnquoted(bytes, &state)
          }
        if ended { return true }
      }
      return false
    }
  }

  /// Takes bytes within quotes, up to a quote.
  private mutating func readQuoted(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ state: inout State
  ) throws(FileProblem) -> Bool {
    var end = position
    while end < bytes.count, bytes[end] != CSVReader.quote, bytes[end] != 0 { end += 1 }
    try record.append(UnsafeBufferPointer(rebasing: bytes[position..<end]))
    position = end
    guard end < bytes.count else { return false }
    guard bytes[end] != 0 else { throw .nulByte(row: record.row) }
    position += 1
    state = .closingQuote
    return false
  }

  /// Takes the byte behind a quote that ends a field, or half of one that stands for itself.
  private mutating func readClosingQuote(
    _ byte: UInt8,
    _ state: inout State
  ) throws(FileProblem) -> Bool {
    if byte == CSVReader.quote {
      try append(byte)
      position += 1
      state = .quoted
      return false
    }
    if let ended = try readEnd(byte, &state) { return ended }
    position += 1
    // Some programs pad quoted fields with spaces.
    guard !FoldedText.isSpace(UInt32(byte)) else { return false }
    record.isMalformed = true
    try append(byte)
    state = .unquoted
    return false
  }

  /// Takes bytes outside quotes, up to the end of their field.
  private mutating func readUnquoted(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ state: inout State
  ) throws(FileProblem) -> Bool {
    if state == .fieldStart, bytes[position] == CSVReader.quote {
      position += 1
      state = .quoted
      return false
    }
    var end = position
    while end < bytes.count {
      let byte = bytes[end]
      // What ends a field or a row is hardly ever above the quote; letters and digits are.
      if byte == separator || byte <= CSVReader.carriageReturn && isEnd(byte) { break }
      end += 1
    }
    if end > position {
      try record.append(UnsafeBufferPointer(rebasing: bytes[position..<end]))
      position = end
      state = .unquoted
    }
    guard end < bytes.count else { return false }
    return try readEnd(bytes[end], &state) ?? false
  }

  private func isEnd(_ byte: UInt8) -> Bool {
    byte == CSVReader.lineFeed || byte == CSVReader.carriageReturn || byte == 0
  }

  /// Takes a byte that ends a field; whether it ends the row too, or `nil` if it ends neither.
  private mutating func readEnd(
    _ byte: UInt8,
    _ state: inout State
  ) throws(FileProblem) -> Bool? {
    switch byte {
    case 0: throw .nulByte(row: record.row)
    case separator:
      try record.endField()
      state = .fieldStart
      position += 1
      return false
    case CSVReader.lineFeed, CSVReader.carriageReturn:
      skipsLineFeed = byte == CSVReader.carriageReturn
      try record.endField()
      position += 1
      return true
    case _: return nil
    }
  }

  private mutating func append(_ byte: UInt8) throws(FileProblem) {
    try withUnsafePointer(to: byte) { (pointer) throws(FileProblem) in
      try record.append(UnsafeBufferPointer(start: pointer, count: 1))
    }
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
