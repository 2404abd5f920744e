import Diagnostics
import Receivables
import Syntax

/// Counts the contacts a customer has had, to hold them against a cap.
public struct ContactCounter {
  private let account: CustomerAccount
  private let day: CalendarDate

  /// The contacts of a customer up to a day.
  public init(of account: CustomerAccount, on day: CalendarDate) {
    self.account = account
    self.day = day
  }

  /// How many more messages about an invoice a cap allows today.
  func allowance(of cap: ContactCap, for reminders: [Reminder]) -> Int {
    var count = Count()
    for reminder in reminders where counts(reminder, inDays: cap.days) { count.add(reminder) }
    return max(0, cap.contacts - count.total)
  }

  /// How many more messages to the customer a cap allows today.
  func allowance(of cap: ContactCap) -> Int {
    max(0, cap.contacts - contacts(inDays: cap.days))
  }

  /// How many contacts the customer has had in so many days up to today, or at all.
  public func contacts(inDays days: Int?) -> Int {
    var count = Count()
    for invoice in account.invoices {
      for reminder in invoice.reminders where counts(reminder, inDays: days) { count.add(reminder) }
    }
    for reminder in account.otherReminders where counts(reminder, inDays: days) {
      count.add(reminder)
    }
    return count.total
  }

  /// Thanks are no contact, nor are tasks (R53, R83).
  private func counts(_ reminder: Reminder, inDays days: Int?) -> Bool {
    guard reminder.sentOn <= day, !reminder.isThanks, !reminder.isTaskOnly else { return false }
    guard let days else { return true }
    return reminder.sentOn > day.adding(days: -days)
  }

  /// Rows of one message are one contact; a row without a message is one of its own (R83).
  private struct Count {
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
