/// A file of an import whose layout and columns are known.
struct FileReading {
  let table: LedgerTable
  let source: ByteSource
  let layout: CSVLayout
  /// The headers as they stand in the file.
  let headers: [String]
  let match: HeaderMatch

  /// Opens a file, finds out how it is written and matches its headers.
  init(_ source: ImportOptions.Source, _ options: ImportOptions) throws(ImportError) {
    table = source.table
    do {
      self.source = try ByteSource(path: source.path)
      layout = try CSVLayout(
        of: self.source,
        encoding: options.encoding,
        separator: options.separator
      )
      headers = try FileReading.headers(self.source, layout)
    } catch {
      throw .file(path: source.path, error)
    }
    do {
      match = try HeaderMatch(
        table,
        headers: headers.map(trimmed),
        mappings: options.mappings,
        conditions: options.conditions
      )
    } catch {
      let isElsewhere = FileReading.mayBeElsewhere(error)
      let row =
        isElsewhere
        ? HeaderSearch(table, options).row(in: self.source, layout, separator: options.separator)
        : nil
      throw .headers(path: source.path, row.map { .belowTitle(row: $0) } ?? error)
    }
  }

  /// Whether a problem with headers may come from reading the wrong row.
  private static func mayBeElsewhere(_ problem: HeaderProblem) -> Bool {
    switch problem {
    case .missingColumns, .unknownHeader: true
    case .belowTitle, .severalHeaders, .repeatedHeader: false
    }
  }

  /// The path as the user gave it.
  var path: String { source.path }

  /// The rows below the header that are not blank, from the first.
  func rows() throws(ImportError) -> FileRows {
    do {
      return FileRows(path: path, reader: try CSVReader(source, layout))
    } catch {
      throw .file(path: path, error)
    }
  }

  private static func headers(
    _ source: ByteSource,
    _ layout: CSVLayout
  ) throws(FileProblem) -> [String] {
    var reader = try CSVReader(source, layout)
    while try reader.next() {
      guard !reader.record.isBlank else { continue }
      return (0..<reader.record.count).map { reader.record.rawText($0) }
    }
    throw .empty
  }
}

/// The rows of an imported file below its header, without blank ones.
struct FileRows {
  private let path: String
  /// What reads them, and stands on the current row.
  private(set) var reader: CSVReader
  private var isBelowHeader = false

  init(path: String, reader: CSVReader) {
    self.path = path
    self.reader = reader
  }

  /// How many bytes of the file were read.
  var bytesRead: Int64 { reader.bytesRead }

  /// Goes to the next row; `false` after the last.
  mutating func next() throws(ImportError) -> Bool {
    do {
      while try reader.next() {
        guard !reader.record.isBlank else { continue }
        if isBelowHeader { return true }
        isBelowHeader = true
      }
      return false
    } catch {
      throw .file(path: path, error)
    }
  }
}
