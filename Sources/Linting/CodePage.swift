import Diagnostics

/// What the program tells about one code: what it reports, why it matters, and what to write.
///
/// `relance lint --explain`, the pages under `Grammar/lints` and the rules of a SARIF report are all
/// written from it.
public struct CodePage: Sendable {
  /// The stable code.
  public let code: DiagnosticCode
  /// How much a finding weighs, the most if it depends on the finding.
  public let severity: Severity
  /// A few words that name it.
  public let title: Message
  /// What it reports.
  public let reports: Message
  /// Why it matters.
  public let matters: Message
  /// Lines that are reported.
  public let example: String
  /// What to write instead.
  public let instead: String
  /// What its findings are decided from.
  public let basis: [Basis]
  /// The fixes that a finding may carry.
  public let fixes: [FixSafety]

  /// What a finding can be decided from.
  public enum Basis: CaseIterable, Sendable {
    /// The text alone.
    case syntax
    /// What names stand for.
    case names
    /// Types and units.
    case types
    /// The values that one field can have.
    case intervals
    /// All fields at once.
    case diagram
    /// The days of the steps.
    case timeline
    /// Every weekday and holiday.
    case calendar
    /// The texts of messages.
    case templates
    /// A ledger.
    case ledger
    /// The `exemple` blocks, run.
    case examples
  }

  /// A page of its parts.
  public init(
    code: String,
    severity: Severity,
    title: Message,
    reports: Message,
    matters: Message,
    example: String,
    instead: String,
    basis: [Basis],
    fixes: [FixSafety] = []
  ) {
    self.code = DiagnosticCode(code)
    self.severity = severity
    self.title = title
    self.reports = reports
    self.matters = matters
    self.example = example
    self.instead = instead
    self.basis = basis
    self.fixes = fixes
  }
}

extension CodePage {
  /// The page of every code that the program can report, by code.
  public static let all: [CodePage] =
    (Lint.all.map { $0.page } + reading + names + [layout, spentBudget, uselessSuppression])
    .sorted { $0.code.name < $1.code.name }

  /// The page of a code, if there is one.
  public static func named(_ name: String) -> CodePage? {
    byName[name.folded]
  }

  private static let byName: [FoldedText: CodePage] = all.reversed()
    .reduce(into: [:]) { $0[$1.code.name.folded] = $1 }
}

extension CodePage.Basis {
  /// How a finding is decided, in words.
  public var title: Message {
    switch self {
    case .syntax: Message(fr: "d'après le texte seul", en: "from the text alone")
    case .names: Message(fr: "d'après les noms déclarés", en: "from the names declared")
    case .types: Message(fr: "d'après les types et les unités", en: "from types and units")
    case .intervals:
      Message(
        fr: "d'après les valeurs possibles d'un champ",
        en: "from the values one field can have"
      )
    case .diagram:
      Message(
        fr: "exactement, sur toutes les combinaisons de champs, avec une facture témoin ;"
          + " ce qui ne peut pas être décidé n'est pas rapporté",
        en: "exactly, over all combinations of fields, with a witness invoice;"
          + " what cannot be decided is not reported"
      )
    case .timeline:
      Message(
        fr: "d'après les jours des étapes, pour chaque sorte de facture",
        en: "from the days of the steps, for each sort of invoice"
      )
    case .calendar:
      Message(
        fr: "d'après le calendrier : tous les jours de la semaine et tous les fériés",
        en: "from the calendar: every weekday and every holiday"
      )
    case .templates: Message(fr: "d'après le texte des modèles", en: "from the templates' text")
    case .ledger:
      Message(fr: "d'après un grand livre (`--db`)", en: "from a ledger (`--db`)")
    case .examples: Message(fr: "en jouant les exemples", en: "by running the examples")
    }
  }
}
