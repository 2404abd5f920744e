/// Connections that all see one state of a ledger, one for each thread that reads it.
///
/// They are opened one after the other. A further connection watches meanwhile: if its
/// `PRAGMA data_version` stayed the same, nobody changed the ledger between the first and the last,
/// and from then on each of them keeps to the state it has begun with. Otherwise they are opened
/// once more; where the ledger is changed all the time, one connection reads it alone.
final class Snapshot: @unchecked Sendable {
  // Unchecked because a `Database` is used by one thread at a time: the worker of its number.
  private let connections: [Database]
  /// Whether the transactions end with the snapshot.
  private let isOwn: Bool

  /// How often agreement is looked for.
  private static let attempts = 3

  /// How many threads can read.
  var threads: Int { connections.count }

  /// Opens a snapshot for so many threads, of which the first reads by a connection that is open
  /// already.
  init(_ database: Database, threads: Int) throws(LedgerError) {
    isOwn = true
    for _ in 0..<(threads > 1 ? Snapshot.attempts : 0) {
      if let agreed = try? Snapshot.agreeing(database, threads: threads) {
        connections = agreed
        return
      }
    }
    try database.beginReading()
    connections = [database]
  }

  deinit {
    guard isOwn else { return }
    for database in connections { try? database.execute("COMMIT") }
  }

  /// The snapshot of a transaction that is open already, for one thread.
  init(within database: Database) {
    connections = [database]
    isOwn = false
  }

  /// Connections that began on the same state; `nil` if it changed meanwhile.
  private static func agreeing(
    _ database: Database,
    threads: Int
  ) throws(LedgerError) -> [Database]? {
    let watcher = try Database(path: database.path, access: .reading)
    let before = try watcher.integer("PRAGMA data_version")
    var connections = [database]
    for _ in 1..<threads {
      connections.append(try Database(path: database.path, access: .reading))
    }
    var begun: [Database] = []
    do throws(LedgerError) {
      for connection in connections {
        try connection.beginReading()
        begun.append(connection)
      }
      if try watcher.integer("PRAGMA data_version") == before { return connections }
    } catch {
      for connection in begun { try? connection.execute("COMMIT") }
      throw error
    }
    for connection in begun { try? connection.execute("COMMIT") }
    return nil
  }

  /// The connection of a worker.
  func connection(of worker: Int) -> Database { connections[worker] }

  /// Reads the rows of a query, in pieces where that is of use; what was made of each piece, in the
  /// order of the rows.
  ///
  /// - Throws: The error of the first row that has one.
  func read<Part: Sendable>(
    _ query: TableQuery,
    _ read: @Sendable (_ rows: TableRows, _ piece: Int) throws(LedgerError) -> Part
  ) throws(LedgerError) -> [Part] {
    let pieces = try query.pieces(connections[0], count: threads > 1 ? 8 * threads : 1)
    let results = sideBySide(pieces.count, threads: threads) { piece, worker in
      Result { () throws(LedgerError) in
        try read(TableRows(connection(of: worker), query, piece: pieces[piece]), piece)
      }
    }
    var parts: [Part] = []
    for result in results { parts.append(try result.get()) }
    return parts
  }
}

extension Database {
  /// Begins to see one state of the ledger throughout, until `COMMIT`.
  fileprivate func beginReading() throws(LedgerError) {
    try execute("BEGIN")
    do throws(LedgerError) {
      // Only the first look into the file takes the state.
      _ = try integer("SELECT count(*) FROM sqlite_master")
    } catch {
      try? execute("ROLLBACK")
      throw error
    }
  }
}
