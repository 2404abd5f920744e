import Diagnostics
import Syntax

/// How much scenarios may hold, so that what they mean is found out, checked and played in bounded
/// time: far more than anybody can oversee, far less than would keep him waiting.
public enum ScenarioLimits {
  /// The most scenarios in the files of a command.
  public static let scenarios = 1_000
  /// The most definitions, `soit`, in the files of a command.
  public static let definitions = 10_000
  /// The most steps of a scenario, repeated ones and those taken over among them.
  public static let steps = 1_000
  /// The most rules of a scenario, those taken over among them.
  public static let rules = 1_000
  /// The most conditions that `et` or `ou` joins.
  public static let parts = 1_000
  /// The most values behind `dans`.
  public static let members = 10_000
}

extension Findings {
  /// Reports the declarations that are more than the files of a command may hold.
  func reportSizes(of declarations: Declarations) {
    if declarations.scenarioSyntax.count > ScenarioLimits.scenarios {
      reportSize(
        at: declarations.scenarioSyntax[ScenarioLimits.scenarios].headerRange,
        Message(
          fr: "plus de \(ScenarioLimits.scenarios) scénarios",
          en: "more than \(ScenarioLimits.scenarios) scenarios"
        ),
        help: Message(
          fr: "un scénario vaut pour tous les clients que son `pour` désigne : les regrouper",
          en: "a scenario is for all the customers that its `pour` names: put them together"
        )
      )
    }
    if declarations.definitions.count > ScenarioLimits.definitions {
      reportSize(
        at: declarations.definitions[ScenarioLimits.definitions].name.range,
        Message(
          fr: "plus de \(ScenarioLimits.definitions) définitions `soit`",
          en: "more than \(ScenarioLimits.definitions) definitions `soit`"
        ),
        help: nil
      )
    }
  }

  /// Reports the steps and rules that are more than a scenario may hold.
  func reportSizes(of items: OwnItems, of scenario: ScenarioSyntax) {
    let help = Message(
      fr: "le partager en plusieurs scénarios, chacun avec son `pour`",
      en: "part it into several scenarios, each with its `pour`"
    )
    if items.steps.count > ScenarioLimits.steps {
      reportSize(
        at: scenario.headerRange,
        Message(
          fr: "ce scénario a plus de \(ScenarioLimits.steps) étapes",
          en: "this scenario has more than \(ScenarioLimits.steps) steps"
        ),
        help: help
      )
    }
    if items.rules.count > ScenarioLimits.rules {
      reportSize(
        at: scenario.headerRange,
        Message(
          fr: "ce scénario a plus de \(ScenarioLimits.rules) règles",
          en: "this scenario has more than \(ScenarioLimits.rules) rules"
        ),
        help: help
      )
    }
  }

  /// Whether so many conditions may be joined, or values listed; reports it where not.
  func allowsSize(_ count: Int, of list: ConditionList, at range: SourceRange) -> Bool {
    switch list {
    case .parts:
      if count <= ScenarioLimits.parts { return true }
      reportSize(
        at: range,
        Message(
          fr: "`et` ou `ou` joint plus de \(ScenarioLimits.parts) conditions",
          en: "`et` or `ou` joins more than \(ScenarioLimits.parts) conditions"
        ),
        help: Message(
          fr: "une liste de valeurs s'écrit `segment dans (« A », « B »)`",
          en: "a list of values is written `segment dans (« A », « B »)`"
        )
      )
    case .members:
      if count <= ScenarioLimits.members { return true }
      reportSize(
        at: range,
        Message(
          fr: "`dans` nomme plus de \(ScenarioLimits.members) valeurs",
          en: "`dans` names more than \(ScenarioLimits.members) values"
        ),
        help: Message(
          fr:
            "mettre ce qui les distingue dans une colonne de la base, et la déclarer avec `champ`",
          en: "put what sets them apart into a column of the ledger, and declare it with `champ`"
        )
      )
    }
    return false
  }

  private func reportSize(at range: SourceRange, _ message: Message, help: Message?) {
    report(Diagnostic(.structure, at: range, message, help: help))
  }
}

/// The lists in conditions that have a greatest length.
enum ConditionList {
  /// What `et` or `ou` joins.
  case parts
  /// What stands behind `dans`.
  case members
}
