import Diagnostics

/// The parts of a template's text as they are read, with the placeholders that are still open.
private struct OpenParts {
  /// A placeholder that awaits its `{fin}`.
  struct Frame {
    let kind: Kind
    let opening: SourceRange
    /// What stands between `{si …}` and `{sinon}`, once that was read.
    var yes: [TemplatePartSyntax]?
  }

  /// What kinds of placeholder there are with a `{fin}`.
  enum Kind {
    /// `{si …}`.
    case condition(ExpressionSyntax)
    /// `{si …}` with a condition that could not be read; what it holds is left out.
    case unreadable
    /// `{pour chaque facture}`.
    case eachInvoice
  }

  private(set) var frames: [Frame] = []
  /// The parts outside of all frames, then those of each frame.
  private var levels: [[TemplatePartSyntax]] = [[]]

  /// The parts outside of all frames.
  var parts: [TemplatePartSyntax] { levels.first ?? [] }

  mutating func append(_ part: TemplatePartSyntax) {
    levels[levels.count - 1].append(part)
  }

  mutating func open(_ kind: Kind, at place: SourceRange) {
    frames.append(Frame(kind: kind, opening: place))
    levels.append([])
  }

  /// Goes on to the part behind `{sinon}`; `false` where there is no `{si …}` for it.
  mutating func otherwise() -> Bool {
    guard var frame = frames.popLast() else { return false }
    defer { frames.append(frame) }
    if case .eachInvoice = frame.kind { return false }
    guard frame.yes == nil else { return false }
    frame.yes = levels.removeLast()
    levels.append([])
    return true
  }

  /// Closes the innermost placeholder; `false` where none is open.
  mutating func close() -> Bool {
    guard let frame = frames.popLast() else { return false }
    let inner = levels.removeLast()
    switch frame.kind {
    case .condition(let condition):
      append(.conditional(condition, frame.yes ?? inner, frame.yes == nil ? [] : inner))
    case .unreadable: break
    case .eachInvoice: append(.eachInvoice(inner))
    }
    return true
  }
}

extension Parser {
  /// Reads text with placeholders; inside quotes doubled closing quotes stand for one.
  mutating func parseParts(
    from lower: Int,
    to upper: Int,
    quotedBy quotes: QuotationMarks?
  ) -> [TemplatePartSyntax] {
    var open = OpenParts()
    var textStart = lower
    var offset = lower
    while offset < upper, !isStopped {
      guard source.bytes[offset] == 0x7B else {
        offset += 1
        continue
      }
      guard let end = placeholderEnd(behind: offset, before: upper) else {
        tell(unclosedPlaceholder(at: offset))
        offset += 1
        continue
      }
      appendText(from: textStart, to: offset, quotedBy: quotes, to: &open)
      parsePlaceholder(from: offset, to: end, into: &open)
      offset = end
      textStart = end
    }
    appendText(from: textStart, to: upper, quotedBy: quotes, to: &open)
    while let frame = open.frames.last {
      tell(unclosedBlock(at: frame.opening))
      _ = open.close()
    }
    return open.parts
  }

  /// The offset behind the `}` of a placeholder, on the same line.
  private func placeholderEnd(behind opening: Int, before upper: Int) -> Int? {
    var offset = opening + 1
    while offset < upper {
      switch source.bytes[offset] {
      case 0x7D: return offset + 1
      case 0x7B, 0x0A, 0x0D: return nil
      default: offset += 1
      }
    }
    return nil
  }

  private func appendText(
    from lower: Int,
    to upper: Int,
    quotedBy quotes: QuotationMarks?,
    to open: inout OpenParts
  ) {
    guard lower < upper else { return }
    let place = SourceRange(file: file, lower: lower, upper: upper)
    let text =
      if let quotes {
        text(lower..<upper, closing: quotes.closing)
      } else {
        textWithLineFeeds(lower, upper)
      }
    open.append(.text(text, at: place))
  }

  /// A text whose line ends are all `\n`.
  private func textWithLineFeeds(_ lower: Int, _ upper: Int) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(upper - lower)
    for offset in lower..<upper {
      let byte = source.bytes[offset]
      if byte == 0x0A, offset > lower, source.bytes[offset - 1] == 0x0D { continue }
      result.append(byte == 0x0D ? 0x0A : byte)
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Reads what stands between braces with a parser of its own, as a statement of its own.
  private mutating func parsePlaceholder(from lower: Int, to upper: Int, into open: inout OpenParts)
  {
    let place = SourceRange(file: file, lower: lower, upper: upper)
    let tokens = lex(source.bytes, from: lower + 1, to: upper - 1)
    guard !tokens.isEmpty else { return tell(emptyPlaceholder(at: place)) }
    var inner = Parser(source, file: file, tokens: tokens)
    do throws(Unreadable) {
      try inner.parsePlaceholder(at: place, into: &open)
    } catch {
      // Told already; the text around it is read on.
    }
    for diagnostic in inner.diagnostics { tell(diagnostic) }
  }

  private mutating func parsePlaceholder(
    at place: SourceRange,
    into open: inout OpenParts
  ) throws(Unreadable) {
    guard let keyword = take(Vocabulary.placeholders)?.value else {
      guard let name = takeWords(until: { _ in false }) else { throw notAField() }
      try expectPlaceholderEnd()
      open.append(.placeholder(name))
      return
    }
    switch keyword {
    case .condition:
      // A condition that cannot be read opens its block all the same, so that its `{fin}` fits.
      var kind = OpenParts.Kind.unreadable
      defer { open.open(kind, at: place) }
      let condition = try parseCondition()
      try expectPlaceholderEnd()
      guard open.frames.count < Limits.nesting else { throw report(tooDeep(at: place)) }
      kind = .condition(condition)
    case .eachInvoice:
      try expectPlaceholderEnd()
      let isTooDeep = open.frames.count >= Limits.nesting
      open.open(isTooDeep ? .unreadable : .eachInvoice, at: place)
      if isTooDeep { throw report(tooDeep(at: place)) }
    case .otherwise:
      guard open.otherwise() else { throw report(strayPlaceholder(at: place)) }
      try expectPlaceholderEnd()
    case .end:
      guard open.close() else { throw report(strayPlaceholder(at: place)) }
      try expectPlaceholderEnd()
    }
  }

  private mutating func expectPlaceholderEnd() throws(Unreadable) {
    guard !isAtStatementEnd || token.kind == .semicolon else { return }
    throw unexpected()
  }
}

// MARK: What is wrong with placeholders

extension Parser {
  private mutating func notAField() -> Unreadable {
    expected(
      Message(fr: "un champ", en: "a field"),
      help: Message(
        fr: "par exemple `{solde}`, `{si nombre > 1}` ou `{pour chaque facture}`",
        en: "for example `{solde}`, `{si nombre > 1}` or `{pour chaque facture}`"
      )
    )
  }

  private func unclosedPlaceholder(at offset: Int) -> Diagnostic {
    Diagnostic(
      .syntax,
      at: SourceRange(file: file, lower: offset, upper: offset + 1),
      Message(fr: "accolade jamais fermée", en: "brace never closed"),
      label: Message(fr: "ouverte ici", en: "opened here"),
      help: Message(fr: "il faut `}` sur la même ligne", en: "write `}` on the same line")
    )
  }

  private func emptyPlaceholder(at place: SourceRange) -> Diagnostic {
    Diagnostic(
      .syntax,
      at: place,
      Message(fr: "rien entre les accolades", en: "nothing between the braces"),
      help: Message(fr: "y mettre un champ : `{solde}`", en: "put a field there: `{solde}`")
    )
  }

  private func unclosedBlock(at place: SourceRange) -> Diagnostic {
    let word = text(place.lower, place.upper)
    return Diagnostic(
      .syntax,
      at: place,
      Message(fr: "`\(word)` jamais fermé", en: "`\(word)` never closed"),
      label: Message(fr: "ouvert ici", en: "opened here"),
      help: Message(fr: "il faut `{fin}` plus loin", en: "write `{fin}` further on")
    )
  }

  private func strayPlaceholder(at place: SourceRange) -> Diagnostic {
    let word = text(place.lower, place.upper)
    return Diagnostic(
      .syntax,
      at: place,
      Message(fr: "`\(word)` sans `{si …}` qui l'attende", en: "`\(word)` without its `{si …}`"),
      help: Message(
        fr: "`{si …}`, `{sinon}` et `{fin}` vont ensemble",
        en: "`{si …}`, `{sinon}` and `{fin}` belong together"
      )
    )
  }
}
