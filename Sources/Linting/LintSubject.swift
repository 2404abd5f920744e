import Receivables
import Semantics

/// What lints look at: the meaning of the files, and what is worked out from it once for all lints.
public final class LintSubject {
  /// The files and what they mean.
  public let analysis: Analysis
  /// The day of the check, for what depends on the rate tables.
  public let day: CalendarDate

  /// The scenarios of the files: what is written of each, and how it is played.
  private(set) lazy var scenarioSources = LintSubject.scenarioSources(of: analysis)

  /// The invoices that conditions of the files tell apart: one space, for the questions of all lints,
  /// which share its budget.
  private(set) lazy var space = ConditionSpace(analysis.scenarios)

  /// The steps of the scenarios on their days, for invoices that nobody pays.
  private(set) lazy var timelines = LintSubject.timelines(of: scenarioSources, in: space)

  /// A subject of an analysis on a day.
  public init(_ analysis: Analysis, on day: CalendarDate) {
    self.analysis = analysis
    self.day = day
  }
}
