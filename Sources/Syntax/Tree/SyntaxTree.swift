import Diagnostics
import Receivables

/// One scenario file as it was written: nothing is resolved, nothing that was readable is lost.
///
/// The parser never fails: what it could not read is missing from the tree and told in
/// `diagnostics`. Every node keeps its place; the tokens, comments among them, cover every byte.
public struct SyntaxTree: Sendable {
  /// The index of the file in `SourceFiles`.
  public let file: Int
  /// Every token of the file, comments and statement ends among them.
  public let tokens: [Token]
  /// The declarations in the order of the file.
  public let declarations: [DeclarationSyntax]
  /// The names that declarations give which could not be read to their end: whoever uses one of them
  /// makes no mistake of his own.
  public let unreadable: [NameSyntax]
  /// What could not be read, each mistake once.
  public let diagnostics: [Diagnostic]

  /// A tree of its parts.
  public init(
    file: Int,
    tokens: [Token],
    declarations: [DeclarationSyntax],
    unreadable: [NameSyntax] = [],
    diagnostics: [Diagnostic]
  ) {
    self.file = file
    self.tokens = tokens
    self.declarations = declarations
    self.unreadable = unreadable
    self.diagnostics = diagnostics
  }
}

/// A declaration of a file.
public enum DeclarationSyntax: Sendable {
  /// `scénario …` with its items, or the items of a file before any header.
  case scenario(ScenarioSyntax)
  /// `modèle …`
  case template(TemplateSyntax)
  /// `exemple …`
  case example(ExampleSyntax)
  /// `champ …`
  case column(ColumnSyntax)
  /// `soit …`
  case definition(DefinitionSyntax)
  /// `taux …`
  case rate(RateSyntax)
}

/// A name as written: of a scenario, template, step label, field or definition.
public struct NameSyntax: Hashable, Sendable {
  /// The name without its quotes, inner white space as written.
  public let text: String
  /// The place, quotes included.
  public let range: SourceRange
  /// How it was written.
  public let form: Form

  /// Ways to write a name.
  public enum Form: Sendable {
    /// Between quotes.
    case quoted
    /// As bare words.
    case words
  }

  /// A name at its place.
  public init(_ text: String, at range: SourceRange, _ form: Form) {
    self.text = text
    self.range = range
    self.form = form
  }

  /// The name as names are compared.
  public var folded: FoldedText { text.folded }

  /// The name of the first words and that of the others, parted at each white space in turn, the
  /// longest first part first: `limite de crédit` gives `limite de` and `crédit`, then `limite` and
  /// `de crédit`; none of what is too long to be a name and its value, as all of them together are
  /// as long as its square.
  public var partings: [(head: NameSyntax, tail: NameSyntax)] {
    guard text.utf8.count <= NameSyntax.longestParted else { return [] }
    var partings: [(head: NameSyntax, tail: NameSyntax)] = []
    var rest = text.unicodeScalars[...]
    while let space = rest.lastIndex(where: { FoldedText.isSpace($0.value) }) {
      let tail = text.unicodeScalars[text.unicodeScalars.index(after: space)...]
      rest = rest[..<space]
      while let last = rest.last, FoldedText.isSpace(last.value) { rest.removeLast() }
      let upper = min(range.lower + rest.utf8Length, range.upper)
      let lower = max(range.upper - tail.utf8Length, upper)
      let headRange = SourceRange(file: range.file, lower: range.lower, upper: upper)
      let tailRange = SourceRange(file: range.file, lower: lower, upper: range.upper)
      partings.append(
        (
          NameSyntax(String(rest), at: headRange, form),
          NameSyntax(String(tail), at: tailRange, form)
        )
      )
    }
    return partings
  }

  private static let longestParted = 1000
}

extension Substring.UnicodeScalarView {
  fileprivate var utf8Length: Int { reduce(0) { $0 + UTF8.width($1) } }
}

/// A value with the place where it was written.
public struct Located<Value: Sendable>: Sendable {
  /// The value.
  public let value: Value
  /// Its place.
  public let range: SourceRange

  /// A value at its place.
  public init(_ value: Value, at range: SourceRange) {
    self.value = value
    self.range = range
  }
}

extension Located: Equatable where Value: Equatable {}
extension Located: Hashable where Value: Hashable {}

/// `champ « région » texte client`.
public struct ColumnSyntax: Sendable {
  /// The field's name.
  public let name: NameSyntax
  /// How the column is read.
  public let kind: Located<ExtraColumn.Kind>
  /// Where it stands.
  public let table: Located<ExtraColumn.Table>
  /// The whole statement.
  public let range: SourceRange

  /// A declaration of its parts.
  public init(
    name: NameSyntax,
    kind: Located<ExtraColumn.Kind>,
    table: Located<ExtraColumn.Table>,
    range: SourceRange
  ) {
    self.name = name
    self.kind = kind
    self.table = table
    self.range = range
  }
}

/// `soit gros_client = encours > 50 000 € ou stratégique`.
public struct DefinitionSyntax: Sendable {
  /// The new name.
  public let name: NameSyntax
  /// What it stands for.
  public let value: ExpressionSyntax
  /// The whole statement.
  public let range: SourceRange

  /// A definition of its parts.
  public init(name: NameSyntax, value: ExpressionSyntax, range: SourceRange) {
    self.name = name
    self.value = value
    self.range = range
  }
}

/// `taux BCE 01/07/2026 = 2,15 %`.
public struct RateSyntax: Sendable {
  /// Which table it adds to.
  public let reference: Located<ReferenceRate>
  /// From which day, as written.
  public let date: Located<CalendarDate>
  /// The rate.
  public let rate: Located<Percentage>
  /// The whole statement.
  public let range: SourceRange

  /// A rate of its parts.
  public init(
    reference: Located<ReferenceRate>,
    date: Located<CalendarDate>,
    rate: Located<Percentage>,
    range: SourceRange
  ) {
    self.reference = reference
    self.date = date
    self.rate = rate
    self.range = range
  }
}
