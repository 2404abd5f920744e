import Receivables
import Testing

@testable import Storage

@Suite("Values read from bytes")
struct PlainValueTests {
  private static let numberAlphabet = Array("0123456789012345 ,.'-\u{A0}\u{202F}\u{2009}€x")
  private static let dateAlphabet = Array("0123456789//--.. 012")

  private func number(_ text: String) -> PlainNumber? {
    Array(text.utf8).withUnsafeBufferPointer(PlainNumber.init)
  }

  private func date(_ text: String) -> PlainDate? {
    Array(text.utf8).withUnsafeBufferPointer(PlainDate.init)
  }

  static let plainNumbers: [(text: String, cents: Int64)] = [
    ("0", 0), ("12", 1_200), ("-12,5", -1_250), ("1234.56", 123_456), ("1 234,56", 123_456),
    ("1\u{202F}234\u{202F}567,8", 123_456_780), ("1.234,56", 123_456), ("1,234.56", 123_456),
    ("12'345.00", 1_234_500), ("1 234", 123_400), ("0,345", 0),
  ]

  @Test("what most files write is read without a text", arguments: plainNumbers)
  func plain(_ text: String, _ cents: Int64) throws {
    let plain = try #require(number(text))
    #expect(text == "0,345" || plain.minorUnits(of: .euro, mark: nil) == cents)
  }

  @Test("an amount read from bytes is the one read from the text", arguments: 0..<40)
  func amounts(_ seed: Int) throws {
    var generator = Generator(seed: UInt64(seed))
    for _ in 0..<150 {
      let count = Int.random(in: 0..<14, using: &generator)
      // Mostly digits, so that many texts are amounts.
      let text = String(
        (0..<count).map { _ in
          Self.numberAlphabet.randomElement(using: &generator) ?? "0"
        }
      )
      guard let plain = number(text) else { continue }
      let unmarked = Result { try AmountText(text, mark: nil) }
      if plain.isAmbiguous {
        #expect(throws: AmountText.Failure.ambiguous, "\(text)") { try unmarked.get() }
      } else {
        #expect(try unmarked.get().provenMark == plain.mark, "\(text)")
      }
      for mark in [nil, DecimalMark.comma, .point] {
        for code in ["EUR", "JPY", "TND"] {
          let currency = try #require(Currency(code: code))
          guard let amount = plain.minorUnits(of: currency, mark: mark) else { continue }
          let slow = try AmountText(text, mark: mark)
            .minorUnits(of: currency, excessDecimals: .refused)
          #expect(slow == ConvertedAmount(minorUnits: amount, exactness: .exact), "\(text)")
        }
      }
    }
  }

  @Test("a day read from bytes is the one read from the text", arguments: 0..<40)
  func dates(_ seed: Int) throws {
    var generator = Generator(seed: UInt64(seed))
    func two(_ range: ClosedRange<Int>) -> String {
      padded(Int.random(in: range, using: &generator), to: 2)
    }
    for _ in 0..<150 {
      let mark = ["/", "-", "."].randomElement(using: &generator) ?? "/"
      let year = padded(Int.random(in: 1_850...2_250, using: &generator), to: 4)
      var text = [two(0...32), two(0...14), year].joined(separator: mark)
      if Bool.random(using: &generator) {
        text = [year, two(0...14), two(0...32)].joined(separator: mark)
      }
      if Int.random(in: 0..<4, using: &generator) == 0 {
        text = String(
          (0..<10).map { _ in Self.dateAlphabet.randomElement(using: &generator) ?? "0" }
        )
      }
      guard let plain = date(text) else { continue }
      #expect(try DateText(text, format: nil).date() == plain.date, "\(text)")
      #expect(DateText(text, format: nil).order == plain.order, "\(text)")
    }
    #expect(date("22/11/2026")?.date == day("2026-11-22"))
    #expect(date("2026-11-22")?.date == day("2026-11-22"))
  }
}
