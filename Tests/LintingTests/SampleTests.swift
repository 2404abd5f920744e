import Diagnostics
import Foundation
import Linting
import Semantics
import TestSupport
import Testing

@Suite("Each code has a sample: lines it reports, lines it leaves alone, and what it says")
struct SampleTests {
  @Test("the marked lines are reported, once each, and no others", arguments: LintSample.all)
  func lines(_ sample: LintSample) {
    let told = sample.findings().map { sample.text.lines.line(of: $0.range.lower) }
    #expect(told.sorted() == sample.markedLines)
  }

  @Test("what is said is the golden text, in French and English", arguments: LintSample.all)
  func wording(_ sample: LintSample) throws {
    let findings = sample.findings()
    for (language, suffix) in [(MessageLanguage.french, "fr"), (.english, "en")] {
      let renderer = DiagnosticRenderer(
        files: SourceFiles([sample.text]),
        language: language,
        style: .plain
      )
      try Golden.expect(
        findings.map { renderer.render($0) }.joined(separator: "\n"),
        matches: "\(LintSample.folder)/\(sample.name).\(suffix).txt"
      )
    }
  }

  @Test("the lints are listed by code, none twice")
  func order() {
    let codes = Lint.all.map(\.page.code.name)
    #expect(codes == Set(codes).sorted())
  }
}
