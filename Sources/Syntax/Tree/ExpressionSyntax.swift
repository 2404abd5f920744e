import Diagnostics
import Receivables

/// A condition or value as written; types are not known yet.
public struct ExpressionSyntax: Sendable {
  /// What it is.
  public let kind: Kind
  /// Its place, parentheses included.
  public let range: SourceRange

  /// The forms an expression takes.
  public indirect enum Kind: Sendable {
    /// A number without unit.
    case number(Rational)
    /// An amount; `currency` is euro for `€`, `k€`, `M€`.
    case money(Money)
    /// `12,5 %`
    case percentage(Percentage)
    /// A number with a unit of time; weeks, months and years are 7, 30 and 365 days here.
    case duration(days: Int, unit: DurationUnit)
    /// A day.
    case date(CalendarDate)
    /// A quoted text.
    case string(String)
    /// One or more bare words: a field, a definition, or a value to the right of a field.
    case name(NameSyntax)
    /// `- a`
    case negated(ExpressionSyntax)
    /// `a + b`, `a - b`, `a * b`
    case arithmetic(ExpressionSyntax, Located<ArithmeticOperator>, ExpressionSyntax)
    /// `a = b` and its kin; `a est V` is `=`, `a est non V` is `≠`.
    case comparison(ExpressionSyntax, Located<Relation>, ExpressionSyntax)
    /// `a dans (b, c)`
    case membership(ExpressionSyntax, [ExpressionSyntax])
    /// `a entre b et c`, both ends in.
    case between(ExpressionSyntax, ExpressionSyntax, ExpressionSyntax)
    /// `a est renseigné`
    case isPresent(ExpressionSyntax)
    /// `non a`, also for `est non renseigné`.
    case not(ExpressionSyntax)
    /// `a et b et c`: two or more, flat, so that a long chain is no deep tree.
    case and([ExpressionSyntax])
    /// `a ou b ou c`: two or more, flat.
    case or([ExpressionSyntax])
  }

  /// An expression at its place.
  public init(_ kind: Kind, at range: SourceRange) {
    self.kind = kind
    self.range = range
  }
}

/// Operators on values.
public enum ArithmeticOperator: String, CaseIterable, Sendable {
  /// `+`
  case plus = "+"
  /// `-`
  case minus = "-"
  /// `*`
  case times = "*"
}

/// Comparisons.
///
/// The raw value is the canonical spelling.
public enum Relation: String, CaseIterable, Sendable {
  /// `=`, also `==` and `est`.
  case equal = "="
  /// `≠`, also `!=` and `<>`.
  case notEqual = "≠"
  /// `<`
  case less = "<"
  /// `<=`, also `≤`.
  case lessOrEqual = "<="
  /// `>`
  case greater = ">"
  /// `>=`, also `≥`.
  case greaterOrEqual = ">="
}

/// Units of time as written behind a number.
public enum DurationUnit: CaseIterable, Sendable {
  /// Calendar days.
  case days
  /// Working days; only a moment may count in them.
  case workingDays
  /// Seven days.
  case weeks
  /// Calendar months in moments, 30 days in conditions.
  case months
  /// 365 days in conditions.
  case years
}
