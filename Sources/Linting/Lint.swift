import Diagnostics
import Receivables
import Semantics

/// An opinion about scenario files: what it reports, why, and the check itself.
///
/// To add one, write a file with its `Lint` and add a line to `Lint.all`.
public struct Lint: Sendable {
  /// What a lint tells about itself, in the words of finance staff.
  public struct Page: Sendable {
    /// What it reports.
    public let reports: Message
    /// Why it matters.
    public let matters: Message
    /// Lines that are reported.
    public let example: String
    /// What to write instead.
    public let instead: String
  }

  /// The stable code.
  public let code: DiagnosticCode
  /// How much its findings weigh.
  public let severity: Severity
  /// A few words that name it.
  public let title: Message
  /// Its documentation.
  public let page: Page
  /// The check: the findings in the files of a subject.
  public let check: @Sendable (LintSubject) -> [Diagnostic]

  /// Every lint, by code.
  public static let all: [Lint] = [
    duplicateRule,
    stepsOfOneDay,
  ]
}

/// What lints look at: the meaning of the files, and what is worked out from it once for all lints.
public final class LintSubject {
  /// The files and what they mean.
  public let analysis: Analysis
  /// The day of the check, for what depends on the rate tables.
  public let day: CalendarDate

  /// A subject of an analysis on a day.
  public init(_ analysis: Analysis, on day: CalendarDate) {
    self.analysis = analysis
    self.day = day
  }
}

/// The findings of every lint, in reading order.
///
/// Lints look only at files without errors: what is wrong in itself has no other faults yet.
public func lint(_ subject: LintSubject) -> [Diagnostic] {
  if subject.analysis.diagnostics.hasErrors { return [] }
  return Lint.all.flatMap { $0.check(subject) }.inReadingOrder
}
