import Diagnostics
import Receivables
import Semantics
import Syntax

/// The invoices for which a step is taken, in so far as scenarios, conditions and rules tell.
struct StepReach {
  /// The step.
  let step: Step
  /// Those for which its own conditions and its scenario's hold.
  let invoices: ConditionSet
  /// Those that other scenarios take, or that rules keep from the step.
  let keptAway: [ConditionSet]

  /// An invoice of a set for which the step is taken, if there is one for certain.
  func witness(among set: ConditionSet) -> Witness? {
    if invoices.isDisjoint(from: set) { return nil }
    return invoices.intersection(set).excess(over: keptAway).witness
  }
}

extension ScenarioSets {
  /// The invoices for which a step's own conditions and the scenario's hold.
  func reach(ofStep index: Int) -> ConditionSet {
    addressedWhenDue(ofStep: index).intersection(taken)
  }

  /// The places of the branches that keep every message of a step away.
  func keeping(from step: Step) -> [Int] {
    let audience = audience(of: step)
    let isPlain = branchesSetting[.channels] == nil
    return branches(
      doingAnyOf: branchesDoing.keys.filter { effect in
        switch effect {
        case .mode(.exclude): true
        case .mode(.suspend): audience.isHeldBySuspension
        case .withoutNature(let nature): nature == step.nature
        case .withoutChannel(let channel): isPlain && step.channels.parts == [[channel]]
        case .mode, .tone, .channels, .template, .recipient, .shiftDueDate, .notify: false
        }
      }
    )
  }

  /// The places of the branches with one of some effects, in order of precedence.
  func branches(doingAnyOf effects: [Effect]) -> [Int] {
    Set(effects.flatMap { branchesDoing[$0] ?? [] }).sorted()
  }

  /// The invoices that never come to a step, `preceding` scenarios having taken them or rules keeping
  /// them away; worked out once for all steps of one kind.
  func keptAway(from step: Step, _ preceding: [ConditionSet]) -> [ConditionSet] {
    let kind = KeptAway.Kind(step)
    if let known = keptAway.fromSteps[kind] { return known }
    let sets = preceding + keeping(from: step).map { branches[$0].invoices }
    keptAway.fromSteps[kind] = sets
    return sets
  }
}

/// The invoices that are kept from steps, by what makes steps different in this.
struct KeptAway {
  /// What makes steps different in what rules do to them.
  struct Kind: Hashable {
    private let audience: Audience.Kind
    private let nature: Nature
    private let channels: ChannelPlan
    private let mode: ActionMode?

    /// The kind of a step.
    init(_ step: Step) {
      audience = Audience.Kind(of: step)
      nature = step.nature
      channels = step.channels
      mode = step.mode
    }
  }

  /// From their messages altogether.
  fileprivate var fromSteps: [Kind: [ConditionSet]] = [:]
}

extension Step {
  /// Whether the step presses for payment: no thanks, and no notice before the due date.
  var presses: Bool {
    switch nature {
    case .thanks, .preDueNotice: false
    case .statement, .reminder, .formalNotice, .litigation: true
    }
  }
}

extension LintSubject {
  /// The invoices for which each step of a scenario is taken.
  func reaches(of sets: ScenarioSets) -> [StepReach] {
    let preceding = preceding(sets)
    return sets.scenario.steps.indices.map { index in
      let step = sets.scenario.steps[index]
      return StepReach(
        step: step,
        invoices: sets.reach(ofStep: index),
        keptAway: sets.keptAway(from: step, preceding)
      )
    }
  }
}

extension ScenarioSource {
  /// Where a finding on a step is told: at the step, or at the header if the step is taken over from
  /// another scenario.
  func place(of step: Step) -> SourceRange {
    let isOwn = syntax.items.contains { $0.range == step.range }
    return isOwn ? step.range : scenario.range
  }
}
