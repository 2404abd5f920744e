import Receivables
import Semantics
import Syntax

/// Plays the days of a period for one customer after the other, recording in memory what each day's
/// plan says (R98).
///
/// It comes to the same actions as planning every day, but only looks at days on which an invoice
/// can be acted on: its work grows with what happens, not with the days. Customers are independent
/// of one another.
public struct Simulator: Sendable {
  /// The first day.
  public let from: CalendarDate
  /// The last day.
  public let to: CalendarDate
  private let planner: Planner
  private let lookout: Lookout

  /// A simulator of a period; nothing happens in one that ends before it begins.
  public init(_ planner: Planner, from: CalendarDate, to: CalendarDate) {
    self.planner = planner
    self.from = from
    self.to = to
    lookout = Lookout(planner)
  }

  /// Every action for a customer, in order.
  ///
  /// - Parameter account: the customer with the payments that are to come, and no reminder after the
  ///   first day (`PaymentForecast`)
  /// - Returns: the actions with their days
  public func actions(for account: CustomerAccount) -> [JournalEntry] {
    guard from <= to else { return [] }
    var course = Course(account, before: from, lookout)
    var entries: [JournalEntry] = []
    let writer = ReasonWriter(shelf: planner.shelf, files: planner.files)
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
  private var account: CustomerAccount
  private var prospects: [Lookout.Prospects]
  /// The day of the next look at each invoice; none where nothing can come any more.
  private var looks: [CalendarDate?]
  /// The invoices for which something is due that a cap or the threshold holds back.
  ///
  /// They may go out together with any other.
  private var held: Set<Int> = []

  init(_ account: CustomerAccount, before day: CalendarDate, _ lookout: Lookout) {
    self.lookout = lookout
    self.account = account
    let eve = day.adding(days: -1)
    let customer = CustomerFacts(account, on: eve)
    let prospects = account.invoices.map { lookout.prospects(of: $0, of: customer) }
    self.prospects = prospects
    looks = account.invoices.indices.map { index in
      lookout.firstOpening(
        after: eve,
        for: account.invoices[index],
        of: account.customer,
        prospects[index]
      )
    }
  }

  /// The next day with an invoice to look at.
  var nextDay: CalendarDate? { looks.lazy.compactMap { $0 }.min() }

  /// Plans a day for the invoices that can be acted on, and records what is done.
  mutating func play(_ day: CalendarDate, _ writer: ReasonWriter) -> [PlannedAction] {
    let indices = looks.indices.filter { index in
      held.contains(index) || looks[index].map { $0 <= day } ?? false
    }
    let (plan, decided) = lookout.planner.customerDay(account, on: day, only: indices)
    let actions = PlannedAction.all(in: plan, writer: writer)
    account.record(actions, on: day)
    let changes = CustomerChanges(of: account, after: day)
    for index in indices where !decided.contains(index) { looks[index] = nil }
    for (place, index) in decided.enumerated() {
      let decision = plan.decisions[place]
      held.remove(index)
      switch Delivery(of: place, in: plan.dispatch) {
      case .sent:
        looks[index] = lookout.firstOpening(
          after: day,
          for: account.invoices[index],
          of: account.customer,
          prospects[index]
        )
      case .held:
        held.insert(index)
        var soonest = Soonest(after: day)
        soonest.consider(lookout.nextLook(after: decision, prospects[index], changes: changes))
        considerCaps(of: decision, &soonest)
        // A day's messages can count as more than the rows that record them (R73).
        if !actions.isEmpty { soonest.consider(day.adding(days: 1)) }
        looks[index] = soonest.day
      case nil:
        looks[index] = nextLook(after: decision, index, changes)
      }
    }
    return actions
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

  /// A cap lets go when a contact is old enough not to be counted any more.
  private func considerCaps(of decision: InvoiceDecision, _ soonest: inout Soonest) {
    guard let index = decision.choice.index else { return }
    for cap in lookout.planner.shelf.playbooks[index].scenario.caps {
      guard let days = cap.days else { continue }
      for invoice in account.invoices {
        for reminder in invoice.reminders { soonest.consider(reminder.sentOn.adding(days: days)) }
      }
      for reminder in account.otherReminders {
        soonest.consider(reminder.sentOn.adding(days: days))
      }
    }
  }
}

extension Planner {
  /// What is decided about some of a customer's invoices on a day; those that do not exist yet and
  /// credit notes are left out.
  ///
  /// - Returns: the day, and the indices of the invoices in the order of its decisions
  fileprivate func customerDay(
    _ account: CustomerAccount,
    on day: CalendarDate,
    only indices: [Int]
  ) -> (CustomerDay, [Int]) {
    let decided = indices.filter { index in
      let invoice = account.invoices[index].invoice
      return InvoiceFacts.exists(invoice, on: day) && !invoice.isCreditNote
    }
    let customer = CustomerFacts(account, on: day)
    let invoices = decided.map { InvoiceFacts(account.invoices[$0], on: day) }
    return (CustomerDay(customer, about: invoices, by: DecisionSeries(by: decider)), decided)
  }
}
