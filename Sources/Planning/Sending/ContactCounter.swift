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
    invoices = account.invoices
    otherReminders = account.otherReminders
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
    private var messages: Set<String> = []

    mutating func add(_ reminder: Reminder) {
      guard let message = reminder.messageID, !message.isEmpty else {
        total += 1
        return
      }
      if messages.insert(message).inserted { total += 1 }
    }
  }
}
