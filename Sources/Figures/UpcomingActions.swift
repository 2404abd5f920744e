import Planning
import Receivables

/// What scenarios will do within the next days if nobody pays and everything is done on its day.
public struct UpcomingActions: Sendable {
  /// An action and its day.
  public struct Item: Sendable {
    /// The day.
    public let date: CalendarDate
    /// The action.
    public let action: PlannedAction
  }

  /// How many days are looked at, the first of them included.
  public static let horizon = 30

  /// The first day.
  public let from: CalendarDate
  /// The last day.
  public let to: CalendarDate
  /// The actions by day, then as in a plan.
  public let items: [Item]

  /// Plays the next days, each action recorded in memory as done on its day.
  public init(of ledger: Ledger, by planner: Planner, from day: CalendarDate) {
    from = day
    to = day.adding(days: UpcomingActions.horizon - 1)
    var items: [Item] = []
    for account in ledger.accounts {
      var account = account
      var date = day
      while date <= to {
        let actions = planner.plan(account, on: date).actions
        account.record(actions, on: date)
        for action in actions { items.append(Item(date: date, action: action)) }
        guard date < .latest else { break }
        date = date.adding(days: 1)
      }
    }
    self.items = items.enumerated()
      .sorted { ($0.element.date, $0.offset) < ($1.element.date, $1.offset) }
      .map { $0.element }
  }
}
