import Receivables
import Testing

@Suite("Exact numbers")
struct RationalTests {
  @Test("a fraction is kept in lowest terms with a positive denominator")
  func lowestTerms() throws {
    let half = try fraction(-3, -6)
    #expect(half.numerator == 1)
    #expect(half.denominator == 2)
    #expect(try fraction(0, -7) == .zero)
    #expect(try fraction(12, -8) == fraction(-3, 2))
    #expect(Rational(numerator: 1, denominator: 0) == nil)
    #expect(Rational(numerator: .min, denominator: 1) == nil)
    #expect(Rational(numerator: 1, denominator: .min) == nil)
  }

  @Test(
    "a sum with fractions of small integers is the cross-multiplied one",
    arguments: [1, 2, 3] as [UInt64]
  )
  func smallFractions(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<500 {
      let (a, c) = (draw(&generator), draw(&generator))
      let (b, d) = (abs(draw(&generator)) + 1, abs(draw(&generator)) + 1)
      let (first, second) = try (fraction(a, b), fraction(c, d))
      #expect(try first.adding(second) == fraction(a * d + c * b, b * d))
      #expect(try first.subtracting(second) == fraction(a * d - c * b, b * d))
      #expect(try first.multiplied(by: second) == fraction(a * c, b * d))
      #expect((first < second) == (a * d < c * b))
      guard c != 0 else { continue }
      #expect(try first.divided(by: second) == fraction(a * d, b * c))
    }
  }

  private func draw(_ generator: inout SeededGenerator) -> Int128 {
    Int128(Int.random(in: -60...60, using: &generator))
  }

  @Test("a result that does not fit is an error, and so is a division by zero")
  func overflows() throws {
    let greatest = try fraction(.max, 1)
    let least = try fraction(-.max, 1)
    let tiny = try fraction(1, .max)
    #expect(throws: ArithmeticOverflow()) { try greatest.adding(.one) }
    #expect(throws: ArithmeticOverflow()) { try least.subtracting(.one) }
    #expect(throws: ArithmeticOverflow()) { try greatest.multiplied(by: Rational(2)) }
    #expect(throws: ArithmeticOverflow()) { try tiny.multiplied(by: fraction(1, 2)) }
    #expect(throws: ArithmeticOverflow()) { try tiny.adding(fraction(1, .max - 1)) }
    #expect(throws: ArithmeticOverflow()) { try greatest.divided(by: tiny) }
    #expect(throws: ArithmeticOverflow()) { try Rational.one.divided(by: .zero) }
    #expect(throws: ArithmeticOverflow()) { try greatest.roundedHalfAwayFromZero() }
    #expect(try greatest.multiplied(by: tiny) == .one)
    #expect(try greatest.adding(least) == .zero)
    #expect(least.negated() == greatest)
  }

  @Test("numbers whose cross products exceed 128 bits still compare")
  func extremeComparisons() throws {
    let ascending = try [
      fraction(-.max, 1), fraction(-.max, .max - 1), fraction(-1, 1), fraction(-1, .max),
      .zero, fraction(1, .max), fraction(1, .max - 1), fraction(.max - 2, .max - 1),
      fraction(.max - 1, .max), .one, fraction(.max, .max - 1), fraction(.max, 1),
    ]
    for (index, left) in ascending.enumerated() {
      for (otherIndex, right) in ascending.enumerated() {
        #expect((left < right) == (index < otherIndex))
        #expect((left == right) == (index == otherIndex))
      }
    }
  }

  @Test(
    "a half is rounded away from zero",
    arguments: [
      (1, 2, 1), (-1, 2, -1), (3, 2, 2), (-3, 2, -2), (5, 2, 3), (49, 100, 0), (-49, 100, 0),
      (51, 100, 1), (0, 1, 0), (7, 1, 7), (-7, 3, -2), (8, 3, 3),
    ] as [(Int128, Int128, Int64)]
  )
  func rounding(numerator: Int128, denominator: Int128, expected: Int64) throws {
    #expect(try fraction(numerator, denominator).roundedHalfAwayFromZero() == expected)
  }

  /// Worked out with the unbounded integers of Python.
  @Test(
    "a product is rounded exactly even when it passes through 256 bits",
    arguments: [
      (
        -143_952_529_866_667_198_726_463_256_075_508_989_661,
        33_587_868_306_776_792_444_166_749_497_860_731_961,
        868_196_408_185_819_180, -3_720_958_657_989_204_912
      ),
      (
        78_850_345_688_415_623_052_714_074_173_222_096_561,
        66_119_312_107_514_531_532_328_862_587_074_556_245,
        3_335_008_623_725_372_465, 3_977_152_430_548_447_983
      ),
      (
        -2_438_332_282_073_461_732_751_274_317_499_375_711,
        59_463_870_009_622_551_450_646_831_815_787_602_551,
        2_655_757_106_302_864_443, -108_900_047_786_939_872
      ),
      (.max, .max - 1, .min, .min),
      (
        10_000_000_000_000_000_000_000_000_000_000_000_001,
        10_000_000_000_000_000_000_000_000_000_000_000_000, .max, .max
      ),
      (1, .max, 4_611_686_018_427_387_904, 0),
      (
        -10_000_000_000_000_000_000_000_000_000_000_000_000,
        20_000_000_000_000_000_000_000_000_000_000_000_001, 3, -1
      ),
    ] as [(Int128, Int128, Int64, Int64)]
  )
  func wideProducts(
    numerator: Int128,
    denominator: Int128,
    factor: Int64,
    expected: Int64
  ) throws {
    #expect(try fraction(numerator, denominator).roundedProduct(with: factor) == expected)
  }

  @Test("a product that does not fit 64 bits is an error")
  func productOverflow() throws {
    #expect(throws: ArithmeticOverflow()) { try fraction(3, 2).roundedProduct(with: .max) }
    #expect(throws: ArithmeticOverflow()) { try fraction(.max, 3).roundedProduct(with: .max) }
    #expect(throws: ArithmeticOverflow()) { try Rational(-1).roundedProduct(with: .min) }
    #expect(try Rational(1).roundedProduct(with: .min) == .min)
  }

  @Test(
    "decimal text is read exactly (R21)",
    arguments: [
      ("0", 0, 1), ("-0.0", 0, 1), ("1.0834", 5_417, 5_000), ("-12.345e-6", -2_469, 200_000_000),
      ("0.1", 1, 10), ("1e3", 1_000, 1), ("1.5E+2", 150, 1), ("+2.50", 5, 2), ("007", 7, 1),
      ("1000000000000000000000000000000000000000e-39", 1, 1), ("0e9999", 0, 1),
      ("0.30000000000000004", 7_500_000_000_000_001, 25_000_000_000_000_000),
      (
        "0.00000000000000000000000000000000000005", 1,
        20_000_000_000_000_000_000_000_000_000_000_000_000
      ),
      ("1.0000000000000000000000000000000000000000000000000000000000000", 1, 1),
      ("170141183460469231731687303715884105727", .max, 1),
    ] as [(String, Int128, Int128)]
  )
  func decimals(text: String, numerator: Int128, denominator: Int128) throws {
    #expect(try number(text) == fraction(numerator, denominator))
  }

  @Test(
    "any other text is no number",
    arguments: [
      "", "-", "+", ".", ".5", "5.", "1.e3", "e3", "1e", "1e+", "--1", "+-1", "1,5", "1 000", " 1",
      "1 ", "0x10", "nan", "inf", "1.2.3", "1e1.5", "１", "1e39", "1e-39", "1e99999999999999999999",
      "170141183460469231731687303715884105728", "1e9223372036854775808",
    ]
  )
  func notNumbers(text: String) {
    #expect(Rational(decimal: text.utf8) == nil)
  }

  @Test("any bytes are read without a trap", arguments: 1...20 as ClosedRange<UInt64>)
  func anyBytes(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let alphabet = Array("0019.+-eE \u{E9}".utf8)
    for _ in 0..<200 {
      let length = Int.random(in: 0...60, using: &generator)
      let bytes = (0..<length).compactMap { _ in alphabet.randomElement(using: &generator) }
      let isNumeral = bytes.contains { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      #expect(isNumeral || Rational(decimal: bytes) == nil)
    }
  }
}
