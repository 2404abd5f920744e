import Diagnostics
import Semantics

extension Lint {
  /// SEQ313: nothing bounds the contacts with a customer.
  static let noCap: Lint = Lint(
    CodePage(
      code: "SEQ313",
      severity: .information,
      title: Message(fr: "pas de plafond", en: "no cap on contacts"),
      reports: Message(
        fr: "un scénario qui a des étapes et aucun `plafond`",
        en: "a scenario that has steps and no `plafond`"
      ),
      matters: Message(
        fr: "un client qui a dix factures à dix dates peut recevoir un message chaque jour",
        en: "a customer with ten invoices of ten dates may get a message every day"
      ),
      example: "J+7 email",
      instead: "plafond 2 contacts par client par 7 jours\nJ+7 email",
      basis: [.syntax],
      fixes: [.proposed]
    ),
    check: { subject in
      subject.scenarioSources.compactMap { source -> Diagnostic? in
        guard !source.scenario.steps.isEmpty, source.scenario.caps.isEmpty else { return nil }
        let cap = "plafond 2 contacts par client par 7 jours"
        return Lint.noCap.finding(
          at: source.scenario.range,
          Message(
            fr: "rien ne limite le nombre de messages à un client",
            en: "nothing limits the number of messages to a customer"
          ),
          help: Message(fr: "par exemple `\(cap)`", en: "for example `\(cap)`"),
          fix: source.proposal(inserting: cap, in: subject.analysis.files)
        )
      }
    }
  )
}
