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
          + " règle qui ne peut rien changer : `automatique` ne rend jamais rien plus automatique,"
          + " `sans` une nature ou un canal qu'aucune étape n'a ne retire rien",
        en: "a rule that says nothing more than others do, those of the prelude among them; and a"
          + " rule that can change nothing: `automatique` never makes anything more automatic,"
          + " `sans` with a nature or channel that no step has drops nothing"
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
        case .idle(let idleness): idle(idleness, finding, subject)
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

private func idle(
  _ idleness: Effectiveness.Idleness,
  _ finding: Effectiveness.Finding,
  _ subject: LintSubject
) -> Diagnostic {
  let (why, help) = idleness.words
  return Lint.redundantRule.finding(
    at: finding.range,
    Message(
      fr: "cette règle ne change rien : \(why.fr)",
      en: "this rule changes nothing: \(why.en)"
    ),
    help: help,
    fix: subject.deletion(.proposed, of: finding.range)
  )
}

extension Effectiveness.Idleness {
  /// Why the effect leaves everything as it is, and what may have been meant.
  fileprivate var words: (why: Message, help: Message) {
    switch self {
    case .automatic:
      return (
        Message(
          fr: "le plus prudent l'emporte, et `automatique` l'est le moins",
          en: "the most cautious wins, and `automatique` is the least so"
        ),
        Message(
          fr:
            "la supprimer ; pour qu'un message parte seul, ôter `validation` ou `manuel` de l'étape",
          en: "delete it; for a message to go by itself take `validation` or `manuel` off the step"
        )
      )
    case .noStepOf(let nature):
      let word = Vocabulary.natures.canonical(nature)
      return (
        Message(
          fr: "aucune étape n'est de la nature `\(word)`",
          en: "no step is of the nature `\(word)`"
        ),
        Message(
          fr: "écrire la nature sur l'étape que la règle doit retirer, ou supprimer la règle",
          en: "write the nature on the step that the rule is to drop, or delete the rule"
        )
      )
    case .noStepThrough(let channel):
      let word = Vocabulary.channels.canonical(channel)
      return (
        Message(
          fr: "aucune étape ne passe par `\(word)`",
          en: "no step goes through `\(word)`"
        ),
        Message(
          fr: "corriger le canal, ou supprimer la règle",
          en: "correct the channel, or delete the rule"
        )
      )
    case .nothingHeld:
      return (
        Message(
          fr: "`suspendre` ne retient ni un remerciement ni la réponse à une procédure collective",
          en: "`suspendre` holds back neither thanks nor the answer to insolvency proceedings"
        ),
        Message(fr: "écrire `exclure`, ou la supprimer", en: "write `exclure`, or delete it")
      )
    }
  }
}
