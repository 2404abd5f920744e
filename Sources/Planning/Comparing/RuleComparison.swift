import Diagnostics
import Receivables
import Semantics
import Syntax

/// What two versions of some scenarios say differently: settings, steps by identifier, rules by
/// effect, each with an invoice that shows it; then what changes in the messages themselves.
///
/// Scenarios are matched by name; where both versions have a single one, these two, so that files may
/// be renamed.
///
/// - Parameters:
///   - old: the version before
///   - new: the version after
/// - Returns: the differences, by scenario in the order of the old files; none if the versions are
///   certain to treat every invoice alike
public func ruleChanges(from old: ScenarioSet, to new: ScenarioSet) -> [RuleChange] {
  let combined = CombinedScenarios(old: old, new: new)
  let space = ConditionSpace(combined.all)
  let messages = MessageComparison(old, new, combined)
  var changes = messages.creditorChanges
  var matched: Set<Int> = []
  for before in combined.old {
    let isOnlyOne = combined.old.count == 1 && combined.new.count == 1
    let index = combined.new.firstIndex { isOnlyOne || $0.name.folded == before.name.folded }
    guard let index else {
      changes.append(RuleChange(.scenarioRemoved, of: before))
      continue
    }
    matched.insert(index)
    changes += ScenarioComparison(before, combined.new[index], space).changes
    changes += precedenceChanges(of: index, before, combined, space)
    changes += messages.changes(from: before, to: combined.new[index])
  }
  for (index, after) in combined.new.enumerated() where !matched.contains(index) {
    changes.append(RuleChange(.scenarioAdded, of: after))
  }
  return changes
}

/// Of scenarios of one priority the first takes what both are for: the scenarios that this one now
/// goes before, and did not.
private func precedenceChanges(
  of index: Int,
  _ before: Scenario,
  _ combined: CombinedScenarios,
  _ space: ConditionSpace
) -> [RuleChange] {
  let after = combined.new[index]
  return combined.new[(index + 1)...].compactMap { other -> RuleChange? in
    let name = other.name.folded
    guard let known = combined.old.firstIndex(where: { $0.name.folded == name }),
      let place = combined.old.firstIndex(where: { $0.name.folded == before.name.folded }),
      known < place, other.priority == after.priority,
      combined.old[known].priority == before.priority
    else { return nil }
    let both = space.set(ofOptional: after.appliesTo)
      .intersection(space.set(ofOptional: other.appliesTo))
    let reach: RuleChange.Reach
    switch both.decision {
    case .impossible: return nil
    case .possible(let witness): reach = .gained(witness)
    case .undecided, .exhausted: reach = .unknown
    }
    return RuleChange(
      scenario: after.name,
      matter: .coverage,
      subject: "pour",
      old: "après « \(other.name) »",
      new: "avant « \(other.name) »",
      reach: reach
    )
  }
}

extension RuleChange {
  fileprivate init(_ matter: Matter, of scenario: Scenario) {
    self.init(
      scenario: scenario.name,
      matter: matter,
      subject: scenario.name,
      old: nil,
      new: nil,
      reach: .all
    )
  }
}

/// The differences between two versions of a scenario.
private struct ScenarioComparison {
  private(set) var changes: [RuleChange] = []
  private let old: Scenario
  private let new: Scenario
  private let space: ConditionSpace
  /// The invoices that both versions are for: a rule matters to no others.
  private let common: ConditionSet

  init(_ old: Scenario, _ new: Scenario, _ space: ConditionSpace) {
    self.old = old
    self.new = new
    self.space = space
    let before = space.set(ofOptional: old.appliesTo)
    let after = space.set(ofOptional: new.appliesTo)
    common = before.intersection(after)
    compare(.coverage, "pour", before, after)
    compareSettings()
    compareSteps()
    compareEffects()
  }

  /// Tells for which invoices something holds now that did not before, and the other way round.
  private mutating func compare(
    _ matter: RuleChange.Matter,
    _ subject: String,
    _ before: ConditionSet,
    _ after: ConditionSet
  ) {
    add(matter, subject, after.excess(over: before)) { .gained($0) }
    add(matter, subject, before.excess(over: after)) { .lost($0) }
  }

  private mutating func add(
    _ matter: RuleChange.Matter,
    _ subject: String,
    _ decision: Decision,
    _ reach: (Witness?) -> RuleChange.Reach
  ) {
    switch decision {
    case .impossible: break
    case .possible(let witness): add(matter, subject, nil, nil, reach(witness))
    case .undecided, .exhausted: add(matter, subject, nil, nil, .unknown)
    }
  }

  private mutating func add(
    _ matter: RuleChange.Matter,
    _ subject: String,
    _ before: String?,
    _ after: String?,
    _ reach: RuleChange.Reach = .all
  ) {
    changes.append(
      RuleChange(
        scenario: new.name,
        matter: matter,
        subject: subject,
        old: before,
        new: after,
        reach: reach
      )
    )
  }

  private mutating func compareSettings() {
    for (before, after) in zip(old.settingTexts, new.settingTexts) where before.text != after.text {
      add(.setting, before.name, before.text, after.text)
    }
  }

  private mutating func compareSteps() {
    var rest = new.steps
    var unmatched: [Step] = []
    var kept: [(before: Step, after: Step)] = []
    for step in old.steps {
      if let index = rest.firstIndex(where: { $0.foldedID == step.foldedID }) {
        let after = rest.remove(at: index)
        compare(step, after)
        if step.moment == after.moment { kept.append((step, after)) }
      } else {
        unmatched.append(step)
      }
    }
    for step in unmatched {
      // Moment and channel are part of an identifier: what shares either is the same step, changed.
      let index =
        rest.firstIndex { $0.moment == step.moment }
        ?? rest.firstIndex { $0.nature == step.nature && $0.channels == step.channels }
      if let index {
        compare(step, rest.remove(at: index))
      } else {
        add(.stepRemoved, step.id, step.text, nil, .lost(example(of: step)))
      }
    }
    for step in rest { add(.stepAdded, step.id, nil, step.text, .gained(example(of: step))) }
    compareOrder(of: kept.filter { $0.after.event == nil })
    compareOrder(of: kept.filter { $0.after.event != nil })
  }

  /// Steps of one rank go out as they are written, events are answered so, and `R+N` counts from the
  /// step written before it: those that keep their moment and change places are told.
  private mutating func compareOrder(of kept: [(before: Step, after: Step)]) {
    let before = kept.indices.sorted { (kept[$0].before.rank, $0) < (kept[$1].before.rank, $1) }
    let written = new.steps.map { $0.foldedID }
    let places = kept.map { (_, after) in
      (after.rank, written.firstIndex(of: after.foldedID) ?? written.endIndex)
    }
    for (first, second) in zip(before, before.dropFirst()) where places[second] < places[first] {
      let other = kept[first].after
      let step = kept[second].after
      add(
        .step,
        step.id,
        "après « \(other.id) »",
        "avant « \(other.id) »",
        .gained(example(of: step))
      )
    }
  }

  private mutating func compare(_ before: Step, _ after: Step) {
    if before.text != after.text {
      add(.step, after.id, before.text, after.text, .gained(example(of: after)))
    }
    compare(
      .stepCondition,
      after.id,
      common.intersection(space.set(ofOptional: before.condition)),
      common.intersection(space.set(ofOptional: after.condition))
    )
  }

  private func example(of step: Step) -> Witness? {
    common.intersection(space.set(ofOptional: step.condition)).decision.witness
  }

  private mutating func compareEffects() {
    let before = EffectSets(of: old, in: space)
    let after = EffectSets(of: new, in: space)
    let effects = before.effects + after.effects.filter { !before.effects.contains($0) }
    for effect in effects {
      compare(
        .effect,
        effect.text,
        common.intersection(before.set(of: effect)),
        common.intersection(after.set(of: effect))
      )
    }
  }
}

/// For which invoices each effect of a scenario's rules takes place.
private struct EffectSets {
  /// The effects, in the order of the rules.
  private(set) var effects: [Effect] = []
  private var sets: [ConditionSet] = []
  private let nothing: ConditionSet

  init(of scenario: Scenario, in space: ConditionSpace) {
    nothing = space.nothing
    // Of effects that replace something, the first rule wins.
    var taken: [EffectKind: ConditionSet] = [:]
    for rule in scenario.rules {
      let condition = space.set(of: rule.condition)
      for (set, given) in [(condition, rule.effects), (condition.complement, rule.otherwise)] {
        for effect in given {
          var reach = set
          if let kind = effect.replacedKind {
            let known = taken[kind] ?? nothing
            reach = set.subtracting(known)
            taken[kind] = known.union(set)
          }
          add(effect, reach)
        }
      }
    }
    weighModes()
  }

  /// The invoices for which an effect takes place.
  func set(of effect: Effect) -> ConditionSet {
    effects.firstIndex(of: effect).map { sets[$0] } ?? nothing
  }

  private mutating func add(_ effect: Effect, _ set: ConditionSet) {
    if let index = effects.firstIndex(of: effect) {
      sets[index] = sets[index].union(set)
    } else {
      effects.append(effect)
      sets.append(set)
    }
  }

  /// Of modes the most cautious wins.
  private mutating func weighModes() {
    var stronger = nothing
    for mode in InvoiceMode.allCases.reversed() {
      guard let index = effects.firstIndex(of: .mode(mode)) else { continue }
      let own = sets[index]
      sets[index] = own.subtracting(stronger)
      stronger = stronger.union(own)
    }
  }
}

/// The effects of which only the first takes place.
private enum EffectKind: Hashable {
  case tone
  case channels
  case template
  case recipient
  case shift
}

extension Effect {
  fileprivate var replacedKind: EffectKind? {
    switch self {
    case .tone: .tone
    case .channels: .channels
    case .template: .template
    case .recipient: .recipient
    case .shiftDueDate: .shift
    case .mode, .withoutNature, .withoutChannel, .notify: nil
    }
  }
}
