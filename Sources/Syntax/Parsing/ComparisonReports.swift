import Diagnostics

// A field and a value with no sign between them, or with words that say the sign.

extension Parser {
  /// Makes sure that no value follows a field with nothing between them.
  mutating func checkComparison(of left: ExpressionSyntax) throws(Unreadable) {
    guard case .name(let name) = left.kind, isAtPlainValue else { return }
    if let words = relationWords(endOf: name) { throw report(words, from: words.lower) }
    let value = quoted(token)
    let isText = token.kind == .string
    let signs = isText ? "`=`" : "`=`, `<`, `<=`, `>`, `>=`"
    let examples = ["\(name.text) > \(valueText)", "\(name.text) <= \(valueText)"]
    throw report(
      Diagnostic(
        .syntax,
        at: range(of: token),
        Message(
          fr: "il manque une comparaison entre `\(name.text)` et \(value)",
          en: "a comparison is missing between `\(name.text)` and \(value)"
        ),
        label: Message(verbatim: signs),
        help: isText
          ? Message(
            fr: "écrire `\(name.text) = \(text(token))`",
            en: "write `\(name.text) = \(text(token))`"
          )
          : Message(
            fr: "par exemple `\(examples[0])` ou `\(examples[1])`",
            en: "for example `\(examples[0])` or `\(examples[1])`"
          ),
        // A text is compared by `=`; of numbers and days nobody knows which side was meant.
        fix: isText ? Fix(.proposed, replacing: range(of: token).start, with: "= ") : nil
      )
    )
  }

  /// Makes sure that the value behind `est` is not the words of another comparison.
  mutating func checkPredicate(
    _ value: ExpressionSyntax,
    behind verb: Token
  ) throws(Unreadable) {
    guard case .name(let name) = value.kind, isAtPlainValue, let words = relationWords(endOf: name),
      words.lower == name.range.lower
    else { return }
    throw report(words, from: verb.lower)
  }

  /// Whether a value comes next that is no field.
  private var isAtPlainValue: Bool {
    switch token.kind {
    case .number, .date, .string: true
    case .word, .elision, .symbol, .semicolon, .lineEnd, .comment, .body, .unknown: false
    }
  }

  /// The value that comes next with its unit, as written.
  private var valueText: String {
    let next = tokenAfter
    let isUnit: Bool
    switch next.kind {
    case .symbol(.percent), .symbol(.euro): isUnit = true
    case .word: isUnit = connective(next) == nil
    case .elision, .number, .date, .string, .symbol, .semicolon, .lineEnd, .comment, .body,
      .unknown:
      isUnit = false
    }
    guard token.kind == .number, isUnit else { return text(token) }
    return "\(text(token)) \(text(next))"
  }
}

// MARK: Signs in words

/// The words of a comparison that was written out.
private struct RelationWords {
  let sign: Relation
  let lower: Int
  let upper: Int
}

extension Parser {
  /// The words of a comparison that a name ends in.
  private func relationWords(endOf name: NameSyntax) -> RelationWords? {
    guard name.form == .words else { return nil }
    let upper = name.range.upper
    let beginnings =
      [(name.text, name.range.lower)]
      + name.partings.map { parting in
        let lower = parting.tail.range.lower
        return (text(lower, upper), lower)
      }
    // The longest first.
    for (words, lower) in beginnings.sorted(by: { $0.1 < $1.1 }) {
      guard let sign = Vocabulary.writtenRelations.value(words.folded) else { continue }
      if sign == .equal, let bound = boundWords(before: lower) {
        return RelationWords(sign: bound.sign, lower: bound.lower, upper: upper)
      }
      return RelationWords(sign: sign, lower: lower, upper: upper)
    }
    return nil
  }

  /// `supérieur ou` before `égal à`, which was read as the end of another condition.
  private func boundWords(before lower: Int) -> (sign: Relation, lower: Int)? {
    var end = statementStart
    while end < index, token(at: end).lower < lower { end += 1 }
    guard end >= statementStart + 2, connective(token(at: end - 1)) == .or else { return nil }
    let word = token(at: end - 2)
    let before = token(at: max(end - 3, statementStart))
    let start = connective(before) == .is ? before.lower : word.lower
    switch Vocabulary.writtenRelations.value("\(text(word)) à".folded) {
    case .greater: return (.greaterOrEqual, start)
    case .less: return (.lessOrEqual, start)
    case .equal, .notEqual, .lessOrEqual, .greaterOrEqual, nil: return nil
    }
  }

  private mutating func report(_ words: RelationWords, from lower: Int) -> Unreadable {
    let place = SourceRange(file: file, lower: lower, upper: words.upper)
    let sign = words.sign.rawValue
    return report(foreign(at: place, Message(verbatim: "`\(sign)`"), replacement: sign))
  }
}
