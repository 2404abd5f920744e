import Diagnostics

/// One row of a CSV file.
struct CSVRecord {
  /// The fields one behind the other, without quotes, in well-formed UTF-8.
  private(set) var bytes: [UInt8] = []
  /// The number of the row as a spreadsheet shows it: the header is 1, blank rows count.
  private(set) var row = 0
  /// Whether text stands behind a closing quote.
  var isMalformed = false

  /// Where each field ends in `bytes`.
  private var ends: [Int] = []

  private static let longestField = 1 << 20
  private static let mostFields = 10_000

  /// The number of fields.
  var count: Int { ends.count }

  /// Where a field stands in `bytes` as it was written; nowhere if the row is too short.
  func rawRange(_ field: Int) -> Range<Int> {
    guard field < ends.count else { return 0..<0 }
    return (field == 0 ? 0 : ends[field - 1])..<ends[field]
  }

  /// Where a field stands in `bytes` without white space around it.
  func range(_ field: Int) -> Range<Int> {
    let range = rawRange(field)
    return bytes.withUnsafeBufferPointer { trimmed(range, of: $0) }
  }

  /// A field as it was written, or nothing if the row is too short.
  func rawText(_ field: Int) -> String { String(decoding: bytes[rawRange(field)], as: UTF8.self) }

  /// A field without white space around it.
  func text(_ field: Int) -> String { String(decoding: bytes[range(field)], as: UTF8.self) }

  /// Whether all fields are empty.
  var isBlank: Bool { bytes.allSatisfy { FoldedText.isSpace(UInt32($0)) } }

  /// Forgets the row, for the next one.
  mutating func begin() {
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    isMalformed = false
    row += 1
  }

  /// Adds bytes to the field that has begun.
  mutating func append(_ run: UnsafeBufferPointer<UInt8>) throws(FileProblem) {
    bytes.append(contentsOf: run)
    guard bytes.count - (ends.last ?? 0) <= CSVRecord.longestField else {
      throw .fieldTooLong(row: row, field: ends.count + 1)
    }
  }

  /// Ends the field that has begun.
  mutating func endField() throws(FileProblem) {
    guard ends.count < CSVRecord.mostFields else { throw .tooManyFields(row: row) }
    ends.append(bytes.count)
  }

  /// Whether there is a field already.
  var hasFields: Bool { !ends.isEmpty }

  /// Puts the replacement character in the place of bytes that are no text.
  mutating func repair() {
    guard bytes.contains(where: { $0 >= 0x80 }) else { return }
    let fields = (0..<count).map(rawText)
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    for field in fields {
      bytes.append(contentsOf: field.utf8)
      ends.append(bytes.count)
    }
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

/// A part of some bytes in UTF-8 without white space at its ends.
private func trimmed(
  _ range: Range<Int>,
  of bytes: UnsafeBufferPointer<UInt8>
) -> Range<Int> {
  var (start, end) = (range.lowerBound, range.upperBound)
  while start < end {
    let length = lengthOfSpace(bytes, from: start, to: end)
    if length == 0 { break }
    start += length
  }
  while start < end {
    // White space is one byte, or the two of a no-break space, or the three of a thin one.
    guard
      let length = (1...3).first(where: { length in
        end - length >= start && lengthOfSpace(bytes, from: end - length, to: end) == length
      })
    else { break }
    end -= length
  }
  return start..<end
}

/// How many bytes the white space takes that stands at a place; 0 if there is none.
@inline(__always)
private func lengthOfSpace(
  _ bytes: UnsafeBufferPointer<UInt8>,
  from start: Int,
  to end: Int
) -> Int {
  switch bytes[start] {
  case 0x09...0x0D, 0x20: return 1
  case 0xC2: return start + 1 < end && bytes[start + 1] == 0xA0 ? 2 : 0
  case 0xE2:
    guard start + 2 < end, bytes[start + 1] == 0x80 else { return 0 }
    return bytes[start + 2] == 0x89 || bytes[start + 2] == 0xAF ? 3 : 0
  case _: return 0
  }
}
