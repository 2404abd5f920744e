import Receivables

/// How the figures of one invoice hang together, beyond what sets of points can say.
struct InvoiceRelations {
  /// Whom a claim is against, as far as limitation is concerned.
  enum Debtor: CaseIterable {
    case professional
    case consumer
  }

  /// Which of the fields that relations bind have come up.
  struct FieldCount {
    private var hasPaid = false
    private var hasBalance = false
    private var hasDueDate = false
    private var hasDelay = false
    private var hasIssueDate = false
    private var hasAge = false
    private var hasLimitation = false

    /// Counts a field.
    mutating func add(_ field: Field) {
      switch field {
      case .paid: hasPaid = true
      case .balance: hasBalance = true
      case .dueDate: hasDueDate = true
      case .daysLate: hasDelay = true
      case .issueDate: hasIssueDate = true
      case .age: hasAge = true
      case .limitation: hasLimitation = true
      case .amount, .kind, .dispute, .instalmentPlan, .insolvency, .promise, .brokenPromise,
        .reminderCount, .daysSinceReminder, .invoice, .customer, .name, .segment, .category,
        .country, .language, .currency, .email, .phone, .address, .risk, .strategic, .sensitive,
        .consumer, .outstanding, .overdue, .overdueInvoices, .averageDelay, .lateShare,
        .creditLimit, .weekday, .month:
        break
      }
    }

    /// Whether a relation of those that `add(to:debtor:domain:)` adds can leave some of them without
    /// figures.
    ///
    /// Any amount goes with what is paid or what is left, as the third of them may be any figure.
    var areBound: Bool {
      hasPaid && hasBalance || hasDueDate && hasDelay || hasIssueDate && hasAge
        || hasLimitation && hasDelay
    }
  }

  /// Adds the relations among the figures that have come up: what is paid and what is left make up
  /// the amount; the day lies as far from the due date as the delay says, and from the issue date as
  /// the age says; limitation counts from the due date.
  static func add(
    to sketch: inout FigureSketch,
    debtor: Debtor?,
    domain: (Unknown) -> Interval
  ) {
    let amounts: [Field] = [.amount, .paid, .balance]
    if amounts.count(where: { sketch.has($0) }) >= 2 {
      add([(.amount, 1), (.paid, -1), (.balance, -1)], to: &sketch, domain)
    }
    let knowsDue = sketch.has(.dueDate) && sketch.has(.daysLate)
    let knowsIssue = sketch.has(.issueDate) && sketch.has(.age)
    let asksDay = sketch.has(.month) || sketch.has(.weekday)
    let asksIssue = sketch.has(.issueDate) || sketch.has(.age)
    if knowsDue && (asksDay || asksIssue) {
      addDay(from: .dueDate, .daysLate, to: &sketch, domain)
    }
    if knowsDue && asksIssue || knowsIssue && asksDay {
      addDay(from: .issueDate, .age, to: &sketch, domain)
    }
    if let debtor {
      sketch.add(.field(.consumer), debtor.place)
      sketch.add(
        [(.field(.limitation), .one), (.field(.daysLate), .one)],
        in: debtor.limitationPeriod,
        domain: domain
      )
    }
  }

  /// Whether the relations need to know whom the claim is against.
  static func asksForDebtor(_ sketch: FigureSketch) -> Bool {
    sketch.has(.limitation) && sketch.has(.daysLate)
  }

  /// Whether limitation is the very day that the law counts from the due date to.
  static func limitationAgrees(_ figures: Figures) -> Bool {
    guard let limitation = figures[.limitation], let late = figures[.daysLate],
      let due = figures[.dueDate]
    else { return true }
    let dueDate = CalendarDate(dayNumber: due.numerator)
    let day = dueDate.adding(days: Int(clamping: late.numerator))
    let end = dueDate.adding(years: figures[.consumer] == .one ? 2 : 5)
    return limitation == Rational(Int64(end.days(since: day)))
  }

  private static func addDay(
    from date: Field,
    _ distance: Field,
    to sketch: inout FigureSketch,
    _ domain: (Unknown) -> Interval
  ) {
    sketch.add(
      [(.field(date), .one), (.field(distance), .one), (.day, Rational(-1))],
      in: Interval(.zero),
      domain: domain
    )
  }

  private static func add(
    _ terms: [(Field, Int64)],
    to sketch: inout FigureSketch,
    _ domain: (Unknown) -> Interval
  ) {
    sketch.add(
      terms.map { (.field($0.0), Rational($0.1)) },
      in: Interval(.zero),
      domain: domain
    )
  }
}

extension InvoiceRelations.Debtor {
  fileprivate var place: Interval {
    switch self {
    case .professional: Interval(.zero)
    case .consumer: Interval(.one)
    }
  }

  /// The days from the due date to limitation: five years between professionals (Code de commerce
  /// L110-4), two against a consumer (Code de la consommation L218-2), with their leap days.
  fileprivate var limitationPeriod: Interval {
    switch self {
    case .professional: Interval(from: .before(Rational(1_825)), to: .after(Rational(1_827)))
    case .consumer: Interval(from: .before(Rational(730)), to: .after(Rational(731)))
    }
  }
}
