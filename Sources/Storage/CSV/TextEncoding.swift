/// How the characters of a text file are written in bytes.
public enum TextEncoding: Sendable, Hashable, CaseIterable {
  /// UTF-8, with or without a byte-order mark.
  case utf8
  /// Windows-1252, the encoding of older Windows programs in Western Europe.
  case windows1252
  /// UTF-16, the low byte first.
  case utf16LittleEndian
  /// UTF-16, the high byte first.
  case utf16BigEndian

  /// The encoding of a name such as `utf-8`, `windows-1252`, `cp1252`, `latin1` or `utf-16`.
  ///
  /// Latin-1 is a part of Windows-1252 as far as text goes.
  public init?(name: some StringProtocol) {
    let letters = name.lowercased().filter { $0.isLetter || $0.isNumber }
    switch letters {
    case "utf8": self = .utf8
    case "windows1252", "cp1252", "ansi", "latin1", "iso88591": self = .windows1252
    case "utf16", "utf16le": self = .utf16LittleEndian
    case "utf16be": self = .utf16BigEndian
    case _: return nil
    }
  }

  /// The usual name.
  public var name: String {
    switch self {
    case .utf8: "UTF-8"
    case .windows1252: "Windows-1252"
    case .utf16LittleEndian: "UTF-16LE"
    case .utf16BigEndian: "UTF-16BE"
    }
  }
}

/// What the bytes of a file say about their encoding, found piece by piece.
struct EncodingSurvey {
  /// Letters beyond ASCII that are well-formed UTF-8.
  private(set) var wellFormed = 0
  /// Bytes that cannot be UTF-8.
  private(set) var illFormed = 0
  /// The line of the first such byte, from 1.
  private(set) var firstIllFormedLine: Int?

  private var line = 1
  private var mark: TextEncoding?
  private var start: [UInt8] = []
  /// How many continuation bytes are awaited, and the bounds of the next.
  private var awaited = 0
  private var bounds: ClosedRange<UInt8> = 0x80...0xBF

  /// Looks at the next bytes of the file.
  mutating func read(_ bytes: [UInt8]) {
    if start.count < 3 { start += bytes.prefix(3 - start.count) }
    bytes.withUnsafeBufferPointer { bytes in
      var place = 0
      var counted = 0
      while place < bytes.count {
        if awaited == 0 { place = EncodingSurvey.endOfASCII(bytes, from: place) }
        guard place < bytes.count else { break }
        if firstIllFormedLine == nil {
          line += EncodingSurvey.lineFeeds(bytes, counted..<place)
          counted = place
        }
        read(bytes[place])
        place += 1
      }
      line += EncodingSurvey.lineFeeds(bytes, counted..<bytes.count)
    }
  }

  /// The place of the next byte that is not ASCII: most bytes are, and eight are seen at a time.
  private static func endOfASCII(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var place = start
    let raw = UnsafeRawBufferPointer(bytes)
    while place + 8 <= raw.count,
      raw.loadUnaligned(fromByteOffset: place, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
    {
      place += 8
    }
    while place < bytes.count, bytes[place] < 0x80 { place += 1 }
    return place
  }

  private static func lineFeeds(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
    var count = 0
    for place in range where bytes[place] == 0x0A { count &+= 1 }
    return count
  }

  private mutating func read(_ byte: UInt8) {
    if awaited > 0 {
      if bounds.contains(byte) {
        bounds = 0x80...0xBF
        awaited -= 1
        if awaited == 0 { wellFormed += 1 }
        return
      }
      awaited = 0
      bounds = 0x80...0xBF
      noteIllFormed()
    }
    switch byte {
    case 0..<0x80: break
    case 0xC2...0xDF: awaited = 1
    case 0xE0...0xEF:
      awaited = 2
      // Neither overlong forms nor surrogates.
      if byte == 0xE0 { bounds = 0xA0...0xBF }
      if byte == 0xED { bounds = 0x80...0x9F }
    case 0xF0...0xF4:
      awaited = 3
      if byte == 0xF0 { bounds = 0x90...0xBF }
      if byte == 0xF4 { bounds = 0x80...0x8F }
    case _: noteIllFormed()
    }
  }

  private mutating func noteIllFormed() {
    illFormed += 1
    if firstIllFormedLine == nil { firstIllFormedLine = line }
  }

  /// The encoding, once all bytes were read; `nil` if some letters are UTF-8 and others cannot be.
  mutating func encoding() -> TextEncoding? {
    if awaited > 0 {
      awaited = 0
      noteIllFormed()
    }
    if start.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
    if start.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
    if illFormed == 0 { return .utf8 }
    let isMarked = start == [0xEF, 0xBB, 0xBF]
    return wellFormed == 0 && !isMarked ? .windows1252 : nil
  }
}
