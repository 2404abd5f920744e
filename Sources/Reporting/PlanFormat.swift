import Diagnostics
import Planning

/// A form in which a plan is written.
///
/// To add one, add a file that extends this type with a value, and name the value in `all`: help
/// and the reading of `--format` go by that list.
public struct PlanFormat: Sendable {
  /// The name after `--format`.
  public let name: String
  /// What it is for, in one line.
  public let summary: Message
  /// Writes a plan; the text ends with a line feed.
  public let write: @Sendable (PlanReport, TextSettings, TextOutput) -> Void

  /// The forms a plan can be written in, the default first.
  public static let all: [PlanFormat] = [.table, .csv, .json, .html]

  /// The form of a name, if there is one.
  public static func named(_ name: String) -> PlanFormat? { all.first { $0.name == name } }
}

/// A plan with what its forms need beside it.
public struct PlanReport: Sendable {
  /// Whether the status of every invoice is written too.
  public typealias Statuses = StatusDetail

  /// The plan.
  public var plan: Plan
  /// The scenario files, for the places in reasons.
  public var files: SourceFiles
  /// Whether the status of every invoice is written too.
  public var statuses: StatusDetail

  /// A plan to be written.
  public init(_ plan: Plan, files: SourceFiles, statuses: StatusDetail = .counted) {
    self.plan = plan
    self.files = files
    self.statuses = statuses
  }
}

/// How texts for people are written.
public struct TextSettings: Sendable {
  /// The language of all words that are not the user's own.
  public var language: MessageLanguage
  /// The cells of a line.
  public var width: Int
  /// Whether escape sequences for colours are written.
  public var style: DiagnosticRenderer.Style

  /// French, 100 cells, without colours unless said otherwise.
  public init(
    language: MessageLanguage = .french,
    width: Int = 100,
    style: DiagnosticRenderer.Style = .plain
  ) {
    self.language = language
    self.width = width
    self.style = style
  }
}

extension Plan {
  /// How many invoices have each status, in the order in which outputs name them.
  var statusCounts: [(kind: InvoiceStatus.Kind, count: Int)] {
    let order: [InvoiceStatus.Kind] = [
      .action, .waiting, .suspended, .excluded, .deferred, .completed, .paid, .uncovered, .error,
    ]
    return order.map { ($0, summary[$0]) }
  }
}
