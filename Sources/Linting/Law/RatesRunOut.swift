import Diagnostics
import Receivables
import Semantics
import Syntax

extension Lint {
  /// CAL403: the rates that penalties need are not known any more.
  static let ratesRunOut = Lint(
    CodePage(
      code: "CAL403",
      severity: .error,
      title: Message(fr: "taux manquant", en: "missing rate"),
      reports: Message(
        fr: "le taux du semestre de la vérification manque aux tables : erreur si une étape écrit"
          + " les pénalités (`avec pénalités`), avertissement si le scénario ne fait que les fixer ;"
          + " rien si personne n'en parle",
        en: "the rate of the half-year of the check is missing from the tables: an error if a step"
          + " writes penalties (`avec pénalités`), a warning if the scenario only sets them; nothing"
          + " if nobody speaks of them"
      ),
      matters: Message(
        fr: "les pénalités de ce semestre ne se calculent pas : la lettre part sans leur montant."
          + " Les taux sont publiés au début de chaque semestre ; le programme n'en invente pas",
        en: "the penalties of that half-year cannot be worked out: the letter goes without them."
          + " Rates are published at the start of each half-year; the program does not make them up"
      ),
      example: "J+7 email avec pénalités\nJ+30 tâche",
      instead: "taux BCE 01/07/2026 = 2,15 %\nJ+7 email avec pénalités\nJ+30 tâche",
      basis: [.calendar]
    ),
    check: { subject in
      ReferenceRate.allCases.compactMap { missing($0, for: subject) }
    }
  )
}

private func missing(_ reference: ReferenceRate, for subject: LintSubject) -> Diagnostic? {
  let halfYear = HalfYear(containing: subject.day)
  guard subject.analysis.scenarios.rates.rate(reference, in: halfYear) == nil else { return nil }
  let users = subject.scenarioSources.filter { $0.scenario.penalties.reference == reference }
  let shown = users.lazy.compactMap { source in
    source.scenario.steps.first { $0.enclosures.contains(.penalties) }?.range
  }.first
  let stated = users.lazy.compactMap { $0.penaltiesRange }.first
  guard let range = shown ?? stated else { return nil }
  let name = reference.title
  let period = halfYear.message
  let word = Vocabulary.referenceRates.canonical(reference)
  let first = halfYear.firstDay.frenchDescription
  return Lint.ratesRunOut.finding(
    shown == nil ? .warning : .error,
    at: range,
    Message(
      fr: "\(name.fr) du \(period.fr) n'est pas connu : les pénalités ne se calculent plus",
      en: "\(name.en) of the \(period.en) is not known: penalties can no longer be worked out"
    ),
    help: Message(
      fr: "ajouter le taux publié : `taux \(word) \(first) = … %`",
      en: "add the rate as published: `taux \(word) \(first) = … %`"
    )
  )
}

extension ScenarioSource {
  /// The place where the scenario itself sets penalties.
  fileprivate var penaltiesRange: SourceRange? {
    for item in syntax.items {
      if case .setting(let setting) = item, case .penalties = setting.kind { return setting.range }
    }
    return nil
  }
}

extension ReferenceRate {
  /// What it is, with its article.
  fileprivate var title: Message {
    switch self {
    case .ecb: Message(fr: "le taux de la BCE", en: "the ECB rate")
    case .legal: Message(fr: "le taux légal", en: "the legal rate")
    }
  }
}
