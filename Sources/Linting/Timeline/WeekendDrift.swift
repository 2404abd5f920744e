import Diagnostics
import Planning
import Receivables
import Semantics

extension Lint {
  /// CAL401: notices before the due date that weekends swallow.
  static let weekendDrift = Lint(
    CodePage(
      code: "CAL401",
      severity: .information,
      title: Message(fr: "étape perdue le week-end", en: "step lost at weekends"),
      reports: Message(
        fr: "une étape d'avant l'échéance que les jours non ouvrés décalent si loin qu'elle ne part"
          + " pas, pour au moins une échéance sur vingt. Les autres décalages d'un ou deux jours"
          + " vont de soi et ne sont pas rapportés",
        en: "a step before the due date that days off move so far that it is not sent, for at least"
          + " one due date in twenty. Other shifts by a day or two go without saying and are not"
          + " reported"
      ),
      matters: Message(
        fr: "une étape qui tombe le jour de l'échéance ou après n'est plus envoyée : une partie des"
          + " clients n'est jamais prévenue",
        en: "a step that falls on the due date or later is no longer sent: some customers are"
          + " never told in advance"
      ),
      example: "J-1 email prévenance\nJ+15 tâche",
      instead: "J-1 ouvré email prévenance\nJ+15 tâche",
      basis: [.calendar, .timeline]
    ),
    check: { subject in
      subject.timelines.findingsOnSteps { drift(of: $0, in: $1) }
    }
  )
}

private func drift(of position: Int, in timeline: ScenarioTimeline) -> Diagnostic? {
  let entry = timeline.entries[position]
  let holidays = timeline.source.scenario.calendar.holidays.additionalDates.count
  guard entry.step.isBeforeDueDate, entry.days.upperBound >= -6 - holidays,
    !entry.reach.possibly.isEmpty
  else { return nil }
  let dueDates = CalendarSample.dueDates
  let lost = dueDates.filter { timeline.sendingDays.day(of: position, due: $0) == nil }
  guard lost.count * 20 >= dueDates.count else { return nil }
  let share = (lost.count * 100 + dueDates.count / 2) / dueDates.count
  let weekdays = Weekday.allCases.filter { weekday in
    lost.count { $0.weekday == weekday } * 2 > dueDates.count { $0.weekday == weekday }
  }
  let days = weekdays.map { $0.message }
  let who = Message(
    fr: days.isEmpty ? "" : ", surtout celles \(enumeration(days.map { "du " + $0.fr }, "et"))",
    en: days.isEmpty ? "" : ", mostly those of \(enumeration(days.map { $0.en }, "and"))"
  )
  let moment = entry.step.momentText
  return Lint.weekendDrift.finding(
    at: entry.step.range,
    Message(
      fr: "`\(moment)` ne part pas pour \(share)\u{A0}% des échéances\(who.fr) : décalée, elle"
        + " n'arrive plus avant",
      en: "`\(moment)` is not sent for \(share)% of due dates\(who.en): shifted, it no longer comes"
        + " before them"
    ),
    help: Message(
      fr: "compter en jours ouvrés (`J-1 ouvré`), ou écrire `décaler au jour ouvré précédent`",
      en: "count in working days (`J-1 ouvré`), or write `décaler au jour ouvré précédent`"
    )
  )
}

/// Words in a row, the last after a conjunction.
private func enumeration(_ words: [String], _ conjunction: String) -> String {
  guard let last = words.last, words.count > 1 else { return words.first ?? "" }
  return "\(words.dropLast().joined(separator: ", ")) \(conjunction) \(last)"
}
