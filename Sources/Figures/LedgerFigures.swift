import Planning
import Receivables

/// How the receivables of a ledger stand on a day.
///
/// It depends on the ledger and the day alone and knows no scenarios. Rows later than the day do not
/// exist yet.
public struct LedgerFigures: Sendable {
  /// The day.
  public let date: CalendarDate
  /// What is owed, by customer and age.
  public private(set) var agedBalance = AgedBalance()
  /// Days sales outstanding of each currency, by code.
  public let salesOutstanding: [SalesOutstanding]
  /// How many invoices have no issue date, so that no sales could be counted for them.
  public let undatedInvoices: Int
  /// How punctually customers paid.
  public private(set) var payers = Payers()
  /// The reminders of each step and what happened after them, by rank.
  public let reminders: [ReminderLevel]
  /// The claims that need a person's attention.
  public private(set) var watchlist = Watchlist()
  /// The largest overdue claims.
  public let largestOverdue: [OverdueClaim]
  /// Invoices left out of all figures because theirs leave the range of amounts.
  public let leftOut: [String]

  /// The figures of a day.
  public init(of ledger: Ledger, on day: CalendarDate) {
    date = day
    var sales = SalesTally(day: day)
    var reminders = ReminderTally(day: day)
    var overdue = OverdueTally(day: day, rates: ledger.exchangeRates)
    var leftOut: [String] = []
    for account in ledger.accounts {
      let customer = CustomerOnDay(account, on: day)
      agedBalance.add(customer)
      sales.add(customer)
      payers.add(customer, on: day)
      reminders.add(customer)
      watchlist.add(customer, on: day)
      overdue.add(customer)
      leftOut += customer.leftOut
    }
    agedBalance.close(rates: ledger.exchangeRates, on: day)
    payers.close()
    watchlist.close()
    salesOutstanding = sales.figures
    undatedInvoices = sales.undated
    self.reminders = reminders.figures
    largestOverdue = overdue.figures
    self.leftOut = leftOut
  }
}
