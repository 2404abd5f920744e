import Semantics

/// A difference in what two versions of some scenarios say, whatever the ledger.
public struct RuleChange: Sendable {
  /// What is different.
  ///
  /// The raw value is the name in outputs.
  public enum Matter: String, CaseIterable, Sendable {
    /// A scenario is new.
    case scenarioAdded = "scenario_added"
    /// A scenario is gone.
    case scenarioRemoved = "scenario_removed"
    /// A setting has another value.
    case setting
    /// The scenario is for other invoices.
    case coverage
    /// A step is new.
    case stepAdded = "step_added"
    /// A step is gone.
    case stepRemoved = "step_removed"
    /// A step is done otherwise.
    case step
    /// A step is for other invoices.
    case stepCondition = "step_condition"
    /// An effect of the rules reaches other invoices.
    case effect
    /// A reference rate that the scenario's penalties refer to has another value.
    case rate
    /// A template that the scenario names says something else.
    case template
    /// The company that is owed presents itself otherwise: a `soit` of `MessageField.isCreditorFact`.
    case creditor
  }

  /// For which invoices the new version differs.
  public enum Reach: Sendable {
    /// For all of the scenario, or of the step.
    case all
    /// For some more: one of them, where one was found.
    case gained(Witness?)
    /// For some less: one of them, where one was found.
    case lost(Witness?)
    /// It could not be worked out.
    case unknown
  }

  /// The scenario's name; `nil` for what all scenarios share.
  public let scenario: String?
  /// What is different.
  public let matter: Matter
  /// Which setting, step, effect, rate, template or fact, in words of the language.
  public let subject: String
  /// What the old version says, if anything.
  public let old: String?
  /// What the new version says, if anything.
  public let new: String?
  /// For which invoices.
  public let reach: Reach
}
