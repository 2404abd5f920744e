import Receivables

/// A way to write days, such as `MM/DD/YYYY`.
///
/// `D` or `J` stands for the day, `M` for the month, `Y` or `A` for the year, in either case; two
/// letters of the year stand for 1969 to 2068, four for all of it. Everything else stands for
/// itself. Between marks, one or two digits are read for day and month however many letters there
/// are; without marks, as in `YYYYMMDD`, as many digits as letters.
public struct DateFormat: Sendable, Hashable {
  private enum Part: Hashable {
    case day
    case month
    case year
  }

  private enum Element: Hashable {
    case number(Part, letters: Int)
    case mark(UInt8)
  }

  /// The pattern as it was written.
  public let pattern: String

  private let elements: [Element]

  /// The format of a pattern; `nil` unless it has day, month and year once each.
  public init?(pattern: some StringProtocol) {
    var elements: [Element] = []
    for byte in pattern.utf8 {
      guard let part = DateFormat.part(byte) else {
        guard byte < 0x80, !(0x41...0x5A).contains(byte), !(0x61...0x7A).contains(byte) else {
          return nil
        }
        elements.append(.mark(byte))
        continue
      }
      if case .number(part, let letters) = elements.last {
        elements[elements.count - 1] = .number(part, letters: letters + 1)
      } else {
        elements.append(.number(part, letters: 1))
      }
    }
    var lengths: [Part: Int] = [:]
    for case .number(let part, let letters) in elements {
      guard lengths.updateValue(letters, forKey: part) == nil else { return nil }
    }
    guard let year = lengths[.year], year == 2 || year == 4,
      let month = lengths[.month], month <= 2, let day = lengths[.day], day <= 2
    else { return nil }
    self.elements = elements
    self.pattern = String(pattern)
  }

  /// The day of a text; `nil` if the text is not of this format or there is no such day.
  func date(_ text: some StringProtocol) -> CalendarDate? {
    var digits: [Part: Int] = [:]
    var bytes = Array(text.utf8)[...]
    for (index, element) in elements.enumerated() {
      switch element {
      case .mark(let mark):
        guard bytes.popFirst() == mark else { return nil }
      case .number(let part, let letters):
        let isFree = part != .year && !isNumber(index - 1) && !isNumber(index + 1)
        let longest = isFree ? 2 : letters
        let run = bytes.prefix(longest).prefix { (0x30...0x39).contains($0) }
        guard !run.isEmpty, isFree || run.count == letters else { return nil }
        bytes = bytes.dropFirst(run.count)
        digits[part] = run.reduce(0) { 10 * $0 + Int($1) - 0x30 }
      }
    }
    guard bytes.isEmpty, let day = digits[.day], let month = digits[.month],
      let year = digits[.year]
    else { return nil }
    return CalendarDate(year: fullYear(year), month: month, day: day)
  }

  private func isNumber(_ index: Int) -> Bool {
    guard elements.indices.contains(index), case .number = elements[index] else { return false }
    return true
  }

  private func fullYear(_ year: Int) -> Int {
    for case .number(.year, letters: 2) in elements { return year < 69 ? 2000 + year : 1900 + year }
    return year
  }

  private static func part(_ byte: UInt8) -> Part? {
    switch byte {
    case UInt8(ascii: "D"), UInt8(ascii: "d"), UInt8(ascii: "J"), UInt8(ascii: "j"): .day
    case UInt8(ascii: "M"), UInt8(ascii: "m"): .month
    case UInt8(ascii: "Y"), UInt8(ascii: "y"), UInt8(ascii: "A"), UInt8(ascii: "a"): .year
    case _: nil
    }
  }
}
