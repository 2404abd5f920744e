import Diagnostics
import Receivables
import Semantics
import Syntax

/// What customers read otherwise, although settings, steps and rules are the same: the rates that
/// interest is computed with, the templates, and who writes.
struct MessageComparison {
  private let old: ScenarioSet
  private let new: ScenarioSet
  private let oldTemplates: [FoldedText: Template]
  private let newTemplates: [FoldedText: Template]
  private let meaning: TemplateMeaning

  init(_ old: ScenarioSet, _ new: ScenarioSet, _ combined: CombinedScenarios) {
    func byName(_ templates: [Template]) -> [FoldedText: Template] {
      var found: [FoldedText: Template] = [:]
      for template in templates { found[template.name.folded] = template }
      return found
    }
    self.old = old
    self.new = new
    oldTemplates = byName(combined.oldTemplates)
    newTemplates = byName(combined.newTemplates)
    meaning = TemplateMeaning(definitions: combined.all.definitions)
  }

  /// What the company that is owed says of itself otherwise; built-in templates show it everywhere.
  var creditorChanges: [RuleChange] {
    let before = Creditor(old.definitions)
    let after = Creditor(new.definitions)
    return MessageField.allCases.compactMap { field in
      guard before[field] != after[field] else { return nil }
      return RuleChange(
        scenario: nil,
        matter: .creditor,
        subject: field.rawValue,
        old: before[field],
        new: after[field],
        reach: .all
      )
    }
  }

  /// What the messages of a scenario say otherwise.
  func changes(from before: Scenario, to after: Scenario) -> [RuleChange] {
    rateChanges(from: before, to: after) + templateChanges(from: before, to: after)
  }

  // MARK: Rates

  /// Where the penalties themselves refer to something else, the setting is told already.
  private func rateChanges(from before: Scenario, to after: Scenario) -> [RuleChange] {
    guard let reference = after.penalties.reference, before.penalties.reference == reference else {
      return []
    }
    let halfYears = Set(old.rates.halfYears(reference) + new.rates.halfYears(reference))
    return halfYears.sorted().compactMap { halfYear in
      let known = old.rates.rate(reference, in: halfYear)
      let rate = new.rates.rate(reference, in: halfYear)
      guard known != rate else { return nil }
      return RuleChange(
        scenario: after.name,
        matter: .rate,
        subject: "\(Vocabulary.referenceRates.canonical(reference)) "
          + halfYear.firstDay.frenchDescription,
        old: known.map { "\($0.points) %" },
        new: rate.map { "\($0.points) %" },
        reach: .all
      )
    }
  }

  // MARK: Templates

  /// A template that only one of the versions names is told with the step or rule that names it.
  private func templateChanges(from before: Scenario, to after: Scenario) -> [RuleChange] {
    let named = Set(before.templateNames.map { $0.folded })
    var told: Set<FoldedText> = []
    return after.templateNames.compactMap { name in
      let folded = name.folded
      guard named.contains(folded), told.insert(folded).inserted,
        let known = oldTemplates[folded], let template = newTemplates[folded],
        !meaning.isSame(known, template)
      else { return nil }
      let lines = meaning.firstDifference(known, template)
      return RuleChange(
        scenario: after.name,
        matter: .template,
        subject: "« \(name) »",
        old: lines.old,
        new: lines.new,
        reach: .all
      )
    }
  }
}

extension Scenario {
  /// The templates that steps or rules name, as they are written there.
  fileprivate var templateNames: [String] {
    let effects = rules.flatMap { $0.effects + $0.otherwise }
    return steps.compactMap { $0.template }
      + effects.compactMap { effect in
        if case .template(let name) = effect { name } else { nil }
      }
  }
}
