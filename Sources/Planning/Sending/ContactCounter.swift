import Diagnostics
import Receivables
import Syntax

/// Counts the contacts a customer has had, to hold them against a cap.
public struct ContactCounter {
  private let invoices: [InvoiceAccount]
  private let otherReminders: [Reminder]
  private let day: CalendarDate

  /// The contacts of a customer up to a day.
  public init(of account: CustomerAccount, on day: CalendarDate) {
    self.init(account.invoices, account.otherReminders, on: day)
  }

  /// The contacts of a customer up to its day.
  init(of customer: CustomerFacts) {
    self.init(customer.account.invoices, customer.account.otherReminders, on: customer.day)
  }

  private init(_ invoices: [InvoiceAccount], _ others: [Reminder], on day: CalendarDate) {
    self.invoices = invoices
    otherReminders = others
    self.day = day
  }

  /// How many more messages about an invoice a cap allows today.
  func allowance(of cap: ContactCap, for reminders: [Reminder]) -> Int {
    var tally = Tally()
    add(reminders, inDays: cap.days, to: &tally)
    return max(0, cap.contacts - tally.total)
  }

  /// How many more messages to the customer a cap allows today.
  func allowance(of cap: ContactCap) -> Int {
    max(0, cap.contacts - contacts(inDays: cap.days))
  }

  /// How many contacts the customer has had in so many days up to today, or at all.
  public func contacts(inDays days: Int?) -> Int {
    var tally = Tally()
    for place in invoices.indices { add(invoices[place].reminders, inDays: days, to: &tally) }
    add(otherReminders, inDays: days, to: &tally)
    return tally.total
  }

  /// Adds those of some reminders that count in so many days up to today.
  private func add(_ reminders: [Reminder], inDays days: Int?, to tally: inout Tally) {
    let before = days.map { day.adding(days: -$0) }
    for index in reminders.indices where reminders[index].sentOn <= day {
      if let before, reminders[index].sentOn <= before { continue }
      if counts(reminders[index]) { tally.add(reminders[index]) }
    }
  }

  /// Thanks are no contact, nor are tasks (R53, R83).
  private func counts(_ reminder: Reminder) -> Bool {
    !reminder.isThanks && !reminder.isTaskOnly
  }

  /// Rows of one message are one contact; a row without a message is one of its own (R83).
  private struct Tally {
    private(set) var total = 0
    /// The messages, as long as they are few enough to be looked through.
    private var few: [String] = []
    private var many: Set<String> = []

    mutating func add(_ reminder: Reminder) {
      guard let message = reminder.messageID, !message.isEmpty else {
        total += 1
        return
      }
      if few.contains(message) { return }
      if few.count < 8 {
        few.append(message)
        total += 1
      } else if many.insert(message).inserted {
        total += 1
      }
    }
  }
}
