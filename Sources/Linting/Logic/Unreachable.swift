import Diagnostics
import Semantics
import Syntax

extension Lint {
  /// LOG203: a rule or step that other rules keep from ever taking effect.
  static let unreachable: Lint = Lint(
    CodePage(
      code: "LOG203",
      severity: .error,
      title: Message(fr: "règle ou étape sans portée", en: "unreachable rule or step"),
      reports: Message(
        fr: "une règle que d'autres, plus prudentes ou écrites avant elle, remplacent pour toutes"
          + " ses factures ; une étape que des règles retirent ou suspendent toujours ; c'est un"
          + " avertissement si seul `pour` le veut, car le grand livre peut inscrire un client au"
          + " scénario sans lui",
        en: "a rule that others, more cautious or written before it, replace for all of its"
          + " invoices; a step that rules always drop or suspend; a warning where only `pour` makes it"
          + " so, as the ledger may name the scenario for a customer without it"
      ),
      matters: Message(
        fr: "elle a l'air d'agir, et rien de ce qui est envoyé ou fait n'en dépend ; tout au"
          + " plus l'étape ou la date que montre une facture qui attend",
        en: "it looks as if it acted, and nothing that is sent or done hangs on it; at most the"
          + " step or the day that a waiting invoice shows"
      ),
      example: "J+7 email\nsi litige et solde > 5 000 € alors manuel",
      instead: "J+7 email\nsi solde > 5 000 € alors manuel",
      basis: [.diagram]
    ),
    check: { subject in
      let rules = subject.effectiveness.rules.filter { $0.cause == .overruled }
      return rules.map { diagnosis(ofRule: $0, subject) }
        + subject.effectiveness.steps.map { diagnosis(ofStep: $0, subject) }
    }
  )
}

private func diagnosis(
  ofRule finding: Effectiveness.Finding,
  _ subject: LintSubject
) -> Diagnostic {
  let others = finding.others(subject)
  return Lint.unreachable.finding(
    at: finding.range,
    Message(
      fr: "cette règle ne change aucune action du plan : \(others.fr) l'emporte"
        + " toujours",
      en: "this rule changes no action of the plan: \(others.en) always goes"
        + " before it"
    ),
    notes: subject.notes(on: finding.rivals, Message(fr: "l'emporte ici", en: "goes before it")),
    help: Message(
      fr: "supprimer la règle, changer sa condition, ou l'écrire avant s'il s'agit d'une exception",
      en: "delete the rule, change its condition, or write it before if it is an exception"
    )
  )
}

private func diagnosis(
  ofStep finding: Effectiveness.Finding,
  _ subject: LintSubject
) -> Diagnostic {
  let others = finding.others(subject)
  return Lint.unreachable.finding(
    finding.ground.isOfScope ? .warning : .error,
    at: finding.range,
    finding.ground.message(
      Message(
        fr: "cette étape n'a jamais lieu : \(others.fr) l'écarte toujours",
        en: "this step never takes place: \(others.en) always keeps it away"
      )
    ),
    notes: subject.notes(on: finding.rivals, Message(fr: "l'écarte ici", en: "kept away here")),
    help: finding.isByPrelude
      ? Message(
        fr: "supprimer l'étape ; si elle doit avoir lieu quand même, écrire `sans prélude` et les"
          + " règles voulues",
        en: "delete the step; if it is to take place all the same, write `sans prélude` and the"
          + " rules you want"
      )
      : Message(
        fr: "supprimer l'étape, ou changer la condition qui l'écarte",
        en: "delete the step, or change the condition that keeps it away"
      )
  )
}

extension Effectiveness.Finding {
  /// Whether it is the prelude alone that takes its place.
  fileprivate var isByPrelude: Bool {
    !rivals.isEmpty && rivals.allSatisfy { $0.origin == .prelude }
  }

  /// What takes the place of the rule or step: a rule by its text, or several together.
  func others(_ subject: LintSubject) -> Message {
    guard rivals.count == 1 else {
      return isByPrelude
        ? Message(fr: "le prélude", en: "the prelude")
        : Message(fr: "l'une ou l'autre règle", en: "one rule or another")
    }
    let quoted = subject.quote(rivals[0].range)
    switch rivals[0].origin {
    case .own, .inherited: return Message(fr: "`\(quoted)`", en: "`\(quoted)`")
    case .prelude:
      return Message(
        fr: "le prélude (`\(quoted)`)",
        en: "the prelude (`\(quoted)`)"
      )
    }
  }
}
