import Diagnostics
import Receivables

/// A field of conditions: a fact about an invoice, its customer or the day.
///
/// To add one, add a case: the compiler then lists every place that must know it.
public enum Field: CaseIterable, Hashable, Sendable {
  case amount
  case paid
  case balance
  case daysLate
  case age
  case dueDate
  case issueDate
  case kind
  case dispute
  case instalmentPlan
  case insolvency
  case promise
  case brokenPromise
  case reminderCount
  case daysSinceReminder
  case invoice
  case customer
  case name
  case segment
  case category
  case country
  case language
  case currency
  case email
  case phone
  case address
  case risk
  case strategic
  case sensitive
  case consumer
  case outstanding
  case overdue
  case overdueInvoices
  case averageDelay
  case lateShare
  case creditLimit
  case limitation
  case weekday
  case month
}
