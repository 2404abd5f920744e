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

/// Plays every example of some files: each day from 60 days before the first due date to the last
/// expected one is planned, and every action is recorded as done (R94, R98).
///
/// - Parameter analysis: the files, without errors
/// - Returns: an outcome for each example, and what they exercise
public func runExamples(of analysis: Analysis) -> ExampleReport {
  let planner = Planner(
    scenarios: analysis.scenarios,
    files: analysis.files,
    exchangeRates: ExchangeRates(entries: [])
  )
  var exercised = ExercisedStatements()
  let outcomes = analysis.examples.map { planner.play($0, noting: &exercised) }
  return ExampleReport(
    outcomes: outcomes,
    coverage: ExampleCoverage(of: planner, by: exercised)
  )
}

extension Planner {
  /// Plays an example and notes what its expected days exercise.
  fileprivate func play(
    _ example: Example,
    noting exercised: inout ExercisedStatements
  ) -> ExampleOutcome {
    var account = example.account
    var failures: [ExampleOutcome.FailedDay] = []
    var day = example.firstDay
    let writer = ReasonWriter(shelf: shelf, files: files)
    for expectation in example.expectations {
      while day < expectation.day {
        let actions = PlannedAction.all(in: customerDay(account, on: day), writer: writer)
        account.record(actions, on: day)
        day = day.adding(days: 1)
      }
      let customerDay = customerDay(account, on: day)
      let actions = PlannedAction.all(in: customerDay, writer: writer)
      exercised.note(customerDay, actions, shelf)
      let rows = ExpectationMatch(expectation.actions, actions).rows
      if !rows.allSatisfy({ $0.isMet }) {
        failures.append(
          ExampleOutcome.FailedDay(
            expectation: expectation,
            rows: rows,
            explanations: account.invoices.compactMap {
              explain($0.invoice.id, of: account, on: day)
            }
          )
        )
      }
      account.record(actions, on: day)
      day = day.adding(days: 1)
    }
    return ExampleOutcome(example: example, failures: failures)
  }
}
