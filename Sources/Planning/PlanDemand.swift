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
    let fields = PlanFields(of: scenarios)
    let caps = scenarios.scenarios.flatMap { $0.caps }
    var details = fields.details
    details.insert(.name)
    if !caps.isEmpty { details.insert(.reminderMessage) }
    for kind in AddressKind.used(by: scenarios) { details.insert(kind.detail) }
    func windowStart(_ caps: [ContactCap]) -> CalendarDate? {
      caps.map { cap in cap.days.map { day.adding(days: -$0) } ?? .earliest }.min()
    }
    self.init(
      day: day,
      settled: LedgerDemand.settled(scenarios, day, detail),
      punctualitySince: fields.asksForPunctuality ? Punctuality.firstDay(upTo: day) : nil,
      contactsSince: windowStart(caps.filter { $0.scope == .customer }),
      messagesSince: windowStart(caps),
      details: details
    )
  }

  /// Only a step that answers a payment looks at settled invoices, within its window.
  private static func settled(
    _ scenarios: ScenarioSet,
    _ day: CalendarDate,
    _ detail: StatusDetail
  ) -> Settled {
    switch detail {
    case .listed: return .all
    case .counted:
      let windows = scenarios.scenarios.filter { scenario in
        scenario.steps.contains { $0.event == .payment }
      }.map { $0.window }
      return windows.max().map { .since(day.adding(days: -$0)) } ?? .none
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
