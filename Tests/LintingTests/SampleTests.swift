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

  @Test("every lint has lines that must and lines that must not be reported")
  func coverage() {
    for lint in Lint.all {
      let samples = LintSample.all.filter { $0.code == lint.page.code.name }
      #expect(!samples.isEmpty, "\(lint.page.code.name) has no sample")
      #expect(samples.contains { !$0.markedLines.isEmpty }, "\(lint.page.code.name): no finding")
      #expect(
        samples.contains { sample in
          let count = sample.text.bytes.split(separator: 0x0A).count
          return count > Set(sample.markedLines).count
        },
        "\(lint.page.code.name): no line that is left alone"
      )
    }
  }

  @Test("the lints are listed by code, none twice")
  func order() {
    let codes = Lint.all.map(\.page.code.name)
    #expect(codes == Set(codes).sorted())
  }
}
