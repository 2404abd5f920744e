/// An exchange rate of a currency against the euro, from a day on.
public struct ExchangeRate: Hashable, Sendable {
  /// The currency.
  public let currency: Currency

  /// The first day on which the rate is valid; it stays valid until the next one.
  public let validFrom: CalendarDate

  /// The units of the currency for one euro.
  public let perEuro: Rational

  /// So many units of a currency for one euro, from a day on.
  public init(currency: Currency, validFrom: CalendarDate, perEuro: Rational) {
    self.currency = currency
    self.validFrom = validFrom
    self.perEuro = perEuro
  }
}

/// An amount in another currency, or why there is none.
public enum ConversionOutcome: Hashable, Sendable {
  /// The amount, rounded to the minor unit of its currency.
  case money(Money)

  /// The currency that has no rate on that day.
  case missingRate(Currency)

  /// The amount exceeds what money can hold.
  case overflow
}

/// The exchange rates of a ledger.
public struct ExchangeRates: Hashable, Sendable {
  /// The rates of each currency, in the order of their days.
  private let entries: [Currency: [ExchangeRate]]
  /// The days on which a rate begins to hold, in order.
  private let changes: [CalendarDate]

  /// The table of some rates, in any order.
  ///
  /// A rate that is not positive is none. Of two rates for one currency and day the higher holds, so
  /// that the order never matters.
  public init(entries: some Sequence<ExchangeRate>) {
    let usable = entries.lazy.filter { $0.perEuro > .zero }
    self.entries = Dictionary(grouping: usable, by: { $0.currency }).mapValues { rates in
      rates.sorted { ($0.validFrom, $0.perEuro) < ($1.validFrom, $1.perEuro) }
    }
    changes = Set(usable.map { $0.validFrom }).sorted()
  }

  /// The currencies that have a rate, now or then, the euro among them; in the order of their codes.
  public var currencies: [Currency] {
    (Array(entries.keys.filter { $0 != .euro }) + [.euro]).sorted()
  }

  /// The units of a currency for one euro on a day; `nil` if no rate is valid yet.
  public func rate(of currency: Currency, on day: CalendarDate) -> Rational? {
    guard currency != .euro else { return .one }
    return entries[currency]?.last { $0.validFrom <= day }?.perEuro
  }

  /// The first day after a day on which another rate of a currency holds; `nil` if there is none.
  public func nextRate(of currency: Currency, after day: CalendarDate) -> CalendarDate? {
    entries[currency]?.first { $0.validFrom > day }?.validFrom
  }

  /// The days around a day on which every rate is the same as on it.
  public func period(around day: CalendarDate) -> ClosedRange<CalendarDate> {
    let next = changes.partitioningIndex(where: { $0 > day })
    let first = next == 0 ? .earliest : changes[next - 1]
    let last = next == changes.count ? .latest : changes[next].adding(days: -1)
    return first...max(first, last)
  }

  /// An amount in another currency at the rates of a day.
  ///
  /// The amount is divided by its own rate and multiplied by the other one exactly, and rounded once,
  /// a half going away from zero. Nothing is needed to convert zero, or to the same currency.
  public func converting(
    _ money: Money,
    to currency: Currency,
    on day: CalendarDate
  ) -> ConversionOutcome {
    guard money.currency != currency else { return .money(money) }
    guard money.minorUnits != 0 else { return .money(Money(minorUnits: 0, currency: currency)) }
    guard let from = rate(of: money.currency, on: day) else { return .missingRate(money.currency) }
    guard let to = rate(of: currency, on: day) else { return .missingRate(currency) }
    do throws(ArithmeticOverflow) {
      let factor = try to.multiplied(by: minorUnits(of: currency))
        .divided(by: try from.multiplied(by: minorUnits(of: money.currency)))
      return .money(
        Money(minorUnits: try factor.roundedProduct(with: money.minorUnits), currency: currency)
      )
    } catch {
      return .overflow
    }
  }
}

/// How many minor units make one unit of a currency.
private func minorUnits(of currency: Currency) -> Rational {
  var units: Int64 = 1
  for _ in 0..<currency.minorUnitDigits { units *= 10 }
  return Rational(units)
}
