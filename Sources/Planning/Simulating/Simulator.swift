import Receivables
import Semantics
import Syntax

/// Plays the days of a period for one customer after the other, recording in memory what each day's
/// plan says (R98).
///
/// It comes to the same actions as planning every day, but only looks at days on which an invoice
/// can be acted on: its work grows with what happens, not with the days. Customers are independent
/// of one another.
///
/// It is for one thread, which remembers from one customer to the next what is the same for many.
public struct Simulator {
  /// The first day.
  public let from: CalendarDate
  /// The last day.
  public let to: CalendarDate
  private let writer: ReasonWriter
  private let lookout: Lookout
  private let series: DecisionSeries

  /// A simulator of a period; nothing happens in one that ends before it begins.
  ///
  /// Actions that are only counted come without their reasons.
  public init(
    _ planner: Planner,
    from: CalendarDate,
    to: CalendarDate,
    journal: SimulationTally.Journal = .kept
  ) {
    self.from = from
    self.to = to
    lookout = Lookout(planner)
    series = DecisionSeries(by: planner.decider)
    switch journal {
    case .kept: writer = ReasonWriter(shelf: planner.shelf, files: planner.files)
    case .counted: writer = ReasonWriter(unheard: planner.shelf, files: planner.files)
    }
  }

  /// A simulator that keeps a lookout together with others; its actions come without reasons.
  init(_ lookout: Lookout, from: CalendarDate, to: CalendarDate) {
    self.from = from
    self.to = to
    self.lookout = lookout
    series = DecisionSeries(by: lookout.planner.decider)
    writer = ReasonWriter(unheard: lookout.planner.shelf, files: lookout.planner.files)
  }

  /// Every action for a customer, in order.
  ///
  /// - Parameter account: the customer with the payments that are to come, and no reminder after the
  ///   first day (`PaymentForecast`)
  /// - Returns: the actions with their days
  public func actions(for account: consuming CustomerAccount) -> [JournalEntry] {
    guard from <= to else { return [] }
    var course = Course(account, before: from, lookout, series)
    var entries: [JournalEntry] = []
    while let day = course.nextDay, day <= to {
      for action in course.play(day, writer) {
        entries.append(JournalEntry(date: day, action: action))
      }
    }
    return entries
  }
}

/// A customer on its way through the days.
private struct Course {
  private let lookout: Lookout
  private let series: DecisionSeries
  private let customer: CustomerFacts
  private var prospects: [Lookout.Prospects]
  /// The day of the next look at each invoice; none where nothing can come any more.
  private var looks: [CalendarDate?]
  /// The invoices for which something is due that a cap or the threshold holds back.
  ///
  /// They may go out together with any other.
  private var isHeld: [Bool]

  init(
    _ account: consuming CustomerAccount,
    before day: CalendarDate,
    _ lookout: Lookout,
    _ series: DecisionSeries
  ) {
    self.lookout = lookout
    self.series = series
    let eve = day.adding(days: -1)
    let customer = CustomerFacts(account, on: eve)
    self.customer = customer
    let invoices = customer.account.invoices
    let prospects = invoices.indices.map { lookout.prospects(of: $0, of: customer, series) }
    self.prospects = prospects
    isHeld = Array(repeating: false, count: invoices.count)
    looks = invoices.indices.map { index in
      lookout.firstOpening(after: eve, for: index, of: customer, prospects[index])
    }
  }

  /// The next day with an invoice to look at.
  var nextDay: CalendarDate? { looks.lazy.compactMap { $0 }.min() }

  /// Plans a day for the invoices that can be acted on, and records what is done.
  mutating func play(_ day: CalendarDate, _ writer: ReasonWriter) -> [PlannedAction] {
    customer.turn(to: day)
    let (actions, sent) = decide(day, writer)
    customer.record(actions)
    for index in sent {
      looks[index] = lookout.firstOpening(
        after: day,
        for: index,
        of: customer,
        prospects[index]
      )
    }
    return actions
  }

  /// Plans a day, and says when to look again at the invoices for which nothing goes out.
  ///
  /// - Returns: the actions, and the invoices that are in one
  private mutating func decide(
    _ day: CalendarDate,
    _ writer: ReasonWriter
  ) -> (actions: [PlannedAction], sent: [Int]) {
    let accounts = customer.account.invoices
    var decided: [InvoiceFacts] = []
    for index in looks.indices where isHeld[index] || looks[index].map({ $0 <= day }) ?? false {
      looks[index] = nil
      let exists = InvoiceFacts.exists(accounts[index].invoice, on: day)
      guard exists, !accounts[index].invoice.isCreditNote else { continue }
      decided.append(InvoiceFacts(of: accounts, at: index, on: day))
    }
    let plan = CustomerDay(customer, about: decided, by: series)
    let actions = PlannedAction.all(in: plan, writer: writer)
    let changes = CustomerChanges(of: customer)
    // The same for all invoices that a scenario's caps hold back.
    var relents: [Int: CalendarDate?] = [:]
    var sent: [Int] = []
    for (place, decision) in plan.decisions.enumerated() {
      let index = decision.facts.place
      isHeld[index] = false
      switch Delivery(of: place, in: plan.dispatch) {
      case .sent: sent.append(index)
      case .held:
        isHeld[index] = true
        var soonest = Soonest(after: day)
        soonest.consider(lookout.nextLook(after: decision, prospects[index], changes: changes))
        if let scenario = decision.choice.index {
          let relent = relents[scenario] ?? capsRelent(of: scenario, after: day)
          relents[scenario] = relent
          soonest.consider(relent)
        }
        // A day's messages can count as more than the rows that record them (R73).
        if !actions.isEmpty { soonest.consider(day.adding(days: 1)) }
        looks[index] = soonest.day
      case nil:
        looks[index] = nextLook(after: decision, index, changes)
      }
    }
    return (actions, sent)
  }

  private func nextLook(
    after decision: InvoiceDecision,
    _ index: Int,
    _ changes: CustomerChanges
  ) -> CalendarDate? {
    let day = decision.facts.day
    let tomorrow = lookout.sendable(day.adding(days: 1), prospects[index])
    switch decision.disposition {
    case .dayOff, .error(.unknownFigure(.overflow, _)): return tomorrow
    case .paid:
      // Thanks wait for a working day.
      let isWaiting = decision.events.contains { $0.state == .due }
      if isWaiting, !lookout.isWorkingDay(day, for: decision) { return tomorrow }
    case .error, .uncovered, .excluded, .onHold, .suspended, .due, .completed, .waiting: break
    }
    return lookout.nextLook(after: decision, prospects[index], changes: changes)
  }

  /// The first day after a day on which a cap of a scenario can let go: a contact is old enough not
  /// to be counted any more.
  private func capsRelent(of scenario: Int, after day: CalendarDate) -> CalendarDate? {
    var soonest = Soonest(after: day)
    for cap in lookout.planner.shelf.playbooks[scenario].scenario.caps {
      guard let days = cap.days else { continue }
      let account = customer.account
      for index in account.invoices.indices {
        for reminder in account.invoices[index].reminders {
          soonest.consider(reminder.sentOn.adding(days: days))
        }
      }
      for reminder in account.otherReminders {
        soonest.consider(reminder.sentOn.adding(days: days))
      }
    }
    return soonest.day
  }
}
