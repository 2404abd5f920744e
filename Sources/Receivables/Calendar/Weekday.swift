/// A day of the week, numbered from Monday as in ISO 8601.
public enum Weekday: UInt8, CaseIterable, Hashable, Sendable {
  case monday = 1
  case tuesday
  case wednesday
  case thursday
  case friday
  case saturday
  case sunday
}

/// A set of days of the week, such as a working week.
public struct WeekdaySet: OptionSet, Hashable, Sendable {
  /// One bit for each day, Monday the lowest.
  public let rawValue: UInt8

  /// The set of these bits; the one that stands for no day is dropped.
  @inlinable
  public init(rawValue: UInt8) { self.rawValue = rawValue & 0b111_1111 }

  /// The set of one day.
  @inlinable
  public init(_ weekday: Weekday) { self.init(rawValue: 1 << (weekday.rawValue - 1)) }

  /// The days from the first to the last, both included, across the week's end if need be.
  ///
  /// From Saturday through Wednesday is five days.
  public init(from first: Weekday, through last: Weekday) {
    let length = (last.rawValue + 7 - first.rawValue) % 7 + 1
    let days = (UInt16(1) << length - 1) << (first.rawValue - 1)
    self.init(rawValue: UInt8(days & 0b111_1111 | days >> 7))
  }

  /// The usual working week.
  public static let mondayToFriday = WeekdaySet(from: .monday, through: .friday)

  /// Whether a day is in the set.
  @inlinable
  public func contains(_ weekday: Weekday) -> Bool { contains(WeekdaySet(weekday)) }
}
