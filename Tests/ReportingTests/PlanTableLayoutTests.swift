import Diagnostics
import Receivables
import Testing

@testable import Planning
@testable import Reporting

/// A plan in which every text of the ledger is the given one.
private func plan(of text: String, settings: TextSettings) -> String {
  let file = SourceFiles([SourceText(name: text, bytes: Array("J+7 email".utf8))])
  let range = SourceRange(file: 0, lower: 0, upper: 3)
  let action = PlannedAction.sample(text, name: text, .letter, .formalNotice, .firm, .manual)
    .about(text, due: "2026-01-10", late: 23, 123_456_789, step: text)
    .about(text, due: "2199-01-10", late: -63_164, 1, step: text)
    .with {
      $0.scenario = text
      $0.template = text
      $0.graceDays = 8
      $0.copies = [.sales, .accounting]
      $0.enclosures = Enclosure.allCases
      $0.reasons = [Reason(Message(verbatim: text), at: range)]
    }
  let status = InvoiceStatus(
    invoice: text,
    customer: text,
    kind: .suspended,
    scenario: text,
    step: text,
    nextOn: day("2026-02-12"),
    reason: Reason(Message(verbatim: text), at: range)
  )
  let plan = Plan(date: day("2026-02-02"), actions: [action, contractAction()], statuses: [status])
  return TextOutput.text { output in
    PlanFormat.table.write(PlanReport(plan, files: file, statuses: .listed), settings, output)
  }
}

@Suite("Layout of the table")
struct PlanTableLayoutTests {
  @Test("no line is wider than the terminal", arguments: hostileTexts, [80, 100, 120])
  func width(text: String, width: Int) {
    for language in MessageLanguage.allCases {
      let table = plan(of: text, settings: TextSettings(language: language, width: width))
      for line in table.split(separator: "\n") {
        #expect(cellWidth(line) <= width, "\(line)")
      }
    }
  }

  @Test("no text of the ledger or the files steers the terminal", arguments: hostileTexts)
  func plainText(text: String) {
    let table = plan(of: text, settings: TextSettings())
    #expect(table.unicodeScalars.allSatisfy { $0 == "\n" || !steersTerminal($0) })
  }

  @Test("colours change nothing but colours", arguments: hostileTexts)
  func colours(text: String) {
    let coloured = plan(of: text, settings: TextSettings(style: .coloured))
    #expect(coloured.contains("\u{1B}[1m"))
    #expect(withoutColours(coloured) == plan(of: text, settings: TextSettings()))
  }

  @Test("very narrow and very wide terminals get the nearest width that can be read")
  func extremes() {
    let table = { (width: Int) in plan(of: "F1", settings: TextSettings(width: width)) }
    #expect(table(-5) == table(60))
    #expect(table(.max) == table(120))
  }

  @Test("names of formats are unique, and the table is the default")
  func registry() {
    #expect(Set(PlanFormat.all.map(\.name)).count == PlanFormat.all.count)
    #expect(PlanFormat.all.first?.name == "table")
    #expect(PlanFormat.named("json")?.name == "json")
    #expect(PlanFormat.named("xml") == nil)
  }

  /// The text without the sequences that switch a colour on or off.
  private func withoutColours(_ text: String) -> String {
    var plain = ""
    var isSequence = false
    for scalar in text.unicodeScalars {
      if scalar == "\u{1B}" {
        isSequence = true
      } else if !isSequence {
        plain.unicodeScalars.append(scalar)
      } else if scalar == "m" {
        isSequence = false
      }
    }
    return plain
  }
}
