import Diagnostics
import Receivables
import Syntax

/// What a name of a condition can mean.
enum Meaning {
  /// A field of the language.
  case field(Field)
  /// A column declared with `champ`.
  case column(Int)
  /// A definition, by its index among those of the files.
  case definition(Int)
  /// A fact about the message a template writes.
  case message(MessageField)
}

/// The names that conditions can use: fields, their synonyms, columns and definitions.
struct NameTable {
  private static let fields = table { [$0.entry.name] }
  private static let synonyms = table { $0.entry.synonyms }

  private static func table(_ names: (Field) -> [String]) -> [FoldedText: Field] {
    var table: [FoldedText: Field] = [:]
    for field in Field.allCases {
      for name in names(field) { table[name.folded] = field }
    }
    return table
  }

  private static let canonicalNames: [String] = Field.allCases.map { $0.entry.name }

  private var columns: [FoldedText: Int] = [:]
  private var definitions: [FoldedText: Int] = [:]
  private var declaredNames: [String] = []

  /// What a name means in a condition: a file's own name goes before a field's synonym, so that a
  /// new synonym never changes what an old file means.
  func meaning(of name: FoldedText) -> Meaning? {
    if let field = NameTable.fields[name] { return .field(field) }
    if let column = columns[name] { return .column(column) }
    if let definition = definitions[name] { return .definition(definition) }
    return NameTable.synonyms[name].map { .field($0) }
  }

  /// The field whose canonical name a declaration may not take.
  static func field(named name: FoldedText) -> Field? { fields[name] }

  /// The known name that a misspelt one is nearest to.
  func nearest(to name: String) -> String? {
    Spelling.nearest(to: name, among: NameTable.canonicalNames + declaredNames)
      ?? Spelling.nearest(to: name, among: Field.allCases.flatMap { $0.entry.synonyms })
  }

  /// Adds a column; its index among the columns.
  mutating func declare(column index: Int, named name: NameSyntax) {
    columns[name.folded] = index
    declaredNames.append(name.text)
  }

  /// Adds a definition; its index among the definitions.
  mutating func declare(definition index: Int, named name: NameSyntax) {
    definitions[name.folded] = index
    declaredNames.append(name.text)
  }
}
