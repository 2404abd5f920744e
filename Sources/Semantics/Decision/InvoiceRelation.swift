import Receivables

/// How the figures of one invoice hang together, beyond what sets of points can say.
enum InvoiceRelation {
  /// The relations among figures that come up, each with at most one figure more.
  ///
  /// - Parameters:
  ///   - figures: the figures that come up
  ///   - customer: whom the claim is against, where limitation matters
  static func relations(
    among figures: [Unknown],
    of customer: CustomerKind?
  ) -> [LinearConstraint] {
    var relations: [LinearConstraint] = []
    let fields = Set(figures)
    if has(2, of: [.amount, .paid, .balance], in: fields) {
      relations.append(sum([(.amount, 1), (.paid, -1), (.balance, -1)], is: Interval(.zero)))
    }
    if has(3, of: [.dueDate, .daysLate, .issueDate, .age], in: fields) {
      relations.append(
        sum(
          [(.dueDate, 1), (.daysLate, 1), (.issueDate, -1), (.age, -1)],
          is: Interval(.zero)
        )
      )
    }
    if let customer {
      relations.append(sum([(.limitation, 1), (.daysLate, 1)], is: customer.limitationPeriod))
    }
    return relations
  }

  /// Whether what is said of the day itself agrees with the dates it is counted from.
  static func daysAgree(_ figures: Figures) -> Bool {
    guard let day = day(figures, from: .dueDate, .daysLate) ?? day(figures, from: .issueDate, .age)
    else { return true }
    if let month = figures[.month], month != Rational(Int64(day.month)) { return false }
    if let place = figures[.weekday] {
      guard let today = Value.weekday(day.weekday).placeInList else { return false }
      if place != Rational(today) { return false }
    }
    guard let limitation = figures[.limitation], let due = date(figures, .dueDate) else {
      return true
    }
    let years = figures[.consumer] == .one ? 2 : 5
    return limitation == Rational(Int64(due.adding(years: years).days(since: day)))
  }

  private static func has(_ count: Int, of fields: [Field], in figures: Set<Unknown>) -> Bool {
    fields.count { figures.contains(.field(.field($0))) } >= count
  }

  private static func sum(_ terms: [(Field, Int64)], is target: Interval) -> LinearConstraint {
    LinearConstraint(
      terms: terms.map { (.field(.field($0.0)), Rational($0.1)) },
      target: target
    )
  }

  private static func day(_ figures: Figures, from date: Field, _ distance: Field) -> CalendarDate? {
    guard let start = self.date(figures, date), let days = figures[distance] else { return nil }
    return start.adding(days: Int(clamping: days.numerator))
  }

  private static func date(_ figures: Figures, _ field: Field) -> CalendarDate? {
    figures[field].map { CalendarDate(dayNumber: $0.numerator) }
  }
}

extension Figures {
  fileprivate subscript(field: Field) -> Rational? { values[.field(.field(field))] }
}

extension CustomerKind {
  /// The days from the due date to limitation: five years between professionals (Code de commerce
  /// L110-4), two against a consumer (Code de la consommation L218-2), with their leap days.
  fileprivate var limitationPeriod: Interval {
    switch self {
    case .professional: Interval(from: .before(Rational(1_825)), to: .after(Rational(1_827)))
    case .consumer: Interval(from: .before(Rational(730)), to: .after(Rational(731)))
    }
  }
}
