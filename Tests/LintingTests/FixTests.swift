import Diagnostics
import Linting
import Semantics
import TestSupport
import Testing

@Suite("Fixes: each removes its finding and adds none, and safe ones change no meaning")
struct FixTests {
  /// A file whose fixes are tried one by one.
  struct Source: CustomTestStringConvertible, Sendable {
    let text: SourceText
    var testDescription: String { text.name }
  }

  /// The samples and the gallery.
  static let sources: [Source] =
    LintSample.all.map { Source(text: $0.text) }
    + Repository.files(below: "Scenarios", suffix: ".relance").compactMap { path in
      (try? Repository.text(path)).map {
        Source(text: SourceText(name: path, bytes: Array($0.utf8)))
      }
    }

  private func findings(_ text: SourceText) -> [Diagnostic] {
    review(LintSubject(analyze([text]), on: LintSample.today))
  }

  /// Whether something is wrong in itself, so that lints do not look yet.
  private func hasMistakes(_ text: SourceText) -> Bool {
    analyze([text]).diagnostics.hasErrors
  }

  /// How often each code is reported.
  private func counts(_ findings: [Diagnostic]) -> [String: Int] {
    Dictionary(findings.map { ($0.code.name, 1) }, uniquingKeysWith: +)
  }

  @Test("a safe fix alone removes one finding and adds none of weight", arguments: sources)
  func alone(_ source: Source) {
    let before = findings(source.text)
    for finding in before where finding.fix?.safety == .safe {
      let (texts, applied) = applyOnce([finding], upTo: .safe, to: [source.text])
      #expect(applied == [finding])
      let after = findings(texts[0])
      let code = finding.code.name
      #expect(
        counts(after)[code, default: 0] < counts(before)[code, default: 0],
        "\(finding.code.name) \(finding.message.fr)"
      )
      // Where the last mistake went, the lints begin to look; else nothing is new.
      guard !hasMistakes(source.text) || hasMistakes(texts[0]) else { continue }
      for (code, count) in counts(after) {
        // What a fix leaves out of its column, the layout puts right in the next pass.
        if code == "SYN009" { continue }
        #expect(count <= counts(before)[code, default: 0], "\(finding.code.name) brings \(code)")
      }
    }
  }

  @Test("a safe fix of a file without errors keeps what its scenarios mean", arguments: sources)
  func meaning(_ source: Source) {
    let analysis = analyze([source.text])
    guard !analysis.diagnostics.hasErrors else { return }
    let before = MeaningOfFile(analysis)
    for finding in findings(source.text) where finding.fix?.safety == .safe {
      // These say the same otherwise; that the plan stays is tested with a ledger.
      if ["LOG208", "LOG211"].contains(finding.code.name) { continue }
      let (texts, _) = applyOnce([finding], upTo: .safe, to: [source.text])
      let after = MeaningOfFile(analyze(texts))
      #expect(after == before, "\(finding.code.name): \(after.difference(from: before))")
    }
  }

  @Test("--fix ends with no safe fix left, and doing it again changes nothing", arguments: sources)
  func fixpoint(_ source: Source) {
    let outcome = applyFixes(upTo: .safe, to: [source.text], on: LintSample.today)
    #expect(!findings(outcome.texts[0]).contains { $0.fix?.safety == .safe })
    let again = applyFixes(upTo: .safe, to: outcome.texts, on: LintSample.today)
    #expect(again.fixed.isEmpty)
    #expect(again.texts[0].bytes == outcome.texts[0].bytes)
  }

  @Test("--fix --unsafe never leaves more errors than there were", arguments: sources)
  func proposals(_ source: Source) {
    let outcome = applyFixes(upTo: .proposed, to: [source.text], on: LintSample.today)
    let errors = analyze(outcome.texts).diagnostics.count { $0.severity == .error }
    #expect(errors <= analyze([source.text]).diagnostics.count { $0.severity == .error })
  }

  /// Scenarios whose delicate cases reach the machine, in ways that a fix could miss.
  static let delicate = [
    "sans prélude\nJ+7 email\nR+10 contentieux\n",
    "sans prélude\nJ+7 appel\nà procédure collective courrier\nR+10 contentieux\n",
    "sans prélude\nJ+7 appel\nau paiement partiel email\nà promesse rompue SMS\n",
    "sans prélude\nJ+7 appel\nsi solde > 5 € alors canal email\n",
    "sans prélude\nJ+7 appel sinon email + SMS\nsi litige alors sans SMS\n",
    "J+7 appel\nà procédure collective courrier\nsi stratégique alors ton doux\n",
  ]

  @Test("what keeps delicate cases from the machine cures its finding", arguments: delicate)
  func cure(_ source: String) {
    let text = SourceText(name: "a.relance", bytes: Array(source.utf8))
    let told = findings(text).filter { ["DRO505", "DRO506"].contains($0.code.name) }
    #expect(!told.isEmpty)
    for finding in told {
      let (texts, _) = applyOnce([finding], upTo: .proposed, to: [text])
      #expect(counts(findings(texts[0]))[finding.code.name] == nil)
    }
  }

  /// Scenarios with a mise en demeure that comes first, and whether it is plain what to write.
  static let sudden: [(source: String, isPlain: Bool)] = [
    ("J-5 email\nJ+30 mise en demeure\nR+15 contentieux\n", true),
    ("J+30 mise en demeure; R+15 contentieux", true),
    ("scénario « a »\n  J+45 mise en demeure  # enfin\n  R+15 contentieux\n", true),
    ("J+10 mise en demeure\nR+15 contentieux\n", false),
    ("J+30 mise en demeure si risque = élevé\nJ+60 tâche\n", false),
    ("J+10 tâche\nJ+30 mise en demeure\nR+15 contentieux\n", false),
    ("J+30 mise en demeure\nR+15 contentieux\nsi risque = élevé alors sans relance\n", false),
    ("espacement 30 jours\nJ+30 mise en demeure\nR+15 contentieux\n", false),
  ]

  @Test(
    "a setting is proposed above the comment that silences findings about the first step",
    arguments: [
      ("scénario « A »\n  # a\n  # lint: ignorer SEQ310 b\n  J+7 email\n", 1),
      ("scénario « A »\n  # lint: ignorer SEQ310 b\n  # a\n\n  J+7 email\n", 1),
      ("# Fichier\n\n# lint: ignorer SEQ310 b\nJ+7 email\n", 2),
      ("scénario « A »\n  # a\n  J+7 email\n", 2),
      ("# lint: fichier ignorer SEQ310 b\nJ+7 email\n", 1),
    ]
  )
  func aboveSuppression(_ source: String, line: Int) {
    let text = SourceText(
      name: "essai.relance",
      bytes: Array(source.utf8)
    )
    let told = findings(text).filter { $0.code.name == "SEQ312" }
    let (texts, _) = applyOnce(told, upTo: .proposed, to: [text])
    let lines = String(decoding: texts[0].bytes, as: UTF8.self).split(
      separator: "\n",
      omittingEmptySubsequences: false
    )
    #expect(told.count == 1)
    #expect(lines[line].hasSuffix("seuil 15 €"))
    let silenced = findings(texts[0]).filter { $0.code.name == "SEQ310" }
    #expect(silenced.isEmpty == source.contains("SEQ310"))
  }

  @Test("a first reminder is proposed where that is plain, and cures SEQ305", arguments: sudden)
  func firstReminder(_ source: String, isPlain: Bool) throws {
    let text = SourceText(name: "a.relance", bytes: Array(source.utf8))
    let told = findings(text).filter { $0.code.name == "SEQ305" }
    #expect(told.map { $0.fix != nil } == [isPlain])
    guard isPlain else { return }
    let (texts, _) = applyOnce(told, upTo: .proposed, to: [text])
    let left = findings(texts[0]).filter { $0.severity != .information }
    #expect(left.isEmpty, "\(left.map { $0.message.fr })")
  }

  @Test("edits that touch each other wait for the next pass")
  func overlap() {
    let text = SourceText(name: "a.relance", bytes: Array("abcdef".utf8))
    func finding(_ lower: Int, _ upper: Int, _ replacement: String) -> Diagnostic {
      let range = SourceRange(file: 0, lower: lower, upper: upper)
      return Diagnostic(
        DiagnosticCode("SYN007"),
        at: range,
        Message(verbatim: "x"),
        fix: Fix(.safe, replacing: range, with: replacement)
      )
    }
    let all = [finding(3, 5, "2"), finding(0, 2, "1"), finding(1, 4, "x"), finding(6, 6, "3")]
    let (texts, applied) = applyOnce(all, upTo: .safe, to: [text])
    #expect(texts[0].text(SourceRange(file: 0, lower: 0, upper: 10)) == "1c2f3")
    #expect(applied.map(\.range.lower) == [0, 3, 6])
  }

  @Test("a proposal is made only where proposals are wanted")
  func safety() {
    let text = SourceText(name: "a.relance", bytes: Array("J+7 email".utf8))
    let findings = findings(text)
    #expect(findings.contains { $0.fix?.safety == .proposed })
    #expect(applyOnce(findings, upTo: .safe, to: [text]).applied.isEmpty)
    #expect(!applyOnce(findings, upTo: .proposed, to: [text]).applied.isEmpty)
  }
}

/// What the scenarios of a file say, places and spelling aside.
private struct MeaningOfFile: Equatable {
  private let text: String

  /// The first line that another file has otherwise.
  func difference(from other: MeaningOfFile) -> String {
    let lines = zip(text.split(separator: "\n"), other.text.split(separator: "\n"))
    return lines.first { $0 != $1 }.map { "\($0.0) instead of \($0.1)" } ?? "its end"
  }

  init(_ analysis: Analysis) {
    var text = ""
    let scenarios = analysis.scenarios.scenarios.map { scenario in
      // Steps follow each other by their days, wherever they are written.
      var scenario = scenario
      scenario.places.caps = [:]
      scenario.steps = scenario.steps.enumerated().sorted { left, right in
        (left.element.event == nil ? 0 : 1, left.element.rank, left.offset)
          < (right.element.event == nil ? 0 : 1, right.element.rank, right.offset)
      }.map { $0.element }
      return scenario
    }
    dump(scenarios, to: &text)
    dump(analysis.scenarios.definitions, to: &text)
    dump(analysis.scenarios.columns, to: &text)
    // Places are told as file, lower and upper.
    self.text = text.split(separator: "\n")
      .filter { line in
        !["- file: ", "- lower: ", "- upper: ", "SourceRange("].contains { line.contains($0) }
      }
      .joined(separator: "\n")
  }
}
