import Diagnostics

/// How the characters of a text file are written in bytes.
public enum TextEncoding: Sendable, Hashable, CaseIterable {
  /// UTF-8, with or without a byte-order mark.
  case utf8
  /// An encoding from before UTF-8.
  case singleByte(SingleByteEncoding)
  /// UTF-16, the low byte first.
  case utf16LittleEndian
  /// UTF-16, the high byte first.
  case utf16BigEndian

  /// All that are read.
  public static let allCases =
    [.utf8] + SingleByteEncoding.allCases.map(TextEncoding.singleByte)
    + [.utf16LittleEndian, .utf16BigEndian]

  /// The encoding of a name such as `utf-8`, `windows-1252`, `latin1`, `mac-roman` or `utf-16`.
  public init?(name: some StringProtocol) {
    let letters = name.lowercased().filter { $0.isLetter || $0.isNumber }
    switch letters {
    case "utf8": self = .utf8
    case "windows1252", "cp1252", "ansi", "latin1", "iso88591": self = .singleByte(.windows1252)
    case "macroman", "macintosh", "mac": self = .singleByte(.macRoman)
    case "cp850", "ibm850", "dos": self = .singleByte(.cp850)
    case "utf16", "utf16le": self = .utf16LittleEndian
    case "utf16be": self = .utf16BigEndian
    case _: return nil
    }
  }

  /// The usual name.
  public var name: String {
    switch self {
    case .utf8: "UTF-8"
    case .singleByte(let encoding): encoding.name
    case .utf16LittleEndian: "UTF-16LE"
    case .utf16BigEndian: "UTF-16BE"
    }
  }
}

/// Whether the bytes of a file are Unicode, found out piece by piece.
struct UnicodeSurvey {
  /// Letters beyond ASCII that are well-formed UTF-8.
  private(set) var wellFormed = 0
  /// Bytes that cannot be UTF-8.
  private(set) var illFormed = 0
  /// The offset of the first such byte.
  private(set) var firstIllFormed = 0

  private var count = 0
  private var start: [UInt8] = []
  /// How many continuation bytes are awaited, and the bounds of the next.
  private var awaited = 0
  private var bounds: ClosedRange<UInt8> = 0x80...0xBF

  /// Looks at the next bytes of the file.
  mutating func read(_ bytes: [UInt8]) {
    if start.count < 3 { start += bytes.prefix(3 - start.count) }
    bytes.withUnsafeBufferPointer { bytes in
      var place = 0
      while place < bytes.count {
        if awaited == 0 { place = UnicodeSurvey.endOfASCII(bytes, from: place) }
        guard place < bytes.count else { break }
        read(bytes[place], at: count + place)
        place += 1
      }
    }
    count += bytes.count
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

  private mutating func read(_ byte: UInt8, at offset: Int) {
    if awaited > 0 {
      if bounds.contains(byte) {
        bounds = 0x80...0xBF
        awaited -= 1
        if awaited == 0 { wellFormed += 1 }
        return
      }
      awaited = 0
      bounds = 0x80...0xBF
      noteIllFormed(at: offset)
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
    case _: noteIllFormed(at: offset)
    }
  }

  private mutating func noteIllFormed(at offset: Int) {
    if illFormed == 0 { firstIllFormed = offset }
    illFormed += 1
  }

  /// The encoding, once all bytes were read; `nil` if it is no Unicode.
  mutating func encoding() -> TextEncoding? {
    if awaited > 0 {
      awaited = 0
      noteIllFormed(at: count)
    }
    if start.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
    if start.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
    return illFormed == 0 ? .utf8 : nil
  }

  /// Whether something is UTF-8, beyond ASCII.
  var hasUTF8: Bool { wellFormed > 0 || start == [0xEF, 0xBB, 0xBF] }
}
