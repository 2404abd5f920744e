import Receivables
import Semantics
import Syntax

/// Tells ahead on which days an invoice can be acted on, so that the days between need no plan.
///
/// Every day it names is a lower bound: on the days before it nothing can be due for the invoice,
/// as long as nothing is recorded. It may well turn out that nothing is due on the day itself.
final class Lookout: Sendable {
  /// The scenarios that an invoice can follow, as far as that is the same on every day.
  struct Prospects {
    /// The indices of the scenarios; none where no day can bring an action.
    var playbooks: [Int] = []
    /// The indices of the scenarios whose `pour` may answer otherwise on another day.
    var undecided: [Int] = []
  }

  /// When steps can be due as far as their days tell, whatever conditions say.
  struct Openings {
    /// Whether one can be due on the day itself.
    var isOpen = false
    /// The first day after it on which another one can be.
    var next: CalendarDate?

    fileprivate mutating func add(_ opening: CalendarDate, on day: CalendarDate) {
      if opening <= day {
        isOpen = true
      } else {
        next = min(next ?? opening, opening)
      }
    }
  }

  let planner: Planner
  private let clocks: [ConditionClock]
  private let entryClocks: [ConditionClock]
  /// By how many days rules may move the due date, for each scenario; zero is among them.
  private let shifts: [[Int]]

  init(_ planner: Planner) {
    self.planner = planner
    let scenarios = planner.scenarios
    clocks = scenarios.scenarios.map { ConditionClock(of: $0, in: scenarios) }
    entryClocks = scenarios.scenarios.map { scenario in
      var clock = ConditionClock(scenarios)
      if let condition = scenario.appliesTo { clock.add(condition) }
      return clock
    }
    shifts = scenarios.scenarios.map { scenario in
      var shifts: Set<Int> = [0]
      for rule in scenario.rules {
        for case .shiftDueDate(let days) in rule.effects + rule.otherwise { shifts.insert(days) }
      }
      return shifts.sorted()
    }
  }

  /// The scenarios that an invoice can follow.
  ///
  /// - Parameters:
  ///   - invoice: its place among those of the customer
  ///   - customer: the customer
  ///   - series: by which it is decided
  /// - Returns: the scenarios
  func prospects(
    of invoice: Int,
    of customer: CustomerFacts,
    _ series: DecisionSeries
  ) -> Prospects {
    let shelf = planner.shelf
    var prospects = Prospects()
    let facts = InvoiceFacts(of: customer.account.invoices, at: invoice, on: customer.day)
    guard !facts.isCreditNote else { return prospects }
    if let name = customer.foldedScenario {
      prospects.playbooks = shelf.index(named: name).map { [$0] } ?? []
      return prospects
    }
    let evaluator = series.evaluator(of: InvoiceSubject(customer: customer, facts: facts))
    for index in shelf.byPriority {
      guard let condition = shelf.playbooks[index].appliesTo else {
        prospects.playbooks.append(index)
        break
      }
      guard entryClocks[index].isStill(in: facts.currency) else {
        prospects.playbooks.append(index)
        prospects.undecided.append(index)
        continue
      }
      switch evaluator.verdict(of: condition) {
      case .fails: continue
      case .holds: prospects.playbooks.append(index)
      case .undecided: break
      }
      break
    }
    return prospects
  }

  /// The first day after a day on which an invoice can be acted on, as far as days tell.
  func firstOpening(
    after day: CalendarDate,
    for invoice: Int,
    of customer: CustomerFacts,
    _ prospects: Prospects
  ) -> CalendarDate? {
    guard !prospects.playbooks.isEmpty else { return nil }
    let accounts = customer.account.invoices
    let issuedOn = accounts[invoice].invoice.issuedOn ?? .earliest
    var day = max(day.adding(days: 1), issuedOn)
    while true {
      let facts = InvoiceFacts(of: accounts, at: invoice, on: day)
      let openings = openings(on: facts, of: customer, prospects)
      let opening = openings.isOpen ? day : openings.next
      // A payment may settle the invoice before that, or bring it back.
      var soonest = Soonest(after: day)
      for payment in accounts[invoice].payments { soonest.consider(payment.paidOn) }
      let payment = soonest.day
      if let opening, payment.map({ opening < $0 }) ?? true { return sendable(opening, prospects) }
      guard let payment else { return nil }
      day = payment
    }
  }

  /// The first day after a day on which an invoice can be acted on that was not on the day itself,
  /// although the days of its steps would allow it.
  func nextLook(
    after decision: InvoiceDecision,
    _ prospects: Prospects,
    changes: CustomerChanges
  ) -> CalendarDate? {
    let facts = decision.facts
    let customer = decision.subject.customer
    let openings = openings(on: facts, of: customer, prospects)
    guard openings.isOpen else {
      return firstOpening(after: facts.day, for: facts.place, of: customer, prospects)
    }
    var soonest = Soonest(after: facts.day)
    soonest.consider(openings.next)
    considerRows(of: decision.subject, prospects, &soonest)
    for index in prospects.playbooks {
      consider(clocks[index], for: decision.subject, changes, &soonest)
    }
    for index in prospects.undecided {
      consider(entryClocks[index], for: decision.subject, changes, &soonest)
    }
    return soonest.day.map { sendable($0, prospects) }
  }

  /// The day itself, or the next one on which something can be sent at all.
  func sendable(_ day: CalendarDate, _ prospects: Prospects) -> CalendarDate {
    guard prospects.playbooks.count == 1, let index = prospects.playbooks.first else { return day }
    return planner.shelf.playbooks[index].scenario.calendar.workingDay(onOrAfter: day)
  }

  /// Whether anything can be sent on a day by the scenario that an invoice follows.
  func isWorkingDay(_ day: CalendarDate, for decision: InvoiceDecision) -> Bool {
    decision.choice.index.map {
      planner.shelf.playbooks[$0].scenario.calendar.isWorkingDay(day)
    } ?? true
  }

  private func openings(
    on facts: InvoiceFacts,
    of customer: CustomerFacts,
    _ prospects: Prospects
  ) -> Openings {
    var openings = Openings()
    let isOwed = (facts.balance ?? 1) > 0
    for index in prospects.playbooks {
      let playbook = planner.shelf.playbooks[index]
      for entry in playbook.eventSteps {
        addEvents(of: entry.step, facts, customer, window: playbook.scenario.window, to: &openings)
      }
      if isOwed { addSteps(of: playbook, shifts[index], facts, to: &openings) }
    }
    return openings
  }

  private func addSteps(
    of playbook: Playbook,
    _ shifts: [Int],
    _ facts: InvoiceFacts,
    to openings: inout Openings
  ) {
    let done = StepsDone(facts, in: playbook)
    let first = (done.last ?? -1) + 1
    for shift in shifts {
      let dueDate = facts.dueOn.adding(days: shift)
      let schedule = StepSchedule(playbook: playbook, dueDate: dueDate, done: done)
      for position in first..<max(first, playbook.ladder.count) {
        guard let effective = schedule.timing(of: position).effective else { continue }
        let isExpired =
          playbook.ladder[position].step.isBeforeDueDate && max(effective, facts.day) >= dueDate
        if !isExpired { openings.add(effective, on: facts.day) }
      }
    }
  }

  /// The days on which the event may have taken place, the right one among them.
  private func addEvents(
    of step: Step,
    _ facts: InvoiceFacts,
    _ customer: CustomerFacts,
    window: Int,
    to openings: inout Openings
  ) {
    for occurrence in EventDays.all(of: step.event, for: facts.account, of: customer)
    where occurrence >= facts.day.adding(days: -window) {
      let isAnswered = facts.history.contains { reminder in
        reminder.sentOn >= occurrence && reminder.sentOn <= facts.day && reminder.step == step.id
      }
      if !isAnswered { openings.add(occurrence, on: facts.day) }
    }
  }

  private func considerRows(
    of subject: InvoiceSubject,
    _ prospects: Prospects,
    _ soonest: inout Soonest
  ) {
    let account = subject.facts.account
    let customer = subject.customer
    for payment in account.payments { soonest.consider(payment.paidOn) }
    for dispute in account.disputes {
      soonest.consider(dispute.openedOn)
      soonest.consider(dispute.closedOn)
    }
    for promise in account.promises {
      soonest.consider(promise.madeOn)
      soonest.consider(promise.promisedOn)
      soonest.consider(promise.promisedOn.adding(days: 1))
    }
    for hold in account.holds + customer.account.holds {
      soonest.consider(hold.from)
      soonest.consider(hold.until?.adding(days: 1))
    }
    for reminder in account.reminders { soonest.consider(reminder.sentOn.adding(days: 1)) }
    soonest.consider(customer.account.customer.insolvencyOn)
    soonest.consider(account.invoice.dueOn.adding(days: 1))
    for index in prospects.playbooks {
      for shift in shifts[index] { soonest.consider(account.invoice.dueOn.adding(days: shift)) }
      let playbook = planner.shelf.playbooks[index]
      for entry in playbook.eventSteps {
        let days = EventDays.all(of: entry.step.event, for: account, of: customer)
        for day in days {
          soonest.consider(day)
          soonest.consider(day.adding(days: playbook.scenario.window + 1))
        }
      }
    }
  }

  private func consider(
    _ clock: ConditionClock,
    for subject: InvoiceSubject,
    _ changes: CustomerChanges,
    _ soonest: inout Soonest
  ) {
    let day = subject.facts.day
    if clock.asksDay { soonest.consider(day.adding(days: 1)) }
    if clock.asksMonth { soonest.consider(day.endOfMonth.adding(days: 1)) }
    if clock.asksOutstanding || clock.asksOverdue { soonest.consider(changes.outstanding) }
    if clock.asksOverdue { soonest.consider(changes.overdue) }
    if clock.asksPunctuality { soonest.consider(changes.punctuality) }
    let currency = subject.facts.currency
    for other in clock.currencies where other != currency {
      soonest.consider(planner.exchangeRates.nextRate(of: other, after: day))
      soonest.consider(planner.exchangeRates.nextRate(of: currency, after: day))
    }
    for race in clock.races {
      let left = Motion(of: race.left, for: subject, in: planner.scenarios)
      let right = Motion(of: race.right, for: subject, in: planner.scenarios)
      soonest.consider(Motion.daysToChange(left, right).map { day.adding(days: $0) })
    }
  }
}

/// The earliest of some days that lie after a day.
struct Soonest {
  private let after: CalendarDate
  private(set) var day: CalendarDate?

  init(after day: CalendarDate) {
    after = day
  }

  mutating func consider(_ candidate: CalendarDate?) {
    guard let candidate, candidate > after else { return }
    day = min(day ?? candidate, candidate)
  }
}

/// The days on which something may happen that a step answers.
private enum EventDays {
  static func all(
    of event: Event?,
    for account: InvoiceAccount,
    of customer: CustomerFacts
  ) -> [CalendarDate] {
    switch event {
    case .payment, .partialPayment: account.payments.map { $0.paidOn }
    case .brokenPromise:
      // A promise made after its own day is broken at once.
      account.promises.flatMap { promise in
        [promise.promisedOn.adding(days: 1)] + (promise.madeOn.map { [$0] } ?? [])
      }
    case .insolvency: customer.account.customer.insolvencyOn.map { [$0] } ?? []
    case nil: []
    }
  }
}

/// When what a customer owes in all, and how it paid, changes after a day.
final class CustomerChanges {
  private let invoices: [InvoiceAccount]
  private let day: CalendarDate

  init(of customer: CustomerFacts) {
    invoices = customer.account.invoices
    day = customer.day
  }

  /// With the next payment or invoice.
  private(set) lazy var outstanding = soonest { invoice, soonest in
    for payment in invoice.payments { soonest.consider(payment.paidOn) }
    soonest.consider(invoice.invoice.issuedOn)
  }

  /// When the next invoice falls overdue.
  private(set) lazy var overdue = soonest { invoice, soonest in
    soonest.consider(invoice.invoice.dueOn.adding(days: 1))
  }

  /// With the next payment, or when one is a year old.
  private(set) lazy var punctuality = soonest { invoice, soonest in
    for payment in invoice.payments {
      soonest.consider(payment.paidOn)
      soonest.consider(payment.paidOn.adding(days: 365))
    }
    soonest.consider(invoice.invoice.issuedOn)
  }

  private func soonest(_ add: (InvoiceAccount, inout Soonest) -> Void) -> CalendarDate? {
    var soonest = Soonest(after: day)
    for place in invoices.indices { add(invoices[place], &soonest) }
    return soonest.day
  }
}
