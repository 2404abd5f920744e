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
    ///
    /// Empty where they were asked to be counted only.
    public let statuses: [InvoiceStatus]
    /// How many invoices have each status.
    public let summary: StatusSummary
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
    Plan(date: day, customers: ledger.accounts.lazy.map { plan($0, on: day) })
  }

  /// The plan of a day for one customer.
  public func plan(_ account: CustomerAccount, on day: CalendarDate) -> CustomerPlan {
    plan(account, on: day, statuses: .listed)
  }

  /// The plan of a day for one customer, with no more about statuses than is wanted.
  public func plan(
    _ account: CustomerAccount,
    on day: CalendarDate,
    statuses detail: StatusDetail
  ) -> CustomerPlan {
    let customerDay = customerDay(account, on: day)
    let writer = ReasonWriter(shelf: shelf, files: files)
    var summary = StatusSummary()
    summary.addPaid(account.settled.count)
    for index in customerDay.decisions.indices {
      let standing = InvoiceStanding(of: index, in: customerDay)
      summary.add(standing.kind, on: standing.nextOn)
    }
    return CustomerPlan(
      actions: PlannedAction.all(in: customerDay, writer: writer),
      statuses: statuses(of: customerDay, detail, writer),
      summary: summary
    )
  }

  private func statuses(
    of day: CustomerDay,
    _ detail: StatusDetail,
    _ writer: ReasonWriter
  ) -> [InvoiceStatus] {
    switch detail {
    case .counted: return []
    case .listed:
      let statuses = day.decisions.indices.map { index in
        InvoiceStatus(of: index, in: day, writer: writer)
      }
      return statuses.sorted { precedes($0.invoice, $1.invoice) }
    }
  }

  func customerDay(_ account: CustomerAccount, on day: CalendarDate) -> CustomerDay {
    let customer = CustomerFacts(account, on: day)
    let decider = Decider(scenarios: scenarios, shelf: shelf, exchangeRates: exchangeRates)
    return CustomerDay(customer, decider: decider)
  }
}
