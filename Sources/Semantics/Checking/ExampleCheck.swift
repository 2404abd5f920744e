import Diagnostics
import Syntax

/// Checks the names and values of `exemple` blocks: the scenario, the fields of the customer and
/// its invoices, and the labels that lines refer to.
func checkExamples(
  _ examples: [ExampleSyntax],
  _ checker: ExpressionChecker,
  _ scenarios: [String]
) {
  for example in examples {
    var labels: [FoldedText: NameSyntax] = [:]
    for line in example.lines {
      switch line.kind {
      case .scenario(let name):
        if !scenarios.contains(where: { $0.folded == name.folded }) {
          checker.findings.reportUnknown(
            name,
            .unknownName(name, Message(fr: "scénario", en: "scenario"), among: scenarios)
          )
        }
      case .customer(let facts):
        for fact in facts { checkFact(fact, checker) }
      case .invoice(let label, let facts):
        if let label, let earlier = labels.updateValue(label, forKey: label.folded) {
          checker.findings.report(
            .duplicateName(label, of: earlier, Message(fr: "facture", en: "invoice"))
          )
        }
        for fact in facts { checkFact(fact, checker) }
      case .payment(let label, _, _), .dispute(let label, _, _), .promise(let label, _):
        if let label, labels[label.folded] == nil {
          let known = labels.values.map { $0.text }
          checker.findings.reportUnknown(
            label,
            .unknownName(label, Message(fr: "facture", en: "invoice"), among: known)
          )
        }
      case .expectation:
        break
      }
    }
  }
}

/// A fact reads as the comparison `field = value`, or as a truth field alone.
private func checkFact(_ fact: ExampleSyntax.Fact, _ checker: ExpressionChecker) {
  let field = ExpressionSyntax(.name(fact.field), at: fact.field.range)
  guard let value = fact.value else {
    _ = checker.condition(field)
    return
  }
  let equals = Located(Relation.equal, at: fact.range)
  _ = checker.condition(ExpressionSyntax(.comparison(field, equals, value), at: fact.range))
}
