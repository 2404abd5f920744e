import Foundation
import TestSupport
import Testing

@Suite("A safe fix never changes whom a plan contacts, when, or how")
struct FixedPlanTests {
  /// Everything of a plan but the reasons, which quote the file, and their places.
  private func plan(_ file: String, _ ledger: String, on day: String) throws -> NSDictionary? {
    let outcome = try Program.run([
      "plan", file, "--db", ledger, "--date", day, "--format", "json", "--statuses",
    ])
    guard outcome.status == 0 else { return nil }
    let document = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    return withoutReasons(document) as? NSDictionary
  }

  private func withoutReasons(_ value: Any) -> Any {
    switch value {
    case let object as [String: Any]:
      var rest: [String: Any] = [:]
      for (key, member) in object where !["reasons", "reason", "line"].contains(key) {
        rest[key] = withoutReasons(member)
      }
      return rest as NSDictionary
    case let list as [Any]: return list.map(withoutReasons) as NSArray
    default: return value
    }
  }

  @Test("the plans of the demo are those of before, sample by sample")
  func samples() throws {
    let temporary = try TemporaryFolder()
    let demo = GalleryFolder(path: "Scenarios/demo")
    let ledger = try demo.makeLedger(in: temporary)
    var compared = 0
    for path in Repository.files(below: "Tests/LintingTests/Samples", suffix: ".relance") {
      guard let text = try? Repository.text(path) else { continue }
      let file = try temporary.write(text, to: "exemple.relance")
      let days = ["2026-01-26", "2026-02-02", "2026-03-16"]
      let before = try days.map { try plan(file, ledger, on: $0) }
      guard before.allSatisfy({ $0 != nil }) else { continue }
      let fixed = try Program.run(["lint", "--fix", file])
      #expect(fixed.status != 2, "\(path): \(fixed.errors)")
      guard try String(contentsOfFile: file, encoding: .utf8) != text else { continue }
      #expect(try days.map { try plan(file, ledger, on: $0) } == before, "\(path)")
      compared += 1
    }
    #expect(compared >= 4)
  }
}
