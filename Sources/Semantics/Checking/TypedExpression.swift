import Diagnostics
import Receivables
import Syntax

/// A value with its type, and whether it was written as a bare number.
struct TypedExpression {
  var expression: Expression
  var type: ValueType
  var range: SourceRange
  var form: Form

  /// How the value came to be, for the fixes that only a literal can have.
  enum Form {
    /// Digits without a unit.
    case bareNumber
    /// A quoted text.
    case quotedText
    /// Anything else.
    case other
  }

  init(
    _ expression: Expression,
    _ type: ValueType,
    _ range: SourceRange,
    _ form: Form = .other
  ) {
    self.expression = expression
    self.type = type
    self.range = range
    self.form = form
  }
}

/// The type of a field, column or definition that stands for a value.
extension FieldReference {
  /// The type of its values.
  public func type(in columns: [ExtraColumn]) -> ValueType {
    switch self {
    case .field(let field): field.entry.type
    case .column(let index):
      columns.indices.contains(index) ? ValueType(columns[index].kind) : .text
    case .message(let field): field.type
    }
  }

  /// The name as declared.
  public func name(in columns: [ExtraColumn]) -> String {
    switch self {
    case .field(let field): field.entry.name
    case .column(let index): columns.indices.contains(index) ? columns[index].name : ""
    case .message(let field): field.rawValue
    }
  }
}
