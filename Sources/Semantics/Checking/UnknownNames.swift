import Diagnostics
import Receivables
import Syntax

// What was probably meant by words that are no field: a misspelt one, one with its article, or a
// field and its value with nothing between them.

extension ExpressionChecker {
  /// Tells that a name of a condition is no field.
  func reportUnknownField(_ name: NameSyntax) {
    if names.nearest(to: name.text) == nil {
      if let finding = missingRelation(in: name, from: name.range.lower) {
        return add(finding, name)
      }
      if let rest = withoutArticle(name) {
        if names.meaning(of: rest.folded) != nil { return add(needlessArticle(name, rest), name) }
        if let finding = missingRelation(in: rest, from: name.range.lower) {
          return add(finding, name)
        }
      }
    }
    add(unknownField(name, help: ExpressionChecker.fieldList), name)
  }

  /// Tells that the words of a fact of an example are no field and value.
  func reportUnknownFact(_ name: NameSyntax) {
    if names.nearest(to: name.text) == nil, name.form == .words {
      if let rest = withoutArticle(name),
        ([rest] + rest.partings.map { $0.head }).contains(where: {
          names.meaning(of: $0.folded) != nil
        })
      {
        return add(needlessArticle(name, rest), name)
      }
      // The longest beginning first, as fields are of up to three words.
      let heads = name.partings.map { $0.head }.filter { names.meaning(of: $0.folded) == nil }
      if let head = heads.first(where: { names.nearest(to: $0.text) != nil }) {
        return add(unknownField(head, help: ExpressionChecker.fieldList), head)
      }
    }
    add(unknownField(name, help: ExpressionChecker.fieldList), name)
  }

  private func add(_ finding: Diagnostic, _ name: NameSyntax) {
    findings.reportUnknown(name, finding)
  }

  private static let fieldList = Message(
    fr: "`relance fields` donne la liste des champs ; un texte s'écrit à droite de `=`",
    en: "`relance fields` lists the fields; a text stands to the right of `=`"
  )

  private func unknownField(_ name: NameSyntax, help: Message) -> Diagnostic {
    let nearest = names.nearest(to: name.text)
    return Diagnostic(
      .unknownField,
      at: name.range,
      Message(fr: "champ inconnu : `\(name.text)`", en: "unknown field: `\(name.text)`"),
      help: nearest.map {
        Message(fr: "vouliez-vous dire `\($0)` ?", en: "did you mean `\($0)`?")
      } ?? help,
      fix: nearest.map { Fix(.proposed, replacing: name.range, with: $0) }
    )
  }

  // MARK: Articles

  /// A name without the article that it begins with.
  private func withoutArticle(_ name: NameSyntax) -> NameSyntax? {
    guard name.form == .words, let first = name.partings.last else { return nil }
    guard
      ["le", "la", "les", "un", "une", "son", "sa", "ses"].contains(first.head.text.folded.text)
    else { return nil }
    let written = name.text.unicodeScalars.drop { !FoldedText.isSpace($0.value) }
    let rest = String(written.drop { FoldedText.isSpace($0.value) })
    let upper = name.range.upper
    let lower = max(upper - rest.utf8.count, name.range.lower)
    return NameSyntax(
      rest,
      at: SourceRange(file: name.range.file, lower: lower, upper: upper),
      .words
    )
  }

  private func needlessArticle(_ name: NameSyntax, _ rest: NameSyntax) -> Diagnostic {
    Diagnostic(
      .unknownField,
      at: name.range,
      Message(fr: "champ inconnu : `\(name.text)`", en: "unknown field: `\(name.text)`"),
      help: Message(
        fr: "les champs se disent sans article : `\(rest.text)`",
        en: "fields go without an article: `\(rest.text)`"
      ),
      fix: Fix(
        .proposed,
        replacing: SourceRange(
          file: name.range.file,
          lower: name.range.lower,
          upper: rest.range.lower
        ),
        with: ""
      )
    )
  }

  // MARK: A field and its value

  /// What is wrong with words of which the first are a field and the others its value.
  private func missingRelation(in name: NameSyntax, from lower: Int) -> Diagnostic? {
    guard name.form == .words else { return nil }
    for (head, tail) in name.partings {
      guard let type = type(of: head) else { continue }
      let field = head.text
      guard let value = value(tail, of: type) else {
        return comparable(type) ? missingComparison(head, tail, type) : nil
      }
      return Diagnostic(
        .structure,
        at: name.range,
        Message(
          fr: "il manque `=` entre `\(field)` et `\(tail.text)`",
          en: "`=` is missing between `\(field)` and `\(tail.text)`"
        ),
        help: Message(
          fr: "écrire `\(field) = \(value)`, ou `\(field) est \(value)`",
          en: "write `\(field) = \(value)`, or `\(field) est \(value)`"
        ),
        fix: Fix(
          .proposed,
          replacing: SourceRange(
            file: name.range.file,
            lower: lower,
            upper: name.range.upper
          ),
          with: "\(field) = \(value)"
        )
      )
    }
    return nil
  }

  private func missingComparison(
    _ head: NameSyntax,
    _ tail: NameSyntax,
    _ type: ValueType
  ) -> Diagnostic {
    Diagnostic(
      .structure,
      at: head.range.union(tail.range),
      Message(
        fr: "il manque une comparaison entre `\(head.text)` et `\(tail.text)`",
        en: "a comparison is missing between `\(head.text)` and `\(tail.text)`"
      ),
      help: type.comparisonExample(of: head.text)
    )
  }

  private func type(of name: NameSyntax) -> ValueType? {
    switch names.meaning(of: name.folded) {
    case .field(let field): field.entry.type
    case .column(let index): ValueType(columns[index].kind)
    case .definition, .message, nil: nil
    }
  }

  /// The words as a value of a type, as it is written; `nil` if they are none.
  private func value(_ name: NameSyntax, of type: ValueType) -> String? {
    if let list = ClosedList(of: type) {
      if let entry = list.entry(named: name.folded) { return entry.word }
      return Spelling.nearest(to: name.text, among: list.entries.map { $0.word })
    }
    guard type == .text, scope == .scenario else { return nil }
    return name.partings.isEmpty ? name.text : "« \(name.text) »"
  }

  /// Whether values of a type are compared in conditions, and words are none of them.
  private func comparable(_ type: ValueType) -> Bool {
    switch type {
    case .integer, .number, .percentage, .money, .duration, .date: true
    case .text, .truth, .risk, .kind, .weekday: false
    }
  }
}
