import Diagnostics
import Foundation
import Linting
import Semantics
import TestSupport
import Testing

@Suite("Large files")
struct LargeFileTests {
  /// A file of so many rules over a dozen fields, of which some overlap and some come to nothing.
  static func file(seed: UInt64, rules: Int) -> SourceText {
    let file = RandomFile(seed: seed, rules: rules, tidy: true)
    return SourceText(name: "grand.relance", bytes: Array(file.text.utf8))
  }

  /// `LARGE_FILE=path` writes the file of 500 rules whose time is measured with a release build, and
  /// tells how many nodes it takes.
  @Test("the file for measurements", .enabled(if: Self.path != nil, "LARGE_FILE is not set"))
  func write() throws {
    let path = try #require(Self.path)
    let text = Self.file(seed: 1, rules: 500)
    try Data(text.bytes).write(to: URL(filePath: path))
    let subject = LintSubject(analyze([text]), on: LintSample.today)
    #expect(!review(subject).contains { $0.code.name == "LOG213" })
    print("500 rules: \(subject.nodeCount) nodes")
  }

  private static let path = ProcessInfo.processInfo.environment["LARGE_FILE"]

  @Test("a file of many rules is decided to the end, within the budget")
  func decided() {
    let analysis = analyze([Self.file(seed: 1, rules: 120)])
    #expect(!analysis.diagnostics.hasErrors)
    let subject = LintSubject(analysis, on: LintSample.today)
    let findings = review(subject)
    #expect(!findings.contains { $0.code.name == "LOG213" })
    #expect(findings.contains { $0.code.name == "LOG203" })
    #expect(subject.nodeCount < 200_000)
  }
}
