import Diagnostics
import Receivables
import Semantics
import Syntax

extension Lint {
  /// DRO508: a step after the claim is time-barred.
  static let timeBarredStep = Lint(
    CodePage(
      code: "DRO508",
      severity: .error,
      title: Message(fr: "étape après la prescription", en: "step after limitation"),
      reports: Message(
        fr: "une étape plus de cinq ans après l'échéance, ou plus de deux ans si la facture peut"
          + " être celle d'un particulier",
        en: "a step more than five years after the due date, or more than two where the invoice may"
          + " be a consumer's"
      ),
      matters: Message(
        fr:
          "passé ce délai la créance ne peut plus être réclamée en justice (art. L110-4 du code de"
          + " commerce, L218-2 du code de la consommation) ; une relance n'interrompt pas la"
          + " prescription",
        en:
          "after that the claim can no longer be enforced (article L110-4 of the French commercial"
          + " code, L218-2 of the consumer code); a reminder does not interrupt limitation"
      ),
      example: "pour particulier\nJ+30 email\nJ+60 tâche\nJ+25 mois contentieux",
      instead: "pour particulier\nJ+30 email\nJ+60 tâche\nJ+20 mois contentieux",
      basis: [.timeline, .diagram]
    ),
    check: { subject in
      let consumers = subject.space.set(
        of: .test(.truth(.field(.consumer)), SourceRange(file: 0, lower: 0, upper: 0))
      )
      return subject.timelines.flatMap { timeline in
        timeline.entries.compactMap { timeBarred($0, in: timeline, consumers) }
      }.oncePerPlace
    }
  )
}

private func timeBarred(
  _ entry: ScenarioTimeline.Entry,
  in timeline: ScenarioTimeline,
  _ consumers: ConditionSet
) -> Diagnostic? {
  let days = entry.days.lowerBound - timeline.longestAdvance
  // The longest that five years, and two, can be.
  let isLateForAll = days > 1_827
  guard isLateForAll || days > 731 else { return nil }
  let reach = entry.reach.surely
  let decision = (isLateForAll ? reach : reach.intersection(consumers)).decision
  let years = isLateForAll ? 5 : 2
  let message = Message(
    fr: "`\(entry.step.momentText)` vient après la prescription,"
      + " \(isLateForAll ? "cinq" : "deux") ans après l'échéance",
    en: "`\(entry.step.momentText)` comes after limitation, \(years) years after the due date"
  )
  guard let message = decision.proving(message) else { return nil }
  return Lint.timeBarredStep.finding(
    at: entry.step.range,
    message,
    help: isLateForAll
      ? Message(fr: "avancer l'étape", en: "bring the step forward")
      : Message(
        fr: "avancer l'étape, ou la réserver aux professionnels : `si non particulier`",
        en: "bring the step forward, or keep it to professionals: `si non particulier`"
      )
  )
}
