import Diagnostics
import Planning
import Receivables
import Semantics

/// A form in which a comparison of two versions is written.
///
/// To add one, add a file that extends this type with a value, and name the value in `all`.
public struct ComparisonFormat: Sendable {
  /// The name after `--format`.
  public let name: String
  /// Writes a comparison; the text ends with a line feed.
  public let write: @Sendable (ComparisonReport, TextSettings, TextOutput) -> Void

  /// The forms, the default first.
  public static let all: [ComparisonFormat] = [.table, .csv, .json]

  /// The form of a name, if there is one.
  public static func named(_ name: String) -> ComparisonFormat? { all.first { $0.name == name } }
}

/// What two versions of some scenarios say and do differently.
public struct ComparisonReport: Sendable {
  /// What they say differently, whatever the ledger.
  public var rules: [RuleChange]
  /// What they do differently with a ledger, where one was given.
  public var plans: PlanComparison?

  /// A comparison to be written.
  public init(rules: [RuleChange], plans: PlanComparison?) {
    self.rules = rules
    self.plans = plans
  }

  /// Whether nothing is different: with a ledger the invoices decide as well as the text.
  public var isEmpty: Bool { rules.isEmpty && (plans?.changes.isEmpty ?? true) }
}

extension RuleChange.Reach {
  /// The name in outputs.
  var name: String {
    switch self {
    case .all: "all"
    case .gained: "gained"
    case .lost: "lost"
    case .unknown: "unknown"
    }
  }

  /// An invoice that shows the difference.
  var witness: Message? {
    switch self {
    case .all, .unknown: nil
    case .gained(let witness), .lost(let witness): witness?.message
    }
  }
}

extension Treatment {
  /// The treatment in words of the language: `email relance doux automatique`.
  var words: String {
    let how = [nature.rawValue, tone.rawValue, mode.rawValue]
    return ([channels.map(\.rawValue).joined(separator: " + ")] + how).joined(separator: " ")
  }
}
