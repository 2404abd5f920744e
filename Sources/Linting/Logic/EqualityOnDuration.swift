import Diagnostics
import Receivables
import Semantics
import Syntax

extension Lint {
  /// LOG209: a number of days that must be met exactly.
  static let equalityOnDuration: Lint = Lint(
    CodePage(
      code: "LOG209",
      severity: .warning,
      title: Message(fr: "durée au jour près", en: "equality on a duration"),
      reports: Message(
        fr: "`=` ou `dans` avec `retard`, `âge`, `jours depuis relance` ou `prescription`, qui"
          + " changent chaque jour",
        en: "`=` or `dans` with `retard`, `âge`, `jours depuis relance` or `prescription`, which"
          + " change every day"
      ),
      matters: Message(
        fr: "vrai un seul jour : si rien n'est envoyé ce jour-là (week-end, férié, absence),"
          + " l'occasion est perdue",
        en: "true on a single day: if nothing is sent on that day (weekend, holiday, absence), the"
          + " occasion is lost"
      ),
      example: "J+7 email\nsi retard = 30 jours alors manuel",
      instead: "J+7 email\nsi retard >= 30 jours alors manuel",
      basis: [.intervals],
      fixes: [.proposed]
    ),
    check: { subject in
      let verdicts = subject.conditionVerdicts
      return verdicts.written.flatMap { written -> [Diagnostic] in
        guard !verdicts.statements.contains(written.statement) else { return [] }
        var findings: [Diagnostic] = []
        written.condition.walkPlain { test, range in
          guard let field = test.fieldMetExactly else { return }
          findings.append(diagnosis(field, at: range, in: written))
        }
        return findings
      }
    }
  )
}

private func diagnosis(
  _ field: Field,
  at range: SourceRange,
  in written: WrittenCondition
) -> Diagnostic {
  let name = field.entry.name
  let relation: Relation = field == .limitation ? .lessOrEqual : .greaterOrEqual
  var fix: Fix?
  written.syntax.walk { inner in
    guard inner.range == range, case .comparison(let left, let sign, _) = inner.kind else { return }
    // The field stands on the left, where the sign can be replaced as it is.
    if case .name = left.kind {
      fix = Fix(.proposed, replacing: sign.range, with: relation.rawValue)
    }
  }
  return Lint.equalityOnDuration.finding(
    at: range,
    Message(
      fr: "`\(name)` change chaque jour : ceci n'est vrai qu'un seul jour",
      en: "`\(name)` changes every day: this holds on a single day"
    ),
    help: Message(
      fr: "écrire `\(name) \(relation.rawValue) …`, qui vaut aussi les jours suivants",
      en: "write `\(name) \(relation.rawValue) …`, which holds on the following days too"
    ),
    fix: fix
  )
}

extension Condition.Test {
  /// The number of days that the test wants to be a certain one.
  fileprivate var fieldMetExactly: Field? {
    switch self {
    case .comparison(.field(.field(let field)), .equal, let other),
      .comparison(let other, .equal, .field(.field(let field))):
      if case .field = other { return nil }
      return field.countsDays ? field : nil
    case .membership(.field(.field(let field)), _): return field.countsDays ? field : nil
    case .comparison, .membership, .truth, .between, .isPresent: return nil
    }
  }
}

extension Field {
  /// Whether the value is a number of days that goes on from day to day.
  fileprivate var countsDays: Bool {
    switch pace {
    case .moving: entry.type == .duration
    case .steady: false
    }
  }
}
