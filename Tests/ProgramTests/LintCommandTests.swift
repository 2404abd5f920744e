import Foundation
import TestSupport
import Testing

@Suite("relance lint: forms, fixes and explanations")
struct LintCommandTests {
  private static let source =
    "J–7 email prevenance\nJ+21 courrier\nsi risque = eleve alors manuel\n"

  @Test("--fix corrects the file, says what it did, and keeps a file it has nothing to do with")
  func fix() throws {
    let folder = try TemporaryFolder()
    let wrong = try folder.write(Self.source, to: "a.relance")
    let right = try folder.write(
      "scénario « B »\n  pour litige\n  J+7  email\n",
      to: "b.relance"
    )
    let stamp = try FileManager.default.attributesOfItem(atPath: right)[.modificationDate] as? Date
    let outcome = try Program.run(["lint", "--fix", wrong, right])
    #expect(outcome.status == 0, "\(outcome.output)")
    #expect(outcome.errors.contains("a.relance : 4 corrections (SYN003 × 2, SYN007, SYN009)"))
    #expect(!outcome.errors.contains("b.relance"))
    #expect(
      try String(contentsOfFile: wrong, encoding: .utf8)
        == "J-7   email prévenance\nJ+21  courrier\nsi risque = élevé alors manuel\n"
    )
    let after = try FileManager.default.attributesOfItem(atPath: right)[.modificationDate] as? Date
    #expect(after == stamp)
  }

  @Test("--fix --unsafe applies proposals as well")
  func unsafe() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("J+7 email\n", to: "a.relance")
    #expect(try Program.run(["lint", "--fix", "--unsafe", path]).status == 0)
    let text = try String(contentsOfFile: path, encoding: .utf8)
    for words in ["J-5  email", "seuil 15 €", "plafond 2 contacts", "email sinon courrier"] {
      #expect(text.contains(words), "\(text)")
    }
  }

  @Test(
    "wrong usage ends with 2",
    arguments: [
      ["lint", "--unsafe", "Scenarios/demo"], ["lint", "--fix", "-"],
      ["lint", "--format", "xml", "Scenarios/demo"], ["lint", "--explain", "XYZ999"],
    ]
  )
  func usage(_ arguments: [String]) throws {
    #expect(try Program.run(arguments).status == 2)
  }

  @Test("--explain shows a page, in either language and whatever the case of the code")
  func explain() throws {
    let french = try Program.run(["lint", "--explain", "syn003"])
    #expect(french.status == 0)
    #expect(french.output.hasPrefix("SYN003 · orthographe (erreur)"))
    #expect(french.output.contains("si risque = élevé alors manuel"))
    let english = try Program.run(["lint", "--explain", "SYN003", "--lang", "en"])
    #expect(english.output.hasPrefix("SYN003 · spelling (error)"))
  }

  @Test("--format json names code, severity, place and fix by stable keys")
  func json() throws {
    let outcome = try Program.run(["lint", "--format", "json", "-"], input: Data(Self.source.utf8))
    let document = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    let report = try #require(document as? [String: Any])
    let counts = try #require(report["counts"] as? [String: Int])
    let findings = try #require(report["findings"] as? [[String: Any]])
    #expect(report["files"] as? Int == 1)
    #expect(counts["error"] == 0)
    #expect(counts["warning", default: 0] >= 2)
    #expect(counts.values.reduce(0, +) == findings.count)
    let first = try #require(findings.first { $0["code"] as? String == "SYN003" })
    #expect(first["severity"] as? String == "warning")
    #expect(first["file"] as? String == "entrée")
    #expect(first["line"] as? Int == 1)
    #expect(first["column"] as? Int == 11)
    #expect(first["end_column"] as? Int == 21)
    let fix = try #require(first["fix"] as? [String: Any])
    let edits = try #require(fix["edits"] as? [[String: Any]])
    #expect(fix["safety"] as? String == "safe")
    #expect(edits.map { $0["replacement"] as? String } == ["prévenance"])
  }

  @Test("--db tells what is true of the ledger's customers, and fails on what nothing is sent for")
  func ledger() throws {
    let demo = try #require(GalleryFolder.all.first { $0.path == "Scenarios/demo" })
    let folder = try TemporaryFolder()
    let ledger = try demo.makeLedger(in: folder)
    let arguments = ["lint", demo.path, "--db", ledger, "--date", "2026-02-02"]
    let outcome = try Program.run(arguments)
    #expect(outcome.status == 1)
    #expect(
      outcome.output.contains("[TYP106] la base donne à C024 le scénario « Anciens clients »")
    )
    #expect(outcome.output.contains("ne peut être joint par"))
    let english = try Program.run(arguments + ["--lang", "en"])
    #expect(english.output.contains("[TYP106] the ledger gives C024 the scenario"))
    #expect(try Program.run(["lint", demo.path, "--db", folder.path("none.sqlite")]).status == 3)
    #expect(try Program.run(["lint", demo.path, "--db", ""]).status == 2)
  }

  @Test("--format github escapes what would end a command or a property")
  func github() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      "J+7 email\nsi retrad > 3 jours alors manuel\n",
      to: "a,b:c%.relance"
    )
    let outcome = try Program.run(["lint", "--format", "github", path])
    let line = try #require(outcome.output.split(separator: "\n").first)
    #expect(outcome.status == 1)
    #expect(line.hasPrefix("::error file="))
    #expect(
      line.contains("a%2Cb%3Ac%25.relance,line=2,endLine=2,col=4,endColumn=10,title=TYP101::")
    )
    #expect(outcome.output.split(separator: "\n").allSatisfy { $0.hasPrefix("::") })
  }
}
