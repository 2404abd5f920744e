import Diagnostics
import Receivables
import Semantics
import Syntax

extension Lint {
  /// LOG205: two rules that set the same thing differently for one invoice.
  static let conflict: Lint = Lint(
    CodePage(
      code: "LOG205",
      severity: .warning,
      title: Message(fr: "règles en conflit", en: "conflicting rules"),
      reports: Message(
        fr: "deux règles d'un scénario qui donnent à une même facture deux tons, canaux, modèles,"
          + " destinataires ou décalages ; ni les modes, où le plus prudent l'emporte, ni une"
          + " exception écrite avant la règle générale, ni ce qu'un scénario écrit pour remplacer"
          + " une règle reprise",
        en: "two rules of a scenario that give one invoice two tones, channels, templates,"
          + " recipients or shifts; neither modes, of which the most cautious wins, nor an exception"
          + " written before the general rule, nor what a scenario writes to replace a rule that it"
          + " takes over"
      ),
      matters: Message(
        fr: "c'est l'ordre du fichier qui décide, et personne ne l'a peut-être voulu",
        en: "the order of the file decides, and maybe nobody meant it to"
      ),
      example: "J+7 email\nsi risque = élevé alors ton ferme\nsi stratégique alors ton doux",
      instead: "J+7 email\nsi risque = élevé et non stratégique alors ton ferme\n"
        + "si stratégique alors ton doux",
      basis: [.diagram]
    ),
    check: { subject in
      let silent = subject.conditionVerdicts.deadStatements
        .union(subject.effectiveness.rules.map { $0.range })
      return subject.scenarioSets.flatMap { conflicts(in: $0, besides: silent, subject) }
    }
  )
}

/// The first conflict of each rule with one before it.
private func conflicts(
  in sets: ScenarioSets,
  besides silent: Set<SourceRange>,
  _ subject: LintSubject
) -> [Diagnostic] {
  let branches = sets.branches.filter { branch in
    let rule = sets.scenario.rules[branch.rule]
    return rule.origin == .own && !silent.contains(rule.range)
      && branch.effects.contains { $0.sets(theSameAs: $0) }
  }
  let excluded = sets.branches.filter { $0.effects.contains(.mode(.exclude)) }.map { $0.invoices }
  var findings: [Diagnostic] = []
  var told: Set<Int> = []
  for (position, later) in branches.enumerated() where !told.contains(later.rule) {
    for (index, earlier) in branches[..<position].enumerated() where earlier.rule != later.rule {
      if later.invoices.isDisjoint(from: earlier.invoices) { continue }
      guard let pair = differing(earlier.effects, later.effects) else { continue }
      // What rules before both of them decide is no matter between these two.
      let before = branches[..<index].filter { other in
        other.effects.contains { $0.sets(theSameAs: pair.earlier) }
      }
      let both = earlier.invoices.intersection(later.invoices).intersection(sets.addressed)
      guard
        case .possible(let witness) = both.excess(over: before.map { $0.invoices } + excluded),
        earlier.invoices.excess(over: later.invoices).witness != nil
      else { continue }
      told.insert(later.rule)
      findings.append(
        conflict(
          sets.scenario.rules[earlier.rule],
          sets.scenario.rules[later.rule],
          pair,
          witness,
          subject
        )
      )
      break
    }
  }
  return findings
}

private func conflict(
  _ earlier: Rule,
  _ later: Rule,
  _ pair: (earlier: Effect, later: Effect),
  _ witness: Witness,
  _ subject: LintSubject
) -> Diagnostic {
  let (first, second) = (pair.earlier.settingText, pair.later.settingText)
  let example = subject.words(for: witness, asking: [earlier.condition, later.condition])
  return Lint.conflict.finding(
    at: later.range,
    Message(
      fr: "deux règles se contredisent pour une même facture : `\(first)` et `\(second)`",
      en: "two rules contradict each other for one invoice: `\(first)` and `\(second)`"
    ),
    label: Message(
      fr: "par exemple \(example.fr)",
      en: "for example \(example.en)"
    ),
    notes: [
      DiagnosticNote(
        Message(
          fr: "`\(first)` l'emporte, écrit le premier",
          en: "`\(first)` wins, being written first"
        ),
        at: earlier.range
      )
    ],
    help: Message(
      fr: "écarter ces factures de l'une des deux avec `et non …`, ou écrire l'exception avant la"
        + " règle générale",
      en: "keep these invoices from one of the two with `et non …`, or write the exception before"
        + " the general rule"
    )
  )
}

/// The first effects of two rules that set one thing to two values.
private func differing(
  _ earlier: [Effect],
  _ later: [Effect]
) -> (earlier: Effect, later: Effect)? {
  for first in earlier {
    for second in later where first.sets(theSameAs: second) && first != second {
      return (first, second)
    }
  }
  return nil
}

extension Effect {
  /// The effect as it is written, for those that set something of a step.
  fileprivate var settingText: String {
    switch self {
    case .tone(let tone): "ton \(tone.rawValue)"
    case .channels(let channels): "canal \(channels.canonicalText)"
    case .template(let name): "modèle « \(name) »"
    case .recipient(let role): "à \(role.rawValue)"
    case .shiftDueDate(let days):
      "\(days < 0 ? "avancer" : "retarder") de \(days.magnitude) jour\(days.magnitude > 1 ? "s" : "")"
    case .mode(let mode): mode.rawValue
    case .withoutNature(let nature): "sans \(nature.rawValue)"
    case .withoutChannel(let channel): "sans \(channel.rawValue)"
    case .notify(let role): "notifier \(role.rawValue)"
    }
  }
}
