import Diagnostics

/// An expression and the height of its tree, which is bounded so that nobody who walks it, or frees
/// it, runs out of stack.
private struct Built {
  let syntax: ExpressionSyntax
  let height: Int
}

extension Parser {
  /// A condition or value: `et` binds tighter than `ou`, `non` tighter than both.
  mutating func parseCondition() throws(Unreadable) -> ExpressionSyntax {
    try disjunction().syntax
  }

  /// A value without comparisons: a sum.
  mutating func parseValue() throws(Unreadable) -> ExpressionSyntax {
    try sum().syntax
  }

  private mutating func disjunction() throws(Unreadable) -> Built {
    let start = index
    let first = try conjunction()
    guard take(.or) else { return first }
    var parts = [first]
    repeat { parts.append(try conjunction()) } while take(.or)
    return try build(.or(parts.map { $0.syntax }), over: parts, from: start)
  }

  private mutating func conjunction() throws(Unreadable) -> Built {
    let start = index
    let first = try negation()
    guard take(.and) else { return first }
    var parts = [first]
    repeat { parts.append(try negation()) } while take(.and)
    return try build(.and(parts.map { $0.syntax }), over: parts, from: start)
  }

  private mutating func negation() throws(Unreadable) -> Built {
    let start = index
    guard take(.not) else { return try comparison() }
    let inner = try nested { parser throws(Unreadable) in try parser.negation() }
    return try build(.not(inner.syntax), over: [inner], from: start)
  }

  // MARK: Comparisons

  private mutating func comparison() throws(Unreadable) -> Built {
    let start = index
    let left = try sum()
    if let relation = takeRelation() {
      let right = try sum(behind: relation)
      if nextRelation != nil { throw chained() }
      return try build(
        .comparison(left.syntax, relation, right.syntax),
        over: [left, right],
        from: start
      )
    }
    if take(.among) { return try membership(of: left, from: start) }
    if take(.between) { return try interval(of: left, from: start) }
    if isAt(.is) { return try predicate(of: left, from: start) }
    if let relation = takeIsNot() ?? takeForeignEqual() {
      let right = try sum(behind: relation)
      return try build(
        .comparison(left.syntax, relation, right.syntax),
        over: [left, right],
        from: start
      )
    }
    try checkComparison(of: left.syntax)
    return left
  }

  private mutating func takeRelation() -> Located<Relation>? {
    nextRelation.map { Located($0, at: range(of: advance())) }
  }

  private var nextRelation: Relation? {
    guard case .symbol(let symbol) = token.kind, !isAtArrowToEffect else { return nil }
    return Relation(symbol)
  }

  /// `dans (a, b)`.
  private mutating func membership(of left: Built, from start: Int) throws(Unreadable) -> Built {
    guard let opening = takeLeftParenthesis() else {
      throw expected(
        Message(fr: "une liste entre parenthèses", en: "a list in parentheses"),
        help: Message(fr: "par exemple `dans (PME, ETI)`", en: "for example `dans (PME, ETI)`")
      )
    }
    var values: [Built] = []
    repeat { values.append(try element()) } while take(.comma)
    try expectRightParenthesis(closing: opening)
    return try build(
      .membership(left.syntax, values.map { $0.syntax }),
      over: [left] + values,
      from: start
    )
  }

  private mutating func element() throws(Unreadable) -> Built {
    if token.kind == .word, endsElement(tokenAfter) { return bareWord() }
    return try sum()
  }

  private func endsElement(_ token: Token) -> Bool {
    token.kind == .symbol(.comma) || token.kind == .symbol(.rightParenthesis)
  }

  /// `entre a et b`.
  private mutating func interval(of left: Built, from start: Int) throws(Unreadable) -> Built {
    let lower = try sum()
    guard take(.and) else {
      throw expected(
        Message(fr: "`et` et la seconde borne", en: "`et` and the second bound"),
        help: Message(
          fr: "par exemple `entre 10 et 30 jours`",
          en: "for example `entre 10 et 30 jours`"
        )
      )
    }
    let upper = try sum()
    return try build(
      .between(left.syntax, lower.syntax, upper.syntax),
      over: [left, lower, upper],
      from: start
    )
  }

  /// `est [non] renseigné`, `est [non] V`.
  private mutating func predicate(of left: Built, from start: Int) throws(Unreadable) -> Built {
    let verb = advance()
    let isNegated = take(.not)
    if take(.present) {
      let question = try build(.isPresent(left.syntax), over: [left], from: start)
      guard isNegated else { return question }
      return try build(.not(question.syntax), over: [question], from: start)
    }
    let place = range(of: verb).union(range(of: previous))
    let relation = Located(isNegated ? Relation.notEqual : .equal, at: place)
    let right = try sum(behind: relation)
    try checkPredicate(right.syntax, behind: verb)
    return try build(
      .comparison(left.syntax, relation, right.syntax),
      over: [left, right],
      from: start
    )
  }

  private mutating func chained() -> Unreadable {
    report(
      Diagnostic(
        .syntax,
        at: range(of: token),
        Message(
          fr: "une comparaison n'a que deux côtés",
          en: "a comparison has two sides only"
        ),
        help: Message(
          fr: "écrire `x entre a et b`, ou deux comparaisons reliées par `et`",
          en: "write `x entre a et b`, or two comparisons joined by `et`"
        )
      )
    )
  }

  // MARK: Values

  /// The right side of a comparison: a word there is a value even if it reads as one of the
  /// language (`pays = ET`), unless what follows shows that a value is missing (`> alors manuel`).
  private mutating func sum(behind relation: Located<Relation>) throws(Unreadable) -> Built {
    guard let connective = connective(token) else { return try sum() }
    let next = tokenAfter
    let isValue: Bool
    if endsStatement(next) || next.kind == .symbol(.rightParenthesis) {
      isValue = connective != .then
    } else {
      let joins: [Connective] = [.and, .or, .then, .otherwise]
      isValue = self.connective(next).map { joins.contains($0) } ?? false
    }
    return isValue ? bareWord() : try sum()
  }

  private mutating func sum() throws(Unreadable) -> Built {
    let start = index
    var left = try product()
    while true {
      let sign: ArithmeticOperator
      if isAt(.plus) {
        sign = .plus
      } else if isAt(.minus), !isAtArrow {
        sign = .minus
      } else {
        return left
      }
      let place = Located(sign, at: range(of: advance()))
      let right = try product()
      left = try build(
        .arithmetic(left.syntax, place, right.syntax),
        over: [left, right],
        from: start
      )
    }
  }

  private mutating func product() throws(Unreadable) -> Built {
    let start = index
    var left = try factor()
    while isAt(.times) {
      let place = Located(ArithmeticOperator.times, at: range(of: advance()))
      let right = try factor()
      left = try build(
        .arithmetic(left.syntax, place, right.syntax),
        over: [left, right],
        from: start
      )
    }
    return left
  }

  private mutating func factor() throws(Unreadable) -> Built {
    let start = index
    guard take(.minus) else { return try operand() }
    let inner = try nested { parser throws(Unreadable) in try parser.factor() }
    return try build(.negated(inner.syntax), over: [inner], from: start)
  }

  private mutating func operand() throws(Unreadable) -> Built {
    let start = index
    if let opening = takeLeftParenthesis() {
      let inner = try nested { parser throws(Unreadable) in try parser.disjunction() }
      try expectRightParenthesis(closing: opening)
      let syntax = ExpressionSyntax(inner.syntax.kind, at: range(from: start))
      return Built(syntax: syntax, height: inner.height)
    }
    switch token.kind {
    case .number:
      return Built(syntax: try parseQuantity(), height: 1)
    case .date:
      let date = try expectDate(Message(fr: "une date", en: "a date"))
      return Built(syntax: ExpressionSyntax(.date(date.value), at: date.range), height: 1)
    case .string:
      let text = try unquoted(advance())
      return Built(syntax: ExpressionSyntax(.string(text), at: range(from: start)), height: 1)
    case .word where connective(token) == nil:
      guard let name = takeWords(until: { $0.isAtConnective }) else { break }
      if isAt(.leftParenthesis) { throw calledFunction(name) }
      return Built(syntax: ExpressionSyntax(.name(name), at: name.range), height: 1)
    case .word, .elision, .symbol, .semicolon, .lineEnd, .comment, .body, .unknown:
      break
    }
    throw missingOperand()
  }

  private mutating func bareWord() -> Built {
    let start = index
    advance()
    let name = wordsName(from: start)
    return Built(syntax: ExpressionSyntax(.name(name), at: name.range), height: 1)
  }

  // MARK: Bounds

  private mutating func build(
    _ kind: ExpressionSyntax.Kind,
    over parts: [Built],
    from start: Int
  ) throws(Unreadable) -> Built {
    let height = parts.reduce(0) { max($0, $1.height) } + 1
    let place = range(from: start)
    guard height <= Limits.nesting else { throw report(tooDeep(at: place.start)) }
    return Built(syntax: ExpressionSyntax(kind, at: place), height: height)
  }

  private mutating func nested(
    _ read: (inout Parser) throws(Unreadable) -> Built
  ) throws(Unreadable) -> Built {
    guard nesting < Limits.nesting else { throw report(tooDeep(at: range(of: token))) }
    nesting += 1
    let built = try read(&self)
    nesting -= 1
    return built
  }
}

extension Relation {
  /// The comparison of a sign.
  init?(_ symbol: Token.Symbol) {
    switch symbol {
    case .equal: self = .equal
    case .notEqual: self = .notEqual
    case .less: self = .less
    case .lessOrEqual: self = .lessOrEqual
    case .greater: self = .greater
    case .greaterOrEqual: self = .greaterOrEqual
    case .plus, .minus, .times, .leftParenthesis, .rightParenthesis, .comma, .colon, .percent,
      .euro:
      return nil
    }
  }
}
