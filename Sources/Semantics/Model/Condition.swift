import Diagnostics
import Receivables
import Syntax

/// A condition whose types are right.
public indirect enum Condition: Hashable, Sendable {
  /// A single question, with its place.
  case test(Test, SourceRange)
  /// A condition named with `soit`: an index into `ScenarioSet.definitions`.
  case definition(Int, SourceRange)
  /// True where the inner one is false; undecided where it is undecided.
  case not(Condition)
  /// True where all are; false where one is, whatever the others.
  case and([Condition])
  /// True where one is, whatever the others; false where all are.
  case or([Condition])

  /// The questions a condition is made of.
  public enum Test: Hashable, Sendable {
    /// A truth field alone; absent is false.
    case truth(FieldReference)
    /// Two values compared; false where one is absent, but for `≠`, the negation of `=`.
    case comparison(Expression, Relation, Expression)
    /// Whether a value is one of several; false where it is absent.
    case membership(Expression, [Expression])
    /// Whether a value lies between two, both ends in; false where one is absent.
    case between(Expression, Expression, Expression)
    /// Whether a value is there at all.
    case isPresent(Expression)
  }
}

/// An expression for a value, of one known type.
public indirect enum Expression: Hashable, Sendable {
  /// A value as written.
  case literal(Value)
  /// A fact of the ledger.
  case field(FieldReference)
  /// A value named with `soit`: an index into `ScenarioSet.definitions`.
  case definition(Int, ValueType)
  /// The opposite of a number, percentage, amount or duration.
  case negated(Expression)
  /// Two values of one type added, or days added to a date.
  case sum(Expression, Expression)
  /// The difference of two values of one type, of two dates, or of a date and days.
  case difference(Expression, Expression)
  /// A value multiplied by a number or percentage, in either order.
  case product(Expression, Expression)
}

/// A value of the language.
public enum Value: Hashable, Sendable {
  /// A text, in the form in which texts are compared.
  case text(FoldedText)
  /// A whole number or one with decimals.
  case number(Rational)
  /// A percentage.
  case percentage(Percentage)
  /// An amount.
  case money(Money)
  /// A number of days.
  case duration(Int)
  /// A day.
  case date(CalendarDate)
  /// A truth value.
  case truth(Bool)
  /// A risk rating.
  case risk(Risk)
  /// A kind of invoice.
  case kind(InvoiceKind)
  /// A day of the week.
  case weekday(Weekday)
}

/// The types of values.
public enum ValueType: Hashable, Sendable, CaseIterable {
  /// Text, compared folded.
  case text
  /// A whole number.
  case integer
  /// A number.
  case number
  /// A percentage.
  case percentage
  /// An amount and its currency.
  case money
  /// A number of days.
  case duration
  /// A day.
  case date
  /// A truth value.
  case truth
  /// The closed list of risks.
  case risk
  /// The closed list of kinds of invoice.
  case kind
  /// The closed list of days of the week.
  case weekday
}

/// A fact that a condition asks for.
public enum FieldReference: Hashable, Sendable {
  /// A field of the language.
  case field(Field)
  /// A column declared with `champ`: an index into `ScenarioSet.columns`.
  case column(Int)
  /// A fact about a message: in templates alone.
  case message(MessageField)
}
