import Diagnostics
import Receivables
import Syntax

// MARK: Templates

extension StatementWriter {
  /// A template: its header, `langue` and `objet`, and the text as it stands.
  func block(_ template: TemplateSyntax) -> Block {
    let start = template.range.lower
    let headerEnd = template.name.range.upper
    let headerRange = SourceRange(file: tree.file, lower: start, upper: headerEnd)
    var block = Block(
      statements: [header(.template, template.name, at: headerRange)],
      interior: headerEnd..<template.range.upper
    )
    let rest = SourceRange(file: tree.file, lower: headerEnd, upper: template.range.upper)
    let tokens = tokens(in: rest)
    for (index, token) in tokens.enumerated() {
      if token.kind == .body {
        let place = SourceRange(file: tree.file, lower: token.lower, upper: token.upper)
        block.statements.append(Statement(range: place, content: .body(body(token))))
        block.interior = headerEnd..<token.lower
      }
      guard token.kind == .word, tokens.indices.contains(index + 1) else { continue }
      switch Vocabulary.templateLines.value(written(token).folded) {
      case .language where template.language?.range.lower == tokens[index + 1].lower:
        block.statements.append(language(template, behind: token))
      case .subject where tokens[index + 1].kind == .string:
        block.statements.append(subject(token, tokens[index + 1]))
      case .language, .subject, nil:
        break
      }
    }
    return block
  }

  private func language(_ template: TemplateSyntax, behind keyword: Token) -> Statement {
    let name = template.language?.value ?? ""
    let end = template.language?.range.upper ?? keyword.upper
    let range = SourceRange(file: tree.file, lower: keyword.lower, upper: end)
    let isWord = name.utf8.allSatisfy { (0x61...0x7A).contains($0 | 0x20) } && !name.isEmpty
    let word = Vocabulary.templateLines.canonical(.language)
    let line = "\(word) \(isWord ? name : quoted(name))"
    return Statement(range: range, content: .line(phrase(line, at: range), hang: 0))
  }

  private func subject(_ keyword: Token, _ string: Token) -> Statement {
    let range = SourceRange(file: tree.file, lower: keyword.lower, upper: string.upper)
    let line = "\(Vocabulary.templateLines.canonical(.subject)) \(subjectText(string))"
    return Statement(range: range, content: .line(phrase(line, at: range), hang: 0))
  }

  /// The subject between `« »` where that changes nothing but the quotes; its placeholders may hold
  /// quotes of their own.
  private func subjectText(_ string: Token) -> String {
    let text = written(string)
    var scalars = Substring(text).unicodeScalars
    guard let opening = scalars.popFirst(), scalars.popLast() != nil else { return text }
    let isTouchy = scalars.contains { $0 == "»" || $0 == "\"" || $0 == "”" }
    guard !isTouchy else { return text }
    let content = String(scalars)
    return quoted(opening == "«" ? trimmed(content) : content)
  }

  /// The text of a template between its two lines `---`; only its line ends become line feeds.
  private func body(_ token: Token) -> String {
    var bytes: [UInt8] = []
    for offset in token.lower..<token.upper {
      let byte = text.bytes[offset]
      if byte == 0x0A, offset > token.lower, text.bytes[offset - 1] == 0x0D { continue }
      bytes.append(byte == 0x0D ? 0x0A : byte)
    }
    let mark = "---"
    let start = bytes.firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
    let end = bytes.lastIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
    return "\(mark)\n\(String(decoding: bytes[start..<max(start, end)], as: UTF8.self))\(mark)"
  }
}

// MARK: Examples

extension StatementWriter {
  /// An example.
  func block(_ example: ExampleSyntax) -> Block {
    let headerEnd = example.name.range.upper
    let headerRange = SourceRange(file: tree.file, lower: example.range.lower, upper: headerEnd)
    let lines = example.lines.map { line in
      Statement(range: line.range, content: .line(phrase(of: line), hang: 4))
    }
    return Block(
      statements: [header(.example, example.name, at: headerRange)] + lines,
      interior: headerEnd..<example.range.upper
    )
  }

  private func phrase(of line: ExampleSyntax.Line) -> Phrase {
    func keyword(_ keyword: ExampleKeyword) -> String { Vocabulary.exampleLines.canonical(keyword) }
    func particle(_ particle: Particle) -> String { Vocabulary.particles.canonical(particle) }
    func labelled(_ keyword: String, _ label: NameSyntax?) -> String {
      label.map { "\(keyword) \(quoted($0.text))" } ?? keyword
    }
    func day(_ date: Located<CalendarDate>) -> String { date.value.frenchDescription }
    switch line.kind {
    case .scenario(let name):
      return phrase("\(keyword(.scenario)) \(names.scenario(name))", at: line.range)
    case .customer(let facts):
      return write(facts, behind: keyword(.customer), at: line.range)
    case .invoice(let label, let facts):
      return write(facts, behind: labelled(keyword(.invoice), label), at: line.range)
    case .payment(let label, let date, let money):
      let start = "\(labelled(keyword(.payment), label)) \(particle(.on)) \(day(date)) :"
      return phrase("\(start) \(amount(money.value, at: money.range))", at: line.range)
    case .dispute(let label, let first, let last):
      let start = "\(labelled(keyword(.dispute), label)) \(particle(.from)) \(day(first))"
      return phrase(start + (last.map { " au \(day($0))" } ?? ""), at: line.range)
    case .promise(let label, let date):
      let start = labelled(keyword(.promise), label)
      return phrase("\(start) \(particle(.on)) \(day(date))", at: line.range)
    case .expectation(let date, let actions):
      var phrase = phrase("\(keyword(.expectation)) \(day(date)) :", at: line.range)
      if actions.isEmpty { phrase.add(particle(.nothing)) }
      for (index, expected) in actions.enumerated() {
        if index > 0 { phrase.close(",") }
        phrase.append(action(expected.action), index == 0 ? .space : .fill(depth: 0))
      }
      return phrase
    }
  }

  private func write(
    _ facts: [ExampleSyntax.Fact],
    behind start: String,
    at range: SourceRange
  ) -> Phrase {
    var phrase = phrase(start, at: range)
    for (index, fact) in facts.enumerated() {
      if index > 0 { phrase.close(",") }
      phrase.append(self.phrase(of: fact), index == 0 ? .space : .fill(depth: 0))
    }
    return phrase
  }

  /// `risque élevé`, `montant 1 200 €`; `=` stands where a word would else belong to the field.
  private func phrase(of fact: ExampleSyntax.Fact) -> Phrase {
    var phrase = Phrase()
    guard let value = fact.value else {
      phrase.add(names.fact(fact.field), at: fact.range.lower)
      return phrase
    }
    phrase.add(names.bare(fact.field, as: .reference), at: fact.range.lower)
    var written = Phrase()
    let field = ExpressionSyntax(.name(fact.field), at: fact.field.range)
    write(value, to: &written, depth: 1, as: names.role(besides: field))
    if !startsLiteral(written) { phrase.add(Relation.equal.rawValue) }
    phrase.append(written)
    return phrase
  }

  private func startsLiteral(_ value: Phrase) -> Bool {
    guard let first = value.pieces.first?.text.unicodeScalars.first else { return false }
    return ("0"..."9").contains(first) || first == "-" || first == "«" || first == "\""
  }
}
