import Receivables
import Testing

@Suite("Money and percentages")
struct MoneyTests {
  private func euros(_ cents: Int64) -> Money { Money(minorUnits: cents, currency: .euro) }

  @Test("amounts of one currency add up and overflow is an error")
  func sums() throws {
    #expect(try euros(1_050).adding(euros(-50)) == euros(1_000))
    #expect(try euros(1_050).subtracting(euros(2_000)) == euros(-950))
    #expect(throws: ArithmeticOverflow()) { try euros(.max).adding(euros(1)) }
    #expect(throws: ArithmeticOverflow()) { try euros(.min).subtracting(euros(1)) }
  }

  @Test("currencies are never added up")
  func currencies() throws {
    let yen = Money(minorUnits: 1, currency: try currency("JPY"))
    #expect(throws: ArithmeticOverflow()) { try euros(1).adding(yen) }
    #expect(throws: ArithmeticOverflow()) { try yen.subtracting(euros(1)) }
  }

  @Test(
    "a product is rounded to the minor unit, a half away from zero (R18)",
    arguments: [
      (100, "0.125", 13), (-100, "0.125", -13), (100, "0.124", 12), (3, "0.5", 2), (-3, "0.5", -2),
      (1_000_000_000_000_000_000, "9", 9_000_000_000_000_000_000),
    ]
  )
  func products(cents: Int64, factor: String, expected: Int64) throws {
    #expect(try euros(cents).multiplied(by: number(factor)) == euros(expected))
  }

  @Test("a product beyond 64 bits is an error")
  func productOverflow() {
    #expect(throws: ArithmeticOverflow()) { try euros(.max).multiplied(by: Rational(2)) }
  }

  @Test("2,15 % is 215 ten-thousandths, however it is given")
  func percentages() throws {
    let rate = Percentage(basisPoints: 215)
    #expect(rate.fraction == (try fraction(215, 10_000)))
    #expect(rate == (try Percentage(percent: number("2.15"))))
    #expect(rate == Percentage(fraction: try number("0.0215")))
    #expect(rate < Percentage(basisPoints: 216))
    #expect(throws: ArithmeticOverflow()) { try Percentage(percent: fraction(1, .max)) }
  }
}
