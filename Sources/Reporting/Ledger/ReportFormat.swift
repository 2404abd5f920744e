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
  public let write: @Sendable (LedgerReport, TextSettings, TextOutput) -> Void

  /// The forms a report can be written in, the default first.
  public static let all: [ReportFormat] = [.table, .csv, .json]

  /// The form of a name, if there is one.
  public static func named(_ name: String) -> ReportFormat? { all.first { $0.name == name } }
}

/// The figures of a ledger, with what scenarios will do next where they are given.
public struct LedgerReport: Sendable {
  /// The figures.
  public var figures: LedgerFigures
  /// What the scenarios will do within the next days if nobody pays, with its journal; absent
  /// without scenarios.
  public var upcoming: Simulation?

  /// How many days are looked at, the day of the report included.
  public static let horizon = 30

  /// A report to be written.
  public init(_ figures: LedgerFigures, upcoming: Simulation? = nil) {
    self.figures = figures
    self.upcoming = upcoming
  }
}
