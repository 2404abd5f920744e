import Diagnostics
import Receivables
import Semantics
import Syntax

/// A step that presses for payment and goes out without a person, and an invoice for which it does.
struct AutomaticContact {
  /// The step.
  let step: Step
  /// The invoice.
  let witness: Witness
  /// The rule but for whose channels a person would act; absent where the step's own do without.
  let rule: Rule?
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
  /// The addresses of the customer for which conditions of the scenario ask, once that is known.
  fileprivate var askedAddresses: Set<AddressKind>?
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
          + dropping(channel) + unreachable(through: channel)
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
    guard let address = channel.neededAddress else { return taken.space.everything }
    return taken.space.set(of: .isPresent(address.field))
  }

  /// The invoices whose customers only a contact's address could save a person the work, where the
  /// scenario asks for that of the customer.
  private func unreachable(through channel: Channel) -> [ConditionSet] {
    guard let address = channel.neededAddress, askedAddresses.contains(address) else { return [] }
    return [reachable(through: channel).complement]
  }

  private var askedAddresses: Set<AddressKind> {
    if let known = automaticWays.askedAddresses { return known }
    let sets = ruleSets + stepSets + [taken]
    let asked = Set(
      AddressKind.allCases.filter { kind in
        sets.contains { $0.asks(forAnyOf: [.field(kind.field)]) }
      }
    )
    automaticWays.askedAddresses = asked
    return asked
  }
}

extension AddressKind {
  /// The field of the customer's address of this kind.
  fileprivate var field: Field {
    switch self {
    case .email: .email
    case .phone: .phone
    case .postal: .address
    }
  }
}

extension LintSubject {
  /// The first step that presses for payment and goes out, without a person, for an invoice of some.
  ///
  /// - Parameters:
  ///   - cases: the invoices
  ///   - sets: the scenario
  ///   - counts: whether a step counts, by the audience that it is for
  /// - Returns: the step and such an invoice, if there is one for certain
  func automaticContact(
    among cases: ConditionSet,
    of sets: ScenarioSets,
    where counts: (Audience) -> Bool = { _ in true }
  ) -> AutomaticContact? {
    var search = AutomaticSearch(among: cases, of: sets, after: preceding(sets))
    for index in sets.scenario.steps.indices {
      let step = sets.scenario.steps[index]
      guard step.presses, counts(sets.audience(of: step)) else { continue }
      if let contact = search.contact(byStep: index) { return contact }
    }
    return nil
  }

  /// A note on the rule whose channels do without a person.
  func notes(on contact: AutomaticContact) -> [DiagnosticNote] {
    notes(
      on: contact.rule.map { [$0] } ?? [],
      Message(
        fr: "cette règle donne un canal qui part sans personne",
        en: "this rule gives a channel that goes without a person"
      )
    )
  }
}

/// A search for invoices that hear from the machine: what is plain for all steps of one kind is found
/// out once.
private struct AutomaticSearch {
  private struct Known {
    let keptAway: [ConditionSet]
    let ways: [AutomaticWay]
    /// By way, whether it leaves any of the cases, whatever the step's own `si`; `nil` as long as
    /// nobody asked.
    var leaves: [Bool?]
  }

  private let cases: ConditionSet
  private let sets: ScenarioSets
  private let preceding: [ConditionSet]
  private let reviewed: [ConditionSet]
  private var kinds: [KeptAway.Kind: Known] = [:]

  init(among cases: ConditionSet, of sets: ScenarioSets, after preceding: [ConditionSet]) {
    self.cases = cases
    self.sets = sets
    self.preceding = preceding
    reviewed = sets.branches(doingAnyOf: [.mode(.manual), .mode(.approval)])
      .map { sets.branches[$0].invoices }
  }

  mutating func contact(byStep index: Int) -> AutomaticContact? {
    let step = sets.scenario.steps[index]
    let kind = KeptAway.Kind(step)
    var known = kinds[kind] ?? look(at: step)
    defer { kinds[kind] = known }
    guard !known.ways.isEmpty else { return nil }
    let invoices = sets.reach(ofStep: index).intersection(cases)
    if invoices.isEmpty { return nil }
    for (place, way) in known.ways.enumerated() {
      let others = known.keptAway + way.earlier + way.otherwise
      let leaves = known.leaves[place] ?? !way.part(of: cases).isCovered(by: others)
      known.leaves[place] = leaves
      guard leaves, let witness = way.part(of: invoices).excess(over: others).witness else {
        continue
      }
      return AutomaticContact(step: step, witness: witness, rule: way.rule)
    }
    return nil
  }

  private func look(at step: Step) -> Known {
    let keptAway = sets.keptAway(from: step, preceding) + reviewed
    let ways = cases.isCovered(by: keptAway) ? [] : sets.ways(of: step)
    // Of a way that asks nothing more it is known by now.
    return Known(keptAway: keptAway, ways: ways, leaves: ways.map { $0.isPlain ? true : nil })
  }
}

extension AutomaticWay {
  /// Whether it is open to every invoice.
  fileprivate var isPlain: Bool { invoices == nil && earlier.isEmpty && otherwise.isEmpty }

  /// The invoices of some for which the way's rule holds.
  fileprivate func part(of set: ConditionSet) -> ConditionSet {
    invoices.map { set.intersection($0) } ?? set
  }
}
