import Diagnostics
import Planning
import Receivables

/// The reminders of one step, and what happened after each.
///
/// Of every reminder exactly one of `crossed`, `paid`, `reminded` and `pending` is true.
public struct ReminderLevel: Sendable {
  /// Payments within some days of the reminder.
  public struct Window: Sendable {
    /// How many days.
    public let days: Int
    /// The reminders that went out at least so many days before the day.
    ///
    /// Of the others it is too early to tell. Those that crossed with the payment are left out.
    public internal(set) var observed: Int
    /// Those of them whose invoice was settled within these days.
    public internal(set) var paid: Int
  }

  /// The days that are looked at.
  public static let windows = [7, 15, 30]

  /// The identifier of the step, as first recorded.
  public let step: String
  /// The greatest rank under which it was recorded, in fifths of a day; 0 for events.
  public internal(set) var rank: Int
  /// How many reminders were recorded, one for each invoice.
  public internal(set) var sent = 0
  /// The invoice had been settled before.
  public internal(set) var crossed = 0
  /// The invoice was settled before any further reminder.
  public internal(set) var paid = 0
  /// A further reminder came first.
  public internal(set) var reminded = 0
  /// Neither yet.
  public internal(set) var pending = 0
  /// Payments within 7, 15 and 30 days.
  public internal(set) var within: [Window]
}

/// Gathers the history by step.
///
/// Thanks are no reminders; rows whose invoice is no longer in the ledger cannot be followed up.
struct ReminderTally {
  private let day: CalendarDate
  private var levels: [FoldedText: ReminderLevel] = [:]

  init(day: CalendarDate) { self.day = day }

  mutating func add(_ customer: CustomerOnDay) {
    for facts in customer.invoices where !facts.account.reminders.isEmpty {
      let reminders = Array(facts.reminders)
      let settledOn = facts.settledOn
      let isSettled = (facts.balance ?? 0) <= 0
      for reminder in reminders {
        let next = reminders.lazy.map { $0.sentOn }.filter { $0 > reminder.sentOn }.min()
        // Where nothing was ever owed there is no day on which it was settled.
        let paidOn = settledOn ?? (isSettled ? CalendarDate.earliest : nil)
        levels[reminder.step.folded, default: ReminderLevel(of: reminder)]
          .add(reminder, paidOn: paidOn, next: next, on: day)
      }
    }
  }

  /// The steps by rank, then identifier; those of events, which have no rank, last.
  var figures: [ReminderLevel] {
    levels.values.sorted { left, right in
      let (one, other) = (left.order, right.order)
      return one != other ? one < other : precedes(left.step, right.step)
    }
  }
}

extension ReminderLevel {
  /// A step of which no reminder is counted yet.
  fileprivate init(of reminder: Reminder) {
    step = reminder.step
    rank = reminder.rank
    within = ReminderLevel.windows.map { Window(days: $0, observed: 0, paid: 0) }
  }

  /// Counts a reminder, with the day its invoice was settled and the day of the next reminder.
  fileprivate mutating func add(
    _ reminder: Reminder,
    paidOn: CalendarDate?,
    next: CalendarDate?,
    on day: CalendarDate
  ) {
    rank = max(rank, reminder.rank)
    sent += 1
    if let paidOn, paidOn < reminder.sentOn {
      crossed += 1
      return
    }
    if let paidOn, next.map({ paidOn <= $0 }) ?? true {
      paid += 1
    } else if next != nil {
      reminded += 1
    } else {
      pending += 1
    }
    for index in within.indices {
      let end = reminder.sentOn.adding(days: within[index].days)
      guard end <= day else { continue }
      within[index].observed += 1
      if let paidOn, paidOn <= end { within[index].paid += 1 }
    }
  }

  fileprivate var order: Int { rank == 0 ? Int.max : rank }
}
