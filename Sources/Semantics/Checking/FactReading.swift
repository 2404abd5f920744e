import Diagnostics
import Syntax

extension ExampleSyntax.Fact {
  /// The fact as the comparison it states, `risque élevé` as `risque = élevé`; a truth field alone
  /// states itself.
  ///
  /// The parser knows no fields: in `risque élevé` it sees a name of two words. The longest beginning
  /// that is a known name is the field, and what follows is its value.
  func condition(knowing isKnown: (FoldedText) -> Bool) -> ExpressionSyntax {
    if let value { return comparison(of: field, with: value) }
    for end in field.wordStarts.reversed() {
      let name = field.part(field.text.utf8.startIndex..<end)
      guard isKnown(name.folded) else { continue }
      let word = field.part(end..<field.text.utf8.endIndex)
      return comparison(of: name, with: ExpressionSyntax(.name(word), at: word.range))
    }
    return ExpressionSyntax(.name(field), at: field.range)
  }

  private func comparison(
    of name: NameSyntax,
    with value: ExpressionSyntax
  ) -> ExpressionSyntax {
    let subject = ExpressionSyntax(.name(name), at: name.range)
    return ExpressionSyntax(
      .comparison(subject, Located(.equal, at: name.range), value),
      at: range
    )
  }
}

extension NameSyntax {
  /// Where the words of a bare name begin, the first aside.
  fileprivate var wordStarts: [String.Index] {
    guard form == .words else { return [] }
    var starts: [String.Index] = []
    var isAfterSpace = false
    for index in text.unicodeScalars.indices {
      let isSpace = FoldedText.isSpace(text.unicodeScalars[index].value)
      if isAfterSpace, !isSpace { starts.append(index) }
      isAfterSpace = isSpace
    }
    return starts
  }

  /// A part of a bare name, the white space at its end left out.
  fileprivate func part(_ part: Range<String.Index>) -> NameSyntax {
    var end = part.upperBound
    while end > part.lowerBound {
      let before = text.unicodeScalars.index(before: end)
      guard FoldedText.isSpace(text.unicodeScalars[before].value) else { break }
      end = before
    }
    let lower = range.lower + text.utf8.distance(from: text.startIndex, to: part.lowerBound)
    let upper = range.lower + text.utf8.distance(from: text.startIndex, to: end)
    return NameSyntax(
      String(text[part.lowerBound..<end]),
      at: SourceRange(file: range.file, lower: lower, upper: upper),
      .words
    )
  }
}
