import Receivables
import Testing

@testable import Storage

/// Imports into a ledger in a folder of its own.
struct ImportHarness {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  var ledgerPath: String { folder.file("ledger.db") }

  /// Imports texts as files, each named after its table.
  @discardableResult
  func run(
    _ texts: KeyValuePairs<LedgerTable, String>,
    _ change: (inout ImportOptions) throws -> Void = { _ in }
  ) throws -> ImportReport {
    var sources: [ImportOptions.Source] = []
    for (table, text) in texts {
      sources.append(.init(table, try folder.write("\(table.rawValue).csv", text)))
    }
    var options = ImportOptions(sources: sources)
    try change(&options)
    return try Importer(options).run(into: ledgerPath)
  }

  /// The ledger as it is.
  func ledger() throws -> Ledger {
    try Database(path: ledgerPath, access: .reading).readLedger()
  }

  /// The problems of rows that an import is refused for.
  func problems(_ body: () throws -> Void) -> [RowProblem] {
    do {
      try body()
    } catch ImportError.rows(let problems, _) {
      return problems
    } catch {
      Issue.record(error)
    }
    return []
  }
}
