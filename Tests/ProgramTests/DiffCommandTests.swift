import Foundation
import TestSupport
import Testing

@Suite("relance diff, as it is run")
struct DiffCommandTests {
  private let folder: TemporaryFolder
  private let old: String
  private let new: String

  init() throws {
    folder = try TemporaryFolder()
    old = try folder.write("J+7 email doux\nJ+21 courrier ferme\n", to: "ancien.relance")
    new = try folder.write("J+9 email doux\nJ+21 courrier ferme\n", to: "nouveau.relance")
  }

  @Test("without a ledger the texts are compared, and the status tells a difference if asked")
  func texts() throws {
    let different = try Program.run(["diff", old, new, "--exit-code"])
    #expect(different.status == 1)
    #expect(different.output.contains("J+7 email"), "\(different.output)")
    #expect(different.errors.isEmpty)
    #expect(try Program.run(["diff", old, new]).status == 0)
    let same = try Program.run(["diff", old, old, "--exit-code"])
    #expect(same.status == 0)
    #expect(same.output.contains("Aucune différence"))
  }

  @Test("with a ledger: every form, on a day and over a period")
  func ledger() throws {
    let ledger = try GalleryFolder(path: "Scenarios/01-premiere-ligne").makeLedger(in: folder)
    let spans = [["--date", "2026-01-19"], ["--from", "2026-01-02", "--to", "2026-03-31"]]
    for span in spans {
      for format in ["table", "csv", "json"] {
        let outcome = try Program.run(
          ["diff", old, new, "--db", ledger, "--format", format, "--exit-code"] + span
        )
        #expect(outcome.status == 1, "\(outcome.errors)")
        if format == "json" {
          let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
          let report = try #require(object as? [String: Any])
          let invoices = try #require(report["invoices"] as? [[String: Any]])
          #expect(invoices.count == report["different"] as? Int)
          #expect(!invoices.isEmpty)
        }
      }
    }
  }

  @Test("of an invoice that only waits every form names the steps, whose days may be the same")
  func waitingSteps() throws {
    let ledger = try GalleryFolder(path: "Scenarios/01-premiere-ligne").makeLedger(in: folder)
    let before = try folder.write("J+7 « un » email\n", to: "avant.relance")
    let after = try folder.write("J+7 « deux » email\n", to: "apres.relance")
    func output(_ format: String) throws -> String {
      try Program.run([
        "diff", before, after, "--db", ledger, "--date", "2026-01-12", "--format", format,
      ]).output
    }
    let line = "F2601,C001,other_step,waiting,waiting,,,2026-01-19,2026-01-19,un,deux"
    #expect(try output("csv").contains(line))
    let object = try JSONSerialization.jsonObject(with: Data(output("json").utf8))
    let report = try #require(object as? [String: Any])
    let invoices = try #require(report["invoices"] as? [[String: Any]])
    let waiting = try #require(invoices.first { $0["invoice"] as? String == "F2601" })
    #expect(waiting["old_step"] as? String == "un" && waiting["new_step"] as? String == "deux")
  }

  @Test("a difference that no date, channel or tone shows is told by what it is")
  func hiddenDifferences() throws {
    let ledger = try GalleryFolder(path: "Scenarios/01-premiere-ligne").makeLedger(in: folder)
    let before = try folder.write(
      "soit IBAN = « FR76 1 »\nJ+7 « un » email\nsi solde > 50 € alors validation\n",
      to: "avant.relance"
    )
    let after = try folder.write(
      "soit IBAN = « FR76 2 »\nJ+7 « deux » email\nsi solde > 40 € alors validation\n",
      to: "apres.relance"
    )
    let page = folder.url.path + "/page.html"
    let outcome = try Program.run([
      "diff", before, after, "--db", ledger, "--date", "2026-01-19", "--html", page,
    ])
    let html = try String(contentsOfFile: page, encoding: .utf8)
    #expect(outcome.output.contains(": un → deux\n"), "\(outcome.output)")
    #expect(html.contains(", étape un") && html.contains(", étape deux"))
    #expect(html.contains(": pour des factures en plus<"))
    #expect(html.contains("tous les scénarios") && html.contains("toutes les factures"))
  }

  @Test(
    "wrong usage ends with 2",
    arguments: [
      (["Scenarios/demo"], "deux versions"),
      (["Scenarios/demo", "Scenarios/demo", "--format", "xml"], "table, csv, json"),
      (["Scenarios/demo", "Scenarios/demo", "--from", "2026-01-01"], "--to"),
      (
        [
          "Scenarios/demo", "Scenarios/demo", "--date", "2026-01-01", "--from", "2026-01-01",
          "--to",
          "2026-02-01",
        ], "s'excluent"
      ),
    ]
  )
  func usage(_ arguments: [String], words: String) throws {
    let outcome = try Program.run(["diff"] + arguments)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains(words), "\(outcome.errors)")
  }
}
