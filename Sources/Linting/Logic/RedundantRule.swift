import Diagnostics
import Semantics
import Syntax

extension Lint {
  /// LOG204: a rule without which the plan would be the same.
  static let redundantRule: Lint = Lint(
    CodePage(
      code: "LOG204",
      severity: .warning,
      title: Message(fr: "règle superflue", en: "redundant rule"),
      reports: Message(
        fr: "une règle qui ne dit rien de plus que d'autres, celles du prélude comprises ; et une"
          + " règle dont le seul effet est `automatique`, qui ne rend jamais rien plus automatique",
        en: "a rule that says nothing more than others do, those of the prelude among them; and a"
          + " rule whose only effect is `automatique`, which never makes anything more automatic"
      ),
      matters: Message(
        fr: "deux règles pour une décision : on changera l'une et l'autre continuera",
        en: "two rules for one decision: one will be changed and the other will go on"
      ),
      example: "J+7 email\nsi risque = élevé alors manuel\n"
        + "si risque = élevé et solde > 500 € alors manuel",
      instead: "J+7 email\nsi risque = élevé alors manuel",
      basis: [.diagram],
      fixes: [.proposed]
    ),
    check: { subject in
      subject.effectiveness.rules.compactMap { finding in
        switch finding.cause {
        case .redundant: redundant(finding, subject)
        case .idle: idle(finding, subject)
        case .overruled: nil
        }
      }
    }
  )
}

private func redundant(_ finding: Effectiveness.Finding, _ subject: LintSubject) -> Diagnostic {
  let others = finding.others(subject)
  return Lint.redundantRule.finding(
    at: finding.range,
    Message(
      fr: "cette règle n'ajoute rien : \(others.fr) le dit déjà",
      en: "this rule adds nothing: \(others.en) already says so"
    ),
    notes: subject.notes(on: finding.rivals, Message(fr: "déjà dit ici", en: "already said here")),
    help: Message(fr: "la supprimer", en: "delete it"),
    fix: subject.deletion(.proposed, of: finding.range)
  )
}

private func idle(_ finding: Effectiveness.Finding, _ subject: LintSubject) -> Diagnostic {
  Lint.redundantRule.finding(
    at: finding.range,
    Message(
      fr: "cette règle ne change rien : le plus prudent l'emporte, et `automatique` l'est le moins",
      en: "this rule changes nothing: the most cautious wins, and `automatique` is the least so"
    ),
    help: Message(
      fr: "la supprimer ; pour qu'un message parte seul, ôter `validation` ou `manuel` de l'étape",
      en: "delete it; for a message to go by itself take `validation` or `manuel` off the step"
    ),
    fix: subject.deletion(.proposed, of: finding.range)
  )
}
