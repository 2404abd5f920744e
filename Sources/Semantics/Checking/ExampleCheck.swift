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

private func checkFact(_ fact: ExampleSyntax.Fact, _ checker: ExpressionChecker) {
  _ = checker.condition(fact.condition { checker.names.meaning(of: $0) != nil })
}
