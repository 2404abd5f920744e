import Diagnostics
import Receivables
import Syntax

extension ExpressionChecker {
  /// The value an expression stands for, with its type.
  func value(_ syntax: ExpressionSyntax) -> TypedExpression? {
    let range = syntax.range
    switch syntax.kind {
    case .number(let number):
      return TypedExpression(
        .literal(.number(number)),
        number.denominator == 1 ? .integer : .number,
        range,
        .bareNumber
      )
    case .money(let money):
      return TypedExpression(.literal(.money(money)), .money, range)
    case .percentage(let percentage):
      return TypedExpression(.literal(.percentage(percentage)), .percentage, range)
    case .duration(let days, let unit):
      if unit == .workingDays {
        let calendarDays = "\(days) \(days <= 1 ? "jour" : "jours")"
        findings.report(
          Diagnostic(
            .incompatibleUnits,
            at: range,
            Message(
              fr: "une condition compte en jours calendaires",
              en: "a condition counts in calendar days"
            ),
            help: Message(
              fr:
                "écrire `\(calendarDays)` ; les jours ouvrés ne servent qu'au moment d'une étape : `J+7 ouvrés`",
              en:
                "write `\(calendarDays)`; working days are for the moment of a step only: `J+7 ouvrés`"
            ),
            fix: Fix(.proposed, replacing: range, with: calendarDays)
          )
        )
        return nil
      }
      return TypedExpression(.literal(.duration(days)), .duration, range)
    case .date(let date):
      return TypedExpression(.literal(.date(date)), .date, range)
    case .string(let text):
      let folded = text.folded
      texts.note(text, as: folded)
      return TypedExpression(.literal(.text(folded)), .text, range, .quotedText)
    case .name(let name):
      return named(name)
    case .negated(let inner):
      return negated(inner, at: range)
    case .arithmetic(let left, let sign, let right):
      guard let first = value(left), let second = value(right) else { return nil }
      return arithmetic(first, sign, second, at: range)
    case .comparison, .membership, .between, .isPresent, .not, .and, .or:
      report(
        .incompatibleTypes,
        at: range,
        Message(
          fr: "une valeur est attendue ici, et non une condition",
          en: "a value is expected here, not a condition"
        )
      )
      return nil
    }
  }

  private func named(_ name: NameSyntax) -> TypedExpression? {
    guard let meaning = meaning(of: name) else { return nil }
    switch meaning {
    case .field(let field):
      return TypedExpression(.field(.field(field)), field.entry.type, name.range)
    case .column(let index):
      return TypedExpression(.field(.column(index)), ValueType(columns[index].kind), name.range)
    case .definition(let index):
      guard let definition = definition(index, name.range) else { return nil }
      return TypedExpression(
        .definition(definition.index, definition.type),
        definition.type,
        name.range
      )
    case .message(let field):
      return TypedExpression(.field(.message(field)), field.type, name.range)
    }
  }

  private func negated(_ inner: ExpressionSyntax, at range: SourceRange) -> TypedExpression? {
    guard let value = value(inner) else { return nil }
    switch value.type {
    case .integer, .number, .percentage, .money, .duration:
      return TypedExpression(.negated(value.expression), value.type, range, value.form)
    case .text, .date, .truth, .risk, .kind, .weekday:
      report(
        .incompatibleTypes,
        at: range,
        Message(
          fr: "`-` ne s'applique pas à \(value.type.title.fr)",
          en: "`-` does not apply to \(value.type.title.en)"
        )
      )
      return nil
    }
  }

  private func arithmetic(
    _ left: TypedExpression,
    _ sign: Located<ArithmeticOperator>,
    _ right: TypedExpression,
    at range: SourceRange
  ) -> TypedExpression? {
    let type: ValueType?
    let expression: Expression
    switch sign.value {
    case .plus:
      type = ExpressionChecker.sum(left.type, right.type)
      expression = .sum(left.expression, right.expression)
    case .minus:
      type = ExpressionChecker.difference(left.type, right.type)
      expression = .difference(left.expression, right.expression)
    case .times:
      type = ExpressionChecker.product(left.type, right.type)
      expression = .product(left.expression, right.expression)
    }
    if let type { return TypedExpression(expression, type, range) }
    report(
      .incompatibleTypes,
      at: range,
      Message(
        fr: "`\(sign.value.rawValue)` ne va pas entre \(left.type.title.fr)"
          + " et \(right.type.title.fr)",
        en: "`\(sign.value.rawValue)` does not go between \(left.type.title.en)"
          + " and \(right.type.title.en)"
      )
    )
    return nil
  }

  private static func sum(_ left: ValueType, _ right: ValueType) -> ValueType? {
    if left == .date, right == .duration { return .date }
    if left == .duration, right == .date { return .date }
    return sameQuantity(left, right)
  }

  private static func difference(_ left: ValueType, _ right: ValueType) -> ValueType? {
    if left == .date, right == .duration { return .date }
    if left == .date, right == .date { return .duration }
    return sameQuantity(left, right)
  }

  private static func sameQuantity(_ left: ValueType, _ right: ValueType) -> ValueType? {
    guard left.comparable == right.comparable else { return nil }
    switch left.comparable {
    case .integer, .number: return left == .integer && right == .integer ? .integer : .number
    case .percentage, .money, .duration: return left
    case .text, .date, .truth, .risk, .kind, .weekday: return nil
    }
  }

  /// The type of a product: what is multiplied keeps its type, whichever side it stands on.
  private static func product(_ left: ValueType, _ right: ValueType) -> ValueType? {
    if left.comparable == .number, right.comparable == .number { return sameQuantity(left, right) }
    if left.comparable == .number { return scaled(right) }
    if right.comparable == .number { return scaled(left) }
    if left == .percentage, right != .percentage { return scaled(right) }
    if right == .percentage, left != .percentage { return scaled(left) }
    return nil
  }

  private static func scaled(_ type: ValueType) -> ValueType? {
    switch type {
    case .percentage, .money, .duration: type
    case .text, .integer, .number, .date, .truth, .risk, .kind, .weekday: nil
    }
  }
}
