import Receivables
import Semantics
import Syntax

/// What the conditions of one scenario select, worked out once for all lints about them.
final class ScenarioSets {
  /// The scenario.
  let source: ScenarioSource
  /// Its place among those of the files.
  let place: Int
  /// The invoices that `pour` takes; all without one.
  let taken: ConditionSet
  /// The invoices that each rule's condition holds for, in the order of the rules.
  let ruleSets: [ConditionSet]
  /// The rules by what they do, in order of precedence.
  let branches: [RuleBranch]
  /// The invoices that each step's own `si` holds for, in the order of the steps.
  let stepSets: [ConditionSet]
  /// Those for whom the scenario's steps are, by what holds such steps back.
  let audiences: [Audience]
  /// Those for whom the scenario is not, as others go before it, and that rules keep from its steps.
  var keptAway = KeptAway()
  /// How its steps go out without a person.
  var automaticWays = AutomaticWays()
  /// The invoices that other scenarios take first; `nil` as long as nobody asks.
  fileprivate var preceding: [ConditionSet]?

  /// The places of the branches with an effect.
  private(set) lazy var branchesDoing: [Effect: [Int]] = branches.indices.reduce(into: [:]) {
    places,
    index in
    for effect in Set(branches[index].effects) { places[effect, default: []].append(index) }
  }
  /// The places of the branches with an effect of a sort.
  private(set) lazy var branchesSetting: [EffectSort: [Int]] = branches.indices.reduce(into: [:]) {
    places,
    index in
    for sort in Set(branches[index].effects.map { EffectSort($0) }) {
      places[sort, default: []].append(index)
    }
  }
  /// The places of a rule's branches, in the order of the rules.
  private(set) lazy var branchesOfRule: [[Int]] = branches.indices.reduce(
    into: scenario.rules.map { _ in [] }
  ) { places, index in
    places[branches[index].rule].append(index)
  }

  /// What is certain whenever each step goes out, in the order of the steps.
  private(set) lazy var dueFacts = {
    let shifts = ScenarioShifts(scenario)
    return scenario.steps.map { DueFacts($0, in: shifts) }
  }()

  /// The scenario as it is played.
  var scenario: Scenario { source.scenario }

  /// The sets of a scenario in a space.
  init(_ source: ScenarioSource, at place: Int, in space: ConditionSpace) {
    let scenario = source.scenario
    self.source = source
    self.place = place
    taken = space.set(ofOptional: scenario.appliesTo)
    ruleSets = scenario.rules.map { space.set(of: $0.condition) }
    stepSets = scenario.steps.map { space.set(ofOptional: $0.condition) }
    branches = zip(scenario.rules, ruleSets).enumerated().flatMap { index, pair in
      let (rule, set) = pair
      let holds = RuleBranch(rule: index, invoices: set, effects: rule.effects)
      let fails = RuleBranch(rule: index, invoices: set.complement, effects: rule.otherwise)
      return rule.otherwise.isEmpty ? [holds] : [holds, fails]
    }
    audiences = Audience.Kind.allCases.compactMap { kind in
      let isThere = scenario.steps.contains { kind == Audience.Kind(of: $0) }
      return isThere ? Audience(kind, in: space) : nil
    }
  }

  /// The invoices that anything of the scenario is for.
  var addressed: ConditionSet {
    let sets = audiences.map { $0.invoices }
    return sets.dropFirst().reduce(sets.first ?? taken.space.everything) { $0.union($1) }
  }

  /// The audience of a step.
  func audience(of step: Step) -> Audience {
    let kind = Audience.Kind(of: step)
    return audiences.first { $0.kind == kind } ?? Audience(kind, in: taken.space)
  }

  /// What rules and `pour` ask for, of the fields of which something is certain when a step goes out.
  private lazy var askingDays = (ruleSets + [taken]).filter {
    $0.asks(forAnyOf: DueFacts.fields)
  }

  /// What is certain whenever a step for an audience goes out, in the order of the audiences.
  private(set) lazy var audienceFacts = audiences.map { audience in
    let facts = scenario.steps.indices
      .filter { Audience.Kind(of: scenario.steps[$0]) == audience.kind }
      .map { dueFacts[$0] }
    return facts.dropFirst().reduce(facts.first ?? .nothing) { $0.common(with: $1) }
  }

  /// What is certain whenever any step goes out.
  private(set) lazy var commonFacts = audienceFacts.dropFirst()
    .reduce(audienceFacts.first ?? .nothing) { $0.common(with: $1) }

  /// The invoices that anything of the scenario is for, on the days on which it goes out, as far as
  /// a set asks for what is certain then.
  func addressedWhenDue(for set: ConditionSet) -> ConditionSet {
    zip(audiences, audienceFacts).reduce(taken.space.nothing) { addressed, pair in
      addressed.union(pair.1.narrowing(pair.0.invoices, for: [set]))
    }
  }

  /// The invoices for which a step's own `si` holds on a day on which it goes out, as far as it or a
  /// rule asks for what is certain then.
  func addressedWhenDue(ofStep index: Int) -> ConditionSet {
    let own = stepSets[index].intersection(audience(of: scenario.steps[index]).invoices)
    return dueFacts[index].narrowing(own, for: [stepSets[index]] + askingDays)
  }

  /// The places of the branches that keep everything from an audience.
  func silencing(_ audience: Audience) -> [Int] {
    let excluding = branchesDoing[.mode(.exclude)] ?? []
    guard audience.isHeldBySuspension else { return excluding }
    return Set(excluding + (branchesDoing[.mode(.suspend)] ?? [])).sorted()
  }
}

/// One side of a rule: the invoices it is for, and what it does to them.
final class RuleBranch {
  /// The index of the rule.
  let rule: Int
  /// The invoices.
  let invoices: ConditionSet
  /// The effects.
  let effects: [Effect]

  init(rule: Int, invoices: ConditionSet, effects: [Effect]) {
    self.rule = rule
    self.invoices = invoices
    self.effects = effects
  }
}

/// Invoices that steps of one sort are for.
struct Audience {
  /// Sorts of steps, as suspensions hold them or not (R55).
  enum Kind: CaseIterable {
    /// Reminders: a balance is left.
    case reminders
    /// Answers to a payment of the whole: no balance is left.
    case thanks
    /// Answers to insolvency proceedings.
    case insolvency

    /// The sort of a step.
    init(of step: Step) {
      switch step.event {
      case .payment: self = .thanks
      case .insolvency: self = .insolvency
      case .partialPayment, .brokenPromise, nil: self = .reminders
      }
    }
  }

  /// The sort of steps.
  let kind: Kind
  /// The invoices.
  let invoices: ConditionSet

  /// Whether `suspendre` holds these steps back.
  var isHeldBySuspension: Bool { kind == .reminders }

  init(_ kind: Kind, in space: ConditionSpace) {
    self.kind = kind
    switch kind {
    case .reminders: invoices = space.set(of: .openBalance)
    case .thanks: invoices = space.set(of: .not(.openBalance))
    case .insolvency: invoices = space.set(of: .and([.openBalance, .isTrue(.insolvency)]))
    }
  }
}

extension LintSubject {
  /// Which of several scenarios takes an invoice: those of higher priority, and of equal ones those
  /// declared before; without those of which it is plain that they take none of this one's.
  ///
  /// A customer whose scenario the ledger names is not asked about.
  func preceding(_ sets: ScenarioSets) -> [ConditionSet] {
    if let known = sets.preceding { return known }
    let (priorities, taken) = (priorities, takenSets)
    let own = priorities[sets.place]
    let before = priorities.indices.filter { place in
      priorities[place] > own || priorities[place] == own && place < sets.place
    }
    let result = taken.places(before, near: sets.taken).map { taken[$0] }
    sets.preceding = result
    return result
  }
}
