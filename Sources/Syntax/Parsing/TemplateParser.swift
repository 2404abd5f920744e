import Diagnostics

extension Parser {
  /// Reads a line of a template or its text; gives `false` and stays where something else begins.
  mutating func parseTemplateLine() throws(Unreadable) -> Bool {
    guard case .template(var open) = block, open.body == nil else { return false }
    if let keyword = match(Vocabulary.templateLines)?.value {
      try parseTemplateLine(keyword)
      return true
    }
    guard token.kind == .body else { return false }
    open.body = parseBody()
    open.range.upper = previous.upper
    block = .template(open)
    return true
  }

  /// Reads a line of the template that is open, whose first word means a keyword.
  mutating func parseTemplateLine(_ keyword: TemplateKeyword) throws(Unreadable) {
    guard case .template(var open) = block else { return }
    defer {
      open.range.upper = previous.upper
      block = .template(open)
    }
    switch keyword {
    case .language:
      try checkFirst(open.language == nil)
      advanceKeyword()
      open.language = try expectLanguage()
    case .subject:
      try checkFirst(open.subject == nil)
      advanceKeyword()
      open.subject = try expectSubject()
    }
  }

  /// Tells that a template is not whole; nothing where its lines were wrong, which may be why.
  mutating func checkCompleteness(of template: Block.OpenTemplate) {
    guard template.body == nil, !template.holdsStranger else { return }
    tell(
      Diagnostic(
        .syntax,
        at: template.header,
        Message(
          fr: "le modèle `\(template.name.text)` n'a pas de texte",
          en: "the template `\(template.name.text)` has no text"
        ),
        help: Parser.bodyHelp
      )
    )
  }

  static let bodyHelp = Message(
    fr: "le texte d'un modèle se place entre deux lignes `---`",
    en: "a template's text stands between two lines `---`"
  )

  private mutating func checkFirst(_ isFirst: Bool) throws(Unreadable) {
    guard !isFirst else { return }
    throw report(
      Diagnostic(
        .syntax,
        at: range(of: token),
        Message(
          fr: "\(quoted(token)) une seconde fois dans ce modèle",
          en: "\(quoted(token)) a second time in this template"
        )
      )
    )
  }

  private mutating func expectLanguage() throws(Unreadable) -> Located<String> {
    guard let name = takeName() else {
      throw expected(
        Message(fr: "une langue", en: "a language"),
        help: Message(fr: "par exemple `langue fr`", en: "for example `langue fr`")
      )
    }
    return Located(name.text, at: name.range)
  }

  private mutating func expectSubject() throws(Unreadable) -> [TemplatePartSyntax] {
    guard token.kind == .string else {
      throw expected(Message(fr: "un texte entre guillemets", en: "a text between quotes"))
    }
    let string = advance()
    _ = try unquoted(string)
    guard let (content, marks) = content(of: string) else { return [] }
    return parseParts(from: content.lowerBound, to: content.upperBound, quotedBy: marks)
  }

  /// The text between the two lines `---`, whose line ends belong to it as `\n`.
  private mutating func parseBody() -> [TemplatePartSyntax] {
    let body = advance()
    let bytes = source.bytes
    func lineStart(behind offset: Int) -> Int {
      var next = offset
      while next < body.upper, bytes[next] != 0x0A, bytes[next] != 0x0D { next += 1 }
      if next + 1 < body.upper, bytes[next] == 0x0D, bytes[next + 1] == 0x0A { next += 1 }
      return min(next + 1, body.upper)
    }
    let lower = lineStart(behind: body.lower)
    var upper = body.upper
    // The white space before the closing `---` is no part of the text.
    while upper > lower, bytes[upper - 1] != 0x0A, bytes[upper - 1] != 0x0D { upper -= 1 }
    let closing = text(upper, body.upper).folded.text
    if closing != "---" {
      report(
        Diagnostic(
          .syntax,
          at: SourceRange(file: file, lower: body.lower, upper: body.lower + 3),
          Message(fr: "texte de modèle jamais fermé", en: "template text never closed"),
          label: Message(fr: "ouvert ici", en: "opened here"),
          help: Parser.bodyHelp
        )
      )
      upper = body.upper
    }
    return parseParts(from: lower, to: upper, quotedBy: nil)
  }
}
