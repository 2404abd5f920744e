import Diagnostics
import Receivables
import Syntax

extension StatementWriter {
  /// Writes a condition or value; its chains of `et` and `ou` lie at `depth` or deeper.
  ///
  /// Parentheses stay where they were written, one pair where there were several.
  func write(
    _ expression: ExpressionSyntax,
    to phrase: inout Phrase,
    depth: Int,
    as role: NameSpelling.Role = .reference
  ) {
    let isInParentheses = isInParentheses(expression)
    if isInParentheses { phrase.open("(") }
    switch expression.kind {
    case .number, .money, .percentage, .duration, .date, .string:
      phrase.add(literal(expression), at: expression.range.lower)
    case .name(let name):
      phrase.add(names.bare(name, as: role), at: name.range.lower)
    case .negated(let inner):
      phrase.open("-")
      write(inner, to: &phrase, depth: depth)
    case .arithmetic(let left, let sign, let right):
      write(left, to: &phrase, depth: depth)
      phrase.add(sign.value.rawValue, at: sign.range.lower)
      write(right, to: &phrase, depth: depth)
    case .comparison(let left, let relation, let right):
      write(left, to: &phrase, depth: depth)
      phrase.add(relation.value.rawValue, at: relation.range.lower)
      write(right, to: &phrase, depth: depth, as: names.role(besides: left))
    case .membership(let subject, let values):
      write(subject, to: &phrase, depth: depth)
      phrase.add(word(.among))
      write(values, to: &phrase, depth: depth + 1, as: names.role(besides: subject))
    case .between(let subject, let lower, let upper):
      write(subject, to: &phrase, depth: depth)
      phrase.add(word(.between))
      write(lower, to: &phrase, depth: depth)
      phrase.add(word(.and))
      write(upper, to: &phrase, depth: depth)
    case .isPresent(let subject):
      write(subject, to: &phrase, depth: depth)
      phrase.add(word(.is))
      phrase.add(Vocabulary.particles.canonical(.present))
    case .not(let inner):
      write(negated: inner, to: &phrase, depth: depth)
    case .and(let parts):
      write(parts, joinedBy: .and, to: &phrase, depth: depth)
    case .or(let parts):
      write(parts, joinedBy: .or, to: &phrase, depth: depth)
    }
    if isInParentheses { phrase.close(")") }
  }

  /// The canonical spelling of a connective.
  func word(_ connective: Connective) -> String { Vocabulary.connectives.canonical(connective) }

  private func write(
    _ parts: [ExpressionSyntax],
    joinedBy connective: Connective,
    to phrase: inout Phrase,
    depth: Int
  ) {
    for (index, part) in parts.enumerated() {
      if index > 0 { phrase.add(word(connective), at: part.range.lower, .line(depth: depth)) }
      write(part, to: &phrase, depth: depth + 1)
    }
  }

  /// `non a`, and `a est non renseigné`.
  private func write(negated inner: ExpressionSyntax, to phrase: inout Phrase, depth: Int) {
    guard case .isPresent(let subject) = inner.kind else {
      phrase.add(word(.not))
      return write(inner, to: &phrase, depth: depth)
    }
    write(subject, to: &phrase, depth: depth)
    phrase.add(word(.is))
    phrase.add(word(.not))
    phrase.add(Vocabulary.particles.canonical(.present))
  }

  /// The list behind `dans`.
  private func write(
    _ values: [ExpressionSyntax],
    to phrase: inout Phrase,
    depth: Int,
    as role: NameSpelling.Role
  ) {
    phrase.open("(")
    for (index, value) in values.enumerated() {
      if index > 0 { phrase.close(",") }
      var item = Phrase()
      write(value, to: &item, depth: depth + 1, as: role)
      phrase.append(item, index == 0 ? .space : .fill(depth: depth))
    }
    phrase.close(")")
  }

  // MARK: Literals

  private func literal(_ expression: ExpressionSyntax) -> String {
    let figure = figures(in: expression.range).first
    switch expression.kind {
    case .number: return figure?.bare ?? ""
    case .money(let money): return amount(money, at: expression.range)
    case .percentage: return "\(figure?.grouped ?? "") %"
    case .duration(_, let unit):
      return figure.map { "\($0.grouped) \(unit.text(behind: $0))" } ?? ""
    case .date(let date): return date.frenchDescription
    case .string(let text): return quoted(text)
    case .name, .negated, .arithmetic, .comparison, .membership, .between, .isPresent, .not, .and,
      .or:
      return ""
    }
  }

  /// An amount; thousands and millions of euros stay such.
  func amount(_ money: Money, at range: SourceRange) -> String {
    let tokens = tokens(in: range)
    guard let number = tokens.firstIndex(where: { $0.kind == .number }),
      tokens.indices.contains(number + 1)
    else { return canonicalAmount(money) }
    let unit: String
    switch written(tokens[number + 1]).folded.text {
    case "k": unit = "k€"
    case "m": unit = "M€"
    default: return canonicalAmount(money)
    }
    let sign = money.minorUnits < 0 ? "-" : ""
    return "\(sign)\(figure(tokens[number]).grouped) \(unit)"
  }

  // MARK: Parentheses

  /// Whether an expression stands in parentheses of its own, and not only what it begins with.
  private func isInParentheses(_ expression: ExpressionSyntax) -> Bool {
    let start = expression.range.lower
    guard text.bytes.indices.contains(start), text.bytes[start] == UInt8(ascii: "(") else {
      return false
    }
    return firstPart(of: expression)?.range.lower != start
  }

  private func firstPart(of expression: ExpressionSyntax) -> ExpressionSyntax? {
    switch expression.kind {
    case .number, .money, .percentage, .duration, .date, .string, .name: nil
    case .negated(let inner), .isPresent(let inner), .not(let inner): inner
    case .arithmetic(let left, _, _), .comparison(let left, _, _), .membership(let left, _),
      .between(let left, _, _):
      left
    case .and(let parts), .or(let parts): parts.first
    }
  }
}
