import Receivables
import Testing

@testable import Storage

@Suite("Amounts of imported files")
struct AmountTests {
  static let readable: [(text: String, cents: Int64)] = [
    ("0", 0), ("12", 1_200), ("1234.5", 123_450), ("1234,5", 123_450), ("1234,50", 123_450),
    ("1 234,50", 123_450), ("1\u{A0}234,50", 123_450), ("1\u{202F}234,50", 123_450),
    ("1\u{2009}234,50", 123_450), ("1.234,50", 123_450), ("1,234.50", 123_450),
    ("1'234.50", 123_450), ("1’234.50", 123_450), ("1 234 567", 123_456_700),
    ("1.234.567", 123_456_700), ("1,234,567", 123_456_700), ("1.234.567,89", 123_456_789),
    ("1,234,567.89", 123_456_789), ("1234,5600", 123_456),
    (".5", 50), (",5", 50), ("5,", 500), ("007", 700),
    ("-12", -1_200), ("- 12", -1_200), ("−12", -1_200), ("12-", -1_200), ("12,00-", -1_200),
    ("(12,00)", -1_200), ("( 12,00 )", -1_200), ("+12", 1_200), ("-0", 0),
    ("12,00 €", 1_200), ("€12.00", 1_200), ("€ 12.00", 1_200), ("12,00€", 1_200),
    ("-12,00 €", -1_200), ("€-12.00", -1_200), ("(12,00 €)", -1_200), ("EUR 12.00", 1_200),
    ("12,00 EUR", 1_200), ("12eur", 1_200), ("12,00- €", -1_200),
    ("2309.7899999999995", 230_979), ("93179.35000000002", 9_317_935),
    ("1980.7199999999998", 198_072), ("0.30000000000000004", 30), ("-0.30000000000000004", -30),
    ("92233720368547758.07", .max),
  ]

  @Test("French, American and Swiss amounts, signs and currencies", arguments: readable)
  func reads(_ text: String, _ cents: Int64) throws {
    let amount = try AmountText(text, mark: nil).minorUnits(of: .euro, excessDecimals: .refused)
    #expect(amount.minorUnits == cents)
  }

  @Test(
    "what is no amount",
    arguments: [
      "", " ", "-", "€", "abc", "12a", "1 2", "12 34", "1.23.45", "1,23,456", "1.234.56",
      "1 234.567.890,12x", "--12", "-12-", "(-12)", "12 € EUR", "1e5", "1.2E+05", "1..2", "1,.2",
      "1 234'567", "12,34,5", "1.234,567,8", "1234.567,00", "EU 12", "12 €x", "∞", "12,00 %",
    ]
  )
  func refuses(_ text: String) {
    #expect(throws: AmountText.Failure.unreadable) { try AmountText(text, mark: nil) }
  }

  @Test(
    "a single mark before three digits is decided by the column",
    arguments: [
      ("1.234", DecimalMark.comma, 123_400), ("1,234", .point, 123_400),
      ("12.345", .comma, 1_234_500),
      ("-1.234 €", .comma, -123_400), ("1.230", .point, 123), ("1,230", .comma, 123),
    ] as [(String, DecimalMark, Int64)]
  )
  func ambiguous(_ text: String, _ mark: DecimalMark, _ cents: Int64) throws {
    #expect(throws: AmountText.Failure.ambiguous) { try AmountText(text, mark: nil) }
    let amount = try AmountText(text, mark: mark).minorUnits(of: .euro, excessDecimals: .refused)
    #expect(amount.minorUnits == cents)
  }

  @Test("with `--decimal` the other mark parts groups and nothing else")
  func told() throws {
    #expect(throws: AmountText.Failure.unreadable) { try AmountText("12.50", mark: .comma) }
    #expect(throws: AmountText.Failure.unreadable) { try AmountText("1,234.50", mark: .comma) }
    #expect(try AmountText("1.234", mark: .comma).rational == Rational(1_234))
  }

  @Test(
    "what the way an amount is written proves about its decimal mark",
    arguments: [
      ("1234", nil), ("1 234", nil), ("1.234", nil), ("1,234", nil), ("0.123", .point),
      ("1234.567", .point), ("12,5", .comma), ("1 234,567", .comma), ("1.234.567", .comma),
      ("1,234,567", .point), ("1.234,5", .comma), ("1,234.5", .point),
    ] as [(String, DecimalMark?)]
  )
  func proof(_ text: String, _ mark: DecimalMark?) {
    let proven = try? AmountText(text, mark: text == "1.234" || text == "1,234" ? .comma : nil)
    #expect(proven?.provenMark == mark)
  }

  @Test("more decimals than the currency has are refused, or rounded when told so")
  func decimals() throws {
    let amount = try AmountText("64982.589", mark: nil)
    #expect(throws: AmountConversionFailure.tooManyDecimals) {
      try amount.minorUnits(of: .euro, excessDecimals: .refused)
    }
    #expect(
      try amount.minorUnits(of: .euro, excessDecimals: .rounded)
        == ConvertedAmount(minorUnits: 6_498_259, exactness: .rounded)
    )
    let half = try AmountText("-0.125", mark: .point)
    #expect(try half.minorUnits(of: .euro, excessDecimals: .rounded).minorUnits == -13)
    // A millionth of a unit is no noise any more.
    #expect(throws: AmountConversionFailure.tooManyDecimals) {
      try AmountText("1.120001", mark: nil).minorUnits(of: .euro, excessDecimals: .refused)
    }
    #expect(
      try AmountText("1.1200009", mark: nil).minorUnits(of: .euro, excessDecimals: .refused)
        == ConvertedAmount(minorUnits: 112, exactness: .noiseRemoved)
    )
  }

  @Test(
    "minor units are those of the currency",
    arguments: [
      ("JPY", "1234", 1_234), ("TND", "1,234", 1_234), ("USD", "12,34", 1_234),
      ("TND", "0,5", 500),
    ] as [(String, String, Int64)]
  )
  func currencies(_ code: String, _ text: String, _ expected: Int64) throws {
    let currency = try #require(Currency(code: code))
    let amount = try AmountText(text, mark: .comma)
    #expect(try amount.minorUnits(of: currency, excessDecimals: .refused).minorUnits == expected)
  }

  @Test("amounts beyond the ledger are too large, not wrong")
  func tooLarge() throws {
    for text in [
      "92233720368547758.08", String(repeating: "9", count: 30), String(repeating: "9", count: 60),
    ] {
      #expect(throws: AmountConversionFailure.tooLarge) {
        try AmountText(text, mark: nil).minorUnits(of: .euro, excessDecimals: .refused)
      }
    }
  }
}
