import Diagnostics
import Receivables
import Semantics
import Syntax

/// The rules and steps of the files that come to nothing, whatever the invoice.
struct Effectiveness {
  /// Why a rule or step comes to nothing.
  enum Cause: Equatable {
    /// Other rules do the same wherever it would.
    case redundant
    /// Other rules go before it wherever it would do something.
    case overruled
    /// Its effects leave everything as it is, for such a reason.
    case idle(Idleness)
  }

  /// Why an effect leaves everything as it is.
  enum Idleness: Equatable {
    /// `automatique` is the least cautious mode.
    case automatic
    /// No step of those that it is about is held back by `suspendre` (R55).
    case nothingHeld
    /// No step is of the nature that it drops.
    case noStepOf(Nature)
    /// No step goes through the channel that it drops.
    case noStepThrough(Channel)
  }

  /// A rule or step that comes to nothing.
  struct Finding {
    /// The statement.
    let range: SourceRange
    /// Why.
    let cause: Cause
    /// The rules that take its place, the one that does so alone if there is one.
    let rivals: [Rule]
    /// For which invoices it is so.
    var ground = ConditionVerdict.Ground.addressed
  }

  /// The rules, in the order of the files.
  private(set) var rules: [Finding] = []
  /// The steps, in the order of the files.
  private(set) var steps: [Finding] = []

  /// Looks at every rule and step in every scenario that plays it: a statement that does something
  /// in one of them is left alone.
  init(_ subject: LintSubject) {
    let dead = subject.conditionVerdicts.deadStatements
    let duplicates = Set(subject.duplicates.map { $0.range })
    var rules = Tally()
    var steps = Tally()
    for sets in subject.scenarioSets {
      var review = RuleReview(sets, leavingOut: dead.union(duplicates))
      // What a scenario repeats of one that it takes over is the one too many.
      for origin in [Rule.Origin.own, .inherited] {
        for (index, rule) in sets.scenario.rules.enumerated().reversed()
        where rule.origin == origin && !dead.contains(rule.range) {
          if duplicates.contains(rule.range) { continue }
          rules.note(review.finding(onRule: index), at: rule.range)
        }
      }
      for index in sets.scenario.steps.indices {
        let step = sets.scenario.steps[index]
        if dead.contains(step.range) { continue }
        steps.note(review.finding(onStep: index), at: step.range)
      }
    }
    self.rules = rules.findings
    self.steps = steps.findings
  }

  /// Findings on statements that come to nothing wherever they are played.
  private struct Tally {
    private var found: [SourceRange: Finding] = [:]
    private var alive: Set<SourceRange> = []

    mutating func note(_ finding: Finding?, at range: SourceRange) {
      if let finding {
        if found[range] == nil { found[range] = finding }
      } else {
        alive.insert(range)
      }
    }

    var findings: [Finding] {
      found.values.filter { !alive.contains($0.range) }
        .sorted { ($0.range.file, $0.range.lower) < ($1.range.file, $1.range.lower) }
    }
  }
}

/// The rules of one scenario, of which some have been found to come to nothing.
private struct RuleReview {
  private let sets: ScenarioSets
  private var isLeftOut: [Bool]
  private let silencing: [(audience: Audience, branches: [Int])]
  /// The invoices of the branches, and their rules.
  private let invoices: ConditionSetList
  private let owners: [Int]

  init(_ sets: ScenarioSets, leavingOut ranges: Set<SourceRange>) {
    self.sets = sets
    isLeftOut = sets.scenario.rules.map { ranges.contains($0.range) }
    silencing = sets.audiences.map { ($0, sets.silencing($0)) }
    invoices = ConditionSetList(sets.branches.map { $0.invoices }, of: sets.taken.space)
    owners = sets.branches.map { $0.rule }
  }

  /// What others leave of one effect of a rule for one audience.
  private struct Rivals {
    var same: [Int] = []
    var stronger: [Int] = []
    /// Why the effect leaves everything as it is, if it does.
    var idleness: Effectiveness.Idleness?
    /// Further invoices for which a later rule would do the same.
    var sameLater: [Int] = []
  }

  // MARK: Rules

  /// Why a rule comes to nothing, if it does; from then on it counts for nothing.
  ///
  /// Rules are asked from the last to the first, so that of two that say the same one is kept.
  mutating func finding(onRule index: Int) -> Effectiveness.Finding? {
    var rivals: [Int] = []
    var isOnlySame = true
    var idle: Effectiveness.Idleness?
    var doesSomething = false
    guard !silencing.isEmpty else { return nil }
    for place in sets.branchesOfRule[index] {
      let branch = sets.branches[place]
      for effect in branch.effects {
        for (audience, silent) in silencing {
          let others = self.rivals(of: effect, branch, audience, silent)
          let own = branch.invoices.intersection(audience.invoices)
          if own.isEmpty { continue }
          if let idleness = others.idleness {
            idle = idle ?? idleness
            continue
          }
          doesSomething = true
          let same = others.same + others.sameLater
          let all = same + others.stronger
          guard invoices.cover(own, at: all) else { return nil }
          let isSame = invoices.cover(own, at: same)
          isOnlySame = isOnlySame && isSame
          rivals += telling(own, among: isSame ? same : all)
        }
      }
    }
    let cause: Effectiveness.Cause
    if doesSomething {
      cause = isOnlySame ? .redundant : .overruled
    } else if let idle {
      cause = .idle(idle)
    } else {
      return nil
    }
    isLeftOut[index] = true
    return Effectiveness.Finding(
      range: sets.scenario.rules[index].range,
      cause: cause,
      rivals: rules(of: rivals)
    )
  }

  private func rivals(
    of effect: Effect,
    _ branch: RuleBranch,
    _ audience: Audience,
    _ silent: [Int]
  ) -> Rivals {
    func others(among places: [Int]) -> [Int] {
      places.filter { owners[$0] != branch.rule && !isLeftOut[owners[$0]] }
    }
    func doing(_ effect: Effect) -> [Int] { others(among: sets.branchesDoing[effect] ?? []) }
    var result = Rivals()
    result.stronger = others(among: silent)
    switch effect {
    case .mode(.automatic):
      result.idleness = .automatic
    case .mode(.approval):
      result.same = doing(effect)
      result.stronger += doing(.mode(.manual))
    case .mode(.manual), .notify:
      result.same = doing(effect)
    case .withoutNature(let nature):
      if !sets.hasStep(of: nature, for: audience) { result.idleness = .noStepOf(nature) }
      result.same = doing(effect)
    case .withoutChannel(let channel):
      if !sets.hasStep(through: channel, for: audience) {
        result.idleness = .noStepThrough(channel)
      }
      result.same = doing(effect)
    case .mode(.suspend):
      if !audience.isHeldBySuspension { result.idleness = .nothingHeld }
      result.same = doing(effect)
      result.stronger = doing(.mode(.exclude))
    case .mode(.exclude):
      result.same = doing(effect)
      result.stronger = []
    case .tone, .channels, .template, .recipient, .shiftDueDate:
      // Both lists are in order, and the one is part of the other.
      var same = doing(effect)[...]
      for place in others(among: sets.branchesSetting[EffectSort(effect)] ?? []) {
        let isSame = same.first == place
        if isSame { same.removeFirst() }
        if owners[place] < branch.rule {
          if isSame { result.same.append(place) } else { result.stronger.append(place) }
        } else if isSame {
          result.sameLater.append(place)
        } else if !invoices.isDisjoint(place, from: branch.invoices) {
          // Behind another value it would have to be seen which of the two is heard.
          break
        }
      }
    }
    return result
  }

  // MARK: Steps

  /// Why a step is never taken, if rules keep it from every invoice.
  func finding(onStep index: Int) -> Effectiveness.Finding? {
    let step = sets.scenario.steps[index]
    let keeping = sets.keeping(from: step)
    guard !keeping.isEmpty else { return nil }
    let own = sets.addressedWhenDue(ofStep: index)
    if invoices.cover(own, at: keeping) { return finding(on: step, own, keeping, .addressed) }
    let taken = own.intersection(sets.taken)
    guard sets.scenario.appliesTo != nil, !taken.isEmpty, invoices.cover(taken, at: keeping) else {
      return nil
    }
    return finding(on: step, taken, keeping, .taken)
  }

  private func finding(
    on step: Step,
    _ own: ConditionSet,
    _ keeping: [Int],
    _ ground: ConditionVerdict.Ground
  ) -> Effectiveness.Finding {
    Effectiveness.Finding(
      range: step.range,
      cause: .overruled,
      rivals: rules(of: telling(own, among: keeping)),
      ground: ground
    )
  }

  // MARK: Naming

  /// The branches that together cover some invoices: the first that does so alone, else few of them.
  private func telling(_ own: ConditionSet, among branches: [Int]) -> [Int] {
    var needed: [Int] = []
    for place in invoices.places(branches, near: own)
    where !invoices.isDisjoint(place, from: own) {
      if invoices.cover(own, at: place) { return [place] }
      needed.append(place)
    }
    // Where there are no invoices, any branch covers them.
    if needed.isEmpty { return Array(branches.prefix(1)) }
    guard needed.count <= 20 else { return needed }
    for index in needed.indices.reversed() {
      var fewer = needed
      fewer.remove(at: index)
      if invoices.cover(own, at: fewer) { needed = fewer }
    }
    return needed
  }

  private func rules(of branches: [Int]) -> [Rule] {
    Set(branches.map { owners[$0] }).sorted().map { sets.scenario.rules[$0] }
  }
}

extension ScenarioSets {
  /// Whether a step for an audience is of a nature.
  fileprivate func hasStep(of nature: Nature, for audience: Audience) -> Bool {
    scenario.steps.contains { step in
      step.nature == nature && Audience.Kind(of: step) == audience.kind
    }
  }

  /// Whether a step for an audience, or a rule that replaces channels, names a channel.
  fileprivate func hasStep(through channel: Channel, for audience: Audience) -> Bool {
    scenario.steps.contains { step in
      step.channels.names(channel) && Audience.Kind(of: step) == audience.kind
    }
      || branchesDoing.keys.contains { effect in
        if case .channels(let plan) = effect { plan.names(channel) } else { false }
      }
  }
}

extension ChannelPlan {
  fileprivate func names(_ channel: Channel) -> Bool { parts.contains { $0.contains(channel) } }
}

extension Effect {
  /// Whether two effects set the same thing of a step, of which the first rule in order decides.
  func sets(theSameAs other: Effect) -> Bool {
    let sort = EffectSort(self)
    return sort.isSetOnce && sort == EffectSort(other)
  }
}
