import Diagnostics
import Syntax

extension ExampleSyntax.Fact {
  /// The fact as a field and its value, `risque élevé` as `risque` and `élevé`; a truth field stands
  /// alone.
  ///
  /// The parser knows no fields: in `risque élevé` it sees a name of two words. The longest beginning
  /// that is a known name is the field, and what follows is its value.
  func parts(
    knowing isKnown: (FoldedText) -> Bool
  ) -> (field: NameSyntax, value: ExpressionSyntax?) {
    guard value == nil, field.form == .words, !isKnown(field.folded) else { return (field, value) }
    for (head, tail) in field.partings where isKnown(head.folded) {
      return (head, ExpressionSyntax(.name(tail), at: tail.range))
    }
    return (field, nil)
  }

  /// The comparison that a fact of such parts states.
  func comparison(of name: NameSyntax, with value: ExpressionSyntax) -> ExpressionSyntax {
    let subject = ExpressionSyntax(.name(name), at: name.range)
    return ExpressionSyntax(
      .comparison(subject, Located(.equal, at: name.range), value),
      at: range
    )
  }
}
