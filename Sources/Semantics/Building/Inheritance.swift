import Diagnostics
import Syntax

/// Merges what scenarios take over with `reprend` into what they say themselves.
final class Inheritance {
  /// The longest chain of scenarios that take one another over.
  static let depthLimit = 100

  private enum State {
    case untouched
    case inProgress
    case done(OwnItems)
  }

  private let declared: [(name: String, items: OwnItems)]
  private let index: [FoldedText: Int]
  private let findings: Findings
  private var states: [State]
  private var path: [Int] = []
  /// How many scenarios take one another over from each on, itself among them, as far as known.
  private var heights: [Int]
  private var reportedIDs: Set<SourceRange> = []

  /// Scenarios in file order, with what their own text says.
  init(_ declared: [(name: String, items: OwnItems)], findings: Findings) {
    self.declared = declared
    self.findings = findings
    states = Array(repeating: .untouched, count: declared.count)
    heights = Array(repeating: 1, count: declared.count)
    var index: [FoldedText: Int] = [:]
    for (position, scenario) in declared.enumerated() where index[scenario.name.folded] == nil {
      index[scenario.name.folded] = position
    }
    self.index = index
  }

  /// All that a scenario consists of, its parent's items among it.
  func merged(_ position: Int) -> OwnItems {
    switch states[position] {
    case .done(let items): return items
    case .inProgress, .untouched: break
    }
    states[position] = .inProgress
    path.append(position)
    let own = declared[position].items
    let items = parent(of: own).map { merge(own, into: $0) } ?? alone(own)
    path.removeLast()
    reportEqualIDs(items.steps)
    states[position] = .done(items)
    return items
  }

  private func parent(of own: OwnItems) -> OwnItems? {
    guard let name = own.parent else { return nil }
    guard let position = index[name.folded] else {
      findings.reportUnknown(
        name,
        .unknownName(name, Message(fr: "scénario", en: "scenario"), among: declared.map { $0.name })
      )
      return nil
    }
    if case .inProgress = states[position] {
      reportCycle(name, position)
      return nil
    }
    guard path.count < Inheritance.depthLimit else {
      reportDepth(name)
      return nil
    }
    let items = merged(position)
    guard let user = path.last else { return items }
    heights[user] = heights[position] + 1
    // Where each stands behind the one it takes over, the path is never long.
    guard heights[user] <= Inheritance.depthLimit else {
      reportDepth(name)
      heights[user] = 1
      return nil
    }
    return items
  }

  private func reportDepth(_ name: NameSyntax) {
    findings.report(
      Diagnostic(
        .structure,
        at: name.range,
        Message(
          fr: "plus de \(Inheritance.depthLimit) scénarios se reprennent l'un l'autre",
          en: "more than \(Inheritance.depthLimit) scenarios take one another over"
        )
      )
    )
  }

  private func alone(_ own: OwnItems) -> OwnItems {
    // With an unknown parent it cannot be said what the step would have been.
    if own.parent == nil {
      for reference in own.droppedSteps { reportUnmatched(reference) }
    }
    return own
  }

  private func merge(_ own: OwnItems, into parent: OwnItems) -> OwnItems {
    var items = own
    items.description = own.description ?? parent.description
    items.withoutPrelude = own.withoutPrelude || parent.withoutPrelude
    items.appliesTo = own.appliesTo ?? parent.appliesTo
    items.priority = own.priority ?? parent.priority
    items.workingWeek = own.workingWeek ?? parent.workingWeek
    if own.regions.isEmpty, own.extraHolidays.isEmpty {
      items.regions = parent.regions
      items.extraHolidays = parent.extraHolidays
    }
    items.shift = own.shift ?? parent.shift
    items.catchUp = own.catchUp ?? parent.catchUp
    items.spacing = own.spacing ?? parent.spacing
    items.grouping = own.grouping ?? parent.grouping
    if own.caps.isEmpty {
      items.caps = parent.caps
      items.places.caps = parent.places.caps
    }
    if own.threshold == nil {
      items.threshold = parent.threshold
      items.places.threshold = parent.places.threshold
    }
    items.penalties = own.penalties ?? parent.penalties
    items.indemnity = own.indemnity ?? parent.indemnity
    items.window = own.window ?? parent.window
    items.steps = steps(own, over: parent)
    items.rules = own.rules + parent.rules.map { $0.inherited }
    return items
  }

  /// The parent's steps without the dropped ones; an own step takes the place of those it replaces,
  /// the others follow behind (R36, R37).
  private func steps(_ own: OwnItems, over parent: OwnItems) -> [UnrankedStep] {
    var slots: [[UnrankedStep]] = []
    var inherited = parent.steps.map { Optional($0) }
    for reference in own.droppedSteps {
      let matches = inherited.indices.filter { inherited[$0].map(reference.names) ?? false }
      if matches.isEmpty { reportUnmatched(reference) }
      for match in matches { inherited[match] = nil }
    }
    slots = inherited.map { _ in [] }
    var appended: [UnrankedStep] = []
    for step in own.steps {
      let matches = inherited.indices.filter { inherited[$0].map(step.replaces) ?? false }
      guard let first = matches.first else {
        appended.append(step)
        continue
      }
      for match in matches { inherited[match] = nil }
      slots[first].append(step)
    }
    var merged: [UnrankedStep] = []
    for (position, slot) in slots.enumerated() {
      if let kept = inherited[position] { merged.append(kept) }
      merged += slot
    }
    return merged + appended
  }

  private func reportCycle(_ name: NameSyntax, _ position: Int) {
    let start = path.firstIndex(of: position) ?? 0
    var names = ""
    for member in path[start...] { names += "« \(declared[member].name) » → " }
    names += "« \(declared[position].name) »"
    findings.report(
      Diagnostic(
        .cycle,
        at: name.range,
        Message(
          fr: "des scénarios se reprennent en rond : \(names)",
          en: "scenarios take one another over in a circle: \(names)"
        )
      )
    )
  }

  private func reportUnmatched(_ reference: StepReferenceSyntax) {
    findings.report(
      Diagnostic(
        .unknownName,
        at: reference.range,
        Message(
          fr: "`sans étape` ne retire rien : aucune étape reprise ne s'appelle ainsi",
          en: "`sans étape` drops nothing: no step taken over has this name"
        ),
        help: Message(
          fr: "nommer une étape du scénario repris par son moment ou son libellé",
          en: "name a step of the scenario taken over by its moment or label"
        )
      )
    )
  }

  private func reportEqualIDs(_ steps: [UnrankedStep]) {
    var first: [FoldedText: SourceRange] = [:]
    for step in steps.map({ $0.step }) {
      guard let earlier = first[step.foldedID] else {
        first[step.foldedID] = step.range
        continue
      }
      guard reportedIDs.insert(step.range).inserted else { continue }
      findings.report(.equalStepIDs(step, earlier))
    }
  }
}

extension UnrankedStep {
  /// Whether this own step takes the place of an inherited one.
  fileprivate func replaces(_ inherited: UnrankedStep) -> Bool {
    if step.moment == inherited.step.moment { return true }
    guard let label else { return false }
    return label == inherited.label
  }
}

extension StepReferenceSyntax {
  /// Whether the reference names a step.
  fileprivate func names(_ step: UnrankedStep) -> Bool {
    switch kind {
    case .moment(let moment): step.step.moment == moment
    case .label(let name): step.label == name.folded
    }
  }
}

extension Rule {
  fileprivate var inherited: Rule {
    var rule = self
    if rule.origin == .own { rule.origin = .inherited }
    return rule
  }
}
