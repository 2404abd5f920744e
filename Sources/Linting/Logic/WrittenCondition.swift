import Diagnostics
import Semantics
import Syntax

/// A condition as it is written, with the invoices about which it is asked.
struct WrittenCondition {
  /// What it is the condition of.
  enum Role {
    /// A scenario's `pour`.
    case scope
    /// A step's `si`.
    case step
    /// A rule.
    case rule
    /// A `soit`.
    case definition
  }

  /// What it is the condition of.
  let role: Role
  /// The statement it stands in.
  let statement: SourceRange
  /// What it means.
  let condition: Condition
  /// How it is written; as deep as the meaning, part by part.
  let syntax: ExpressionSyntax
  /// The invoices about which it may be asked.
  let asked: ConditionSet
  /// Of these, those that the `pour` of a scenario takes which plays it.
  let taken: ConditionSet
  /// Those about which it may be asked on a day on which the step goes out, or for a rule a step: on
  /// other days nothing that is sent hangs on the answer.
  let due: ConditionSet
  /// What is certain then.
  let dueFacts: DueFacts
}

extension LintSubject {
  /// The conditions of `soit`, `pour`, steps and rules, in the order of the files.
  ///
  /// What a scenario takes over with `reprend` is asked about the invoices of all scenarios that
  /// play it.
  func writtenConditions() -> [WrittenCondition] {
    let meanings = ConditionMeanings(self)
    return analysis.trees.flatMap { tree in
      tree.declarations.flatMap { declaration -> [WrittenCondition] in
        switch declaration {
        case .scenario(let scenario):
          scenario.items.compactMap { meanings.written($0, in: scenario) }
        case .definition(let definition):
          [meanings.written(definition)].compactMap { $0 }
        case .template, .example, .column, .rate: []
        }
      }
    }
  }
}

/// What is asked at each place of the files.
private struct ConditionMeanings {
  private struct Meaning {
    let condition: Condition
    var asked: ConditionSet
    var taken: ConditionSet
    var due: ConditionSet
    var dueFacts: DueFacts
  }

  private let space: ConditionSpace
  private var statements: [SourceRange: Meaning] = [:]
  private var scopes: [SourceRange: Meaning] = [:]
  private var definitions: [SourceRange: Condition] = [:]

  init(_ subject: LintSubject) {
    space = subject.space
    for sets in subject.scenarioSets {
      let addressed = sets.addressed
      if let scope = sets.scenario.appliesTo {
        scopes[sets.scenario.range] = Meaning(
          condition: scope,
          asked: addressed,
          taken: addressed,
          due: addressed,
          dueFacts: .nothing
        )
      }
      for (rule, set) in zip(sets.scenario.rules, sets.ruleSets) where rule.origin != .prelude {
        let due = rule.excludes ? addressed : sets.addressedWhenDue(for: set)
        add(rule.condition, at: rule.range, (addressed, due, sets.commonFacts), sets)
      }
      for (index, step) in sets.scenario.steps.enumerated() {
        guard let condition = step.condition else { continue }
        let asked = sets.audience(of: step).invoices
        let facts = sets.dueFacts[index]
        let due = facts.narrowing(asked, for: [sets.stepSets[index]])
        add(condition, at: step.range, (asked, due, facts), sets)
      }
    }
    for definition in subject.analysis.scenarios.definitions {
      if case .condition(let condition) = definition.body {
        definitions[definition.range] = condition
      }
    }
  }

  private mutating func add(
    _ condition: Condition,
    at range: SourceRange,
    _ about: (asked: ConditionSet, due: ConditionSet, facts: DueFacts),
    _ sets: ScenarioSets
  ) {
    let taken = about.asked.intersection(sets.taken)
    guard var meaning = statements[range] else {
      statements[range] = Meaning(
        condition: condition,
        asked: about.asked,
        taken: taken,
        due: about.due,
        dueFacts: about.facts
      )
      return
    }
    meaning.asked = meaning.asked.union(about.asked)
    meaning.taken = meaning.taken.union(taken)
    meaning.due = meaning.due.union(about.due)
    meaning.dueFacts = meaning.dueFacts.common(with: about.facts)
    statements[range] = meaning
  }

  /// The condition of an item.
  func written(_ item: ItemSyntax, in scenario: ScenarioSyntax) -> WrittenCondition? {
    guard let syntax = item.condition else { return nil }
    let role: WrittenCondition.Role
    let meaning: Meaning?
    switch item {
    case .setting:
      role = .scope
      meaning = scopes[scenario.headerRange]
    case .step(let step):
      role = .step
      meaning = statements[step.range]
    case .rule(let rule):
      role = .rule
      meaning = statements[rule.range]
    }
    return meaning.map { meaning in
      WrittenCondition(
        role: role,
        statement: item.range,
        condition: meaning.condition,
        syntax: syntax,
        asked: meaning.asked,
        taken: meaning.taken,
        due: meaning.due,
        dueFacts: meaning.dueFacts
      )
    }
  }

  /// The condition that a `soit` names.
  func written(_ definition: DefinitionSyntax) -> WrittenCondition? {
    definitions[definition.range].map { condition in
      WrittenCondition(
        role: .definition,
        statement: definition.range,
        condition: condition,
        syntax: definition.value,
        asked: space.everything,
        taken: space.everything,
        due: space.everything,
        dueFacts: .nothing
      )
    }
  }
}

extension Rule {
  /// Whether the rule takes invoices out of the escalation, which shows on every day.
  fileprivate var excludes: Bool { (effects + otherwise).contains(.mode(.exclude)) }
}
