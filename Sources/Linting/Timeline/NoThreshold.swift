import Diagnostics
import Receivables
import Semantics
import Syntax

extension Lint {
  /// SEQ312: no amount is too small for a message.
  static let noThreshold: Lint = Lint(
    CodePage(
      code: "SEQ312",
      severity: .information,
      title: Message(fr: "pas de seuil", en: "no threshold"),
      reports: Message(
        fr: "un scénario qui a des étapes et aucun `seuil`",
        en: "a scenario that has steps and no `seuil`"
      ),
      matters: Message(
        fr:
          "un recommandé pour quelques centimes d'écart de règlement coûte plus qu'il ne rapporte",
        en: "a registered letter for a few cents of difference costs more than it brings"
      ),
      example: "J+7 email",
      instead: "seuil 15 €\nJ+7 email",
      basis: [.syntax],
      fixes: [.proposed]
    ),
    check: { subject in
      subject.scenarioSources.compactMap { source -> Diagnostic? in
        guard !source.scenario.steps.isEmpty, source.scenario.threshold.minorUnits == 0 else {
          return nil
        }
        // A written `seuil 0 €` is a decision.
        let isStated = subject.states(source) { $0.isThreshold }
        guard !isStated else { return nil }
        return Lint.noThreshold.finding(
          at: source.scenario.range,
          Message(
            fr: "le moindre solde déclenche un message",
            en: "the smallest balance sets off a message"
          ),
          help: Message(
            fr: "fixer un minimum, par exemple `seuil 15 €` ; `seuil 0 €` si c'est voulu",
            en: "set a minimum, for example `seuil 15 €`; `seuil 0 €` if it is meant"
          ),
          fix: source.proposal(inserting: "seuil 15 €", in: subject.analysis.files)
        )
      }
    }
  )
}

extension SettingSyntax.Kind {
  fileprivate var isThreshold: Bool {
    if case .threshold = self { true } else { false }
  }
}
