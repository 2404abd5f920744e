import Diagnostics
import Semantics
import Syntax

extension Lint {
  /// LOG210: rules ask for a field, and what they come to does not depend on it.
  static let fieldWithoutEffect: Lint = Lint(
    CodePage(
      code: "LOG210",
      severity: .information,
      title: Message(fr: "champ sans effet", en: "field without effect"),
      reports: Message(
        fr: "un champ que des règles demandent sans que leur effet à toutes en dépende",
        en: "a field that rules ask for, although what they all come to does not depend on it"
      ),
      matters: Message(
        fr: "les règles se lisent comme si le champ comptait : une valeur a sans doute été oubliée,"
          + " ou un effet mal recopié",
        en: "the rules read as if the field mattered: a value was probably forgotten, or an effect"
          + " copied wrongly"
      ),
      example: "J+7 email\nsi solde > 500 € et stratégique alors manuel\n"
        + "si solde > 500 € et non stratégique alors manuel",
      instead: "J+7 email\nsi solde > 500 € alors manuel",
      basis: [.diagram]
    ),
    check: { subject in
      subject.scenarioSets.flatMap { idleFields(of: $0, subject) }
    }
  )

  /// The most rules with one effect whose joint reach is worked out.
  fileprivate static let jointLimit = 40
}

private func idleFields(of sets: ScenarioSets, _ subject: LintSubject) -> [Diagnostic] {
  let definitions = subject.analysis.scenarios.definitions
  let columns = subject.analysis.scenarios.columns
  let told = subject.conditionVerdicts.statements
    .union(subject.conditionVerdicts.deadStatements)
    .union(subject.effectiveness.rules.map { $0.range })
    .union(subject.duplicates.map { $0.range })
  var askers: [(field: FieldReference, rules: [Rule])] = []
  var branchesAsking: [FieldReference: [Effect]] = [:]
  for rule in sets.scenario.rules where rule.origin == .own && !told.contains(rule.range) {
    for field in FieldsRead(rule.condition, definitions: definitions).fields {
      if let index = askers.firstIndex(where: { $0.field == field }) {
        askers[index].rules.append(rule)
      } else {
        askers.append((field, [rule]))
      }
      branchesAsking[field, default: []] += rule.effects + rule.otherwise
    }
  }
  // One rule alone depends on what it asks for; two must share an effect to hide it.
  let suspects = askers.filter { asker in
    let counts = Dictionary(grouping: branchesAsking[asker.field] ?? []) { $0 }
    return asker.rules.count > 1 && counts.values.allSatisfy { $0.count > 1 }
  }
  return suspects.compactMap { suspect in
    let effects = branchesAsking[suspect.field] ?? []
    var asked: Set<Effect> = []
    let matters = effects.contains { effect in
      guard asked.insert(effect).inserted else { return false }
      guard let reach = sets.reach(of: effect) else { return true }
      return reach.decision.witness == nil || reach.fields.contains(suspect.field)
    }
    if matters { return nil }
    return diagnosis(suspect.field.name(in: columns), suspect.rules)
  }
}

private func diagnosis(_ name: String, _ rules: [Rule]) -> Diagnostic {
  Lint.fieldWithoutEffect.finding(
    at: rules[0].range,
    Message(
      fr: "`\(name)` ne change rien : ces règles ont ensemble le même effet sans lui",
      en: "`\(name)` makes no difference: together these rules have the same effect without it"
    ),
    notes: rules.dropFirst().prefix(3).map { rule in
      DiagnosticNote(Message(fr: "avec celle-ci", en: "with this one"), at: rule.range)
    },
    help: Message(
      fr: "réunir les règles en une, sans `\(name)`, ou corriger celle où il devait compter",
      en: "join the rules in one, without `\(name)`, or correct the one in which it was to matter"
    )
  )
}

extension ScenarioSets {
  /// The invoices for which an effect comes about, before it is seen what else holds them back;
  /// `nil` where too many rules have it.
  fileprivate func reach(of effect: Effect) -> ConditionSet? {
    let setters = branches.filter { branch in
      branch.effects.contains { $0 == effect || $0.sets(theSameAs: effect) }
    }
    guard setters.count <= Lint.jointLimit else { return nil }
    var reach = taken.space.nothing
    var decided = taken.space.nothing
    for branch in setters {
      if branch.effects.contains(effect) {
        reach = reach.union(branch.invoices.subtracting(decided))
      }
      if effect.sets(theSameAs: effect) { decided = decided.union(branch.invoices) }
    }
    return reach
  }
}
