import Diagnostics
import Receivables
import Semantics

/// What came of all the examples of some files.
public struct ExampleReport: Sendable {
  /// One outcome for each example, in file order.
  public let outcomes: [ExampleOutcome]
  /// Which steps and rules the examples exercise.
  public let coverage: ExampleCoverage

  /// Whether every example went as expected.
  public var hasPassed: Bool { outcomes.allSatisfy { $0.hasPassed } }
}

/// What came of an example.
public struct ExampleOutcome: Sendable {
  /// The example.
  public let example: Example
  /// The days that went otherwise than expected.
  public let failures: [FailedDay]

  /// Whether every day went as expected.
  public var hasPassed: Bool { failures.isEmpty }

  /// A day that went otherwise than expected.
  public struct FailedDay: Sendable {
    /// What was expected.
    public let expectation: Example.Expectation
    /// What was expected beside what was planned.
    public let rows: [Row]
    /// Why each invoice is where it is on the day.
    public let explanations: [Explanation]
  }

  /// An expected action beside a planned one.
  public enum Row: Sendable {
    /// Every word of the expectation is true of the action.
    case met(Example.ExpectedAction, PlannedAction)
    /// An expectation that nothing meets, beside an action that meets none.
    case different(Example.ExpectedAction, PlannedAction)
    /// An expectation that nothing meets.
    case missing(Example.ExpectedAction)
    /// An action that was not expected.
    case unexpected(PlannedAction)

    /// Whether the row is as expected.
    public var isMet: Bool {
      switch self {
      case .met: true
      case .different, .missing, .unexpected: false
      }
    }
  }
}

/// Plays every example of some files: the days from 60 days before the first due date to the last
/// expected one are planned, and every action is recorded as done (R94, R98).
///
/// - Parameter analysis: the files, without errors
/// - Returns: an outcome for each example, and what they exercise
public func runExamples(of analysis: Analysis) -> ExampleReport {
  var run = ExampleRun(of: analysis)
  let outcomes = analysis.examples.map { run.outcome(of: $0) }
  return ExampleReport(outcomes: outcomes, coverage: run.coverage)
}

/// The rules of some files without errors that their examples do not exercise, in the order of the
/// scenarios; no example is played once every rule is exercised.
public func rulesWithoutExample(in analysis: Analysis) -> [ExampleCoverage.RuleGap] {
  var run = ExampleRun(of: analysis)
  for example in analysis.examples {
    guard run.leavesRules else { return [] }
    run.play(example) { _, _, _, _ in }
  }
  return run.rulesLeft
}

/// The examples of some files, played one after the other.
private struct ExampleRun {
  private let analysis: Analysis
  // Without examples nothing is planned and nothing told.
  private lazy var planner = Planner(
    scenarios: analysis.scenarios,
    files: analysis.files,
    exchangeRates: ExchangeRates(entries: [])
  )
  private lazy var lookout = Lookout(planner)
  private lazy var writer = ReasonWriter(shelf: planner.shelf, files: planner.files)
  private var exercised = ExercisedStatements()

  init(of analysis: Analysis) {
    self.analysis = analysis
  }

  /// What the examples played so far exercise.
  var coverage: ExampleCoverage {
    mutating get { ExampleCoverage(of: planner, by: exercised) }
  }

  /// Whether the examples played so far leave a rule unexercised.
  var leavesRules: Bool {
    analysis.scenarios.scenarios.contains { scenario in
      scenario.rules.contains { $0.origin == .own && exercised.gap(of: $0) != nil }
    }
  }

  /// The rules that the examples played so far leave unexercised.
  var rulesLeft: [ExampleCoverage.RuleGap] {
    analysis.scenarios.scenarios.flatMap { scenario in
      scenario.rules.compactMap { rule in
        guard rule.origin == .own, let gap = exercised.gap(of: rule) else { return nil }
        return ExampleCoverage.RuleGap(range: rule.range, gap: gap)
      }
    }
  }

  /// Plays an example and compares its days with what is expected of them.
  mutating func outcome(of example: Example) -> ExampleOutcome {
    var failures: [ExampleOutcome.FailedDay] = []
    let (planner, writer) = (planner, writer)
    play(example) { expectation, account, day, actions in
      let rows = ExpectationMatch(expectation.actions, actions).rows
      if rows.allSatisfy({ $0.isMet }) { return }
      failures.append(
        ExampleOutcome.FailedDay(
          expectation: expectation,
          rows: rows,
          explanations: account.invoices.map { planner.explain($0.invoice, in: day, by: writer) }
        )
      )
    }
    return ExampleOutcome(example: example, failures: failures)
  }

  /// Plays an example, notes what its expected days exercise, and shows them in their order.
  mutating func play(
    _ example: Example,
    _ visit: (Example.Expectation, CustomerAccount, CustomerDay, [PlannedAction]) -> Void
  ) {
    guard let last = example.expectations.last else { return }
    var account = example.account
    // Between the expected days only what is recorded matters.
    let simulator = Simulator(lookout, from: example.firstDay, to: last.day)
    var entries = simulator.actions(for: account)[...]
    let series = DecisionSeries(by: lookout.planner.decider)
    for expectation in example.expectations {
      while let entry = entries.first, entry.date < expectation.day {
        let count = entries.prefix { $0.date == entry.date }.count
        account.record(entries.prefix(count).map { $0.action }, on: entry.date)
        entries = entries.dropFirst(count)
      }
      let day = CustomerDay(CustomerFacts(account, on: expectation.day), by: series)
      let actions = PlannedAction.all(in: day, writer: writer)
      exercised.note(day, actions, planner.shelf)
      visit(expectation, account, day, actions)
    }
  }
}
