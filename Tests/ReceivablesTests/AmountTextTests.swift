import Receivables
import Testing

/// Minor units, code, French and English form; `_` stands for U+202F and `~` for U+00A0.
private let amounts: [(Int64, String, String, String)] = [
  (123_450, "EUR", "1_234,50~€", "€1,234.50"),
  (0, "EUR", "0,00~€", "€0.00"),
  (5, "EUR", "0,05~€", "€0.05"),
  (-5, "EUR", "-0,05~€", "-€0.05"),
  (-100_000_000, "EUR", "-1_000_000,00~€", "-€1,000,000.00"),
  (99_999, "USD", "999,99~USD", "USD~999.99"),
  (-100_000, "USD", "-1_000,00~USD", "-USD~1,000.00"),
  (1_234_567, "JPY", "1_234_567~JPY", "JPY~1,234,567"),
  (7, "TND", "0,007~TND", "TND~0.007"),
  (.max, "EUR", "92_233_720_368_547_758,07~€", "€92,233,720,368,547,758.07"),
  (.min, "EUR", "-92_233_720_368_547_758,08~€", "-€92,233,720,368,547,758.08"),
]

@Suite("Amounts as text")
struct AmountTextTests {
  @Test("money is written as the readers of each language expect it", arguments: amounts)
  func money(minorUnits: Int64, code: String, french: String, english: String) throws {
    let money = Money(minorUnits: minorUnits, currency: try #require(Currency(code: code)))
    #expect(money.french == spaced(french))
    #expect(money.english == spaced(english))
  }

  @Test(
    "whole numbers part their groups",
    arguments: [
      (0, "0", "0"), (999, "999", "999"), (9_681, "9_681", "9,681"), (-1_000, "-1_000", "-1,000"),
    ]
  )
  func numbers(number: Int, french: String, english: String) {
    #expect(AmountText.french.write(number) == spaced(french))
    #expect(AmountText.english.write(number) == spaced(english))
  }

  @Test(
    "numbers are rounded half away from zero and lose trailing zeros",
    arguments: [
      (2, 1, 2, "2", "2"), (43, 20, 2, "2,15", "2.15"), (1, 3, 6, "0,333333", "0.333333"),
      (-1, 8, 2, "-0,13", "-0.13"), (-1, 1_000, 2, "0", "0"),
      (12_345_678, 10, 1, "1_234_567,8", "1,234,567.8"),
      (99_995, 1_000, 2, "100", "100"),
    ] as [(Int128, Int128, Int, String, String)]
  )
  func decimals(
    numerator: Int128,
    denominator: Int128,
    decimals: Int,
    french: String,
    english: String
  ) throws {
    let number = try #require(Rational(numerator: numerator, denominator: denominator))
    #expect(number.french(decimals: decimals) == spaced(french))
    #expect(number.english(decimals: decimals) == spaced(english))
  }

  @Test("a number that is too large for its decimals is written whole, without a trap")
  func greatNumber() throws {
    let number = try #require(Rational(numerator: .max, denominator: 2))
    // 2¹²⁷ − 1 is 170141183460469231731687303715884105727; half of it ends in 863.5.
    #expect(number.english(decimals: 2) == "85,070,591,730,234,615,865,843,651,857,942,052,864")
    #expect(number.english(decimals: 60) == number.english(decimals: 2))
  }

  @Test("a sum beyond what money holds is written in full")
  func greatSum() {
    let sum = Int128(Int64.max) * 10
    #expect(
      AmountText.english.write(minorUnits: sum, of: .euro) == "€922,337,203,685,477,580.70"
    )
  }

  private func spaced(_ text: String) -> String {
    String(text.map { $0 == "_" ? "\u{202F}" : $0 == "~" ? "\u{A0}" : $0 })
  }
}
