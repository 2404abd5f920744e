/// Where the lines of a text begin; a line ends with LF, CRLF or a lone CR.
public struct LineTable: Sendable {
  /// The offset of each line's first byte; the first is 0.
  public let starts: [Int]

  /// Finds the line starts of `bytes`.
  public init(_ bytes: [UInt8]) {
    var starts = [0]
    bytes.withUnsafeBufferPointer { buffer in
      var index = 0
      while index < buffer.count {
        let byte = buffer[index]
        index += 1
        if byte == 0x0D {
          if index < buffer.count, buffer[index] == 0x0A { index += 1 }
          starts.append(index)
        } else if byte == 0x0A {
          starts.append(index)
        }
      }
    }
    self.starts = starts
  }

  /// The line of an offset, from 1.
  public func line(of offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The bytes of a line (from 1) without its line end.
  public func content(ofLine line: Int, in bytes: [UInt8]) -> Range<Int> {
    guard line >= 1, line <= starts.count else { return bytes.count..<bytes.count }
    let start = starts[line - 1]
    var end = line < starts.count ? starts[line] : bytes.count
    while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return start..<end
  }

  /// Line and column of an offset, both from 1; the column counts what a person sees.
  public func position(of offset: Int, in bytes: [UInt8]) -> (line: Int, column: Int) {
    let line = line(of: offset)
    let start = starts[line - 1]
    let prefix = bytes[start..<min(max(offset, start), bytes.count)]
    return (line, LineTable.visibleCount(prefix) + 1)
  }

  /// Line from 1 and column from 1 in UTF-16 code units, as editors count.
  public func utf16Position(of offset: Int, in bytes: [UInt8]) -> (line: Int, column: Int) {
    let line = line(of: offset)
    let start = starts[line - 1]
    let prefix = bytes[start..<min(max(offset, start), bytes.count)]
    return (line, String(decoding: LineTable.visible(prefix), as: UTF8.self).utf16.count + 1)
  }

  private static func visibleCount(_ bytes: ArraySlice<UInt8>) -> Int {
    let text = visible(bytes)
    if text.allSatisfy({ $0 < 0x80 }) { return text.count }
    return String(decoding: text, as: UTF8.self).count
  }

  /// The bytes without a byte-order mark, which is no column.
  private static func visible(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes
  }
}
