import Diagnostics
import Formatting
import Syntax
import TestSupport
import Testing

/// The canonical form of a text; `nil` where it cannot be read or its meaning would change.
func formatted(_ bytes: [UInt8]) -> [UInt8]? {
  let text = SourceText(name: "essai.relance", bytes: bytes)
  switch format(parse(text, file: 0), of: text) {
  case .canonical(let bytes): return bytes
  case .unreadable, .unfaithful: return nil
  }
}

@Suite("What the formatter keeps, whatever is written")
struct PropertyTests {
  @Test("random files: read again the same, formatted again the same, no comment lost")
  func randomFiles() throws {
    for seed in 0..<300 as Range<UInt64> {
      let scenario = RandomScenario(seed: seed)
      let source = SourceText(name: "essai.relance", bytes: Array(scenario.text.utf8))
      let tree = parse(source, file: 0)
      try #require(!tree.diagnostics.hasErrors, "\(seed)\n\(scenario.text)\n\(tree.diagnostics)")
      guard case .canonical(let bytes) = format(tree, of: source) else {
        Issue.record("\(seed): not formatted\n\(scenario.text)")
        return
      }
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(formatted(bytes) == bytes, "\(seed): not a fixed point\n\(text)")
      let reread = parse(SourceText(name: "essai.relance", bytes: bytes), file: 0)
      #expect(reread.tokens.count { $0.kind == .comment } == scenario.comments, "\(seed)")
      #expect(!bytes.contains(0x0D) && !bytes.starts(with: [0xEF, 0xBB, 0xBF]), "\(seed)")
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.last == "" && lines.dropLast().last != "", "\(seed)")
    }
  }

  /// The gallery but for the line that is there to show that a line can be a scenario.
  static let galleryFiles = Repository.files(below: "Scenarios", suffix: ".relance")
    .filter { $0 != "Scenarios/01-premiere-ligne/premiere-ligne.relance" }

  @Test("the gallery is in its canonical form", arguments: galleryFiles)
  func gallery(_ path: String) throws {
    let text = try Repository.text(path)
    #expect(formatted(text) == text)
  }
}
