import Diagnostics
import Semantics
import Syntax

extension Lint {
  /// LOG202: a condition, or a part of one, that never holds.
  static let neverTrue: Lint = Lint(
    CodePage(
      code: "LOG202",
      severity: .error,
      title: Message(fr: "jamais vrai", en: "never true"),
      reports: Message(
        fr: "une condition qui n'est vraie d'aucune facture, ou d'aucune le jour où une étape peut"
          + " partir, ou une partie d'un `ou` qui n'ajoute aucune facture aux autres ; c'est un avertissement si seul `pour` l'empêche, car le"
          + " grand livre peut inscrire un client au scénario sans lui",
        en:
          "a condition that holds for no invoice, or for none on a day on which a step can go out,"
          + " or a part of an `ou` that adds no invoice to the others; a warning where only `pour` prevents it, as the ledger may name the scenario"
          + " for a customer without it"
      ),
      matters: Message(
        fr: "la règle ou l'étape n'aura jamais lieu, et rien ne le dira",
        en: "the rule or step will never take place, and nothing will say so"
      ),
      example: "J+7 email\nsi retard > 30 jours et retard < 10 jours alors manuel",
      instead: "J+7 email\nsi retard > 30 jours ou retard < 10 jours alors manuel",
      basis: [.diagram],
      fixes: [.proposed]
    ),
    check: { subject in
      subject.conditionVerdicts.verdicts.compactMap { verdict in
        switch verdict.answer {
        case .never(let other): never(verdict, with: other, subject)
        case .covered(let other): covered(verdict, by: other, subject)
        case .always, .implied: nil
        }
      }
    }
  )
}

private func never(
  _ verdict: ConditionVerdict,
  with other: SourceRange?,
  _ subject: LintSubject
) -> Diagnostic {
  let message: Message
  if let other {
    let quoted = subject.quote(other)
    message = Message(
      fr: "jamais vrai quand `\(quoted)` l'est",
      en: "never holds where `\(quoted)` does"
    )
  } else {
    message =
      verdict.deletion == nil
      ? verdict.wholeMessage : Message(fr: "jamais vrai", en: "never holds")
  }
  return Lint.neverTrue.finding(
    verdict.ground.isOfScope ? .warning : .error,
    at: verdict.range,
    verdict.ground.message(message),
    help: verdict.deletion == nil
      ? verdict.helpForNever
      : Message(
        fr: "corriger cette partie, ou la supprimer",
        en: "correct this part, or delete it"
      ),
    fix: verdict.deletion.flatMap { subject.deletion(.proposed, of: $0) }
  )
}

private func covered(
  _ verdict: ConditionVerdict,
  by other: SourceRange?,
  _ subject: LintSubject
) -> Diagnostic {
  let message: Message
  if let other {
    let quoted = subject.quote(other)
    message = Message(
      fr: "n'ajoute aucune facture : `\(quoted)` les a toutes",
      en: "adds no invoice: `\(quoted)` has them all"
    )
  } else {
    message = Message(
      fr: "n'ajoute aucune facture à celles des autres parties",
      en: "adds no invoice to those of the other parts"
    )
  }
  return Lint.neverTrue.finding(
    .warning,
    at: verdict.range,
    verdict.ground.message(message),
    help: Message(
      fr: "supprimer cette partie, ou la corriger",
      en: "delete this part, or correct it"
    ),
    fix: verdict.deletion.flatMap { subject.deletion(.proposed, of: $0) }
  )
}

extension ConditionVerdict.Ground {
  fileprivate var isOfDays: Bool {
    switch self {
    case .due: true
    case .everywhere, .addressed, .taken: false
    }
  }
}

extension ConditionVerdict {
  /// That a condition as a whole never holds.
  fileprivate var wholeMessage: Message {
    switch ground {
    case .taken: Message(fr: "jamais vrai", en: "never holds")
    case .everywhere:
      Message(fr: "jamais vrai, d'aucune facture", en: "never holds, for no invoice")
    case .addressed:
      Message(
        fr: "jamais vrai d'une facture que cela concerne",
        en: "never holds for an invoice that this is about"
      )
    case .due:
      written.role == .step
        ? Message(fr: "jamais vrai quand l'étape part", en: "never holds when the step goes out")
        : Message(fr: "jamais vrai quand une étape part", en: "never holds when a step goes out")
    }
  }

  fileprivate var helpForNever: Message {
    guard ground.isOfDays, written.role == .rule else { return written.role.helpForNever }
    return Message(
      fr: "corriger la condition : rien de ce qui part ne dépend de cette règle",
      en: "correct the condition: nothing that goes out hangs on this rule"
    )
  }
}

extension WrittenCondition.Role {
  fileprivate var helpForNever: Message {
    switch self {
    case .rule:
      Message(
        fr: "corriger la condition : cette règle n'a jamais lieu",
        en: "correct the condition: this rule never takes place"
      )
    case .step:
      Message(
        fr: "corriger la condition : cette étape n'a jamais lieu",
        en: "correct the condition: this step never takes place"
      )
    case .scope:
      Message(
        fr: "corriger la condition : ce scénario ne prend aucune facture",
        en: "correct the condition: this scenario takes no invoice"
      )
    case .definition:
      Message(
        fr: "corriger la définition : ce qui s'en sert n'a jamais lieu",
        en: "correct the definition: what uses it never takes place"
      )
    }
  }
}
