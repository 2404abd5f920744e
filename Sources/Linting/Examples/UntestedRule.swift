import Diagnostics
import Planning
import Semantics

extension Lint {
  /// TST601: a rule that no example exercises.
  static let untestedRule = Lint(
    CodePage(
      code: "TST601",
      severity: .information,
      title: Message(fr: "règle sans exemple", en: "rule without an example"),
      reports: Message(
        fr: "une règle dont la condition n'est remplie aucun des jours qu'un exemple décrit ;"
          + " pour une règle avec `sinon`, une branche qu'aucun de ces jours ne suit",
        en: "a rule whose condition holds on none of the days that an example describes;"
          + " for a rule with `sinon`, a branch that none of these days takes"
      ),
      matters: Message(
        fr: "un exemple dit ce que la règle doit faire ; sans lui, personne ne s'aperçoit"
          + " qu'un changement l'a rendue muette",
        en: "an example says what the rule is to do; without one nobody notices"
          + " that a change has silenced it"
      ),
      example: "J+7 email doux\nsi risque = élevé alors manuel",
      instead: "scénario « Standard »\n  J+7 email doux\n  si risque = élevé alors manuel\n\n"
        + "exemple « un client risqué »\n  scénario « Standard »\n  client risque élevé\n"
        + "  facture échéance 12/01/2026, montant 1 200 €\n  le 19/01/2026 : manuel email doux",
      basis: [.examples]
    ),
    check: untestedRules
  )
}

private func untestedRules(_ subject: LintSubject) -> [Diagnostic] {
  let untested = rulesWithoutExample(in: subject.analysis)
  guard subject.analysis.examples.isEmpty else { return untested.map(finding) }
  // One advice says it all as long as there is no example.
  guard let first = untested.first else { return [] }
  return [
    Lint.untestedRule.finding(
      at: first.range,
      untested.count == 1
        ? Message(
          fr: "aucun exemple ne vérifie cette règle",
          en: "no example exercises this rule"
        )
        : Message(
          fr: "aucun exemple ne vérifie les \(untested.count) règles, dont celle-ci",
          en: "no example exercises the \(untested.count) rules, of which this is one"
        ),
      help: help
    )
  ]
}

private func finding(on rule: ExampleCoverage.RuleGap) -> Diagnostic {
  switch rule.gap {
  case .neverHolds:
    Lint.untestedRule.finding(
      at: rule.range,
      Message(
        fr: "aucun exemple ne remplit la condition de cette règle",
        en: "no example meets the condition of this rule"
      ),
      help: help
    )
  case .alwaysHolds:
    Lint.untestedRule.finding(
      at: rule.range,
      Message(
        fr: "aucun exemple ne suit le `sinon` de cette règle",
        en: "no example takes the `sinon` of this rule"
      ),
      help: help
    )
  }
}

private var help: Message {
  Message(
    fr: "ajouter un `exemple` ; `relance test` le joue",
    en: "add an `exemple`; `relance test` plays it"
  )
}
