import FoundationEssentials
import Receivables
import Testing

@testable import Storage

/// The public data sets, where they lie beside the project.
private enum DataSet {
  static let ibm = path("ibm/WA_Fn-UseC_-Accounts-Receivable.csv")
  static let highradius = path("highradius/open_invoices.csv")

  static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  private static func path(_ name: String) -> String {
    var folder = URL(filePath: #filePath)
    for _ in 0..<3 { folder = folder.deletingLastPathComponent() }
    // A worktree lies one folder deeper than the project itself.
    let candidates = ["../shared/data/", "../../shared/data/"].map {
      folder.appending(path: $0 + name)
    }
    return candidates.map(\.path).first(where: exists) ?? candidates[0].path
  }
}

@Suite("Real ledgers")
struct RealLedgerTests {
  let harness: ImportHarness

  init() throws { harness = try ImportHarness() }

  @Test(
    "IBM's late payment histories: one file fills four tables",
    .enabled(if: DataSet.exists(DataSet.ibm), "the data set is not there")
  )
  func ibm() throws {
    var options = ImportOptions(
      sources: [LedgerTable.customers, .invoices, .payments, .disputes]
        .map { .init($0, DataSet.ibm) }
    )
    options.dateFormat = DateFormat(pattern: "M/D/YYYY")
    options.mappings = try [
      "customers.country=countryCode", "payments.amount_minor=InvoiceAmount",
      "disputes.opened_on=DueDate", "disputes.closed_on=SettledDate",
    ].map { try ColumnMapping(argument: $0) }
    options.conditions = [try RowCondition(argument: "disputes.Disputed=Yes")]
    let report = try Importer(options).run(into: harness.ledgerPath)
    #expect(report.files.map(\.inserted) == [100, 2_466, 2_466, 561])
    #expect(report.files.map(\.unchanged) == [2_366, 0, 0, 0])
    #expect(report.files[3].leftOut == 1_905)
    // These were settled on or before their due date, so that there was nothing to dispute.
    #expect(report.files[3].notes == [.emptyDisputes(178)])

    // The figures were counted from the file by a program of another language.
    let ledger = try harness.ledger()
    let invoices = ledger.accounts.flatMap(\.invoices)
    #expect(ledger.accounts.count == 100 && invoices.count == 2_466)
    #expect(ledger.accounts.count { $0.customer.country == "391" } == 25)
    #expect(invoices.reduce(0) { $0 + $1.invoice.amount } == 14_770_318)
    let date = day("2013-06-01")
    let open = invoices.filter { account in
      (account.invoice.issuedOn ?? .latest) <= date && account.payments[0].paidOn > date
    }
    #expect(open.count == 111)
    #expect(open.reduce(0) { $0 + $1.invoice.amount } == 690_501)
    #expect(invoices.count { $0.disputes.contains { $0.isOpen(on: date) } } == 11)
  }

  @Test(
    "HighRadius' open invoices: noise in amounts, `.0` in numbers, dirty names",
    .enabled(if: DataSet.exists(DataSet.highradius), "the data set is not there")
  )
  func highradius() throws {
    var options = ImportOptions(sources: [.init(.invoices, DataSet.highradius)])
    options.mappings = [try ColumnMapping(argument: "invoices.amount_minor=converted_usd")]
    options.currency = Currency(code: "USD")
    let strict = options
    let error = #expect(throws: ImportError.self, "amounts of three decimals were taken") {
      try Importer(strict).run(into: harness.ledgerPath)
    }
    guard case .rows(let problems, total: 576) = error else {
      Issue.record("another error: \(String(describing: error))")
      return
    }
    #expect(problems.count == 20)
    options.excessDecimals = .rounded
    let report = try Importer(options).run(into: harness.ledgerPath)
    let file = report.files[0]
    #expect(file.inserted == 9_681 && file.rejected == 0)
    #expect(
      file.ignoredHeaders
        == ["business_code", "clear_date", "buisness_year", "baseline_create_date"]
    )
    #expect(file.notes.contains(.identifiersRepaired(9_681)))
    #expect(file.notes.contains(.dueBeforeIssue(27)))
    #expect(file.notes.contains(.noiseRemoved(55)))
    #expect(file.notes.contains(.rounded(576)))
    let ledger = try harness.ledger()
    #expect(ledger.accounts.count == 694)
    let invoices = ledger.accounts.flatMap(\.invoices)
    #expect(invoices.reduce(0) { $0 + $1.invoice.amount } == 31_042_785_902)
    let first = try #require(invoices.first { $0.invoice.id == "2960623488" })
    #expect(first.invoice.amount == 230_979 && first.invoice.currency.code == "USD")
    #expect(first.invoice.dueOn == day("2020-04-10") && first.invoice.issuedOn == day("2020-03-30"))
    #expect(ledger.accounts.allSatisfy { $0.customer.name == $0.customer.name.map(trimmed) })
  }
}
