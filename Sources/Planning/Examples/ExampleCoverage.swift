import Diagnostics
import Receivables
import Semantics

/// Which statements of the scenarios the examples exercise, each where it is written.
///
/// A statement counts as exercised on the days for which an example says what it expects; one that
/// another scenario takes over counts for both.
public struct ExampleCoverage: Sendable {
  /// The scenarios in file order.
  public let scenarios: [ScenarioCoverage]

  /// The steps and rules that are written in one scenario.
  public struct ScenarioCoverage: Sendable {
    /// The scenario's name.
    public let name: String
    /// Its steps in file order.
    public let steps: [StepCoverage]
    /// Its rules in file order.
    public let rules: [RuleCoverage]
  }

  /// A step.
  public struct StepCoverage: Sendable {
    /// Its identifier.
    public let id: String
    /// Its place.
    public let range: SourceRange
    /// Whether an expected day saw it sent.
    public let isExercised: Bool
  }

  /// A rule.
  public struct RuleCoverage: Sendable {
    /// The rule as it stands in its file, on one line.
    public let text: String
    /// Its place.
    public let range: SourceRange
    /// What the examples do not exercise of it.
    public let gap: Gap?
  }

  /// A rule that is not exercised, or not wholly.
  public struct RuleGap: Sendable {
    /// Its place.
    public let range: SourceRange
    /// What is left unexercised of it.
    public let gap: Gap
  }

  /// What is left unexercised of a rule.
  public enum Gap: Sendable, CaseIterable {
    /// Its condition never holds.
    case neverHolds
    /// It has a `sinon`, and its condition always holds.
    case alwaysHolds
  }

  /// The coverage of all scenarios of a planner.
  init(of planner: Planner, by exercised: ExercisedStatements) {
    let writer = ReasonWriter(shelf: planner.shelf, files: planner.files)
    let all = planner.scenarios.scenarios
    let owners = StatementOwners(all)
    scenarios = all.enumerated().map { index, scenario in
      func isWrittenHere(_ range: SourceRange) -> Bool { owners.owner(of: range) == index }
      return ScenarioCoverage(
        name: scenario.name,
        steps: scenario.steps.filter { isWrittenHere($0.range) }.map { step in
          StepCoverage(
            id: step.id,
            range: step.range,
            isExercised: exercised.steps.contains(ExercisedStatements.Key(step))
          )
        },
        rules: scenario.rules.filter { $0.origin == .own }
          .map { RuleCoverage($0, by: exercised, writer) }
      )
    }
  }
}

extension ExampleCoverage.RuleCoverage {
  init(_ rule: Rule, by exercised: ExercisedStatements, _ writer: ReasonWriter) {
    text = writer.quote(rule.range)
    range = rule.range
    gap = exercised.gap(of: rule)
  }
}

/// What the expected days of examples saw.
struct ExercisedStatements {
  /// A step, told from the others of its statement where `tous les` makes several.
  struct Key: Hashable {
    private let range: SourceRange
    private let id: FoldedText

    init(_ step: Step) {
      range = step.range
      id = step.foldedID
    }
  }

  /// The steps that were sent.
  private(set) var steps: Set<Key> = []
  private var heldRules: Set<SourceRange> = []
  private var failedRules: Set<SourceRange> = []

  /// Notes a day and its actions.
  mutating func note(_ day: CustomerDay, _ actions: [PlannedAction], _ shelf: PlaybookShelf) {
    let sent = Set(actions.flatMap { $0.invoices.map { $0.id } })
    for decision in day.decisions {
      if let due = decision.dueStep, sent.contains(decision.facts.invoice.id) {
        steps.insert(Key(due.step))
      }
      guard let findings = decision.rules, let scenario = decision.choice.index else { continue }
      for (rule, verdict) in zip(shelf.playbooks[scenario].scenario.rules, findings.verdicts) {
        switch verdict {
        case .holds: heldRules.insert(rule.range)
        case .fails: failedRules.insert(rule.range)
        case .undecided: break
        }
      }
    }
  }

  /// What no expected day saw of a rule.
  func gap(of rule: Rule) -> ExampleCoverage.Gap? {
    if !heldRules.contains(rule.range) { return .neverHolds }
    return rule.otherwise.isEmpty || failedRules.contains(rule.range) ? nil : .alwaysHolds
  }
}

/// The scenarios in whose text statements stand.
private struct StatementOwners {
  private let places: [(range: SourceRange, scenario: Int)]

  init(_ scenarios: [Scenario]) {
    places = scenarios.indices.map { (scenarios[$0].range, $0) }
      .sorted { ($0.range.file, $0.range.lower) < ($1.range.file, $1.range.lower) }
  }

  /// The last scenario of a statement's file that begins before it.
  func owner(of range: SourceRange) -> Int? {
    let next = places.partitioningIndex(where: { place in
      (place.range.file, place.range.lower) > (range.file, range.lower)
    })
    guard next > 0, places[next - 1].range.file == range.file else { return nil }
    return places[next - 1].scenario
  }
}
