import Diagnostics

/// The rows of one file that were rejected, as a file to be corrected and imported again.
///
/// The reasons stand in the first column, so that rows of too many or too few fields stay as they
/// are. The file appears as a whole, once everything is written.
final class RejectsFile {
  /// Where the file will be.
  let path: String

  private let output: AtomicFile
  private var writer: CSVWriter
  private let language: MessageLanguage
  /// The fields that are kept: all but an earlier reason.
  private let reasonField: Int?

  /// Begins a file for the rejected rows of another.
  init(_ path: String, for file: FileReading, _ language: MessageLanguage) throws(ImportError) {
    self.path = path
    self.language = language
    let reason = HeaderNames.rejectionReason
    reasonField = file.headers.firstIndex { $0 == reason.fr || $0 == reason.en }
    writer = CSVWriter(separator: file.layout.separator)
    output = try AtomicFile(path: path)
    // Spreadsheets take a file without the mark for one of their own old encoding.
    try output.write([0xEF, 0xBB, 0xBF])
    try write(reason.text(in: language), file.headers)
  }

  /// Adds a row with the reasons why it was rejected.
  func add(_ row: RejectedRow) throws(ImportError) {
    let reasons = row.problems.map { $0.explanation(in: language) }.joined(separator: " ; ")
    try write(reasons, (0..<row.record.count).map { row.record.rawText($0) })
  }

  /// Makes the file appear.
  func finish() throws(ImportError) {
    try output.finish()
  }

  private func write(_ reason: String, _ fields: [String]) throws(ImportError) {
    let kept = fields.enumerated().filter { $0.offset != reasonField }.map(\.element)
    writer.write([reason] + kept)
    try output.write(writer.take())
  }

  /// Where the rejected rows of a table go: the path itself if there is only one file, else one
  /// with the table's name before the extension.
  static func path(_ path: String, for table: LedgerTable, among sources: Int) -> String {
    guard sources > 1 else { return path }
    let name = path.lastIndex(of: "/").map { path[path.index(after: $0)...] } ?? path[...]
    guard let point = name.lastIndex(of: "."), point > name.startIndex else {
      return "\(path)-\(table.rawValue)"
    }
    return "\(path[..<point])-\(table.rawValue)\(path[point...])"
  }
}
