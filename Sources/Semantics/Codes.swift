import Diagnostics

/// The codes of findings about names and types; what each reports stands in the language reference.
extension DiagnosticCode {
  /// A structure that the grammar cannot express, such as a setting given twice.
  static let structure = DiagnosticCode("SYN010")
  /// Quotes that a value of a closed list does not need.
  static let needlessQuotes = DiagnosticCode("SYN007")
  /// A field that does not exist.
  static let unknownField = DiagnosticCode("TYP101")
  /// A word that is not in a closed list.
  static let unknownValue = DiagnosticCode("TYP102")
  /// Two values of types that do not go together.
  static let incompatibleTypes = DiagnosticCode("TYP103")
  /// A number without its unit, or units that do not go together.
  static let incompatibleUnits = DiagnosticCode("TYP104")
  /// An amount without a currency, or in the wrong one.
  static let currency = DiagnosticCode("TYP105")
  /// A scenario, template, step or invoice that nothing declares.
  static let unknownName = DiagnosticCode("TYP106")
  /// A name that equals another after folding.
  static let shadowing = DiagnosticCode("TYP109")
  /// Scenarios or definitions that refer to themselves.
  static let cycle = DiagnosticCode("TYP110")
}
