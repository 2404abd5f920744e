import Diagnostics
import Receivables
import Semantics
import Syntax

extension Lint {
  /// DRO507: penalties or the indemnity given up without a reason.
  static let waiver = Lint(
    CodePage(
      code: "DRO507",
      severity: .warning,
      title: Message(fr: "renonciation sans raison", en: "waiver without a reason"),
      reports: Message(
        fr: "`sans pénalités` ou `indemnité 0 €` pour des professionnels, sans commentaire qui dise"
          + " pourquoi",
        en: "`sans pénalités` or `indemnité 0 €` for professionals, without a comment that says why"
      ),
      matters: Message(
        fr: "les pénalités et l'indemnité de 40 € sont dues de plein droit entre professionnels"
          + " (art. L441-10 et D441-5 du code de commerce) ; y renoncer est une décision qui se note",
        en:
          "penalties and the 40 € indemnity are due by law between professionals (articles L441-10"
          + " and D441-5 of the French commercial code); giving them up is a decision to be noted"
      ),
      example: "sans pénalités\nJ+7 email",
      instead: "sans pénalités  # accord-cadre du 12/03/2025\nJ+7 email",
      basis: [.syntax]
    ),
    check: { subject in
      subject.scenarioSources.flatMap { source -> [Diagnostic] in
        let conditions = [source.scenario.appliesTo].compactMap { $0 }
        guard !conditions.contains(where: { $0.isForConsumers }) else { return [] }
        return source.syntax.items.compactMap { unexplained($0, in: subject.analysis) }
      }
    }
  )
}

private func unexplained(_ item: ItemSyntax, in analysis: Analysis) -> Diagnostic? {
  guard case .setting(let setting) = item else { return nil }
  let what: Message
  switch setting.kind {
  case .penalties(.none): what = Message(fr: "aux pénalités", en: "the penalties")
  case .indemnity(let money) where money.minorUnits == 0:
    what = Message(fr: "à l'indemnité", en: "the indemnity")
  case .description, .inherits, .withoutStep, .withoutPrelude, .appliesTo, .priority, .workingWeek,
    .holidays, .extraHolidays, .shift, .catchUp, .spacing, .grouping, .cap, .threshold, .penalties,
    .indemnity, .window:
    return nil
  }
  guard !analysis.isExplained(setting.range) else { return nil }
  return Lint.waiver.finding(
    at: setting.range,
    Message(
      fr: "le scénario renonce \(what.fr) sans dire pourquoi",
      en: "the scenario gives up \(what.en) without saying why"
    ),
    help: Message(
      fr: "l'expliquer dans un commentaire sur la même ligne, ou réserver le scénario aux"
        + " particuliers : `pour particulier`",
      en: "say why in a comment on the same line, or keep the scenario to consumers:"
        + " `pour particulier`"
    )
  )
}

extension Condition {
  /// Whether the condition holds for consumers only, plainly: `particulier`, or `… et particulier`.
  var isForConsumers: Bool {
    switch self {
    case .test(.truth(.field(.consumer)), _): true
    case .and(let parts): parts.contains { $0.isForConsumers }
    case .or(let parts): !parts.isEmpty && parts.allSatisfy { $0.isForConsumers }
    case .test, .definition, .not: false
    }
  }
}

extension Analysis {
  /// Whether a comment stands on the line of a statement, or alone on the line before it.
  fileprivate func isExplained(_ range: SourceRange) -> Bool {
    guard let text = files.text(of: range), trees.indices.contains(range.file) else { return false }
    let tokens = trees[range.file].tokens
    let line = text.lines.line(of: range.lower)
    return tokens.indices.contains { index in
      guard tokens[index].kind == .comment else { return false }
      let own = text.lines.line(of: tokens[index].lower)
      if own == line { return true }
      let isAlone = index == 0 || text.lines.line(of: tokens[index - 1].lower) < own
      return own == line - 1 && isAlone
    }
  }
}
