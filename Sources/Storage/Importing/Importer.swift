import Diagnostics
import Receivables

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Loads CSV files into a ledger: all of them or, if anything is wrong, nothing.
///
/// With a path for rejected rows in its options, an import takes the good rows and writes the others
/// there, with reasons, to be corrected and imported again.
public struct Importer {
  private let options: ImportOptions

  /// An importer of what the options say.
  public init(_ options: ImportOptions) {
    self.options = options
  }

  /// Imports into a ledger, which is created if there is none.
  ///
  /// - Parameters:
  ///   - path: The ledger.
  ///   - progress: Told now and then how far the import is.
  /// - Returns: What was done.
  /// - Throws: Why nothing was done.
  public func run(
    into path: String,
    progress: (ImportProgress) -> Void = { _ in }
  ) throws(ImportError) -> ImportReport {
    var files: [(FileReading, ColumnSurvey)] = []
    for table in LedgerTable.allCases {
      let sources = options.sources.filter { $0.table == table }
      guard sources.count <= 1 else { throw .severalFiles(table) }
      guard let source = sources.first else { continue }
      let file = try FileReading(source, options)
      files.append((file, try ColumnSurvey(file, options)))
    }
    let isNew = FileStatus(path: path).size == nil
    do {
      return try fill(path, from: files, progress)
    } catch {
      if isNew { unlink(path) }
      throw error
    }
  }

  private func fill(
    _ path: String,
    from files: [(FileReading, ColumnSurvey)],
    _ progress: (ImportProgress) -> Void
  ) throws(ImportError) -> ImportReport {
    let database: Database
    do {
      database = try Database(path: path, access: .creating)
      try database.execute("BEGIN IMMEDIATE")
    } catch {
      throw .ledger(error)
    }
    do {
      let report = try fill(database, from: files, progress)
      try asImportError { () throws(LedgerError) in try database.execute("COMMIT") }
      return report
    } catch {
      try? database.execute("ROLLBACK")
      throw error
    }
  }

  private func fill(
    _ database: Database,
    from files: [(FileReading, ColumnSurvey)],
    _ progress: (ImportProgress) -> Void
  ) throws(ImportError) -> ImportReport {
    for table in [LedgerTable.customers] + files.map(\.0.table) {
      let relation = try asImportError { () throws(LedgerError) in
        try database.relation(named: table.rawValue)
      }
      guard relation != .view else { throw .view(table) }
    }
    try asImportError { () throws(LedgerError) in
      try database.createTables()
      try database.execute("PRAGMA cache_size = \(Importer.cacheSize)")
    }
    var report = ImportReport(files: [])
    var rejections = Rejections(options, files: files.count)
    for (file, survey) in files {
      var table = try asImportError { () throws(LedgerError) in
        try TableImport(file, survey, options, database)
      }
      rejections.begin(file)
      var rows = try file.rows()
      var count = 0
      while try rows.next() {
        let rejected = try asImportError { () throws(LedgerError) in
          try table.take(rows.reader.record)
        }
        if let rejected { try rejections.add(rejected) }
        count += 1
        if count % Importer.stride == 0 { progress(file.progress(count, rows.bytesRead)) }
      }
      progress(file.progress(count, rows.bytesRead))
      var imported = try asImportError { () throws(LedgerError) in try table.finish() }
      imported.rejectsPath = rejections.currentPath
      let written = imported.inserted + imported.updated + imported.unchanged
      try asImportError { () throws(LedgerError) in
        try database.noteImport(of: file.table, from: file.path, rows: written)
      }
      report.files.append(imported)
    }
    try rejections.finish()
    return report
  }

  private static let stride = 5_000

  /// So many KiB of the database are held in memory at most, as SQLite counts them: the rows of an
  /// index come in any order, and what is not held is read and written over and over.
  private static let cacheSize = -131_072
}

/// The rows an import could not take.
private struct Rejections {
  private let options: ImportOptions
  private let files: Int
  private var file: FileReading?
  private var written: [RejectsFile] = []
  private var current: RejectsFile?
  private var first: [RowProblem] = []
  private var total = 0

  init(_ options: ImportOptions, files: Int) {
    self.options = options
    self.files = files
  }

  /// Where the rejected rows of the current file go; `nil` if there were none yet.
  var currentPath: String? { current?.path }

  mutating func begin(_ file: FileReading) {
    self.file = file
    current = nil
  }

  mutating func add(_ row: RejectedRow) throws(ImportError) {
    total += row.problems.count
    first += row.problems.prefix(max(0, options.shownProblems - first.count))
    guard let path = options.rejectsPath, let file else { return }
    if let current {
      try current.add(row)
    } else {
      let path = RejectsFile.path(path, for: file.table, among: files)
      let opened = try RejectsFile(path, for: file, options.language)
      try opened.add(row)
      written.append(opened)
      current = opened
    }
  }

  /// Makes the files of rejected rows appear, or tells the errors if there may be none.
  mutating func finish() throws(ImportError) {
    guard total == 0 || options.rejectsPath != nil else { throw .rows(first, total: total) }
    for file in written { try file.finish() }
  }
}

extension FileReading {
  fileprivate func progress(_ rows: Int, _ bytesRead: Int64) -> ImportProgress {
    ImportProgress(table: table, rows: rows, bytesRead: bytesRead, bytes: source.size)
  }
}

/// Tells an error of the ledger as one of the import.
private func asImportError<Result>(
  _ work: () throws(LedgerError) -> Result
) throws(ImportError) -> Result {
  do {
    return try work()
  } catch {
    throw .ledger(error)
  }
}
