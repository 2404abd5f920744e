import Planning
import Receivables
import Semantics
import TestSupport
import Testing

/// One invoice of 100 €, due on Monday 2 February 2026, of a customer whom e-mails and letters reach.
enum ComparedInvoice {
  /// What becomes of it otherwise by a new scenario, over days counted from the due date.
  static func changes(
    _ old: String,
    _ new: String,
    days: ClosedRange<Int>
  ) throws -> [TreatmentChange] {
    let due = try #require(CalendarDate(year: 2026, month: 2, day: 2))
    var customer = Customer(id: "C")
    customer.email = "a@example.fr"
    customer.address = "1 rue"
    var account = CustomerAccount(customer)
    account.invoices = [InvoiceAccount(Invoice(id: "F", dueOn: due, amount: 10_000))]
    let comparer = PlanComparer(
      old: try planner(old),
      new: try planner(new),
      from: due.adding(days: days.lowerBound),
      to: due.adding(days: days.upperBound)
    )
    return comparer.compare(account, account).changes
  }

  private static func planner(_ text: String) throws -> Planner {
    let analysis = try Analysis(checked: text)
    return Planner(
      scenarios: analysis.scenarios,
      files: analysis.files,
      exchangeRates: ExchangeRates(entries: [])
    )
  }
}
