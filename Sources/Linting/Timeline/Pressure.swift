import Diagnostics
import Receivables
import Semantics
import Syntax

extension Lint {
  /// SEQ308: many messages in a short time.
  static let pressure = Lint(
    CodePage(
      code: "SEQ308",
      severity: .warning,
      title: Message(fr: "pression", en: "pressure"),
      reports: Message(
        fr: "plus de 4 contacts en 30 jours au sujet d'une même facture, sauf si un `plafond` les"
          + " empêche ; avec `--db`, les clients qui en ont eu autant",
        en: "more than 4 contacts in 30 days about one invoice, unless a `plafond` prevents them;"
          + " with `--db`, the customers who had as many"
      ),
      matters: Message(
        fr: "aucune loi ne fixe de nombre, mais le harcèlement est un délit ; quatre contacts par"
          + " mois sont un usage prudent",
        en: "no law sets a number, but harassment is an offence; four contacts a month are prudent"
      ),
      example: "espacement 5 jours\nJ+5 email\nJ+10 SMS\nJ+15 email\nJ+20 appel\nJ+25 courrier\n"
        + "J+40 tâche",
      instead: "J+5 email\nJ+15 email\nJ+30 courrier\nJ+40 tâche",
      basis: [.timeline, .diagram, .ledger]
    ),
    check: { subject in
      subject.timelines.compactMap { overload($0, nothing: subject.space.nothing) }.oncePerPlace
    }
  )

  /// The most contacts in so many days that are prudent.
  static let prudentPace = (contacts: 4, days: 30)
}

private func overload(_ timeline: ScenarioTimeline, nothing: ConditionSet) -> Diagnostic? {
  let pace = Lint.prudentPace
  guard !timeline.source.scenario.caps.contains(where: { $0.keeps(pace) }) else { return nil }
  let entries = timeline.entries
  for first in entries.indices {
    /// By number of contacts beyond the first, the invoices that have had at least as many.
    var reached = [entries[first].contact.surely]
    reached += Array(repeating: nothing, count: pace.contacts)
    for position in entries.indices[(first + 1)...] {
      let span = entries[position].days.upperBound - entries[first].days.lowerBound
      guard span < pace.days else { break }
      let contact = entries[position].contact.surely
      for count in reached.indices.dropFirst().reversed() {
        reached[count] = reached[count].union(reached[count - 1].intersection(contact))
      }
      guard
        let message = reached[pace.contacts].decision.proving(
          Message(
            fr: "\(pace.contacts + 1) contacts en \(span + 1) jours, de"
              + " `\(entries[first].step.momentText)` à `\(entries[position].step.momentText)`",
            en: "\(pace.contacts + 1) contacts in \(span + 1) days, from"
              + " `\(entries[first].step.momentText)` to `\(entries[position].step.momentText)`"
          )
        )
      else { continue }
      return Lint.pressure.finding(
        at: entries[position].step.range,
        message,
        notes: [
          DiagnosticNote(
            Message(fr: "le premier des contacts", en: "the first of the contacts"),
            at: entries[first].step.range
          )
        ],
        help: Message(
          fr: "espacer les étapes, ou écrire `plafond 4 contacts par client par 30 jours`",
          en: "space the steps out, or write `plafond 4 contacts par client par 30 jours`"
        )
      )
    }
  }
  return nil
}

extension ContactCap {
  /// Whether the cap lets no more contacts through.
  fileprivate func keeps(_ pace: (contacts: Int, days: Int)) -> Bool {
    guard let days, days > 0 else { return contacts <= pace.contacts }
    let windows = (pace.days + days - 1) / days
    let (most, overflow) = contacts.multipliedReportingOverflow(by: windows)
    return !overflow && most <= pace.contacts
  }
}
