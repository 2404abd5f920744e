import Diagnostics
import Formatting
import Linting
import Receivables
import Semantics
import Syntax

extension FuzzTarget {
  /// Scenario files: read, checked, linted, formatted and mended.
  ///
  /// Promised: the tokens lie in order within the text, every place of a finding does too, the
  /// canonical form is a fixed point, and fixing leaves no more errors than there were.
  static let scenario = FuzzTarget(name: "scenario") { bytes in
    let text = SourceText(name: "essai.relance", bytes: bytes)
    let analysis = analyze([text])
    for tree in analysis.trees { checkTokens(tree, of: text) }
    let findings = review(LintSubject(analysis, on: today))
    for finding in findings where finding.range.file == 0 {
      let range = finding.range
      let isInside = 0 <= range.lower && range.lower <= range.upper && range.upper <= bytes.count
      expect(isInside, "a finding stands in its text")
    }
    for language in [MessageLanguage.french, .english] {
      let renderer = DiagnosticRenderer(
        files: analysis.files,
        language: language,
        style: .plain
      )
      for finding in findings { _ = renderer.render(finding) }
    }
    checkCanonicalForm(analysis.trees, of: text)
    checkFixes(analysis, text)
  }

  private static let today = CalendarDate(year: 2026, month: 2, day: 2) ?? .earliest

  private static func checkTokens(_ tree: SyntaxTree, of text: SourceText) {
    var position = 0
    for token in tree.tokens {
      expect(token.lower >= position && token.upper >= token.lower, "tokens stand in order")
      position = token.upper
    }
    expect(position <= text.bytes.count, "tokens lie within the text")
  }

  private static func checkCanonicalForm(_ trees: [SyntaxTree], of text: SourceText) {
    for tree in trees {
      guard case .canonical(let bytes) = format(tree, of: text) else { continue }
      let formatted = SourceText(name: text.name, bytes: bytes)
      let reread = parse(formatted, file: 0)
      expect(!reread.diagnostics.hasErrors, "the canonical form can be read")
      guard case .canonical(let again) = format(reread, of: formatted) else {
        expect(false, "the canonical form can be formatted")
        return
      }
      expect(again == bytes, "the canonical form is a fixed point")
    }
  }

  private static func checkFixes(_ analysis: Analysis, _ text: SourceText) {
    let fixed = applyFixes(upTo: .proposed, to: [text], on: today)
    let errors = analyze(fixed.texts).diagnostics.count { $0.severity == .error }
    let before = analysis.diagnostics.count { $0.severity == .error }
    expect(errors <= before, "fixing adds no errors")
  }
}
