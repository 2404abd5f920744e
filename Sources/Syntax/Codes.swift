import Diagnostics

extension DiagnosticCode {
  /// The file is not UTF-8: a spreadsheet saved it as Windows-1252, say.
  public static let encoding = DiagnosticCode("SYN001")
  /// A character that looks like another one or like none: a Cyrillic `е` in `email`.
  public static let confusable = DiagnosticCode("SYN002")
  /// A word of the language that is misspelt: `couriel`; read as what was probably meant, but an error.
  public static let spelling = DiagnosticCode("SYN003")
  /// A number that can be read in two ways: `1.000`.
  public static let ambiguousAmount = DiagnosticCode("SYN004")
  /// A day that does not exist or whose year is not clear: `31/02/2026`, `01/02/26`.
  public static let impossibleDate = DiagnosticCode("SYN006")
  /// Anything else that can't be read: `si solde > alors manuel`.
  public static let syntax = DiagnosticCode("SYN010")
}
