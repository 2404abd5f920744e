import Planning
import Receivables

/// How long a balance has been overdue: the classes of an aged balance.
///
/// The raw value is the name in outputs.
public enum AgeClass: String, CaseIterable, Sendable {
  /// Due on the day itself or later.
  case notDue = "not_due"
  /// Overdue for 1 to 30 days.
  case upTo30 = "days_1_30"
  /// Overdue for 31 to 60 days.
  case upTo60 = "days_31_60"
  /// Overdue for 61 to 90 days.
  case upTo90 = "days_61_90"
  /// Overdue for more than 90 days.
  case over90 = "over_90"

  /// The class of a balance so many days after its due date, negative before it.
  public init(daysLate: Int) {
    switch daysLate {
    case ...0: self = .notDue
    case ...30: self = .upTo30
    case ...60: self = .upTo60
    case ...90: self = .upTo90
    default: self = .over90
    }
  }
}

/// Amounts of one currency by age, in minor units.
///
/// They are wider than the amounts they add up, so that no sum of them can overflow.
public struct AgedAmounts: Hashable, Sendable {
  private var notDue: Int128 = 0
  private var upTo30: Int128 = 0
  private var upTo60: Int128 = 0
  private var upTo90: Int128 = 0
  private var over90: Int128 = 0

  /// Nothing of any age.
  public init() {}

  /// The amount of a class.
  public internal(set) subscript(age: AgeClass) -> Int128 {
    get {
      switch age {
      case .notDue: notDue
      case .upTo30: upTo30
      case .upTo60: upTo60
      case .upTo90: upTo90
      case .over90: over90
      }
    }
    set {
      switch age {
      case .notDue: notDue = newValue
      case .upTo30: upTo30 = newValue
      case .upTo60: upTo60 = newValue
      case .upTo90: upTo90 = newValue
      case .over90: over90 = newValue
      }
    }
  }

  /// The sum over all classes.
  public var total: Int128 { notDue + overdue }

  /// The sum of what is past its due date.
  public var overdue: Int128 { upTo30 + upTo60 + upTo90 + over90 }

  mutating func add(_ other: AgedAmounts) {
    for age in AgeClass.allCases { self[age] += other[age] }
  }
}

/// What is owed, by customer and age.
///
/// Balances of both signs count, those of credit notes by their own due date, as in `encours` and
/// `échu` (R47, R48). Currencies are never added up but in the euro total, which is at the rates of
/// the day.
public struct AgedBalance: Sendable {
  /// What a customer owes in a currency.
  public struct Line: Sendable {
    /// The customer's identifier.
    public let customer: String
    /// The customer's name, where the ledger has one.
    public let customerName: String?
    /// The currency of the amounts.
    public let currency: Currency
    /// What is owed, by age.
    public internal(set) var amounts: AgedAmounts
  }

  /// What all customers owe in a currency.
  public struct Total: Sendable {
    /// The currency of the amounts.
    public let currency: Currency
    /// What is owed, by age.
    public internal(set) var amounts: AgedAmounts
    /// How many invoices have a balance above zero.
    public internal(set) var openInvoices: Int
    /// How many of them are overdue.
    public internal(set) var overdueInvoices: Int
  }

  /// All currencies in euros at the rates of the day.
  public struct EuroTotal: Sendable {
    /// What is owed in euro cents, by age; each total of a currency is converted and rounded by
    /// itself, and the total is the sum of what is shown.
    public let amounts: AgedAmounts
    /// The currencies left out because they have no rate on the day.
    public let leftOut: [Currency]
  }

  /// A line for each customer and currency with a balance, by customer, then currency.
  public private(set) var lines: [Line] = []
  /// A total for each currency with a balance, by code.
  public private(set) var totals: [Total] = []
  /// All of it in euros.
  public private(set) var euro = EuroTotal(amounts: AgedAmounts(), leftOut: [])

  /// Adds the balances of a customer; customers come in the order of the ledger.
  mutating func add(_ customer: CustomerOnDay) {
    var lines: [Line] = []
    for facts in customer.invoices {
      guard let balance = facts.balance, balance != 0 else { continue }
      let currency = facts.invoice.currency
      let line =
        lines.firstIndex { $0.currency == currency }
        ?? {
          lines.append(
            Line(
              customer: customer.id,
              customerName: customer.name,
              currency: currency,
              amounts: AgedAmounts()
            )
          )
          return lines.count - 1
        }()
      lines[line].amounts[AgeClass(daysLate: facts.daysLate)] += Int128(balance)
      let total = indexOfTotal(in: currency)
      if balance > 0, !facts.invoice.isCreditNote {
        totals[total].openInvoices += 1
        if facts.isPastDue { totals[total].overdueInvoices += 1 }
      }
    }
    lines.sort { $0.currency < $1.currency }
    for line in lines { totals[indexOfTotal(in: line.currency)].amounts.add(line.amounts) }
    self.lines += lines
  }

  /// Puts the totals in order and converts them.
  mutating func close(rates: ExchangeRates, on day: CalendarDate) {
    totals.sort { $0.currency < $1.currency }
    var sum = AgedAmounts()
    var leftOut: [Currency] = []
    for total in totals {
      if let amounts = total.inEuros(at: rates, on: day) {
        sum.add(amounts)
      } else {
        leftOut.append(total.currency)
      }
    }
    euro = EuroTotal(amounts: sum, leftOut: leftOut)
  }

  private mutating func indexOfTotal(in currency: Currency) -> Int {
    if let index = totals.firstIndex(where: { $0.currency == currency }) { return index }
    totals.append(
      Total(currency: currency, amounts: AgedAmounts(), openInvoices: 0, overdueInvoices: 0)
    )
    return totals.count - 1
  }
}

extension AgedBalance.Total {
  /// The amounts in euro cents at the rates of a day; `nil` without a rate, or where an amount is
  /// more than can be converted.
  fileprivate func inEuros(at rates: ExchangeRates, on day: CalendarDate) -> AgedAmounts? {
    guard currency != .euro else { return amounts }
    var converted = AgedAmounts()
    for age in AgeClass.allCases {
      guard let units = Int64(exactly: amounts[age]) else { return nil }
      let money = Money(minorUnits: units, currency: currency)
      switch rates.converting(money, to: .euro, on: day) {
      case .money(let euros): converted[age] = Int128(euros.minorUnits)
      case .missingRate, .overflow: return nil
      }
    }
    return converted
  }
}
