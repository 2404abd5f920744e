import Planning
import Receivables

/// Days sales outstanding of one currency, counted in two ways.
///
/// Sales are the amounts, tax included, of invoices by their issue date, credit notes taken off;
/// invoices without an issue date belong to no period and are left out of the sales.
public struct SalesOutstanding: Sendable {
  /// The most days whose sales the simple figure compares with: a year, so that seasons weigh
  /// equally.
  public static let longestPeriod = 365

  /// The currency of the amounts.
  public let currency: Currency
  /// All balances of both signs, in minor units.
  public let outstanding: Int128
  /// The days up to the day whose sales are compared with: a year, or those since the first sale in
  /// the ledger, as days before it would make the figure too high.
  public let days: Int
  /// The sales of these days, in minor units.
  public let sales: Int128
  /// Outstanding / sales × days; absent without sales.
  public let simple: Rational?
  /// The days of sales, counted back from the day, that the outstanding amount stands for.
  public let countBack: CountBack
}

/// How far back the sales reach that an outstanding amount stands for.
public enum CountBack: Hashable, Sendable {
  /// So many days.
  case days(Rational)
  /// More than so many days: the sales in the ledger do not go back far enough.
  case moreThan(days: Int)

  /// The sales of a month, or of the part of one that is over.
  public struct Month: Sendable {
    /// The sales in minor units.
    public let sales: Int128
    /// The days.
    public let days: Int

    /// The sales of so many days.
    public init(sales: Int128, days: Int) {
      self.sales = sales
      self.days = days
    }
  }

  /// Takes the sales of one month after another, the latest first, off an outstanding amount; of the
  /// month in which it is used up the days count in proportion.
  ///
  /// Example: 2 500 outstanding, sales of 1 200 in 30 days, before it 800 in 31, before it 700 in 30:
  /// 30 + 31 + 500/700 × 30 ≈ 82,4 days. A month whose credit notes outweigh its sales counts with
  /// all its days. Nothing outstanding is 0 days.
  ///
  /// - Returns: `nil` if the figure does not fit
  public static func counting(
    _ outstanding: Int128,
    back months: some Sequence<Month>
  ) -> CountBack? {
    var left = outstanding
    var days = 0
    guard left > 0 else { return .days(.zero) }
    for month in months {
      if month.sales >= left, let share = Rational(numerator: left, denominator: month.sales) {
        do throws(ArithmeticOverflow) {
          let part = try share.multiplied(by: Rational(Int64(month.days)))
          return .days(try part.adding(Rational(Int64(days))))
        } catch {
          return nil
        }
      }
      left -= month.sales
      days += month.days
    }
    return .moreThan(days: days)
  }
}

/// Gathers the sales of all customers by currency and month.
struct SalesTally {
  private struct Sums {
    var outstanding: Int128 = 0
    var yearSales: Int128 = 0
    var monthSales: [Int: Int128] = [:]
    var firstSale: CalendarDate?

    mutating func add(_ facts: InvoiceFacts, yearFrom firstDay: CalendarDate) {
      outstanding += Int128(facts.balance ?? 0)
      guard let issuedOn = facts.invoice.issuedOn else { return }
      let amount = Int128(facts.amount ?? 0)
      monthSales[issuedOn.monthIndex, default: 0] += amount
      if issuedOn >= firstDay { yearSales += amount }
      firstSale = min(firstSale ?? issuedOn, issuedOn)
    }
  }

  private let day: CalendarDate
  private var sums: [Currency: Sums] = [:]
  /// How many invoices have no issue date.
  private(set) var undated = 0

  init(day: CalendarDate) { self.day = day }

  mutating func add(_ customer: CustomerOnDay) {
    let firstDay = day.adding(days: 1 - SalesOutstanding.longestPeriod)
    for facts in customer.invoices {
      if facts.invoice.issuedOn == nil { undated += 1 }
      // In place: a copy of the sums for every invoice would cost more than all the rest.
      sums[facts.invoice.currency, default: Sums()].add(facts, yearFrom: firstDay)
    }
  }

  /// The figures by currency code, of currencies with sales in the year or something outstanding.
  var figures: [SalesOutstanding] {
    sums.sorted { $0.key < $1.key }.compactMap { currency, sum in
      guard sum.yearSales != 0 || sum.outstanding != 0 else { return nil }
      let days = sum.firstSale.map { day.days(since: $0) + 1 } ?? 0
      let period = min(days, SalesOutstanding.longestPeriod)
      return SalesOutstanding(
        currency: currency,
        outstanding: sum.outstanding,
        days: period,
        sales: sum.yearSales,
        simple: simple(sum, days: period),
        countBack: CountBack.counting(sum.outstanding, back: months(sum)) ?? .moreThan(days: 0)
      )
    }
  }

  private func simple(_ sum: Sums, days: Int) -> Rational? {
    guard sum.yearSales > 0,
      let ratio = Rational(numerator: sum.outstanding, denominator: sum.yearSales)
    else { return nil }
    do throws(ArithmeticOverflow) {
      return try ratio.multiplied(by: Rational(Int64(days)))
    } catch {
      return nil
    }
  }

  /// The months from the one of the day back to the first with sales; of the first of them the days
  /// up to the day.
  private func months(_ sum: Sums) -> [CountBack.Month] {
    guard let first = sum.monthSales.keys.min() else { return [] }
    var months: [CountBack.Month] = []
    var last = day
    while last.monthIndex >= first {
      months.append(
        CountBack.Month(sales: sum.monthSales[last.monthIndex] ?? 0, days: last.day)
      )
      let before = last.adding(days: -last.day)
      guard before < last else { break }
      last = before
    }
    return months
  }
}

extension CalendarDate {
  /// The months since year 0.
  fileprivate var monthIndex: Int { 12 * year + month - 1 }
}
