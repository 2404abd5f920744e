import Diagnostics
import Semantics
import Syntax

extension Lint {
  /// DRO505: without the prelude a disputed, insolvent or sensitive case is contacted by the machine.
  static let disputesNotHeld: Lint = Lint(
    CodePage(
      code: "DRO505",
      severity: .warning,
      title: Message(fr: "litiges non retenus", en: "disputes not held"),
      reports: Message(
        fr: "un scénario `sans prélude` qui relance sans personne une facture en litige, un client"
          + " en procédure collective ou un client sensible ; ce qu'une suspension ne retient pas,"
          + " comme la réponse à une procédure collective, ne compte que pour un client sensible",
        en: "a scenario `sans prélude` that reminds of a disputed invoice, or a customer in"
          + " insolvency proceedings or marked as sensitive, without a person; what no suspension"
          + " holds, such as the answer to insolvency proceedings, counts for sensitive ones only"
      ),
      matters: Message(
        fr: "réclamer une créance antérieure au jugement d'ouverture est interdit (art. L622-21 du"
          + " code de commerce) ; relancer un litige l'envenime",
        en: "to claim a debt from before the opening judgment is forbidden (article L622-21 of the"
          + " French commercial code); to press for a disputed one makes it worse"
      ),
      example: "sans prélude\nJ+7 email",
      instead: "sans prélude\nsi litige ou procédure collective alors suspendre\n"
        + "si sensible alors manuel\nJ+7 email",
      basis: [.diagram],
      fixes: [.proposed]
    ),
    check: { subject in subject.scenarioSets.compactMap { unheld($0, subject) } }
  )
}

/// A case that the prelude holds.
private enum HeldCase: CaseIterable {
  case dispute, insolvency, sensitive

  var field: Field {
    switch self {
    case .dispute: .dispute
    case .insolvency: .insolvency
    case .sensitive: .sensitive
    }
  }

  /// How the prelude keeps such a case from the machine.
  private enum Hold {
    case suspension, review
  }

  private var hold: Hold {
    switch self {
    case .dispute, .insolvency: .suspension
    case .sensitive: .review
    }
  }

  /// Whether the prelude would keep the machine from steps in such a case; what a suspension does
  /// not hold goes with the prelude too (R55).
  func isHeld(_ audience: Audience) -> Bool {
    switch hold {
    case .suspension: audience.isHeldBySuspension
    case .review: true
    }
  }

  var rule: String {
    switch self {
    case .dispute: "si litige alors suspendre"
    case .insolvency: "si procédure collective alors suspendre"
    case .sensitive: "si sensible alors manuel"
    }
  }
}

private func unheld(_ sets: ScenarioSets, _ subject: LintSubject) -> Diagnostic? {
  guard let setting = sets.source.withoutPrelude else { return nil }
  var missing: [HeldCase] = []
  var first: AutomaticContact?
  for held in HeldCase.allCases {
    let cases = subject.space.set(of: .isTrue(held.field))
    let contact = subject.automaticContact(among: cases, of: sets, where: held.isHeld)
    guard let contact else { continue }
    missing.append(held)
    first = first ?? contact
  }
  guard let first else { return nil }
  let rules = missing.map { $0.rule }
  let list = rules.dropFirst().reduce("`\(rules[0])`") { "\($0), `\($1)`" }
  let example = subject.words(
    for: first.witness,
    asking: [sets.scenario.appliesTo, first.rule?.condition]
  )
  return Lint.disputesNotHeld.finding(
    at: setting,
    Message(
      fr: "sans le prélude, des cas délicats sont relancés sans que personne ne regarde",
      en: "without the prelude, delicate cases are reminded without anyone looking"
    ),
    label: Message(fr: "par exemple \(example.fr)", en: "for example \(example.en)"),
    notes: subject.notes(on: first),
    help: Message(fr: "écrire \(list)", en: "write \(list)"),
    fix: sets.source.proposal(
      inserting: rules.dropFirst().reduce(rules[0]) { "\($0); \($1)" },
      in: subject.analysis.files
    )
  )
}

extension ScenarioSource {
  /// The scenario's own `sans prélude`.
  fileprivate var withoutPrelude: SourceRange? {
    for item in syntax.items {
      if case .setting(let setting) = item, case .withoutPrelude = setting.kind {
        return setting.range
      }
    }
    return nil
  }
}
