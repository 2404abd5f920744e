import Diagnostics
import Foundation
import Linting
import Receivables
import Reporting
import Semantics
import TestSupport
import Testing

@Suite("The catalogue: every code that can be reported has a page, a sample and its documentation")
struct CatalogueTests {
  static let pages = CodePage.all.map(\.code.name)

  @Test("every code named in the sources has a page, and every page is of such a code")
  func codes() throws {
    var named: Set<String> = []
    for path in Repository.files(below: "Sources", suffix: ".swift") {
      let text = try Repository.text(path)
      for part in text.components(separatedBy: "\"") {
        let isCode = part.count == 6 && part.prefix(3).allSatisfy { $0.isUppercase && $0.isASCII }
        if isCode, part.suffix(3).allSatisfy({ $0.isNumber }) { named.insert(part) }
      }
    }
    #expect(named == Set(Self.pages))
  }

  @Test("no code has two pages")
  func unique() {
    #expect(Self.pages == Set(Self.pages).sorted())
  }

  @Test("every page has a sample with lines that must and lines that must not be reported")
  func samples() {
    for code in Self.pages {
      let samples = LintSample.all.filter { $0.code == code }
      #expect(samples.contains { !$0.markedLines.isEmpty }, "\(code): no line that is reported")
      #expect(
        samples.contains { sample in
          let count = sample.text.bytes.split(separator: 0x0A).count
          return count > Set(sample.markedLines).count
        },
        "\(code): no line that is left alone"
      )
    }
  }

  @Test("findings weigh no more, and are fixed no otherwise, than their page says")
  func promises() throws {
    for sample in LintSample.all {
      let page = try #require(CodePage.named(sample.code), "\(sample.code) has no page")
      for finding in sample.findings() {
        #expect(finding.severity <= page.severity, "\(sample.name)")
        if let fix = finding.fix {
          #expect(page.fixes.contains(fix.safety), "\(sample.name): \(fix.safety)")
        }
      }
    }
  }

  /// Codes that a page cannot show in a few lines of one file.
  static let withoutExample: Set<String> = ["SYN001", "LOG213"]

  /// Codes whose examples are reported on another day than today, and that day.
  static let days = ["CAL403": CalendarDate(year: 2026, month: 9, day: 1) ?? .earliest]

  @Test("the example of a page is reported, what to write instead is not", arguments: pages)
  func examples(_ code: String) throws {
    if Self.withoutExample.contains(code) { return }
    let page = try #require(CodePage.named(code))
    func count(_ source: String) throws -> Int {
      let text = SourceText(name: "essai.relance", bytes: Array(source.utf8))
      let day = Self.days[code, default: LintSample.today]
      let subject = LintSubject(analyze([text]), on: day)
      return review(subject).count { $0.code.name == code }
    }
    #expect(try count(page.example) > 0, "\(page.example)")
    #expect(try count(page.instead) == 0, "\(page.instead)")
  }

  @Test("the pages of Grammar/lints are those of the program", arguments: pages)
  func documentation(_ code: String) throws {
    let page = try #require(CodePage.named(code))
    try Golden.expect(page.markdown, matches: "Grammar/lints/\(code).md")
  }

  @Test("the index of Grammar/lints lists all pages, and no page is left over")
  func index() throws {
    try Golden.expect(CodePage.markdownIndex, matches: "Grammar/lints/README.md")
    let files = Repository.files(below: "Grammar/lints", suffix: ".md")
      .map { String($0.dropFirst("Grammar/lints/".count).dropLast(".md".count)) }
    #expect(Set(files) == Set(Self.pages + ["README"]))
  }
}
