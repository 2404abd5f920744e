import Foundation
import TestSupport
import Testing

@Suite("relance report: the figures of a ledger")
struct ReportCommandTests {
  private static let demo = GalleryFolder(path: "Scenarios/demo")

  /// Runs the command on the demo ledger, with more arguments.
  private func report(_ arguments: String...) throws -> Program.Outcome {
    let folder = try TemporaryFolder()
    let ledger = try Self.demo.makeLedger(in: folder)
    return try Program.run(["report", "--db", ledger, "--date", "2026-02-02"] + arguments)
  }

  static let forms = [("table", "txt"), ("csv", "csv"), ("json", "json")]

  @Test("each form is the golden one", arguments: forms)
  func golden(_ form: String, suffix: String) throws {
    let outcome = try report("Scenarios/demo", "--format", form)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.errors.isEmpty)
    try Golden.expect(outcome.output, matches: "Tests/ProgramTests/Samples/report.\(suffix)")
  }

  @Test("no scenarios are needed; without them nothing is said of the days ahead")
  func withoutScenarios() throws {
    let outcome = try report("--format", "json")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("\"upcoming\": null"))
  }

  @Test("a table's figures are those of the plain ledger, added up another way")
  func sums() throws {
    let outcome = try report("--format", "json")
    let report = try JSONDecoder().decode(DecodedReport.self, from: Data(outcome.output.utf8))
    for total in report.ageing.totals {
      let lines = report.ageing.customers.filter { $0.currency == total.currency }
      #expect(lines.reduce(0) { $0 + $1.total } == total.total)
      #expect(total.total == total.notDue + total.overdue)
    }
    // What the CSV files of the demo leave open on the day, added up by another program.
    #expect(report.ageing.totals.map(\.currency) == ["CHF", "EUR"])
    #expect(report.ageing.totals.map(\.total) == [275_000, 18_232_240])
    #expect(report.ageing.totals.map(\.notDue) == [0, 7_839_400])
    for level in report.reminders {
      #expect(level.sent == level.crossed + level.paid + level.reminded + level.pending)
    }
  }

  private static let histories = Repository.dataSet("ibm/WA_Fn-UseC_-Accounts-Receivable.csv")

  /// The expected figures were worked out from the file by a program in another language.
  @Test(
    "IBM's late payment histories on 30 June 2013",
    .enabled(if: histories != nil, "the data set is not there")
  )
  func realLedger() throws {
    let folder = try TemporaryFolder()
    let ledger = folder.path("ibm.sqlite")
    let file = try #require(Self.histories)
    let loaded = try Program.run([
      "import", "--db", ledger, "--customers", file, "--invoices", file, "--payments", file,
      "--date-format", "M/D/YYYY", "--map", "payments.amount_minor=InvoiceAmount",
    ])
    try #require(loaded.status == 0, "\(loaded.errors)")
    let outcome = try Program.run([
      "report", "--db", ledger, "--date", "2013-06-30", "--format", "json",
    ])
    let figures = [
      #""outstanding": 511985, "sales": 7870445, "days": 365, "simple": 23.7, "count_back": 26.3"#,
      #""settled": 1333, "late": 482, "average_delay": -3.3, "late_share": 0.3616"#,
    ]
    for figure in figures { #expect(outcome.output.contains(figure), "\(figure)") }
  }

  @Test("--html writes a page, all of it, in a new file and over an old one")
  func page() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("page.html")
    for _ in 1...2 {
      let outcome = try report("--html", path)
      #expect(outcome.status == 0, "\(outcome.errors)")
      let page = try String(contentsOfFile: path, encoding: .utf8)
      #expect(page.hasPrefix("<!DOCTYPE html>"))
      #expect(page.hasSuffix("</html>\n"))
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
    #expect(names == ["page.html"])
  }

  @Test("a page that cannot be written ends with 3 and says why")
  func unwritable() throws {
    let outcome = try report("--html", "/absent/page.html")
    #expect(outcome.status == 3)
    #expect(outcome.errors.contains("/absent/page.html"))
    #expect(outcome.output.isEmpty)
  }

  @Test("an unknown form is wrong usage, a missing ledger is told")
  func mistakes() throws {
    let form = try report("--format", "xml")
    #expect(form.status == 2)
    #expect(form.errors.contains("table, csv, json"))
    let ledger = try Program.run(["report", "--db", "absente.sqlite"])
    #expect(ledger.status == 3)
    #expect(ledger.errors.contains("absente.sqlite"))
  }
}

private struct DecodedReport: Decodable {
  struct Ageing: Decodable {
    let customers: [Amounts]
    let totals: [Amounts]
  }

  struct Amounts: Decodable {
    let currency: String
    let notDue: Int
    let overdue: Int
    let total: Int

    private enum CodingKeys: String, CodingKey {
      case currency
      case notDue = "not_due"
      case overdue, total
    }
  }

  struct Level: Decodable {
    let sent: Int
    let crossed: Int
    let paid: Int
    let reminded: Int
    let pending: Int
  }

  let ageing: Ageing
  let reminders: [Level]
}
