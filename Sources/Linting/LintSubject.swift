import Diagnostics
import Receivables
import Semantics
import Syntax

/// What lints look at: the meaning of the files, and what is worked out from it once for all lints.
public final class LintSubject {
  /// The files and what they mean.
  public let analysis: Analysis
  /// The day of the check, for what depends on the rate tables.
  public let day: CalendarDate

  /// The comments of each file, in their order.
  private(set) lazy var comments = analysis.trees.map { $0.tokens.filter { $0.kind == .comment } }

  /// The scenarios of the files: what is written of each, and how it is played.
  private(set) lazy var scenarioSources = LintSubject.scenarioSources(of: analysis)

  /// The places of the scenarios by name, of several the first.
  private(set) lazy var scenarioPlaces: [FoldedText: Int] = scenarioSources.indices.reversed()
    .reduce(into: [:]) { $0[scenarioSources[$1].scenario.name.folded] = $1 }

  /// The invoices that conditions of the files tell apart: one space, for the questions of all lints,
  /// which share its budget.
  private(set) lazy var space = ConditionSpace(analysis.scenarios, budget: budget)

  /// The steps of the scenarios on their days, for invoices that nobody pays.
  private(set) lazy var timelines = LintSubject.timelines(of: scenarioSources, in: space)

  /// What the conditions of each scenario select.
  private(set) lazy var scenarioSets = scenarioSources.enumerated().map { place, source in
    ScenarioSets(source, at: place, in: space)
  }

  /// The invoices that the scenarios take, in their order.
  private(set) lazy var takenSets = ConditionSetList(scenarioSets.map { $0.taken }, of: space)

  /// The priorities of the scenarios, in their order.
  private(set) lazy var priorities = scenarioSources.map { $0.scenario.priority }

  /// The conditions as they are written, with what holds where they are asked.
  private(set) lazy var conditionVerdicts = ConditionVerdicts(self)

  /// What the rules and steps of the scenarios come to.
  private(set) lazy var effectiveness = Effectiveness(self)

  /// The bounds between intervals that belong to neither.
  private(set) lazy var forgottenBounds = findForgottenBounds()

  /// The rules and steps that are written twice.
  private(set) lazy var duplicates = findDuplicates()

  /// How many nodes the diagram has so far by which conditions are decided.
  public var nodeCount: Int { space.nodeCount }

  private let budget: Int

  /// A subject of an analysis on a day; `budget` bounds the diagram by which conditions are decided.
  public init(_ analysis: Analysis, on day: CalendarDate, budget: Int = 200_000) {
    self.analysis = analysis
    self.day = day
    self.budget = budget
  }
}
