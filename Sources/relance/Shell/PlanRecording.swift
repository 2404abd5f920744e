import Diagnostics
import Messages
import Planning
import Receivables
import Semantics
import Storage

/// Records actions of a day's plan.
struct PlanRecording {
  /// The ledger's path.
  var ledger: String
  /// The scenarios.
  var analysis: Analysis
  /// How long a ledger in use is waited for, in seconds.
  var patience: Int
  /// What the ledger must be like.
  var request: RecordingRequest
  /// What is recorded of.
  var basis: Basis

  /// What is recorded of.
  enum Basis {
    /// The plan as it is at this moment.
    case now
    /// The plan as people found it on that day; what only the plan of this moment has counts too.
    case morning
  }

  /// Plans the day and records the actions that `choose` takes from the plan, all or none.
  ///
  /// Both happen while no other program can change the ledger, so that what is recorded is due at
  /// this moment: the balances are those of now, and what others recorded counts.
  func run(
    choosing choose: (Plan) -> [PlannedAction]
  ) throws(Failure) -> (plan: Plan, recorded: [PlannedAction], outcome: Recording) {
    var plan = Plan(date: request.day, actions: [], statuses: [])
    var recorded: [PlannedAction] = []
    do throws(LedgerError) {
      let database = try Database(path: ledger, access: .writing, patience: patience)
      let outcome = try database.record(request) { ledger in
        let planner = Planner(
          scenarios: analysis.scenarios,
          files: analysis.files,
          exchangeRates: ledger.exchangeRates
        )
        plan = planner.plan(ledger, on: request.day)
        recorded = choose(plan)
        if basis == .morning, let morning = ledger.morning(of: request.day) {
          plan = planner.plan(morning, on: request.day)
          let found = choose(plan)
          let done = Set(found.flatMap { $0.invoices.map(\.id) })
          recorded = found + recorded.filter { !$0.invoices.contains { done.contains($0.id) } }
        }
        let writer = MessageWriter(scenarios: analysis.scenarios, rates: ledger.exchangeRates)
        let texts = writer.texts(of: recorded, in: ledger, on: request.day)
        return historyRows(of: recorded, on: request.day) { texts[$0.messageID(on: request.day)] }
      }
      return (plan, recorded, outcome)
    } catch {
      throw Failure(error)
    }
  }
}

extension Invocation {
  /// A recording of this command, as its options say.
  func planRecording(
    of analysis: Analysis,
    on day: CalendarDate,
    _ chronology: RecordingRequest.Chronology,
    _ selection: LedgerSelection = .everything,
    _ basis: PlanRecording.Basis = .now
  ) throws(Failure) -> PlanRecording {
    PlanRecording(
      ledger: try ledgerPath(),
      analysis: analysis,
      patience: try patience(),
      request: RecordingRequest(
        day: day,
        command: command.name,
        chronology: chronology,
        selection: selection,
        extraColumns: analysis.scenarios.columns,
        paymentsWithin: try paymentsWithin()
      ),
      basis: basis
    )
  }
}

extension Plan {
  /// The actions that are still to be done by a person, although their steps now count as done
  /// because another part of them was recorded: a row of the history is one for all channels of a
  /// step (R98).
  func companions(of recorded: [PlannedAction]) -> [PlannedAction] {
    let done = Set(recorded.flatMap { $0.invoices.map(\.id) })
    let messages = Set(recorded.map { $0.messageID(on: date) })
    return actions.filter { action in
      !messages.contains(action.messageID(on: date))
        && action.invoices.contains { done.contains($0.id) }
    }
  }
}
