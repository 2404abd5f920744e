import Diagnostics
import Figures
import Planning
import Receivables

/// A form in which the figures of a ledger are written.
///
/// To add one, add a file that extends this type with a value, and name the value in `all`.
public struct ReportFormat: Sendable {
  /// The name after `--format`.
  public let name: String
  /// What it is for, in one line.
  public let summary: Message
  /// Writes a report; the text ends with a line feed.
  public let write: @Sendable (LedgerReport, TextSettings) -> String

  /// The forms a report can be written in, the default first.
  public static let all: [ReportFormat] = [.table, .csv, .json]

  /// The form of a name, if there is one.
  public static func named(_ name: String) -> ReportFormat? { all.first { $0.name == name } }
}

/// The figures of a ledger, with what scenarios will do next where they are given.
public struct LedgerReport: Sendable {
  /// The figures.
  public var figures: LedgerFigures
  /// The actions of the next days; absent without scenarios.
  public var upcoming: UpcomingActions?

  /// A report to be written.
  public init(_ figures: LedgerFigures, upcoming: UpcomingActions? = nil) {
    self.figures = figures
    self.upcoming = upcoming
  }
}

/// How many actions of each channel a week has.
struct WeekLoad {
  /// The Monday of the week.
  let monday: CalendarDate
  /// The actions by channel; channels without any are absent.
  private(set) var byChannel: [Channel: Int] = [:]

  /// All actions of the week.
  var total: Int { byChannel.values.reduce(0, +) }

  /// The weeks that some days fall in, in order, with the actions of each day.
  static func weeks(
    from: CalendarDate,
    to: CalendarDate,
    _ actions: some Sequence<(day: CalendarDate, channel: Channel)>
  ) -> [WeekLoad] {
    var weeks: [WeekLoad] = []
    let first = from.monday
    var monday = first
    while monday <= to {
      weeks.append(WeekLoad(monday: monday))
      let next = monday.adding(days: 7)
      guard next > monday else { break }
      monday = next
    }
    for (day, channel) in actions {
      let index = day.days(since: first) / 7
      guard weeks.indices.contains(index) else { continue }
      weeks[index].byChannel[channel, default: 0] += 1
    }
    return weeks
  }
}

extension CalendarDate {
  /// The Monday of the day's week.
  var monday: CalendarDate { adding(days: 1 - Int(weekday.rawValue)) }
}

extension UpcomingActions {
  /// The actions of each week by channel.
  var weeks: [WeekLoad] {
    WeekLoad.weeks(from: from, to: to, items.lazy.map { ($0.date, $0.action.channel) })
  }
}
