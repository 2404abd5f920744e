import Diagnostics

/// Turns the bytes of a file into UTF-8, piece by piece.
struct TextDecoder {
  private let encoding: TextEncoding
  /// The characters of the bytes 80–FF in UTF-8, where each byte is a character.
  private let upperHalf: [[UInt8]]
  private var isAtStart = true
  /// The bytes of a UTF-16 unit, or of a surrogate pair, whose end was not read yet.
  private var pending: [UInt8] = []

  /// A decoder for a file that has not been read yet.
  init(_ encoding: TextEncoding) {
    self.encoding = encoding
    upperHalf =
      switch encoding {
      case .singleByte(let encoding): encoding.upperHalf.map { Array(String($0).utf8) }
      case .utf8, .utf16LittleEndian, .utf16BigEndian: []
      }
  }

  /// Appends the text of the next bytes, without a byte-order mark.
  mutating func decode(_ bytes: [UInt8], into text: inout [UInt8]) {
    switch encoding {
    case .utf8:
      let hasMark = isAtStart && bytes.starts(with: [0xEF, 0xBB, 0xBF])
      text.append(contentsOf: hasMark ? bytes[3...] : bytes[...])
    case .singleByte:
      var rest = bytes[...]
      while let end = rest.firstIndex(where: { $0 >= 0x80 }) {
        text.append(contentsOf: rest[..<end])
        text.append(contentsOf: upperHalf[Int(rest[end]) - 0x80])
        rest = rest[(end + 1)...]
      }
      text.append(contentsOf: rest)
    case .utf16LittleEndian: decodeUTF16(bytes, into: &text, lowByteFirst: true)
    case .utf16BigEndian: decodeUTF16(bytes, into: &text, lowByteFirst: false)
    }
    isAtStart = isAtStart && bytes.isEmpty
  }

  /// Appends what an incomplete last character is shown as.
  mutating func finish(into text: inout [UInt8]) {
    guard !pending.isEmpty else { return }
    pending = []
    text.append(contentsOf: TextDecoder.replacement)
  }

  private mutating func decodeUTF16(
    _ bytes: [UInt8],
    into text: inout [UInt8],
    lowByteFirst: Bool
  ) {
    for byte in bytes {
      if let first = pending.first, pending.count == 1, !isAtStart {
        // Nearly all units of a table are ASCII and stand for themselves.
        let (high, low) = lowByteFirst ? (byte, first) : (first, byte)
        if high == 0, low < 0x80 {
          text.append(low)
          pending.removeAll(keepingCapacity: true)
          continue
        }
      }
      pending.append(byte)
      guard pending.count % 2 == 0 else { continue }
      let units = stride(from: 0, to: pending.count, by: 2).map { index in
        let (first, second) = (UInt16(pending[index]), UInt16(pending[index + 1]))
        return lowByteFirst ? second << 8 | first : first << 8 | second
      }
      if units.count == 1, UTF16.isLeadSurrogate(units[0]) { continue }
      pending.removeAll(keepingCapacity: true)
      let isMark = isAtStart && units == [0xFEFF]
      isAtStart = false
      if !isMark { text.append(contentsOf: String(decoding: units, as: UTF16.self).utf8) }
    }
  }

  private static let replacement: [UInt8] = Array("\u{FFFD}".utf8)
}
