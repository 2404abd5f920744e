import Diagnostics
import Receivables
import Semantics
import Syntax

extension Lint {
  /// DRO503: a step that shows penalties or the indemnity reaches consumers.
  static let consumersCharged: Lint = Lint(
    CodePage(
      code: "DRO503",
      severity: .error,
      title: Message(fr: "particuliers facturés", en: "consumers charged"),
      reports: Message(
        fr: "une étape `avec pénalités` ou `avec indemnité` qui peut atteindre un particulier",
        en: "a step `avec pénalités` or `avec indemnité` that can reach a consumer"
      ),
      matters: Message(
        fr: "les pénalités de l'article L441-10 et l'indemnité de 40 € n'existent qu'entre"
          + " professionnels : un particulier ne les doit pas, et les lui annoncer est trompeur",
        en: "the penalties of article L441-10 and the 40 € indemnity exist between professionals"
          + " only: a consumer does not owe them, and to announce them is misleading"
      ),
      example: "J+21 courrier avec pénalités",
      instead: "pour non particulier\nJ+21 courrier avec pénalités",
      basis: [.diagram],
      fixes: [.proposed]
    ),
    check: { subject in subject.scenarioSets.compactMap { charged($0, subject) } }
  )
}

private func charged(_ sets: ScenarioSets, _ subject: LintSubject) -> Diagnostic? {
  let scenario = sets.scenario
  guard scenario.steps.contains(where: { $0.charges(in: scenario) }) else { return nil }
  let consumers = subject.space.set(of: .isTrue(.consumer))
  var found: [(step: Step, witness: Witness)] = []
  for reach in subject.reaches(of: sets) where reach.step.charges(in: scenario) {
    if let witness = reach.witness(among: consumers) { found.append((reach.step, witness)) }
  }
  guard let first = found.first else { return nil }
  let place = sets.source.place(of: first.step)
  let others = found.map { $0.step.range }.filter { $0 != place }
  let isForConsumers = sets.taken.isCovered(by: consumers)
  let example = subject.words(
    for: first.witness,
    asking: [scenario.appliesTo, first.step.condition]
  )
  return Lint.consumersCharged.finding(
    at: place,
    Message(
      fr: "des pénalités ou l'indemnité sont annoncées à des particuliers",
      en: "penalties or the indemnity are announced to consumers"
    ),
    label: Message(fr: "par exemple \(example.fr)", en: "for example \(example.en)"),
    notes: others.prefix(3).map {
      DiagnosticNote(Message(fr: "de même ici", en: "here too"), at: $0)
    },
    help: isForConsumers
      ? Message(
        fr: "pour des particuliers : `sans pénalités` et `indemnité 0 €`",
        en: "for consumers: `sans pénalités` and `indemnité 0 €`"
      )
      : Message(
        fr: "réserver le scénario aux professionnels, `pour non particulier`, et en écrire un autre"
          + " pour les particuliers",
        en: "keep the scenario to professionals, `pour non particulier`, and write another one for"
          + " consumers"
      ),
    fix: isForConsumers ? nil : subject.closing(sets.source)
  )
}

extension Step {
  /// Whether the step shows penalties or an indemnity that its scenario asks for.
  fileprivate func charges(in scenario: Scenario) -> Bool {
    let asksPenalties: Bool
    if case .none = scenario.penalties { asksPenalties = false } else { asksPenalties = true }
    return enclosures.contains(.penalties) && asksPenalties
      || enclosures.contains(.indemnity) && scenario.indemnity > 0
  }
}

extension LintSubject {
  /// A proposal that closes a scenario to consumers.
  fileprivate func closing(_ source: ScenarioSource) -> Fix? {
    for item in source.syntax.items {
      guard case .setting(let setting) = item, case .appliesTo(let condition) = setting.kind else {
        continue
      }
      if case .or = condition.kind {
        return Fix(
          .proposed,
          edits: [
            Fix.Edit(condition.range.start, with: "("),
            Fix.Edit(condition.range.end, with: ") et non particulier"),
          ]
        )
      }
      return Fix(.proposed, replacing: condition.range.end, with: " et non particulier")
    }
    let isInherited = source.scenario.appliesTo != nil
    return isInherited
      ? nil : source.proposal(inserting: "pour non particulier", in: analysis.files)
  }
}
