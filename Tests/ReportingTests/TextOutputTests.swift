import Planning
import Testing

@testable import Reporting

@Suite("Output")
struct TextOutputTests {
  /// The forms that tell every action and every status; a page shows only so many.
  private static let whole: [PlanFormat] = [.table, .csv, .json]

  @Test("a long plan is handed on in pieces, none of which grows with it", arguments: whole)
  func pieces(format: PlanFormat) {
    func longest(_ count: Int, _ listing: PlanReport.Statuses) -> Int {
      let actions = (0..<count).map { number in
        contractAction().with { $0.customer = "C\(1_000 + number)" }
      }
      let statuses = (0..<count).map { status("F\(1_000 + $0)", .waiting, "attend", line: 1) }
      let plan = Plan(date: day("2026-02-02"), actions: actions, statuses: statuses)
      let report = PlanReport(plan, files: sampleFiles, statuses: listing)
      var longest = 0
      let output = TextOutput { longest = max(longest, $0.count) }
      format.write(report, TextSettings(), output)
      return longest
    }
    for listing in [PlanReport.Statuses.counted, .listed] {
      #expect(longest(1_000, listing) <= longest(10, listing) + 20)
    }
  }

  @Test("what is written in pieces is one text, even where a piece ends within a character")
  func text() {
    let text = TextOutput.text { output in
      output.write("né")
      output.write([0xE2, 0x82])
      output.write([0xAC])
      output.write("")
    }
    #expect(text == "né€")
  }
}
