import Receivables

/// A day as an imported file writes it.
///
/// Without a format the year has four digits and comes first (`2026-11-22`, `2026/11/22`) or, after
/// day and month, last (`22/11/2026`, `22.11.2026`, `22-11-2026`). A time of day behind the date is
/// left out.
struct DateText {
  /// Why a text is no day.
  enum Failure: Error, Hashable {
    /// It is not written like one.
    case notADate
    /// It would be one with the month first.
    case monthFirst
    /// Its year has two digits.
    case shortYear
    /// It is before 1900 or after 2199.
    case outOfRange
    /// It is a spreadsheet's number of a day.
    case dayNumber
  }

  /// What a text says about the order of day and month in its column.
  enum Order: Hashable {
    /// Only a day with the day first.
    case dayFirst
    /// Only a day with the month first.
    case monthFirst
    /// Nothing.
    case unknown
  }

  private let text: Substring
  private let format: DateFormat?

  /// A text, read as a format says or, without one, as explained above.
  init(_ text: String, format: DateFormat?) {
    self.format = format
    let bytes = text.utf8
    if let gap = bytes.firstIndex(where: { $0 == UInt8(ascii: "T") || $0 == UInt8(ascii: " ") }),
      DateText.isTime(bytes[bytes.index(after: gap)...])
    {
      self.text = text[..<gap]
    } else {
      self.text = text[...]
    }
  }

  /// The day.
  func date() throws(Failure) -> CalendarDate {
    guard let date = format?.date(text) ?? isoDate ?? (format == nil ? dayFirstDate : nil) else {
      throw failure
    }
    guard LedgerDates.range.contains(date) else { throw .outOfRange }
    return date
  }

  /// What the text says about the order of day and month.
  var order: Order {
    guard let numbers, numbers[2].count == 4 else { return .unknown }
    switch (dayFirstDate != nil, monthFirstDate != nil) {
    case (true, false): return .dayFirst
    case (false, true): return .monthFirst
    case (true, true), (false, false): return .unknown
    }
  }

  /// The pattern that reads a date with the month first as this one is written.
  var monthFirstPattern: String {
    let mark = text.first { "/.-".contains($0) }.map(String.init) ?? "/"
    return ["M", "D", "YYYY"].joined(separator: mark)
  }

  private var failure: Failure {
    if format == nil, monthFirstDate != nil { return .monthFirst }
    if let numbers, numbers.allSatisfy({ $0.count <= 2 }) { return .shortYear }
    if text.utf8.count == 5, let number = Int(text), (20_000..<80_000).contains(number) {
      return .dayNumber
    }
    return .notADate
  }

  private var isoDate: CalendarDate? {
    guard let numbers, numbers[0].count == 4, numbers[1].count <= 2, numbers[2].count <= 2 else {
      return nil
    }
    return date(year: numbers[0], month: numbers[1], day: numbers[2])
  }

  private var dayFirstDate: CalendarDate? {
    guard let numbers, numbers[2].count == 4, numbers[1].count <= 2, numbers[0].count <= 2 else {
      return nil
    }
    return date(year: numbers[2], month: numbers[1], day: numbers[0])
  }

  private var monthFirstDate: CalendarDate? {
    guard let numbers, numbers[2].count == 4, numbers[1].count <= 2, numbers[0].count <= 2 else {
      return nil
    }
    return date(year: numbers[2], month: numbers[0], day: numbers[1])
  }

  /// The three numbers between two equal marks; `nil` if the text is of another form.
  private var numbers: [Substring]? {
    for mark: Character in ["/", "-", "."] {
      let parts = text.split(separator: mark, omittingEmptySubsequences: false)
      guard parts.count == 3 else { continue }
      let areNumbers = parts.allSatisfy { part in
        (1...4).contains(part.utf8.count) && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
      }
      return areNumbers ? parts : nil
    }
    return nil
  }

  private func date(year: Substring, month: Substring, day: Substring) -> CalendarDate? {
    guard let year = Int(year), let month = Int(month), let day = Int(day) else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  /// Whether some text is a time of day without a zone, such as `00:00` or `14:35:12.000`.
  private static func isTime(_ text: Substring.UTF8View.SubSequence) -> Bool {
    let parts = text.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count) else { return false }
    for (index, part) in parts.enumerated() {
      let isFraction = index == 2 && part.count > 2
      let digits = isFraction ? part.filter { $0 != UInt8(ascii: ".") } : Array(part)
      guard !digits.isEmpty, isFraction || digits.count <= 2,
        digits.allSatisfy({ (0x30...0x39).contains($0) })
      else { return false }
    }
    return true
  }
}
