import Receivables

/// A day as most files write it, `22/11/2026` or `2026-11-22`, read from bytes.
///
/// What it does not read is left to `DateText`, which knows the other ways to write a day and says
/// what is wrong with it.
struct PlainDate {
  /// The day.
  let date: CalendarDate
  /// What the day says about the order of day and month.
  let order: DateText.Order

  /// Reads a day that the ledger can hold; `nil` if it is not plain.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count == 10 else { return nil }
    let isYearFirst = bytes[4] == UInt8(ascii: "-") || bytes[4] == UInt8(ascii: "/")
    let (first, second) = isYearFirst ? (4, 7) : (2, 5)
    let mark = bytes[first]
    guard mark == UInt8(ascii: "/") || mark == UInt8(ascii: "-") || mark == UInt8(ascii: "."),
      bytes[second] == mark
    else { return nil }
    var numbers = (0, 0, 0)
    for place in 0..<10 where place != first && place != second {
      let byte = bytes[place]
      guard (0x30...0x39).contains(byte) else { return nil }
      let digit = Int(byte & 0x0F)
      if place < first {
        numbers.0 = 10 * numbers.0 + digit
      } else if place < second {
        numbers.1 = 10 * numbers.1 + digit
      } else {
        numbers.2 = 10 * numbers.2 + digit
      }
    }
    let (year, day) = isYearFirst ? (numbers.0, numbers.2) : (numbers.2, numbers.0)
    guard let date = CalendarDate(year: year, month: numbers.1, day: day),
      LedgerDates.range.contains(date)
    else { return nil }
    self.date = date
    order = isYearFirst || day == numbers.1 ? .none : day > 12 ? .dayFirst : .open
  }
}
