import Diagnostics
import Linting
import Messages
import Receivables
import Semantics
import Testing

@Suite("Built-in templates")
struct BuiltInTemplateTests {
  @Test("are right by the rules of scenario files", arguments: BuiltInTemplates.sources.indices)
  func right(_ index: Int) {
    let source = BuiltInTemplates.sources[index]
    let analysis = analyze([BuiltInTemplates.columns, source])
    let findings = analysis.diagnostics.map { "\($0.code.name) \($0.message.fr) \($0.range)" }
    #expect(findings.isEmpty, "\(source.name)")
  }

  @Test("there is one for every purpose, channel and language")
  func complete() {
    let sources = [BuiltInTemplates.columns] + BuiltInTemplates.sources
    let known = Set(analyze(sources).scenarios.templates.map(\.name))
    for purpose in BuiltInTemplates.Purpose.all {
      for channel in Channel.allCases {
        for language in MessageLanguage.allCases {
          #expect(known.contains(BuiltInTemplates.name(purpose, channel, language)))
        }
      }
    }
    #expect(known.count == 70)
  }

  @Test("say what a claim must say: nothing for DRO502 to find")
  func mentions() {
    var steps = "scénario « Tous »\n"
    var offset = 0
    for nature in [Nature.reminder, .formalNotice, .preDueNotice] {
      for channel in [Channel.email, .letter, .registered] {
        for language in MessageLanguage.allCases {
          offset += 1
          let name = BuiltInTemplates.name(.nature(nature), channel, language)
          steps += "J+\(offset) \(nature.rawValue) \(channel.rawValue) modèle « \(name) »\n"
        }
      }
    }
    let scenario = SourceText(name: "tous.relance", bytes: Array(steps.utf8))
    let analysis = analyze([BuiltInTemplates.columns] + BuiltInTemplates.sources + [scenario])
    #expect(analysis.diagnostics.isEmpty)
    let found = review(LintSubject(analysis, on: sampleDay)).filter { $0.code.name == "DRO502" }
    #expect(found.isEmpty, "\(found.map { $0.message.fr })")
  }
}
