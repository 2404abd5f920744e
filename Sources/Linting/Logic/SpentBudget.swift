import Diagnostics
import Semantics

extension CodePage {
  /// LOG213: questions about conditions that were left open.
  static let spentBudget = CodePage(
    code: "LOG213",
    severity: .information,
    title: Message(fr: "analyse incomplète", en: "incomplete analysis"),
    reports: Message(
      fr: "des conditions trop nombreuses ou trop entremêlées pour être toutes décidées : le budget"
        + " de l'analyse est dépensé, une fois par commande",
      en: "conditions too many or too entangled for all of them to be decided: the budget of the"
        + " analysis is spent; once for each command"
    ),
    matters: Message(
      fr: "ce qui est rapporté reste exact, mais l'absence de remarque LOG, DRO ou TYP107 ne prouve"
        + " plus rien",
      en: "what is reported is still exact, but that no LOG, DRO or TYP107 is reported proves"
        + " nothing then"
    ),
    example: "# des centaines de règles, qui croisent chacune des dizaines de champs",
    instead: "# les scénarios en plusieurs fichiers, vérifiés l'un après l'autre",
    basis: [.diagram]
  )
}

extension LintSubject {
  /// That questions were left open, if any was; asked once all lints have had their turn.
  var spentBudget: [Diagnostic] {
    guard space.unansweredCount > 0, let first = scenarioSources.first else { return [] }
    return [
      Diagnostic(
        CodePage.spentBudget.code,
        CodePage.spentBudget.severity,
        at: first.scenario.range,
        Message(
          fr:
            "des questions sur les conditions restent ouvertes : le budget de l'analyse est dépensé",
          en: "questions about the conditions are left open: the budget of the analysis is spent"
        ),
        help: Message(
          fr: "simplifier les conditions, ou vérifier les fichiers séparément",
          en: "simplify the conditions, or check the files separately"
        )
      )
    ]
  }
}
