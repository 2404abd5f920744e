import Diagnostics

/// The headers under which imported files may have the columns of a table.
///
/// Headers are compared by their letters and digits alone, folded, so that `Date d'échéance`,
/// `date_d_echeance` and `DATE D’ECHEANCE` are one; what stands in parentheses may be missing.
struct HeaderNames {
  private let table: LedgerTable
  private let columns: [String: LedgerColumn]

  /// The headers of a table.
  init(_ table: LedgerTable) {
    self.table = table
    var columns: [String: LedgerColumn] = [:]
    for column in table.columns {
      for header in [column.name.rawValue] + column.headers {
        columns[HeaderNames.key(header)] = column
      }
    }
    self.columns = columns
  }

  /// The column a header stands for; `nil` if it is not known.
  func column(for header: String) -> LedgerColumn? {
    columns[HeaderNames.key(header)] ?? columns[HeaderNames.key(withoutParentheses(header))]
  }

  /// The form in which headers are compared.
  static func key(_ header: String) -> String {
    let bytes = header.folded.text.utf8.filter { byte in
      (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The header of the reasons in a file of rejected rows, in both languages.
  static let rejectionReason = Message(fr: "motif du rejet", en: "rejection reason")

  private func withoutParentheses(_ header: String) -> String {
    guard let open = header.firstIndex(of: "("), let close = header.lastIndex(of: ")"), open < close
    else { return header }
    return String(header[..<open] + header[header.index(after: close)...])
  }
}
