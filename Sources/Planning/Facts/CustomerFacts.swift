import Diagnostics
import Receivables

/// A customer as it stands on a day; each fact is worked out once, when a condition first asks.
///
/// A simulation takes it from day to day.
final class CustomerFacts {
  /// The customer with everything the ledger says about it.
  private(set) var account: CustomerAccount
  /// The day.
  private(set) var day: CalendarDate

  private var totals: [(currency: Currency, totals: CurrencyTotals)] = []
  private var knownPunctuality: Punctuality?
  private var knownHold: Hold??

  /// The facts of a day.
  init(_ account: CustomerAccount, on day: CalendarDate) {
    self.account = account
    self.day = day
  }

  /// Goes on to another day.
  func turn(to day: CalendarDate) {
    self.day = day
    totals.removeAll(keepingCapacity: true)
    knownPunctuality = nil
    knownHold = nil
  }

  /// Records actions of the day as done; what is known of the day stays as it was before them.
  func record(_ actions: [PlannedAction]) { account.record(actions, on: day) }

  /// The invoices and credit notes that exist on the day, by identifier.
  var invoices: some Sequence<InvoiceFacts> {
    let (accounts, day) = (account.invoices, day)
    return accounts.indices.lazy
      .filter { InvoiceFacts.exists(accounts[$0].invoice, on: day) }
      .map { InvoiceFacts(of: accounts, at: $0, on: day) }
  }

  /// The invoices that exist on the day, by identifier, without credit notes.
  var claims: some Sequence<InvoiceFacts> { invoices.lazy.filter { !$0.isCreditNote } }

  /// The customer.
  var customer: Customer { account.customer }

  /// How punctually the customer paid within the last year.
  var punctuality: Punctuality {
    if let knownPunctuality { return knownPunctuality }
    let punctuality = Punctuality(of: invoices, beside: account.settled.delays, on: day)
    knownPunctuality = punctuality
    return punctuality
  }

  /// The hold on the whole customer, if one is in force.
  var hold: Hold? {
    if let knownHold { return knownHold }
    let hold = account.holds.isEmpty ? nil : Hold.first(of: account.holds, on: day)
    knownHold = .some(hold)
    return hold
  }

  /// The sums over the customer's invoices in a currency.
  func totals(in currency: Currency) -> CurrencyTotals {
    for place in totals.indices where totals[place].currency == currency {
      return totals[place].totals
    }
    let computed = CurrencyTotals(of: account.invoices, in: currency, on: day)
    totals.append((currency, computed))
    return computed
  }

  // Texts are folded once for all the customer's invoices.
  private(set) lazy var foldedID = account.customer.id.folded
  private(set) lazy var foldedName = account.customer.name?.folded
  private(set) lazy var foldedSegment = account.customer.segment?.folded
  private(set) lazy var foldedCategory = account.customer.category?.folded
  private(set) lazy var foldedCountry = account.customer.country?.folded
  private(set) lazy var foldedLanguage = account.customer.language?.folded
  private(set) lazy var foldedEmail = account.customer.email?.folded
  private(set) lazy var foldedPhone = account.customer.phone?.folded
  private(set) lazy var foldedAddress = account.customer.address?.folded
  private(set) lazy var foldedScenario = account.customer.scenario?.folded
}

/// The sums over a customer's invoices of one currency.
struct CurrencyTotals {
  /// All balances of both signs (R47); absent where they overflow.
  let outstanding: Int64?
  /// Those of them whose due date has passed, credit notes by their own (R48).
  let overdue: Int64?
  /// How many invoices are owed past their due date, credit notes not counted.
  let overdueInvoices: Int

  /// The sums over those of some invoices that are in a currency and exist on a day.
  init(of invoices: [InvoiceAccount], in currency: Currency, on day: CalendarDate) {
    var outstanding = Int128(0)
    var overdue = Int128(0)
    var isKnown = true
    var count = 0
    // An invoice is not copied out of the list, as all it refers to would be counted one by one.
    for place in invoices.indices where invoices[place].invoice.currency == currency {
      guard InvoiceFacts.exists(invoices[place].invoice, on: day) else { continue }
      guard let balance = InvoiceSums.of(invoices[place], on: day).balance else {
        isKnown = false
        continue
      }
      outstanding += Int128(balance)
      guard invoices[place].invoice.dueOn < day else { continue }
      overdue += Int128(balance)
      if balance > 0, !invoices[place].invoice.isCreditNote { count += 1 }
    }
    self.outstanding = isKnown ? Int64(exactly: outstanding) : nil
    self.overdue = isKnown ? Int64(exactly: overdue) : nil
    overdueInvoices = count
  }
}

/// How punctually invoices were paid within a year: by a customer, or by all of them together.
public struct Punctuality: Hashable, Sendable {
  /// How many invoices were settled.
  public let settled: Int
  /// How many of them after their due date.
  public let late: Int
  /// The sum of their delays in days; a payment before the due date counts as negative.
  public let delayDays: Int
  /// The mean delay in days, a half rounded away from zero; absent without such invoices.
  public let averageDelay: Int?
  /// The share of those paid after their due date; absent without such invoices.
  public let lateShare: Percentage?

  /// The first day of the year whose payments count.
  static func firstDay(upTo day: CalendarDate) -> CalendarDate { day.adding(days: -364) }

  /// The figures over invoices of all currencies, credit notes apart, whose last payment fell in the
  /// 365 days up to a day and on which nothing is owed any more (R49).
  public init(of invoices: [InvoiceFacts], on day: CalendarDate) {
    self.init(of: invoices, beside: PaymentDelays(), on: day)
  }

  /// The figures over invoices that were read one by one, and others of which only the delays are
  /// known.
  init(
    of invoices: some Sequence<InvoiceFacts>,
    beside others: PaymentDelays,
    on day: CalendarDate
  ) {
    let firstDay = Punctuality.firstDay(upTo: day)
    var delays = others
    for facts in invoices where !facts.isCreditNote {
      guard let balance = facts.balance, balance <= 0,
        let lastPaid = Punctuality.lastPayment(of: facts), lastPaid >= firstDay
      else { continue }
      delays.add(days: lastPaid.days(since: facts.dueOn))
    }
    self.init(
      settled: Int(delays.count),
      late: Int(delays.late),
      delayDays: Int(delays.days)
    )
  }

  /// The figures of so many invoices.
  public init(settled: Int, late: Int, delayDays: Int) {
    self.settled = settled
    self.late = late
    self.delayDays = delayDays
    averageDelay = Rational(numerator: Int128(delayDays), denominator: Int128(settled))
      .flatMap(Punctuality.rounded)
    lateShare = Rational(numerator: Int128(late), denominator: Int128(settled))
      .map { Percentage(fraction: $0) }
  }

  /// The figures over the invoices of both.
  public func merged(with other: Punctuality) -> Punctuality {
    Punctuality(
      settled: settled + other.settled,
      late: late + other.late,
      delayDays: delayDays + other.delayDays
    )
  }

  /// The exact mean delay in days; absent without such invoices.
  public var meanDelay: Rational? {
    Rational(numerator: Int128(delayDays), denominator: Int128(settled))
  }

  private static func lastPayment(of facts: InvoiceFacts) -> CalendarDate? {
    var last: CalendarDate?
    for payment in facts.payments where payment.paidOn <= facts.day {
      last = max(last ?? payment.paidOn, payment.paidOn)
    }
    return last
  }

  private static func rounded(_ mean: Rational) -> Int? {
    do throws(ArithmeticOverflow) {
      return Int(try mean.roundedHalfAwayFromZero())
    } catch {
      return nil
    }
  }
}
