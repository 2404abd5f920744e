import Diagnostics
import Receivables
import Syntax

/// Gives the expressions of the files their types and reports where they do not fit.
///
/// A `nil` result means that the mistake has been reported already, so that nothing that merely
/// follows from it is.
struct ExpressionChecker {
  /// Where a name may be used.
  enum Scope {
    /// Conditions of scenarios.
    case scenario
    /// Conditions and placeholders of a template.
    case template
  }

  let names: NameTable
  let columns: [ExtraColumn]
  let scope: Scope
  let findings: Findings
  let texts: WrittenTexts
  /// A definition's place among the resolved ones and its type, `.truth` for a condition; `nil`
  /// where it is wrong itself.
  let definition: (Int, SourceRange) -> (index: Int, type: ValueType)?

  // MARK: Conditions

  /// The condition an expression stands for.
  func condition(_ syntax: ExpressionSyntax) -> Condition? {
    switch syntax.kind {
    case .and(let parts):
      guard findings.allowsSize(parts.count, of: .parts, at: syntax.range) else { return nil }
      return all(parts.map(condition)).map { .and($0) }
    case .or(let parts):
      guard findings.allowsSize(parts.count, of: .parts, at: syntax.range) else { return nil }
      return all(parts.map(condition)).map { .or($0) }
    case .not(let inner):
      return condition(inner).map { .not($0) }
    case .comparison(let left, let relation, let right):
      return comparison(left, relation, right, at: syntax.range)
    case .membership(let subject, let choices):
      guard findings.allowsSize(choices.count, of: .members, at: syntax.range) else { return nil }
      return membership(subject, choices, at: syntax.range)
    case .between(let subject, let lower, let upper):
      return between(subject, lower, upper, at: syntax.range)
    case .isPresent(let subject):
      guard let value = value(subject) else { return nil }
      return .test(.isPresent(value.expression), syntax.range)
    case .name(let name):
      return truth(name)
    case .number, .money, .percentage, .duration, .date, .string, .negated, .arithmetic:
      guard let value = value(syntax) else { return nil }
      report(
        .incompatibleTypes,
        at: syntax.range,
        Message(
          fr: "une condition est attendue ici, et non \(value.type.title.fr)",
          en: "a condition is expected here, not \(value.type.title.en)"
        ),
        help: Message(
          fr: "comparer la valeur : `retard > 30 jours`, `solde >= 500 €`",
          en: "compare the value: `retard > 30 jours`, `solde >= 500 €`"
        )
      )
      return nil
    }
  }

  private func all(_ conditions: [Condition?]) -> [Condition]? {
    let known = conditions.compactMap { $0 }
    return known.count == conditions.count ? known : nil
  }

  private func truth(_ name: NameSyntax) -> Condition? {
    guard let meaning = meaning(of: name) else { return nil }
    switch meaning {
    case .field(let field) where field.entry.type == .truth:
      return .test(.truth(.field(field)), name.range)
    case .column(let index) where ValueType(columns[index].kind) == .truth:
      return .test(.truth(.column(index)), name.range)
    case .definition(let index):
      guard let definition = definition(index, name.range) else { return nil }
      if definition.type == .truth { return .definition(definition.index, name.range) }
      return notACondition(name, definition.type)
    case .field(let field):
      return notACondition(name, field.entry.type)
    case .column(let index):
      return notACondition(name, ValueType(columns[index].kind))
    case .message(let field) where field.type == .truth:
      return .test(.truth(.message(field)), name.range)
    case .message(let field):
      return notACondition(name, field.type)
    }
  }

  private func notACondition(_ name: NameSyntax, _ type: ValueType) -> Condition? {
    report(
      .incompatibleTypes,
      at: name.range,
      Message(
        fr: "`\(name.text)` est \(type.title.fr) : à quoi le comparer ?",
        en: "`\(name.text)` is \(type.title.en): what is it compared with?"
      ),
      help: type.comparisonExample(of: name.text)
    )
    return nil
  }

  // MARK: Comparisons

  private func comparison(
    _ left: ExpressionSyntax,
    _ relation: Located<Relation>,
    _ right: ExpressionSyntax,
    at range: SourceRange
  ) -> Condition? {
    guard let subject = value(left), let object = operand(right, comparedWith: subject) else {
      return nil
    }
    guard fits(subject, object), hasOrder(subject, relation) else { return nil }
    return .test(.comparison(subject.expression, relation.value, object.expression), range)
  }

  private func membership(
    _ subject: ExpressionSyntax,
    _ choices: [ExpressionSyntax],
    at range: SourceRange
  ) -> Condition? {
    guard let value = value(subject) else { return nil }
    var expressions: [Expression] = []
    var isComplete = true
    for choice in choices {
      if let typed = operand(choice, comparedWith: value), fits(value, typed) {
        expressions.append(typed.expression)
      } else {
        isComplete = false
      }
    }
    return isComplete ? .test(.membership(value.expression, expressions), range) : nil
  }

  private func between(
    _ subject: ExpressionSyntax,
    _ lower: ExpressionSyntax,
    _ upper: ExpressionSyntax,
    at range: SourceRange
  ) -> Condition? {
    guard let value = value(subject) else { return nil }
    guard let low = operand(lower, comparedWith: value), fits(value, low) else { return nil }
    guard let high = operand(upper, comparedWith: value), fits(value, high) else { return nil }
    guard hasOrder(value, Located(.greaterOrEqual, at: range)) else { return nil }
    return .test(.between(value.expression, low.expression, high.expression), range)
  }

  /// The right side of a comparison: beside a text a bare word is a text, beside a closed list it
  /// is one of the list's words.
  private func operand(
    _ syntax: ExpressionSyntax,
    comparedWith subject: TypedExpression
  ) -> TypedExpression? {
    if subject.form == .quotedText { return value(syntax) }
    switch syntax.kind {
    case .name(let name) where subject.type == .text:
      return textWord(name)
    case .name(let name) where subject.type.isClosedList:
      return word(name, of: subject)
    case .string(let text) where subject.type.isClosedList:
      return quotedWord(text, syntax.range, of: subject)
    default:
      return value(syntax)
    }
  }

  private func textWord(_ name: NameSyntax) -> TypedExpression? {
    guard !name.text.folded.text.utf8.contains(UInt8(ascii: " ")) else {
      findings.report(
        Diagnostic(
          .incompatibleTypes,
          at: name.range,
          Message(
            fr: "un texte de plusieurs mots s'écrit entre guillemets",
            en: "a text of several words is written between quotes"
          ),
          help: Message(
            fr: "écrire `« \(name.text) »`",
            en: "write `« \(name.text) »`"
          ),
          fix: Fix(.proposed, replacing: name.range, with: "« \(name.text) »")
        )
      )
      return nil
    }
    texts.note(name.text, as: name.folded)
    return TypedExpression(.literal(.text(name.folded)), .text, name.range)
  }

  private func word(_ name: NameSyntax, of subject: TypedExpression) -> TypedExpression? {
    guard let list = ClosedList(of: subject.type) else { return nil }
    if let entry = list.entry(named: name.folded) {
      return TypedExpression(.literal(entry.value), subject.type, name.range)
    }
    reportUnknownWord(name.text, name.range, list, subject)
    return nil
  }

  private func quotedWord(
    _ text: String,
    _ range: SourceRange,
    of subject: TypedExpression
  ) -> TypedExpression? {
    guard let list = ClosedList(of: subject.type) else { return nil }
    guard let entry = list.entry(named: text.folded) else {
      reportUnknownWord(text, range, list, subject)
      return nil
    }
    findings.report(
      Diagnostic(
        .needlessQuotes,
        .information,
        at: range,
        Message(
          fr: "`\(entry.word)` est un mot de la liste, sans guillemets",
          en: "`\(entry.word)` is a word of the list, without quotes"
        ),
        help: Message(fr: "écrire `\(entry.word)`", en: "write `\(entry.word)`"),
        fix: Fix(.safe, replacing: range, with: entry.word)
      )
    )
    return TypedExpression(.literal(entry.value), subject.type, range)
  }

  private func reportUnknownWord(
    _ text: String,
    _ range: SourceRange,
    _ list: ClosedList,
    _ subject: TypedExpression
  ) {
    let subjectName = name(of: subject.expression)
    let nearest = Spelling.nearest(to: text, among: list.entries.map { $0.word })
    findings.report(
      Diagnostic(
        .unknownValue,
        at: range,
        Message(
          fr: "valeur inconnue pour `\(subjectName)` : « \(text) »",
          en: "unknown value for `\(subjectName)`: “\(text)”"
        ),
        label: Message(
          fr: "valeurs possibles : \(list.words)",
          en: "possible values: \(list.words)"
        ),
        help: nearest.map { Message(fr: "écrire `\($0)` ?", en: "write `\($0)`?") },
        fix: nearest.map { Fix(.proposed, replacing: range, with: $0) }
      )
    )
  }

  // MARK: Names

  /// What a name means here; reports it where it means nothing.
  func meaning(of name: NameSyntax) -> Meaning? {
    let fact =
      switch scope {
      case .scenario: MessageField?.none
      case .template: MessageField.allCases.first { $0.rawValue.folded == name.folded }
      }
    if let fact, fact.goesBeforeOwnNames { return .message(fact) }
    if let meaning = names.meaning(of: name.folded) { return meaning }
    if let fact { return .message(fact) }
    reportUnknownField(name)
    return nil
  }

  /// The name by which messages call an expression.
  func name(of expression: Expression) -> String {
    switch expression {
    case .field(let reference): reference.name(in: columns)
    case .literal, .definition, .negated, .sum, .difference, .product: "…"
    }
  }

  /// Reports a finding without a fix.
  func report(
    _ code: DiagnosticCode,
    at range: SourceRange,
    _ message: Message,
    help: Message? = nil
  ) {
    findings.report(Diagnostic(code, at: range, message, help: help))
  }
}
