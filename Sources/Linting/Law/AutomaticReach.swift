import Diagnostics
import Receivables
import Semantics
import Syntax

/// The invoices for which a step goes out without a person, through its own channels or through
/// those that rules set.
struct AutomaticReach {
  /// The step.
  let step: Step
  /// Whether `suspendre` holds the step back (R55).
  let isHeldBySuspension: Bool
  fileprivate let invoices: ConditionSet
  fileprivate let keptAway: [ConditionSet]
  fileprivate let ways: [AutomaticWay]

  /// An invoice, and the rule but for whose channels a person would act.
  struct Example {
    /// The step.
    let step: Step
    /// The invoice.
    let witness: Witness
    /// The rule; absent where the step's own channels do without a person.
    let rule: Rule?
  }

  /// An invoice of a set for which the step goes out by itself, if there is one for certain.
  func example(among set: ConditionSet) -> Example? {
    for way in ways {
      let own = way.invoices.map { invoices.intersection($0) } ?? invoices
      if own.isDisjoint(from: set) { continue }
      let excess = own.intersection(set).excess(over: keptAway + way.earlier + way.otherwise)
      if let witness = excess.witness {
        return Example(step: step, witness: witness, rule: way.rule)
      }
    }
    return nil
  }
}

/// A way in which steps of one kind go out without a person: one channel of their own, or of a rule.
private struct AutomaticWay {
  /// The rule that sets the channels; absent where they are the step's own.
  let rule: Rule?
  /// The invoices for which that rule holds.
  let invoices: ConditionSet?
  /// Those for which an earlier rule sets other channels.
  let earlier: ArraySlice<ConditionSet>
  /// Those for which rules drop the channel, or another of its chain goes before it.
  let otherwise: [ConditionSet]
}

/// The ways of a scenario's steps, by what makes steps different in this.
struct AutomaticWays {
  fileprivate var known: [KeptAway.Kind: [AutomaticWay]] = [:]
}

extension ScenarioSets {
  /// The ways in which a step goes out by itself; worked out once for all steps of one kind.
  fileprivate func ways(of step: Step) -> [AutomaticWay] {
    let kind = KeptAway.Kind(step)
    if let known = automaticWays.known[kind] { return known }
    let places = branchesSetting[.channels] ?? []
    let sets = places.map { branches[$0].invoices }
    // Whoever no rule gives channels keeps those of the step.
    var ways = self.ways(of: step, through: step.channels).map { otherwise in
      AutomaticWay(rule: nil, invoices: nil, earlier: sets[...], otherwise: otherwise)
    }
    for (index, place) in places.enumerated() {
      for case .channels(let plan) in branches[place].effects {
        ways += self.ways(of: step, through: plan).map { otherwise in
          AutomaticWay(
            rule: scenario.rules[branches[place].rule],
            invoices: sets[index],
            earlier: sets[..<index],
            otherwise: otherwise
          )
        }
      }
    }
    automaticWays.known[kind] = ways
    return ways
  }

  /// The channels of a plan through which a step goes by itself: for each the invoices that don't
  /// get it through that one.
  ///
  /// The mode is that of the channel really used (R42): of a chain the first that can reach the
  /// customer, and that no rule drops (R63).
  private func ways(of step: Step, through plan: ChannelPlan) -> [[ConditionSet]] {
    var ways: [[ConditionSet]] = []
    for chain in plan.parts {
      for (place, channel) in chain.enumerated()
      where channel != .task && step.mode(through: channel) == .automatic {
        let otherwise =
          chain[..<place].map { reachable(through: $0).subtracting(all(of: dropping($0))) }
          + dropping(channel)
        // What always is by itself needs no second look.
        if otherwise.isEmpty { return [[]] }
        ways.append(otherwise)
      }
    }
    return ways
  }

  /// The invoices for which rules drop a channel.
  private func dropping(_ channel: Channel) -> [ConditionSet] {
    (branchesDoing[.withoutChannel(channel)] ?? []).map { branches[$0].invoices }
  }

  private func all(of sets: [ConditionSet]) -> ConditionSet {
    sets.dropFirst().reduce(sets.first ?? taken.space.nothing) { $0.union($1) }
  }

  /// The invoices whose customers a channel reaches for certain; a contact may have the address that
  /// the customer has not.
  private func reachable(through channel: Channel) -> ConditionSet {
    let field: Field
    switch channel.neededAddress {
    case .email: field = .email
    case .phone: field = .phone
    case .postal: field = .address
    case nil: return taken.space.everything
    }
    return taken.space.set(of: .isPresent(field))
  }
}

extension LintSubject {
  /// The invoices for which each step of a scenario goes out without a person, for the steps that
  /// press for payment.
  func automaticReaches(of sets: ScenarioSets) -> [AutomaticReach] {
    let preceding = preceding(sets)
    let halting = sets.branches(doingAnyOf: [.mode(.manual), .mode(.approval)])
      .map { sets.branches[$0].invoices }
    return sets.scenario.steps.indices.compactMap { index in
      let step = sets.scenario.steps[index]
      guard step.presses else { return nil }
      let ways = sets.ways(of: step)
      guard !ways.isEmpty else { return nil }
      return AutomaticReach(
        step: step,
        isHeldBySuspension: sets.audience(of: step).isHeldBySuspension,
        invoices: sets.reach(ofStep: index),
        keptAway: sets.keptAway(from: step, preceding) + halting,
        ways: ways
      )
    }
  }

  /// A note on the rule whose channels do without a person.
  func notes(on example: AutomaticReach.Example) -> [DiagnosticNote] {
    notes(
      on: example.rule.map { [$0] } ?? [],
      Message(
        fr: "cette règle donne un canal qui part sans personne",
        en: "this rule gives a channel that goes without a person"
      )
    )
  }
}
