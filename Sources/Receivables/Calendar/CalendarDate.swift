/// A civil day of the proleptic Gregorian calendar, from 0001-01-01 to 9999-12-31.
///
/// A date has neither time nor time zone. Arithmetic is total: a result beyond either end of the
/// range is that end.
public struct CalendarDate: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01; negative before it.
  public let dayNumber: Int32

  /// The numbers of the first day of year 1 and of the last day of year 9999.
  @inlinable static var dayNumbers: ClosedRange<Int32> { -719_162...2_932_896 }

  /// The first date that can be represented, 0001-01-01.
  public static let earliest = CalendarDate(dayNumber: dayNumbers.lowerBound)

  /// The last date that can be represented, 9999-12-31.
  public static let latest = CalendarDate(dayNumber: dayNumbers.upperBound)

  /// The date so many days after 1970-01-01, or the nearest end of the range.
  @inlinable
  public init(dayNumber: some BinaryInteger) {
    let wanted = Int32(clamping: dayNumber)
    self.dayNumber = min(max(wanted, Self.dayNumbers.lowerBound), Self.dayNumbers.upperBound)
  }

  /// The date of a year, a month and a day of the month; `nil` if there is no such day.
  @inlinable
  public init?(year: Int, month: Int, day: Int) {
    // Most days are in every month: how long it is then need not be known.
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= 28 || day <= Self.lengthOfMonth(month, year: year)
    else { return nil }
    self.init(validYear: year, month: month, day: day)
  }

  /// The year, 1 to 9999.
  @inlinable
  public var year: Int { components.year }

  /// The month, 1 to 12.
  @inlinable
  public var month: Int { components.month }

  /// The day of the month, 1 to 31.
  @inlinable
  public var day: Int { components.day }

  /// Year, month and day of the month, for callers that need more than one of them.
  ///
  /// Years are counted from 1 March, so that a leap day ends its year and the months before it
  /// have the regular lengths 31, 30, 31, 30, 31: 153 days for every five months.
  @inlinable
  public var components: (year: Int, month: Int, day: Int) {
    let sinceYearZero = Int(dayNumber) + 719_468
    let cycle = sinceYearZero / 146_097
    let dayOfCycle = sinceYearZero % 146_097
    let leapDays = dayOfCycle / 1_460 - dayOfCycle / 36_524 + dayOfCycle / 146_096
    let yearOfCycle = (dayOfCycle - leapDays) / 365
    let dayOfYear = dayOfCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return (
      year: 400 * cycle + yearOfCycle + (month <= 2 ? 1 : 0),
      month: month,
      day: dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    )
  }

  /// The day of the week.
  @inlinable
  public var weekday: Weekday {
    // 0001-01-01 was a Monday.
    let sinceMonday = (dayNumber - Self.dayNumbers.lowerBound) % 7
    return Weekday(rawValue: UInt8(sinceMonday) + 1) ?? .monday
  }

  /// Whether this date is before another.
  @inlinable
  public static func < (left: Self, right: Self) -> Bool { left.dayNumber < right.dayNumber }

  /// The days from another date to this one; negative if this one is the earlier.
  @inlinable
  public func days(since other: Self) -> Int { Int(dayNumber) - Int(other.dayNumber) }

  /// The number of days of a month, 28 to 31; 31 for a month that does not exist.
  @inlinable
  static func lengthOfMonth(_ month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The date of a year, a month and a day that are known to exist together.
  ///
  /// Years are counted as for `components`. Nothing here overflows or is negative, so that the
  /// shortest instructions will do: a ledger has millions of dates.
  @inlinable
  init(validYear year: Int, month: Int, day: Int) {
    let isBeforeMarch = month <= 2
    let yearFromMarch = UInt32(truncatingIfNeeded: isBeforeMarch ? year &- 1 : year)
    let monthFromMarch = UInt32(truncatingIfNeeded: isBeforeMarch ? month &+ 9 : month &- 3)
    let century = yearFromMarch / 100
    let leapDays = yearFromMarch >> 2 &- century &+ century >> 2
    let dayOfYear = (153 &* monthFromMarch &+ 2) / 5 &+ UInt32(truncatingIfNeeded: day)
    let sinceYearZero = 365 &* yearFromMarch &+ leapDays &+ dayOfYear
    dayNumber = Int32(truncatingIfNeeded: sinceYearZero) &- 719_469
  }
}
