import Diagnostics
import Foundation
import Linting
import Receivables
import Reporting
import Semantics
import TestSupport
import Testing

@Suite("SARIF 2.1.0: what the schema asks for, held by hand")
struct SARIFTests {
  /// The log of a file, read back.
  private func log(_ text: SourceText, on day: CalendarDate) throws -> [String: Any] {
    let analysis = analyze([text])
    let report = LintReport(
      review(LintSubject(analysis, on: day)),
      files: analysis.files,
      fileCount: 1,
      version: "0.1.0"
    )
    let format = try #require(LintFormat.named("sarif"))
    let document = Data(TextOutput.bytes { format.write(report, TextSettings(), $0) })
    return try #require(try JSONSerialization.jsonObject(with: document) as? [String: Any])
  }

  private func run(
    _ text: SourceText,
    on day: CalendarDate = LintSample.today
  ) throws -> [String: Any] {
    try #require((try log(text, on: day)["runs"] as? [[String: Any]])?.first)
  }

  @Test("a log names its version and one run of one tool with its rules")
  func frame() throws {
    let log = try log(LintSample.all[0].text, on: LintSample.all[0].day)
    #expect(log["version"] as? String == "2.1.0")
    #expect((log["$schema"] as? String)?.contains("sarif-2.1.0") == true)
    let runs = try #require(log["runs"] as? [[String: Any]])
    #expect(runs.count == 1)
    #expect(runs[0]["columnKind"] as? String == "utf16CodeUnits")
    let tool = try #require(runs[0]["tool"] as? [String: Any])
    let driver = try #require(tool["driver"] as? [String: Any])
    #expect(driver["name"] as? String == "relance")
    let rules = try #require(driver["rules"] as? [[String: Any]])
    #expect(rules.compactMap { $0["id"] as? String } == CodePage.all.map(\.code.name))
    for rule in rules {
      for key in ["shortDescription", "fullDescription", "help"] {
        let text = (rule[key] as? [String: Any])?["text"] as? String
        #expect(text?.isEmpty == false, "\(key)")
      }
      let level = (rule["defaultConfiguration"] as? [String: Any])?["level"] as? String
      #expect(["error", "warning", "note"].contains(level))
    }
  }

  @Test(
    "each result has a rule, a level, a text, a place and a fingerprint of its own",
    arguments: LintSample.all
  )
  func results(_ sample: LintSample) throws {
    let results = try #require(try run(sample.text, on: sample.day)["results"] as? [[String: Any]])
    let findings = review(LintSubject(analyze([sample.text]), on: sample.day))
    #expect(results.count == findings.count)
    var fingerprints: Set<String> = []
    for result in results {
      let id = try #require(result["ruleId"] as? String)
      let index = try #require(result["ruleIndex"] as? Int)
      #expect(CodePage.all[index].code.name == id)
      #expect(["error", "warning", "note"].contains(result["level"] as? String))
      #expect(((result["message"] as? [String: Any])?["text"] as? String)?.isEmpty == false)
      let locations = try #require(result["locations"] as? [[String: Any]])
      #expect(locations.count == 1)
      for location in locations + (result["relatedLocations"] as? [[String: Any]] ?? []) {
        try checkPlace(location["physicalLocation"])
      }
      let prints = try #require(result["partialFingerprints"] as? [String: String])
      #expect(prints.count == 1)
      for (_, print) in prints { #expect(fingerprints.insert(print).inserted) }
      for fix in result["fixes"] as? [[String: Any]] ?? [] {
        let changes = try #require(fix["artifactChanges"] as? [[String: Any]])
        #expect(!changes.isEmpty)
        for change in changes {
          let replacements = try #require(change["replacements"] as? [[String: Any]])
          #expect(!replacements.isEmpty)
          for replacement in replacements { try checkRegion(replacement["deletedRegion"]) }
        }
      }
    }
  }

  private func checkPlace(_ value: Any?) throws {
    let place = try #require(value as? [String: Any])
    let artifact = try #require(place["artifactLocation"] as? [String: Any])
    let uri = try #require(artifact["uri"] as? String)
    #expect(!uri.isEmpty && !uri.contains(" ") && uri.utf8.allSatisfy { $0 < 0x80 })
    try checkRegion(place["region"])
  }

  private func checkRegion(_ value: Any?) throws {
    let region = try #require(value as? [String: Int])
    let start = (region["startLine", default: 0], region["startColumn", default: 0])
    let end = (region["endLine", default: 0], region["endColumn", default: 0])
    #expect(start.0 >= 1 && start.1 >= 1)
    #expect(start <= end)
    #expect(region["byteOffset", default: -1] >= 0 && region["byteLength", default: -1] >= 0)
  }

  @Test("columns count UTF-16 units, not letters or bytes; a byte-order mark is none")
  func columns() throws {
    // 𝒜 is one letter, two UTF-16 units and four bytes; é is one, one and two.
    let source = "\u{FEFF}J+7 « 𝒜é » email si risque = eleve"
    let text = SourceText(name: "dossier à moi/a.relance", bytes: Array(source.utf8))
    let results = try #require(try run(text)["results"] as? [[String: Any]])
    let result = try #require(results.first { $0["ruleId"] as? String == "SYN003" })
    let locations = try #require(result["locations"] as? [[String: Any]])
    let place = try #require(locations[0]["physicalLocation"] as? [String: Any])
    let region = try #require(place["region"] as? [String: Int])
    let artifact = try #require(place["artifactLocation"] as? [String: Any])
    // In UTF-16 units: 4 for the moment, 8 for the label, 18 more up to the value.
    let before = "J+7 « 𝒜é » email si risque = "
    #expect(before.utf16.count == 30)
    #expect(region["startColumn"] == 31)
    #expect(region["endColumn"] == 36)
    #expect(artifact["uri"] as? String == "dossier%20%C3%A0%20moi/a.relance")
  }
}
