import Receivables
import Testing

@Suite("Currencies")
struct CurrencyTests {
  @Test(
    "a currency has the minor unit of ISO 4217 (R13)",
    arguments: [
      ("EUR", 2), ("USD", 2), ("GBP", 2), ("CHF", 2), ("JPY", 0), ("XPF", 0), ("XAF", 0),
      ("KRW", 0), ("TND", 3), ("KWD", 3), ("BHD", 3), ("CLF", 4), ("CLP", 0), ("HUF", 2),
      ("AED", 2), ("ZWG", 2),
    ]
  )
  func minorUnits(code: String, digits: Int) throws {
    let known = try currency(code)
    #expect(known.minorUnitDigits == digits)
    #expect(known.code == code)
    #expect(Currency(code: code.lowercased()) == known)
  }

  @Test(
    "a code that is not active is no currency",
    arguments: [
      "FRF", "DEM", "HRK", "BGN", "ZWL", "XAU", "XXX", "XTS", "", "EU", "EURO", "€", "eü", "1UR",
      "E R", "ANS",
    ]
  )
  func unknownCodes(code: String) {
    #expect(Currency(code: code) == nil)
  }

  @Test("the table holds each of its 165 codes once, in order, and finds it")
  func table() {
    let codes = Currency.all.map(\.code)
    #expect(codes.count == 165)
    #expect(codes == Set(codes).sorted())
    #expect(codes.compactMap { Currency(code: $0) } == Currency.all)
    #expect(Currency.all.contains(.euro))
  }
}
