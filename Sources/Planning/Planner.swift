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
    shelf = PlaybookShelf(scenarios.scenarios, code: ConditionCode(scenarios.definitions))
  }

  /// The planning of a day, with no more about statuses than is wanted: what is the same for all
  /// customers is worked out once.
  public func planning(of day: CalendarDate, statuses detail: StatusDetail) -> DayPlanner {
    DayPlanner(self, day, detail)
  }

  /// The plan of a day for all customers.
  public func plan(_ ledger: Ledger, on day: CalendarDate) -> Plan {
    let planning = planning(of: day, statuses: .listed)
    return Plan(date: day, customers: ledger.accounts.lazy.map { planning.plan($0) })
  }

  /// The plan of a day for one customer.
  public func plan(_ account: CustomerAccount, on day: CalendarDate) -> CustomerPlan {
    planning(of: day, statuses: .listed).plan(account)
  }

  func customerDay(_ account: CustomerAccount, on day: CalendarDate) -> CustomerDay {
    CustomerDay(CustomerFacts(account, on: day), by: DecisionSeries(by: decider))
  }

  /// Decides by these scenarios.
  var decider: Decider {
    Decider(scenarios: scenarios, shelf: shelf, exchangeRates: exchangeRates)
  }
}

/// Plans one day, customer by customer.
///
/// It is for one thread, which remembers from one customer to the next what is the same for many.
public struct DayPlanner {
  private let day: CalendarDate
  private let detail: StatusDetail
  private let series: DecisionSeries
  private let writer: ReasonWriter

  init(_ planner: Planner, _ day: CalendarDate, _ detail: StatusDetail) {
    self.day = day
    self.detail = detail
    series = DecisionSeries(by: planner.decider)
    writer = ReasonWriter(shelf: planner.shelf, files: planner.files)
  }

  /// The plan of a customer.
  public func plan(_ account: consuming CustomerAccount) -> Planner.CustomerPlan {
    let customer = CustomerDay(CustomerFacts(account, on: day), by: series, detail)
    return Planner.CustomerPlan(customer, detail, writer)
  }
}

extension Planner.CustomerPlan {
  /// The plan that the decisions about a customer make.
  fileprivate init(_ day: CustomerDay, _ detail: StatusDetail, _ writer: ReasonWriter) {
    var summary = day.counted
    for index in day.decisions.indices {
      let standing = InvoiceStanding(of: index, in: day)
      summary.add(standing.kind, on: standing.nextOn)
    }
    self.summary = summary
    actions = PlannedAction.all(in: day, writer: writer)
    switch detail {
    case .counted: statuses = []
    case .listed:
      let statuses = day.decisions.indices.map { index in
        InvoiceStatus(of: index, in: day, writer: writer)
      }
      self.statuses = statuses.sorted { precedes($0.invoice, $1.invoice) }
    }
  }
}
