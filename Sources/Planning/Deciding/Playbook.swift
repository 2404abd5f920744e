import Diagnostics
import Receivables
import Semantics
import Syntax

/// A step of a playbook, shared by all the invoices that stand before it.
final class PlaybookStep: Sendable {
  /// The step as the scenario has it.
  let step: Step
  /// Its own `si`.
  let condition: ConditionCode.Entry?

  init(_ step: Step, code: inout ConditionCode) {
    self.step = step
    condition = step.condition.map { code.add($0) }
  }
}

/// A scenario made ready for planning: its steps in the order of the escalation.
final class Playbook: Sendable {
  /// The scenario.
  let scenario: Scenario
  /// The steps that lead from one to the next, by rank and then file order; events aside.
  ///
  /// The position of a step in this list tells how far it goes.
  let ladder: [PlaybookStep]
  /// The steps that answer events, in file order.
  let eventSteps: [PlaybookStep]
  /// Whether a step answers the payment of an invoice, so that paid ones need a look.
  let answersPayments: Bool
  /// The steps' own `si`, those of the ladder first; `nil` for a step that has none.
  let stepConditions: [ConditionCode.Entry?]
  /// Its `pour`.
  let appliesTo: ConditionCode.Entry?
  /// The conditions of its rules, in order.
  let rules: [ConditionCode.Entry]
  /// Its threshold, by its place among the amounts of the code.
  let threshold: Int

  /// The first steps by their ids: few enough to be looked through.
  private let first: [(id: String, place: StepPlace)]
  private let places: [String: StepPlace]
  private let foldedPlaces: [FoldedText: StepPlace]

  /// Where a step of history stands in the scenario of today.
  enum StepPlace: Hashable, Sendable {
    /// A position of the ladder.
    case ladder(Int)
    /// A step that answers an event.
    case event
  }

  init(_ scenario: Scenario, code: inout ConditionCode) {
    self.scenario = scenario
    appliesTo = scenario.appliesTo.map { code.add($0) }
    rules = scenario.rules.map { code.add($0.condition) }
    threshold = code.add(scenario.threshold)
    let inFileOrder = scenario.steps.enumerated().filter { $0.element.event == nil }
    ladder = inFileOrder.sorted { left, right in
      (left.element.rank, left.offset) < (right.element.rank, right.offset)
    }.map { PlaybookStep($0.element, code: &code) }
    eventSteps = scenario.steps.filter { $0.event != nil }.map { PlaybookStep($0, code: &code) }
    stepConditions = (ladder + eventSteps).map { $0.condition }
    answersPayments = scenario.steps.contains { $0.event == .payment }
    var places: [String: StepPlace] = [:]
    var foldedPlaces: [FoldedText: StepPlace] = [:]
    for (position, entry) in ladder.enumerated() {
      places[entry.step.id] = .ladder(position)
      foldedPlaces[entry.step.foldedID] = .ladder(position)
    }
    for entry in eventSteps {
      places[entry.step.id] = .event
      foldedPlaces[entry.step.foldedID] = .event
    }
    self.places = places
    self.foldedPlaces = foldedPlaces
    first = (ladder + eventSteps).prefix(8).compactMap { entry in
      places[entry.step.id].map { (entry.step.id, $0) }
    }
  }

  /// What a rule does where it holds, by its place.
  func effects(of rule: Int) -> [Effect] { scenario.rules[rule].effects }

  /// What a rule does where it does not hold, by its place.
  func otherwise(of rule: Int) -> [Effect] { scenario.rules[rule].otherwise }

  /// The step that a row of history names, compared folded.
  func place(ofStep id: String) -> StepPlace? {
    // Rows are mostly written by the program itself, letter for letter.
    for index in first.indices where first[index].id == id { return first[index].place }
    return places[id] ?? foldedPlaces[id.folded]
  }

  /// The step at a place counted along the ladder and on through the steps that answer events.
  func step(at place: Int) -> Step {
    place < ladder.count ? ladder[place].step : eventSteps[place - ladder.count].step
  }

  /// The last position whose rank is not above a rank.
  func lastPosition(upToRank rank: Int) -> Int? {
    ladder.lastIndex { $0.step.rank <= rank }
  }
}

/// The scenarios of a command in the two orders in which they are looked up.
final class PlaybookShelf: Sendable {
  /// The playbooks in file order.
  let playbooks: [Playbook]
  /// Indices of `playbooks` by priority from the highest, then file order.
  let byPriority: [Int]
  /// Their conditions.
  let code: ConditionCode

  private let byName: [FoldedText: Int]

  /// No scenarios.
  static let empty = PlaybookShelf([], code: ConditionCode([]))

  /// Scenarios whose conditions come to those of some code.
  init(_ scenarios: [Scenario], code: consuming ConditionCode) {
    playbooks = scenarios.map { Playbook($0, code: &code) }
    self.code = code
    byPriority = scenarios.indices.sorted { left, right in
      (scenarios[right].priority, left) < (scenarios[left].priority, right)
    }
    var byName: [FoldedText: Int] = [:]
    for (index, scenario) in scenarios.enumerated() { byName[scenario.name.folded] = index }
    self.byName = byName
  }

  /// The index of a scenario by its folded name.
  func index(named name: FoldedText) -> Int? { byName[name] }
}
