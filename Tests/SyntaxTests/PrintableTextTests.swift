import Diagnostics
import Testing

@Suite("Printable texts")
struct PrintableTextTests {
  @Test("every character stays as it is but those that could steer a terminal")
  func everyCharacter() {
    for value in UInt32(0)...0x3_0000 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let shown: Unicode.Scalar
      switch scalar.properties.generalCategory {
      case .control: shown = "\t\n\r".unicodeScalars.contains(scalar) ? " " : "\u{FFFD}"
      case _: shown = scalar.properties.isBidiControl && value != 0x061C ? "\u{FFFD}" : scalar
      }
      #expect(printable("é\(scalar)b") == "é\(shown)b", "U+\(String(value, radix: 16))")
    }
  }

  @Test(
    "a text may end, begin and consist of anything",
    arguments: ["", "\u{1B}", "«", "\u{202E}"]
  )
  func edges(_ text: String) {
    let shown = text == "" || text == "«" ? text : "\u{FFFD}"
    #expect(printable(text) == shown)
    #expect(printable(text + text) == shown + shown)
  }
}
