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
  var keptAway: [ConditionSet]

  /// An invoice of a set for which the step is taken, if there is one for certain.
  func witness(among set: ConditionSet) -> Witness? {
    if invoices.isDisjoint(from: set) { return nil }
    return invoices.intersection(set).excess(over: keptAway).witness
  }
}

extension ScenarioSets {
  /// The branches that keep every message of a step away.
  func keeping(from step: Step) -> [RuleBranch] {
    let audience = audience(of: step)
    let isPlain = !branches.contains { branch in
      branch.effects.contains { effect in
        if case .channels = effect { true } else { false }
      }
    }
    return branches.filter { branch in
      branch.effects.contains { effect in
        switch effect {
        case .mode(.exclude): true
        case .mode(.suspend): audience.isHeldBySuspension
        case .withoutNature(let nature): nature == step.nature
        case .withoutChannel(let channel): isPlain && step.channels.parts == [[channel]]
        case .mode, .tone, .channels, .template, .recipient, .shiftDueDate, .notify: false
        }
      }
    }
  }

  /// The branches after which nothing of a step goes by itself.
  fileprivate func holding(_ step: Step) -> [RuleBranch] {
    branches.filter { branch in
      branch.effects.contains { effect in
        switch effect {
        case .mode(.manual), .mode(.approval): true
        case .channels(let plan): !step.goesByItself(through: plan)
        case .withoutChannel(let channel):
          !step.goesByItself(through: step.channels.without(channel))
        case .mode, .tone, .template, .recipient, .withoutNature, .shiftDueDate, .notify: false
        }
      }
    }
  }
}

extension Step {
  /// Whether a message of the step goes to the customer without a person.
  func goesByItself(through plan: ChannelPlan) -> Bool {
    plan.parts.contains { chain in
      chain.contains { $0 != .task && mode(through: $0) == .automatic }
    }
  }

  /// Whether the step presses for payment: no thanks, and no notice before the due date.
  var presses: Bool {
    switch nature {
    case .thanks, .preDueNotice: false
    case .statement, .reminder, .formalNotice, .litigation: true
    }
  }
}

extension ChannelPlan {
  fileprivate func without(_ channel: Channel) -> ChannelPlan {
    ChannelPlan(parts.map { $0.filter { $0 != channel } }.filter { !$0.isEmpty })
  }
}

extension LintSubject {
  /// The invoices for which each step of a scenario is taken.
  func reaches(of sets: ScenarioSets) -> [StepReach] {
    let preceding = preceding(sets)
    return zip(sets.scenario.steps, sets.stepSets).map { step, set in
      StepReach(
        step: step,
        invoices: set.intersection(sets.audience(of: step).invoices).intersection(sets.taken),
        keptAway: preceding + sets.keeping(from: step).map { $0.invoices }
      )
    }
  }

  /// The invoices for which each step of a scenario goes out without a person, for the steps that
  /// press for payment.
  func automaticReaches(of sets: ScenarioSets) -> [StepReach] {
    reaches(of: sets).filter { $0.step.presses && $0.step.goesByItself(through: $0.step.channels) }
      .map { reach in
        var reach = reach
        reach.keptAway += sets.holding(reach.step).map { $0.invoices }
        return reach
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
