/// The time that a contract gives for the payment of an invoice.
public struct PaymentTerms: Hashable, Sendable {
  /// Where the end of the month comes into the count (two ways, DGCCRF on Code de commerce L441-10).
  public enum MonthEnd: Hashable, Sendable {
    /// The days are counted from the invoice's date and that is all.
    case notUsed

    /// `45 jours fin de mois`: the days, then the end of that month.
    case afterDays

    /// `fin de mois 45 jours`: the end of the invoice's month, then the days.
    case beforeDays
  }

  /// The days granted, at least 0.
  public let days: Int

  /// Where the end of the month comes in.
  public let monthEnd: MonthEnd

  /// `le 10`: payment falls on the next such day of a month, 1 to 31, on or after the counted date.
  public let dayOfMonth: Int?

  /// So many days, possibly to the end of a month and to a day of a month.
  ///
  /// Days below 0 count as 0, and a day of the month outside 1 to 31 as the nearest of these.
  public init(days: Int, monthEnd: MonthEnd = .notUsed, dayOfMonth: Int? = nil) {
    self.days = max(0, days)
    // Without days both counts are the end of the invoice's month.
    self.monthEnd = days <= 0 && monthEnd == .beforeDays ? .afterDays : monthEnd
    self.dayOfMonth = dayOfMonth.map { min(max($0, 1), 31) }
  }

  /// When an invoice of a day is due.
  ///
  /// `30 jours fin de mois le 10` of 15 January is 10 March: 14 February, the end of February, the
  /// next 10th. In a month that has no such day, its last day stands for it.
  public func dueDate(issuedOn day: CalendarDate) -> CalendarDate {
    let counted: CalendarDate
    switch monthEnd {
    case .notUsed: counted = day.adding(days: days)
    case .afterDays: counted = day.adding(days: days).endOfMonth
    case .beforeDays: counted = day.endOfMonth.adding(days: days)
    }
    guard let dayOfMonth else { return counted }
    let sameMonth = counted.inSameMonth(day: dayOfMonth)
    guard sameMonth < counted else { return sameMonth }
    let nextMonth = counted.endOfMonth.adding(days: 1).inSameMonth(day: dayOfMonth)
    // The calendar's last month has none after it.
    return max(counted, nextMonth)
  }
}

extension CalendarDate {
  /// The given day of this date's month, or the month's last day if it is shorter.
  fileprivate func inSameMonth(day wanted: Int) -> CalendarDate {
    min(adding(days: wanted - day), endOfMonth)
  }
}

extension PaymentTerms: CustomStringConvertible {
  /// The canonical French wording, which reads back as the same terms.
  public var description: String {
    let count = days == 1 ? "1 jour" : "\(days) jours"
    let wording: String
    switch monthEnd {
    case .notUsed: wording = days == 0 ? "à réception" : count
    case .afterDays: wording = days == 0 ? "fin de mois" : "\(count) fin de mois"
    case .beforeDays: wording = "fin de mois \(count)"
    }
    guard let dayOfMonth else { return wording }
    return "\(wording) le \(dayOfMonth)"
  }
}
