import Receivables

/// A value of a row on its way into the ledger.
enum DraftValue: Hashable {
  case null
  case integer(Int64)
  /// A text, by where it stands among the bytes of its row.
  case text(start: Int, end: Int)
}

/// What of a row is wrong.
enum RowPart: Hashable {
  /// One of its columns.
  case column(ColumnName)
  /// What tells it from others.
  case identity
  /// The row as a whole.
  case whole
}

/// A row of a file on its way into the ledger.
///
/// One is used again for all rows of a file, its texts one behind the other, so that a row costs no
/// memory of its own.
struct DraftRow {
  /// What is to be written, in the order of the written columns, and what is read only, behind.
  private(set) var values: [DraftValue]
  /// The bytes of the texts, in UTF-8.
  private(set) var bytes: [UInt8] = []
  /// What is wrong with the row.
  private(set) var problems: [(part: RowPart, reason: RowReason)] = []

  init(_ columns: WrittenColumns) {
    values = [DraftValue](repeating: .null, count: columns.placeCount)
  }

  /// Forgets the row, for the next one.
  mutating func begin() {
    for place in values.indices { values[place] = .null }
    bytes.removeAll(keepingCapacity: true)
    if !problems.isEmpty { problems = [] }
  }

  /// Whether a place is empty.
  func isNull(_ place: Int) -> Bool { values[place] == .null }

  /// Gives the bytes of the text at a place to a piece of work; `nil` if there is none.
  @inline(__always)
  func withText<Result, Failure: Error>(
    _ place: Int,
    _ work: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result? {
    guard case .text(let start, let end) = values[place] else { return nil }
    return try bytes.withUnsafeBufferPointer { (bytes) throws(Failure) -> Result in
      try work(UnsafeBufferPointer(rebasing: bytes[start..<end]))
    }
  }

  /// The text at a place; `nil` if there is none.
  func text(_ place: Int) -> String? {
    withText(place) { String(decoding: $0, as: UTF8.self) }
  }

  /// The day at a place; `nil` if there is none.
  func date(_ place: Int) -> CalendarDate? {
    withText(place) { CalendarDate(isoBytes: $0) }.flatMap { $0 }
  }

  /// Sets a place to a number.
  mutating func set(_ place: Int, _ number: Int64) { values[place] = .integer(number) }

  /// Sets a place to the text of some bytes.
  mutating func set(_ place: Int, _ text: some Collection<UInt8>) {
    let start = bytes.count
    bytes.append(contentsOf: text)
    values[place] = .text(start: start, end: bytes.count)
  }

  /// Sets a place to a value.
  mutating func set(_ place: Int, _ value: StoredValue) {
    switch value {
    case .null: values[place] = .null
    case .integer(let number): set(place, number)
    case .text(let text): set(place, text.utf8)
    }
  }

  /// Sets a place to a day, as the ledger writes it.
  mutating func set(_ place: Int, _ date: CalendarDate) {
    let (year, month, day) = date.components
    let start = bytes.count
    for (number, width) in [(year, 1_000), (month, 10), (day, 10)] {
      if bytes.count > start { bytes.append(UInt8(ascii: "-")) }
      var unit = width
      while unit > 0 {
        bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / unit % 10))
        unit /= 10
      }
    }
    values[place] = .text(start: start, end: bytes.count)
  }

  /// Sets a place unless the file said something.
  mutating func fill(_ place: Int, _ value: StoredValue) {
    if isNull(place) { set(place, value) }
  }

  /// Notes that something is wrong with a part of the row.
  mutating func reject(_ part: RowPart, _ reason: RowReason) {
    problems.append((part, reason))
  }

  /// What is wrong with a column of the row.
  mutating func reject(_ column: ColumnName, _ reason: RowReason) {
    reject(.column(column), reason)
  }
}
