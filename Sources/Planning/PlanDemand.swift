import Receivables
import Semantics
import Syntax

extension LedgerDemand {
  /// What the plan of a day needs of a ledger: with what is left out the plan is the same.
  ///
  /// - Parameters:
  ///   - scenarios: what the files declare
  ///   - day: the day
  ///   - detail: what is told of the statuses
  public init(of scenarios: ScenarioSet, on day: CalendarDate, statuses detail: StatusDetail) {
    let settled: Settled
    switch detail {
    case .listed: settled = .all
    case .counted: settled = LedgerDemand.answered(by: scenarios, since: day)
    }
    let isPunctualityAsked = PlanFields(of: scenarios).asksForPunctuality
    self.init(
      of: scenarios,
      paidUpTo: day,
      issuedUpTo: day,
      settled: settled,
      punctualitySince: isPunctualityAsked ? Punctuality.firstDay(upTo: day) : nil,
      from: day
    )
  }

  /// What a simulation needs of a ledger: with what is left out it is the same.
  ///
  /// An invoice that is settled before the first day stays so.
  ///
  /// - Parameters:
  ///   - scenarios: what the files declare
  ///   - period: the days
  ///   - payments: how customers are taken to pay
  public init(
    simulating scenarios: ScenarioSet,
    over period: ClosedRange<CalendarDate>,
    _ payments: PaymentAssumption
  ) {
    let from = period.lowerBound
    let firstOfYear = Punctuality.firstDay(upTo: from)
    let paidUpTo: CalendarDate
    var settled = LedgerDemand.answered(by: scenarios, since: from)
    if PlanFields(of: scenarios).asksForPunctuality { settled = settled.extended(to: firstOfYear) }
    switch payments {
    case .none: paidUpTo = from
    case .actual:
      paidUpTo = .latest
    case .expected, .sampled:
      // How late a customer pays is told by what it paid within a year.
      (paidUpTo, settled) = (from, settled.extended(to: firstOfYear))
    }
    self.init(
      of: scenarios,
      paidUpTo: paidUpTo,
      issuedUpTo: .latest,
      // What is paid within the period is open before.
      settled: settled.extended(to: from),
      punctualitySince: nil,
      from: from
    )
  }

  private init(
    of scenarios: ScenarioSet,
    paidUpTo: CalendarDate,
    issuedUpTo: CalendarDate,
    settled: Settled,
    punctualitySince: CalendarDate?,
    from: CalendarDate
  ) {
    let caps = scenarios.scenarios.flatMap { $0.caps }
    var details = PlanFields(of: scenarios).details
    details.insert(.name)
    if !caps.isEmpty { details.insert(.reminderMessage) }
    for kind in AddressKind.used(by: scenarios) { details.insert(kind.detail) }
    func windowStart(_ caps: [ContactCap]) -> CalendarDate? {
      caps.map { cap in cap.days.map { from.adding(days: -$0) } ?? .earliest }.min()
    }
    self.init(
      paidUpTo: paidUpTo,
      issuedUpTo: issuedUpTo,
      settled: settled,
      punctualitySince: punctualitySince,
      contactsSince: windowStart(caps.filter { $0.scope == .customer }),
      messagesSince: windowStart(caps),
      details: details
    )
  }

  /// Only a step that answers a payment looks at settled invoices, within its window.
  private static func answered(by scenarios: ScenarioSet, since day: CalendarDate) -> Settled {
    let windows = scenarios.scenarios.filter { scenario in
      scenario.steps.contains { $0.event == .payment }
    }.map { $0.window }
    return windows.max().map { .since(day.adding(days: -$0)) } ?? .none
  }
}

extension LedgerDemand.Settled {
  /// Those whose last payment is not before a day as well.
  fileprivate func extended(to day: CalendarDate) -> LedgerDemand.Settled {
    switch self {
    case .all: .all
    case .since(let known): .since(min(known, day))
    case .none: .since(day)
    }
  }
}

/// The fields that the conditions of some scenarios look at.
private struct PlanFields {
  /// The details of the ledger that they come from.
  private(set) var details: Set<LedgerDetail> = []
  /// Whether one of them is about how punctually a customer pays.
  private(set) var asksForPunctuality = false

  init(of scenarios: ScenarioSet) {
    for scenario in scenarios.scenarios {
      var conditions =
        scenario.rules.map { $0.condition } + scenario.steps.compactMap { $0.condition }
      if let condition = scenario.appliesTo { conditions.append(condition) }
      for condition in conditions {
        for field in FieldsRead(condition, definitions: scenarios.definitions).fields {
          take(field)
        }
      }
    }
  }

  private mutating func take(_ reference: FieldReference) {
    guard case .field(let field) = reference else { return }
    switch field {
    case .name: details.insert(.name)
    case .segment: details.insert(.segment)
    case .category: details.insert(.category)
    case .country: details.insert(.country)
    case .language: details.insert(.language)
    case .email: details.insert(.email)
    case .phone: details.insert(.phone)
    case .address: details.insert(.address)
    case .risk: details.insert(.risk)
    case .strategic: details.insert(.strategic)
    case .sensitive: details.insert(.sensitive)
    case .creditLimit: details.insert(.creditLimit)
    case .averageDelay, .lateShare: asksForPunctuality = true
    case .amount, .paid, .balance, .daysLate, .age, .dueDate, .issueDate, .kind, .dispute,
      .instalmentPlan, .insolvency, .promise, .brokenPromise, .reminderCount, .daysSinceReminder,
      .invoice, .customer, .currency, .consumer, .outstanding, .overdue, .overdueInvoices,
      .limitation, .weekday, .month:
      break
    }
  }
}

extension AddressKind {
  /// The kinds of address that the channels of some scenarios need.
  fileprivate static func used(by scenarios: ScenarioSet) -> Set<AddressKind> {
    var plans: [ChannelPlan] = []
    for scenario in scenarios.scenarios {
      plans += scenario.steps.map { $0.channels }
      for rule in scenario.rules {
        for case .channels(let plan) in rule.effects + rule.otherwise { plans.append(plan) }
      }
    }
    return Set(plans.flatMap { $0.parts.joined() }.compactMap { $0.neededAddress })
  }

  fileprivate var detail: LedgerDetail {
    switch self {
    case .email: .email
    case .phone: .phone
    case .postal: .address
    }
  }
}
