import Diagnostics
import Semantics

extension Lint {
  /// SEQ311: nothing is said before the due date.
  static let noEarlyReminder: Lint = Lint(
    CodePage(
      code: "SEQ311",
      severity: .information,
      title: Message(fr: "rien avant l'échéance", en: "nothing before the due date"),
      reports: Message(
        fr: "un scénario sans étape avant l'échéance",
        en: "a scenario without a step before the due date"
      ),
      matters: Message(
        fr: "un rappel quelques jours avant évite beaucoup de retards sans fâcher personne",
        en: "a word some days ahead avoids many delays and offends nobody"
      ),
      example: "J+7 email",
      instead: "J-5 email prévenance\nJ+7 email",
      basis: [.syntax],
      fixes: [.proposed]
    ),
    check: { subject in
      subject.scenarioSources.compactMap { source -> Diagnostic? in
        let steps = source.scenario.steps
        guard !steps.isEmpty, !steps.contains(where: { $0.isBeforeDueDate }) else { return nil }
        return Lint.noEarlyReminder.finding(
          at: source.scenario.range,
          Message(
            fr: "aucune étape ne prévient le client avant l'échéance",
            en: "no step tells the customer before the due date"
          ),
          help: Message(
            fr: "par exemple `J-5 email prévenance`",
            en: "for example `J-5 email prévenance`"
          ),
          fix: source.proposal(inserting: "J-5 email prévenance", in: subject.analysis.files)
        )
      }
    }
  )
}
