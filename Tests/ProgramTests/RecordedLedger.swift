import CSQLite
import Foundation
import TestSupport
import Testing

/// A ledger whose history the program writes, in a folder of its own, with days in the past.
struct RecordedLedger {
  let folder: TemporaryFolder
  let path: String
  let scenario: String

  /// The day on which every invoice is due for its first reminder.
  static let day = "2025-03-03"

  /// So many customers with one overdue invoice each, `F0` of `C0` and so on.
  init(
    customers count: Int,
    scenario text: String = "J+7 email doux; J+21 courrier ferme; J+45 mise en demeure recommandée"
  ) throws {
    folder = try TemporaryFolder()
    scenario = try folder.write(text + "\n", to: "essai.relance")
    path = folder.path("ledger.sqlite")
    var customers = "id;nom;email;téléphone;adresse\n"
    var invoices = "id;client;échéance;montant\n"
    for number in 0..<count {
      customers += "C\(number);Client \(number);c\(number)@exemple.fr;0102030405;1 rue Haute\n"
      invoices += "F\(number);C\(number);2025-02-20;100,00\n"
    }
    let outcome = try Program.run([
      "import", "--db", path, "--customers", try folder.write(customers, to: "c.csv"),
      "--invoices", try folder.write(invoices, to: "f.csv"),
    ])
    try #require(outcome.status == 0, "\(outcome.errors)")
  }

  /// The arguments that record a day.
  func recording(_ arguments: String...) -> [String] {
    ["plan", scenario, "--db", path, "--date", RecordedLedger.day, "--record"] + arguments
  }

  /// The first column of a query, read without the program under test.
  func rows(_ sql: String) throws -> [String] {
    try LedgerConnection(path).rows(sql)
  }
}

/// A connection of another program to a ledger.
final class LedgerConnection {
  private var handle: OpaquePointer?

  init(_ path: String) throws {
    try #require(sqlite3_open(path, &handle) == SQLITE_OK)
    sqlite3_busy_timeout(handle, 10_000)
  }

  deinit { sqlite3_close(handle) }

  /// Runs a statement and gives the first column of its rows.
  @discardableResult
  func rows(_ sql: String) throws -> [String] {
    var statement: OpaquePointer?
    defer { sqlite3_finalize(statement) }
    try #require(sqlite3_prepare_v2(handle, sql, -1, &statement, nil) == SQLITE_OK, "\(sql)")
    var rows: [String] = []
    var code = sqlite3_step(statement)
    while code == SQLITE_ROW {
      rows.append(sqlite3_column_text(statement, 0).map { String(cString: $0) } ?? "")
      code = sqlite3_step(statement)
    }
    try #require(code == SQLITE_DONE, "\(sql)")
    return rows
  }
}
