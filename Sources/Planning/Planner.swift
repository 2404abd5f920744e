import Diagnostics
import Receivables
import Semantics

/// Turns scenarios, a ledger and a day into the plan of that day.
///
/// It depends on nothing else: neither on the clock nor on the order of rows. Customers are
/// independent of one another.
public struct Planner: Sendable {
  let scenarios: ScenarioSet
  let files: SourceFiles
  let exchangeRates: ExchangeRates
  let shelf: PlaybookShelf

  /// The plan of one customer's day.
  public struct CustomerPlan: Sendable {
    /// The actions, by severity from the highest, then channel.
    public let actions: [PlannedAction]
    /// One status for each invoice that exists on the day, by identifier.
    public let statuses: [InvoiceStatus]
  }

  /// A planner for checked scenarios.
  ///
  /// - Parameters:
  ///   - scenarios: what the files declare
  ///   - files: the files themselves and the prelude, from which reasons quote
  ///   - exchangeRates: the rates at which amounts of the scenarios are converted
  public init(scenarios: ScenarioSet, files: SourceFiles, exchangeRates: ExchangeRates) {
    self.scenarios = scenarios
    self.files = files
    self.exchangeRates = exchangeRates
    shelf = PlaybookShelf(scenarios.scenarios)
  }

  /// The plan of a day for all customers.
  public func plan(_ ledger: Ledger, on day: CalendarDate) -> Plan {
    var actions: [PlannedAction] = []
    var statuses: [InvoiceStatus] = []
    for account in ledger.accounts {
      let plan = plan(account, on: day)
      actions += plan.actions
      statuses += plan.statuses
    }
    statuses.sort { precedes($0.invoice, $1.invoice) }
    return Plan(date: day, actions: actions, statuses: statuses)
  }

  /// The plan of a day for one customer.
  public func plan(_ account: CustomerAccount, on day: CalendarDate) -> CustomerPlan {
    let customerDay = customerDay(account, on: day)
    let writer = ReasonWriter(shelf: shelf, files: files)
    var statuses = customerDay.decisions.indices.map { index in
      InvoiceStatus(of: index, in: customerDay, writer: writer)
    }
    statuses.sort { precedes($0.invoice, $1.invoice) }
    return CustomerPlan(
      actions: PlannedAction.all(in: customerDay, writer: writer),
      statuses: statuses
    )
  }

  func customerDay(_ account: CustomerAccount, on day: CalendarDate) -> CustomerDay {
    let customer = CustomerFacts(account, on: day)
    let decider = Decider(scenarios: scenarios, shelf: shelf, exchangeRates: exchangeRates)
    return CustomerDay(customer, decider: decider)
  }
}
