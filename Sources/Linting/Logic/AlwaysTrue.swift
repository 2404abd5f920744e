import Diagnostics
import Semantics
import Syntax

extension Lint {
  /// LOG201: a condition, or a part of one, that always holds.
  static let alwaysTrue: Lint = Lint(
    CodePage(
      code: "LOG201",
      severity: .warning,
      title: Message(fr: "toujours vrai", en: "always true"),
      reports: Message(
        fr: "une condition toujours vraie des factures dont on la demande, ou une partie d'un `et`"
          + " que le reste rend vraie ; `solde > 0 €` l'est d'une étape, puisqu'une facture soldée"
          + " n'est plus relancée",
        en: "a condition that always holds for the invoices it is asked about, or a part of an `et`"
          + " that holds wherever the rest does; `solde > 0 €` does so for a step, as a settled"
          + " invoice is no longer reminded"
      ),
      matters: Message(
        fr: "elle ne distingue rien : soit elle est de trop, soit une autre était voulue",
        en: "it tells nothing apart: either it is one too many, or another was meant"
      ),
      example: "J+7 email\nsi retard > 10 jours et retard > 30 jours alors manuel",
      instead: "J+7 email\nsi retard > 30 jours alors manuel",
      basis: [.diagram],
      fixes: [.proposed]
    ),
    check: { subject in
      subject.conditionVerdicts.verdicts.compactMap { verdict in
        switch verdict.answer {
        case .always: whole(verdict, subject)
        case .implied(let other): part(verdict, impliedBy: other, subject)
        case .never, .covered: nil
        }
      }
    }
  )
}

private func whole(_ verdict: ConditionVerdict, _ subject: LintSubject) -> Diagnostic {
  Lint.alwaysTrue.finding(
    at: verdict.range,
    verdict.ground.isAudience
      ? Message(
        fr: "cette condition est toujours vraie d'une facture que cela concerne",
        en: "this condition always holds for an invoice that this is about"
      )
      : verdict.ground.message(
        Message(fr: "cette condition est toujours vraie", en: "this condition always holds")
      ),
    help: verdict.written.role == .rule
      ? Message(
        fr: "la règle vaut pour toutes : écrire sur les étapes ce qu'elle fait, ou corriger la"
          + " condition",
        en: "the rule is for all of them: write on the steps what it does, or correct the condition"
      )
      : Message(
        fr: "supprimer la condition, ou la corriger",
        en: "delete the condition, or correct it"
      ),
    fix: subject.deletion(ofConditionOf: verdict.written)
  )
}

private func part(
  _ verdict: ConditionVerdict,
  impliedBy other: ConditionVerdict.Telling?,
  _ subject: LintSubject
) -> Diagnostic {
  let message: Message
  if let other {
    let quoted = subject.quote(other.range)
    message =
      other.holds
      ? Message(
        fr: "toujours vrai dès que `\(quoted)` l'est",
        en: "always holds where `\(quoted)` does"
      )
      : Message(
        fr: "toujours vrai dès que `\(quoted)` ne l'est pas",
        en: "always holds where `\(quoted)` does not"
      )
  } else {
    message = Message(
      fr: "toujours vrai là où le reste de la condition l'est",
      en: "always holds where the rest of the condition does"
    )
  }
  return Lint.alwaysTrue.finding(
    at: verdict.range,
    verdict.ground.message(message),
    help: Message(
      fr: "supprimer cette partie, ou la corriger",
      en: "delete this part, or correct it"
    ),
    fix: verdict.deletion.flatMap { subject.deletion(.proposed, of: $0) }
  )
}

extension ConditionVerdict.Ground {
  fileprivate var isAudience: Bool {
    switch self {
    case .addressed: true
    case .everywhere, .taken, .due: false
    }
  }

  /// What is known, with the invoices for which it is.
  func message(_ text: Message) -> Message {
    switch self {
    case .everywhere: text
    case .addressed: text
    case .taken:
      Message(
        fr: "\(text.fr), parmi les factures que `pour` retient",
        en: "\(text.en), among the invoices that `pour` takes"
      )
    case .due(let facts?): Message(fr: "\(text.fr) : \(facts.fr)", en: "\(text.en): \(facts.en)")
    case .due(nil): text
    }
  }
}

extension LintSubject {
  /// A proposal that deletes the `si` of a step.
  fileprivate func deletion(ofConditionOf written: WrittenCondition) -> Fix? {
    guard written.role == .step, let text = analysis.files.text(of: written.statement) else {
      return nil
    }
    let range = written.syntax.range
    var lower = range.lower
    func skipSpace() {
      while lower > written.statement.lower, [0x20, 0x09].contains(text.bytes[lower - 1]) {
        lower -= 1
      }
    }
    skipSpace()
    lower -= 2
    guard lower > written.statement.lower else { return nil }
    let word = SourceRange(file: range.file, lower: lower, upper: lower + 2)
    guard text.text(word).folded.text == "si" else { return nil }
    skipSpace()
    return deletion(.proposed, of: SourceRange(file: range.file, lower: lower, upper: range.upper))
  }
}
