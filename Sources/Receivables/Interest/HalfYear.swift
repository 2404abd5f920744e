/// A half of a calendar year, the period for which a reference rate is fixed.
public struct HalfYear: Hashable, Comparable, Sendable {
  /// Twice the year, plus one for its second half.
  private let ordinal: Int32

  /// The half-year of a day.
  public init(containing day: CalendarDate) {
    let (year, month, _) = day.components
    ordinal = Int32(2 * year + (month <= 6 ? 0 : 1))
  }

  private init(ordinal: Int32) { self.ordinal = ordinal }

  /// The year.
  public var year: Int { Int(ordinal / 2) }

  /// Which half of the year it is, 1 or 2.
  public var number: Int { Int(ordinal % 2) + 1 }

  /// 1 January or 1 July.
  public var firstDay: CalendarDate {
    CalendarDate(validYear: year, month: number == 1 ? 1 : 7, day: 1)
  }

  /// 30 June or 31 December.
  public var lastDay: CalendarDate {
    CalendarDate(validYear: year, month: number == 1 ? 6 : 12, day: number == 1 ? 30 : 31)
  }

  /// The half-year after this one; the last one of the calendar's range is its own successor.
  public var next: Self { Self(ordinal: min(ordinal + 1, 2 * 9_999 + 1)) }

  /// Whether this half-year is before another.
  public static func < (left: Self, right: Self) -> Bool { left.ordinal < right.ordinal }
}
