import Receivables
import Testing

@Suite("Exchange rates")
struct ExchangeRatesTests {
  /// Units for one euro: dollars 1,10 then 1,25; yen 160; dinars 3,3; pounds 0,8.
  private let rates: ExchangeRates
  private let entries: [ExchangeRate]

  init() throws {
    entries = try [
      ("USD", "2026-01-01", "1.10"), ("USD", "2026-03-01", "1.25"), ("JPY", "2026-01-01", "160"),
      ("TND", "2026-01-01", "3.3"), ("GBP", "2026-01-01", "0.8"), ("CHF", "2026-01-01", "0"),
      ("SEK", "2026-01-01", "-11"), ("EUR", "2026-01-01", "2"),
    ].map { code, from, perEuro in
      ExchangeRate(
        currency: try currency(code),
        validFrom: try day(from),
        perEuro: try number(perEuro)
      )
    }
    rates = ExchangeRates(entries: entries)
  }

  @Test(
    "the latest rate that is valid on the day counts",
    arguments: [
      ("2025-12-31", nil), ("2026-01-01", "1.10"), ("2026-02-28", "1.10"), ("2026-03-01", "1.25"),
      ("2030-01-01", "1.25"),
    ]
  )
  func latest(on iso: String, expected: String?) throws {
    let rate = rates.rate(of: try currency("USD"), on: try day(iso))
    #expect(rate == (try expected.map(number)))
  }

  @Test(
    "all rates hold from one change to the day before the next",
    arguments: [
      ("2025-12-31", "0001-01-01", "2025-12-31"), ("2026-01-01", "2026-01-01", "2026-02-28"),
      ("2026-02-28", "2026-01-01", "2026-02-28"), ("2026-03-01", "2026-03-01", "9999-12-31"),
    ]
  )
  func period(around iso: String, first: String, last: String) throws {
    #expect(rates.period(around: try day(iso)) == (try day(first))...(try day(last)))
  }

  @Test("a euro is a euro, whatever the table says, and a rate that is not positive is none")
  func notRates() throws {
    let firstOfJune = try day("2026-06-01")
    #expect(rates.rate(of: .euro, on: firstOfJune) == .one)
    #expect(rates.rate(of: try currency("CHF"), on: firstOfJune) == nil)
    #expect(rates.rate(of: try currency("SEK"), on: firstOfJune) == nil)
  }

  @Test(
    "an amount is converted exactly and rounded once to the other minor unit (R21)",
    arguments: [
      // 100 € × 1,25 = 125 $; 100 $ / 1,25 = 80 €.
      (10_000, "EUR", "USD", 12_500), (10_000, "USD", "EUR", 8_000),
      // 12,34 € × 160 = 1 974,4 ¥; 1 ¥ / 160 = 0,00625 €, which is a cent; 0,3 of one is none.
      (1_234, "EUR", "JPY", 1_974), (1, "JPY", "EUR", 1), (-1, "JPY", "EUR", -1),
      // 1 € = 3,3 dinars of 1000 millimes; 10 $ / 1,25 × 3,3 = 26,4 dinars.
      (100, "EUR", "TND", 3_300), (1_000, "USD", "TND", 26_400),
      // 3 pence / 0,8 × 1,25 = 4,6875 cents.
      (3, "GBP", "USD", 5), (5_000, "GBP", "GBP", 5_000),
    ]
  )
  func conversions(amount: Int64, from: String, to: String, expected: Int64) throws {
    let target = try currency(to)
    let outcome = rates.converting(
      Money(minorUnits: amount, currency: try currency(from)),
      to: target,
      on: try day("2026-06-01")
    )
    #expect(outcome == .money(Money(minorUnits: expected, currency: target)))
  }

  @Test("a missing rate names its currency; zero and the same currency need none (R21)")
  func missingRates() throws {
    let franc = try currency("CHF")
    let dollar = try currency("USD")
    let today = try day("2026-06-01")
    let francs = Money(minorUnits: 100, currency: franc)
    let dollars = Money(minorUnits: 100, currency: dollar)
    #expect(rates.converting(francs, to: dollar, on: today) == .missingRate(franc))
    #expect(rates.converting(dollars, to: franc, on: today) == .missingRate(franc))
    #expect(
      rates.converting(dollars, to: .euro, on: try day("2025-06-01")) == .missingRate(dollar)
    )
    #expect(rates.converting(francs, to: franc, on: today) == .money(francs))
    #expect(
      rates.converting(Money(minorUnits: 0, currency: franc), to: .euro, on: today)
        == .money(Money(minorUnits: 0, currency: .euro))
    )
  }

  @Test("an amount too great for the other currency is an overflow")
  func overflow() throws {
    let most = Money(minorUnits: .max, currency: .euro)
    #expect(rates.converting(most, to: try currency("JPY"), on: try day("2026-06-01")) == .overflow)
  }

  @Test("rates of full double precision on both sides are no overflow")
  func preciseRates() throws {
    let (dollar, pound) = try (currency("USD"), currency("GBP"))
    let start = try day("2026-01-01")
    let precise = ExchangeRates(entries: [
      ExchangeRate(currency: dollar, validFrom: start, perEuro: try number("1.0934567890123457")),
      ExchangeRate(currency: pound, validFrom: start, perEuro: try number("0.8712345678901235")),
    ])
    // 9 000 000 000 000 000 / 1,0934567890123457 × 0,8712345678901235 with Python's fractions.
    #expect(
      precise.converting(
        Money(minorUnits: 9_000_000_000_000_000, currency: dollar),
        to: pound,
        on: start
      )
        == .money(Money(minorUnits: 7_170_938_248_134_633, currency: pound))
    )
  }

  @Test("the order of the rows does not matter, even for two rates of one day")
  func rowOrder() throws {
    let dollar = try currency("USD")
    let start = try day("2026-03-01")
    let twice =
      entries + [
        ExchangeRate(currency: dollar, validFrom: start, perEuro: try number("1.2"))
      ]
    #expect(ExchangeRates(entries: twice) == ExchangeRates(entries: twice.reversed()))
    #expect(ExchangeRates(entries: twice).rate(of: dollar, on: start) == (try number("1.25")))
  }
}
