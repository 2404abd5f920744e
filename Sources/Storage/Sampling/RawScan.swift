import CSQLite
import Receivables

/// What it costs to go through the tables of a ledger with nothing but SQLite: the measure that the
/// reading of a ledger is held against.
public struct RawScan: Sendable {
  /// How many rows there were.
  public let rows: Int
  /// The bytes of all texts and the integers together, so that no value can be left unread.
  let digest: Int64

  /// Steps through the rows that the reading of a ledger asks for, on as many threads, and takes
  /// every value once, an integer as such and all else as text.
  ///
  /// - Parameters:
  ///   - path: The ledger.
  ///   - demand: What is needed of it.
  ///   - threads: How many threads work, each with a connection of its own.
  /// - Throws: Why the ledger cannot be read.
  public init(path: String, demand: LedgerDemand, threads: Int) throws(LedgerError) {
    let database = try Database(path: path, access: .reading)
    var jobs: [(query: TableQuery, piece: ClosedRange<Int64>?)] = []
    for table in LedgerTable.allCases {
      let query = try TableQuery(database, table, where: { demand.needs($0, of: table) })
      guard let query else { continue }
      for piece in try query.pieces(database, count: threads > 1 ? 8 * threads : 1) {
        jobs.append((query, piece))
      }
    }
    let work = jobs
    let snapshot = try Snapshot(database, threads: threads)
    let results = sideBySide(work.count, threads: snapshot.threads) { index, worker in
      Result { () throws(LedgerError) in
        let (query, piece) = work[index]
        let statement = try query.statement(snapshot.connection(of: worker), piece: piece)
        return try RawScan.scan(statement, columns: query.columns.count)
      }
    }
    var rows = 0
    var digest: Int64 = 0
    for result in results {
      let part = try result.get()
      rows += part.rows
      digest &+= part.digest
    }
    self.rows = rows
    self.digest = digest
  }

  private static func scan(
    _ statement: Statement,
    columns: Int
  ) throws(LedgerError) -> (rows: Int, digest: Int64) {
    var rows = 0
    var digest: Int64 = 0
    while try statement.step() {
      rows += 1
      for column in 1...Int32(columns) {
        if statement.storage(column) == .integer {
          digest &+= statement.integer(column)
        } else {
          digest &+= Int64(statement.bytes(column).count)
        }
      }
    }
    return (rows, digest)
  }
}
