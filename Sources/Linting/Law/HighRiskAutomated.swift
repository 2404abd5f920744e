import Diagnostics
import Receivables
import Semantics
import Syntax

extension Lint {
  /// DRO506: cases that a person should look at are contacted by the machine.
  static let highRiskAutomated: Lint = Lint(
    CodePage(
      code: "DRO506",
      severity: .information,
      title: Message(fr: "risque élevé automatisé", en: "high risk automated"),
      reports: Message(
        fr: "un scénario qui relance sans personne des clients à risque élevé ; des clients"
          + " stratégiques ou des factures exceptionnelles aussi, si une condition des fichiers les"
          + " distingue ailleurs ; les prévenances et les remerciements ne comptent pas",
        en:
          "a scenario that reminds customers of high risk without a person; strategic customers or"
          + " exceptional invoices too, if a condition of the files tells them apart elsewhere;"
          + " notices before the due date and thanks do not count"
      ),
      matters: Message(
        fr: "ce sont les dossiers où un mot de travers coûte le plus, et où un appel vaut mieux",
        en: "these are the cases in which a wrong word costs most, and a call is worth more"
      ),
      example: "J+7 email",
      instead: "J+7 email\nsi risque = élevé alors validation",
      basis: [.diagram],
      fixes: [.proposed]
    ),
    check: { subject in
      let asked = subject.fieldsAsked
      return subject.scenarioSets.compactMap { automated($0, asked, subject) }
    }
  )
}

/// A case that a person should look at.
private enum DelicateCase: CaseIterable {
  case highRisk, strategic, exceptional

  var condition: Condition {
    switch self {
    case .highRisk: .test(.risk, .equal, .risk(.high))
    case .strategic: .isTrue(.strategic)
    case .exceptional: .test(.kind, .equal, .kind(.exceptional))
    }
  }

  /// How a rule asks for it.
  var text: String {
    switch self {
    case .highRisk: "risque = élevé"
    case .strategic: "stratégique"
    case .exceptional: "type = exceptionnelle"
    }
  }

  /// Whether the files tell such cases apart; high risk always is one.
  func isKnown(asked: Set<FieldReference>) -> Bool {
    switch self {
    case .highRisk: true
    case .strategic: asked.contains(.field(.strategic))
    case .exceptional: asked.contains(.field(.kind))
    }
  }
}

private func automated(
  _ sets: ScenarioSets,
  _ asked: Set<FieldReference>,
  _ subject: LintSubject
) -> Diagnostic? {
  var missing: [DelicateCase] = []
  var first: AutomaticContact?
  for delicate in DelicateCase.allCases where delicate.isKnown(asked: asked) {
    let cases = subject.space.set(of: delicate.condition)
    guard let contact = subject.automaticContact(among: cases, of: sets) else { continue }
    missing.append(delicate)
    first = first ?? contact
  }
  guard let first else { return nil }
  let condition = missing.dropFirst().reduce(missing[0].text) { "\($0) ou \($1.text)" }
  let rule = "si \(condition) alors validation"
  let example = subject.words(
    for: first.witness,
    asking: [sets.scenario.appliesTo, first.rule?.condition]
  )
  return Lint.highRiskAutomated.finding(
    at: sets.source.place(of: first.step),
    Message(
      fr: "des dossiers délicats sont relancés sans que personne ne regarde : \(condition)",
      en: "delicate cases are reminded without anyone looking: \(condition)"
    ),
    label: Message(fr: "par exemple \(example.fr)", en: "for example \(example.en)"),
    notes: subject.notes(on: first),
    help: Message(fr: "par exemple `\(rule)`", en: "for example `\(rule)`"),
    fix: sets.source.proposal(inserting: rule, in: subject.analysis.files)
  )
}

extension LintSubject {
  /// The fields for which conditions of the files ask, the prelude left out.
  fileprivate var fieldsAsked: Set<FieldReference> {
    let definitions = analysis.scenarios.definitions
    return conditionVerdicts.written.reduce(into: []) { fields, written in
      fields.formUnion(FieldsRead(written.condition, definitions: definitions).fields)
    }
  }
}
