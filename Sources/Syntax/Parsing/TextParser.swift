import Diagnostics

extension Parser {
  /// The text of a string token: without its quotes, doubled closing quotes single.
  mutating func unquoted(_ token: Token) throws(Unreadable) -> String {
    guard let content = content(of: token) else {
      if let (problem, text) = mixedQuotation(token) {
        let unreadable = report(problem)
        if let text { return text }
        throw unreadable
      }
      throw report(
        Diagnostic(
          .syntax,
          at: range(of: token),
          Message(fr: "texte jamais fermé", en: "text never closed"),
          label: Message(fr: "ouvert ici", en: "opened here"),
          help: Message(
            fr: "un texte finit sur sa ligne par `»`, `\"` ou `”`, comme il a commencé",
            en: "a text ends on its line with `»`, `\"` or `”`, as it began"
          )
        )
      )
    }
    let text = text(content.range, closing: content.marks.closing)
    checkInvisible(in: text, at: range(of: token))
    return text
  }

  /// The bytes of a string token between its quotes, and which these are; `nil` if it is not closed.
  func content(of token: Token) -> (range: Range<Int>, marks: QuotationMarks)? {
    let bytes = source.bytes[token.lower..<token.upper]
    guard let marks = QuotationMarks.allCases.first(where: { bytes.starts(with: $0.opening) })
    else { return nil }
    var range = token.lower + marks.opening.count..<token.upper
    guard closes(bytes[range], with: marks.closing) else { return nil }
    range = range.lowerBound..<range.upperBound - marks.closing.count
    switch marks {
    case .guillemets: return (trimmed(range), marks)
    case .straight, .curly: return (range, marks)
    }
  }

  /// Whether the last quote closes the text: an even number of them stands for half as many.
  private func closes(_ bytes: ArraySlice<UInt8>, with closing: [UInt8]) -> Bool {
    var count = 0
    var rest = bytes
    while rest.count >= closing.count, rest.suffix(closing.count).elementsEqual(closing) {
      rest = rest.dropLast(closing.count)
      count += 1
    }
    return !count.isMultiple(of: 2)
  }

  /// A stretch without the white space at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    let scalars = text(range.lowerBound, range.upperBound).unicodeScalars
    func length(_ run: some Sequence<Unicode.Scalar>) -> Int {
      run.reduce(0) { $0 + UTF8.width($1) }
    }
    let leading = length(scalars.prefix { FoldedText.isSpace($0.value) })
    guard leading < range.count else { return range.lowerBound..<range.lowerBound }
    let trailing = length(scalars.reversed().prefix { FoldedText.isSpace($0.value) })
    return range.lowerBound + leading..<range.upperBound - trailing
  }

  /// The text of a stretch inside quotes, doubled closing quotes single.
  func text(_ range: Range<Int>, closing: [UInt8]) -> String {
    guard let mark = closing.first, source.bytes[range].contains(mark) else {
      return text(range.lowerBound, range.upperBound)
    }
    var result: [UInt8] = []
    result.reserveCapacity(range.count)
    var offset = range.lowerBound
    while offset < range.upperBound {
      let isQuote = source.bytes[offset..<range.upperBound].starts(with: closing)
      let length = isQuote ? closing.count : 1
      result += source.bytes[offset..<min(offset + length, range.upperBound)]
      offset += isQuote ? 2 * length : length
    }
    return String(decoding: result, as: UTF8.self)
  }
}
