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
    /// It is a day with the day first only.
    case dayFirst
    /// It is a day with the month first only.
    case monthFirst
    /// It is one day or another.
    case open
    /// It says nothing.
    case none
  }

  private let text: Substring
  private let format: DateFormat?
  /// The three numbers between two equal marks; `nil` if the text is of another form.
  private let numbers: DateNumbers?

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
    numbers = DateNumbers(self.text.utf8)
  }

  /// The day.
  func date() throws(Failure) -> CalendarDate {
    guard
      let date = format?.date(text) ?? numbers?.yearFirst
        ?? (format == nil ? numbers?.dayFirst : nil)
    else { throw failure }
    guard LedgerDates.range.contains(date) else { throw .outOfRange }
    return date
  }

  /// What the text says about the order of day and month.
  var order: Order {
    switch (numbers?.dayFirst, numbers?.monthFirst) {
    case (nil, nil): .none
    case (_, nil): .dayFirst
    case (nil, _): .monthFirst
    case (let dayFirst, let monthFirst): dayFirst == monthFirst ? .none : .open
    }
  }

  /// The pattern that reads a date with the month first as this one is written.
  var monthFirstPattern: String {
    let mark = numbers.map { String(Unicode.Scalar($0.mark)) } ?? "/"
    return ["M", "D", "YYYY"].joined(separator: mark)
  }

  private var failure: Failure {
    if format == nil, numbers?.monthFirst != nil { return .monthFirst }
    if let numbers, numbers.hasShortYear { return .shortYear }
    if text.utf8.count == 5, let number = Int(text), (20_000..<80_000).contains(number) {
      return .dayNumber
    }
    return .notADate
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

/// Three numbers of one to four digits between two equal marks, as dates are written.
private struct DateNumbers {
  /// What stands between the numbers.
  let mark: UInt8

  private var values = [0, 0, 0]
  private var lengths = [0, 0, 0]

  init?(_ text: Substring.UTF8View) {
    guard text.count <= 14,
      let mark = text.first(where: { "/-.".utf8.contains($0) })
    else { return nil }
    self.mark = mark
    var part = 0
    for byte in text {
      if byte == mark {
        part += 1
        guard part < 3 else { return nil }
      } else {
        guard (0x30...0x39).contains(byte), lengths[part] < 4 else { return nil }
        values[part] = 10 * values[part] + Int(byte) - 0x30
        lengths[part] += 1
      }
    }
    guard part == 2, !lengths.contains(0) else { return nil }
  }

  /// The day of year, month and day.
  var yearFirst: CalendarDate? {
    guard lengths[0] == 4, lengths[1] <= 2, lengths[2] <= 2 else { return nil }
    return CalendarDate(year: values[0], month: values[1], day: values[2])
  }

  /// The day of day, month and year.
  var dayFirst: CalendarDate? {
    endsWithYear ? CalendarDate(year: values[2], month: values[1], day: values[0]) : nil
  }

  /// The day of month, day and year.
  var monthFirst: CalendarDate? {
    endsWithYear ? CalendarDate(year: values[2], month: values[0], day: values[1]) : nil
  }

  /// Whether none of the numbers is a full year.
  var hasShortYear: Bool { lengths.allSatisfy { $0 <= 2 } }

  private var endsWithYear: Bool { lengths[2] == 4 && lengths[1] <= 2 && lengths[0] <= 2 }
}
