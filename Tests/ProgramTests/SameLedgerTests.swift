import Foundation
import Receivables
import TestSupport
import Testing

@testable import Storage

/// What a plan must not depend on: threads, the order of rows, indexes, tables or views, and what
/// was not read because nobody asked for it.
@Suite("However a ledger is read, the plan is the same")
struct SameLedgerTests {
  static let day = "2026-02-02"

  /// A scenario that looks at settled invoices, at history, and at all of a customer's invoices.
  static let scenario = """
    scénario « Tout »
      plafond 3 contacts par client par 7 jours
      plafond 2 contacts par facture par 30 jours
      seuil 15 €
      J-5  email prévenance si solde > 1 000 €
      J+7  « rappel »  email sinon courrier doux à comptabilité
      J+21 « courrier »  courrier ferme avec pénalités, indemnité si solde > 50 €
      J+45 « mise en demeure »  mise en demeure recommandée délai 8 jours
      au paiement  email remerciement si nombre de relances > 0
      au paiement partiel  email
      à promesse rompue  appel ferme
      si retard moyen > 12 jours alors validation
      si taux de retard > 60 % et segment = PME alors ton ferme
      si encours > 20 000 € ou échu > limite de crédit alors manuel
      si factures échues > 8 et pays dans (US, CH) alors sans mise en demeure
    """

  let folder: TemporaryFolder
  let ledger: String
  let file: String

  init() throws {
    folder = try TemporaryFolder()
    ledger = folder.path("base.sqlite")
    let day = try #require(CalendarDate(isoBytes: Self.day.utf8))
    try SampleLedger(invoices: 6_000, customers: 90, seed: 7, day: day).write(to: ledger)
    file = try folder.write(Self.scenario, to: "tout.relance")
  }

  private func plan(_ ledger: String, _ more: String...) throws -> String {
    let outcome = try Program.run(
      ["plan", file, "--db", ledger, "--date", Self.day, "--format", "json"] + more
    )
    #expect(outcome.status == 0, "\(outcome.errors)")
    return outcome.output
  }

  @Test("with any number of threads")
  func threads() throws {
    let alone = try plan(ledger, "--threads", "1")
    #expect(alone.contains("\"remerciement\"") && alone.contains("\"mise en demeure\""))
    for threads in ["2", "5"] { #expect(try plan(ledger, "--threads", threads) == alone) }
    let listed = try plan(ledger, "--statuses", "--threads", "1")
    #expect(try plan(ledger, "--statuses", "--threads", "3") == listed)
  }

  @Test("with rows in any order, without keys and indexes, from tables or views")
  func otherLedgers() throws {
    let expected = try plan(ledger)
    for form in ["TABLE", "VIEW"] {
      let path = folder.path("\(form).sqlite")
      let database = try Database(path: path, access: .creating)
      try database.execute("ATTACH '\(ledger)' AS old")
      for table in LedgerTable.allCases.map(\.rawValue) {
        let name = form == "VIEW" ? "raw_\(table)" : table
        try database.execute("CREATE TABLE \(name) AS SELECT * FROM old.\(table) ORDER BY random()")
        if form == "VIEW" { try database.execute("CREATE VIEW \(table) AS SELECT * FROM \(name)") }
      }
      #expect(try plan(path, "--threads", "2") == expected, "\(form)")
    }
  }

  @Test("whether settled invoices are read or only counted")
  func settledInvoices() throws {
    func withoutStatuses(_ text: String) throws -> NSDictionary {
      let document = try JSONSerialization.jsonObject(with: Data(text.utf8))
      var plan = try #require(document as? [String: Any])
      plan["statuses"] = nil
      return plan as NSDictionary
    }
    let counted = try withoutStatuses(try plan(ledger))
    #expect(counted == (try withoutStatuses(try plan(ledger, "--statuses"))))
  }

  @Test("one customer is found by key in every table", arguments: LedgerTable.allCases)
  func oneCustomer(_ table: LedgerTable) throws {
    let filter = LedgerFilter(customer: "C-000001").rows(of: table)
    guard let condition = filter.condition else { return }
    let database = try Database(path: ledger, access: .reading)
    let plan = try database.prepare(
      "EXPLAIN QUERY PLAN SELECT * FROM \(table.rawValue) WHERE \(condition)"
    )
    while try plan.step() { #expect(!plan.text(3).hasPrefix("SCAN"), "\(plan.text(3))") }
  }
}
