import Diagnostics
import Receivables
import Syntax

/// Counts the contacts a customer has had, to hold them against a cap.
struct ContactCounter {
  private let account: CustomerAccount
  private let day: CalendarDate

  init(of account: CustomerAccount, on day: CalendarDate) {
    self.account = account
    self.day = day
  }

  /// How many more messages about an invoice a cap allows today.
  func allowance(of cap: ContactCap, for reminders: [Reminder]) -> Int {
    var count = Count()
    for reminder in reminders where counts(reminder, under: cap) { count.add(reminder) }
    return max(0, cap.contacts - count.total)
  }

  /// How many more messages to the customer a cap allows today.
  func allowance(of cap: ContactCap) -> Int {
    var count = Count()
    for invoice in account.invoices {
      for reminder in invoice.reminders where counts(reminder, under: cap) { count.add(reminder) }
    }
    for reminder in account.otherReminders where counts(reminder, under: cap) {
      count.add(reminder)
    }
    return max(0, cap.contacts - count.total)
  }

  /// Thanks are no contact, nor are tasks (R53, R83).
  private func counts(_ reminder: Reminder, under cap: ContactCap) -> Bool {
    guard reminder.sentOn <= day, !reminder.isThanks, !reminder.isTaskOnly else { return false }
    guard let days = cap.days else { return true }
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
