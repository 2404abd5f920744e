import Diagnostics
import Foundation
import Planning
import Receivables
import Semantics
import TestSupport
import Testing

/// The public data set, where it lies beside the project.
private let ibmPath: String? = ["../shared/data/ibm/", "../../shared/data/ibm/"]
  .map { Repository.url($0 + "WA_Fn-UseC_-Accounts-Receivable.csv").standardized.path }
  .first { FileManager.default.fileExists(atPath: $0) }

/// What a scenario would have sent over two years with the payments and disputes that took place.
///
/// `early` counts the reminders, prévenance and thanks apart, of invoices that were paid within three
/// days all the same.
private struct BackTest: CustomTestStringConvertible, Sendable {
  let scenario: String
  let actions: Int
  /// The invoices of actions, by nature.
  let natures: [Nature: Int]
  let early: Int

  var testDescription: String { scenario }
}

@Suite("IBM's late payment histories, played with the scenarios of the gallery")
struct BackTestTests {
  /// The figures of the first line were counted by a program of another language.
  ///
  /// It was written from the contract for this scenario alone and came to the same 184 first and 8
  /// second steps, invoice by invoice on the same days. Those of the others are what the simulator
  /// gives, which the plan of every day confirms for some customers.
  private static let backTests = [
    BackTest(
      scenario: "Scenarios/01-premiere-ligne",
      actions: 190,
      natures: [.reminder: 192],
      early: 72
    ),
    BackTest(
      scenario: "Scenarios/02-premier-scenario-prudent",
      actions: 143,
      natures: [.reminder: 147],
      early: 64
    ),
    BackTest(
      scenario: "Scenarios/03-b2b-standard",
      actions: 2_517,
      natures: [.preDueNotice: 1_199, .reminder: 186, .thanks: 1_186],
      early: 69
    ),
    BackTest(
      scenario: "Scenarios/06-factures-recurrentes",
      actions: 51,
      natures: [.reminder: 51],
      early: 23
    ),
    BackTest(
      scenario: "Scenarios/12-contentieux",
      actions: 2_497,
      natures: [.reminder: 125, .thanks: 2_453],
      early: 55
    ),
  ]

  @Test(
    "what would have been sent, and to whom in vain",
    .enabled(if: ibmPath != nil, "the data set is not there"),
    arguments: backTests
  )
  private func backTest(_ expected: BackTest) throws {
    let analysis = try Analysis(folder: expected.scenario)
    let ledger = try BackTestTests.ledger(for: analysis)
    let from = try #require(CalendarDate(year: 2012, month: 1, day: 1))
    let to = try #require(CalendarDate(year: 2013, month: 12, day: 31))
    let planner = Planner(
      scenarios: analysis.scenarios,
      files: analysis.files,
      exchangeRates: ledger.exchangeRates
    )
    let simulator = Simulator(planner, from: from, to: to)
    var actions = 0
    var natures: [Nature: Int] = [:]
    var early = 0
    for (index, account) in ledger.accounts.enumerated() {
      let entries = simulator.actions(for: account)
      // The slow loop for some customers only: it costs a plan a day.
      if index % 25 == 0 {
        let naive = playEveryDay(planner, account, from: from, to: to).map(\.line)
        #expect(entries.map(\.line) == naive, "\(account.customer.id)")
      }
      actions += entries.count
      for entry in entries {
        for invoice in entry.action.invoices {
          natures[entry.action.nature, default: 0] += 1
          let paid = account.invoices.first { $0.invoice.id == invoice.id }?.payments.first?.paidOn
          let isReminder = entry.action.nature != .thanks && entry.action.nature != .preDueNotice
          if isReminder, let paid, paid.days(since: entry.date) <= 3 { early += 1 }
        }
      }
    }
    let found = "\(actions) \(natures.sorted { $0.key.rawValue < $1.key.rawValue }) \(early)"
    #expect(actions == expected.actions, "\(found)")
    #expect(natures == expected.natures)
    #expect(early == expected.early)
  }

  /// The file as four tables, imported by the program.
  private static func ledger(for analysis: Analysis) throws -> Ledger {
    let file = try #require(ibmPath)
    let folder = try TemporaryFolder()
    let path = folder.path("ibm.sqlite")
    let outcome = try Program.run([
      "import", "--db", path, "--customers", try customers(of: file, in: folder), "--invoices",
      file,
      "--payments", file, "--disputes", file, "--date-format", "M/D/YYYY", "--map",
      "payments.amount_minor=InvoiceAmount", "--map", "disputes.opened_on=DueDate", "--map",
      "disputes.closed_on=SettledDate", "--where", "disputes.Disputed=Yes",
    ])
    try #require(outcome.status == 0, "\(outcome.errors)")
    return try Ledger(path: path, for: analysis)
  }

  /// A customer has an e-mail address if one of its invoices went out by e-mail, and a postal one.
  private static func customers(of file: String, in folder: TemporaryFolder) throws -> String {
    let rows = try String(contentsOfFile: file, encoding: .utf8).split(whereSeparator: \.isNewline)
      .dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    var countries: [Substring: Substring] = [:]
    var emails: Set<Substring> = []
    for row in rows {
      countries[row[1]] = countries[row[1]] ?? row[0]
      if row[9].contains("Electronic") { emails.insert(row[1]) }
    }
    let lines = countries.keys.sorted().map { id in
      let email = emails.contains(id) ? "\(id.lowercased())@client.example" : ""
      return "\(id),\(countries[id] ?? ""),\(email),Rue \(id)"
    }
    return try folder.write(
      (["id,country,email,address"] + lines).joined(separator: "\n"),
      to: "customers.csv"
    )
  }
}
