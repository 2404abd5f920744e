import Diagnostics
import Receivables
import Semantics
import Syntax

extension ExplanationWriter {
  /// Each recorded reminder and the step it counts as, then the furthest one.
  var history: [Explanation.Line] {
    guard let schedule = decision.escalation?.schedule else { return [] }
    let done = schedule.done
    let rows = StepsDone.rows(of: decision.facts, in: schedule.playbook)
    var lines = rows.map { row in
      let sentOn = Message(row.reminder.sentOn)
      let place = counted(row.place, named: row.reminder.step, in: schedule.playbook)
      return Explanation.Line(
        Message(
          fr: "\(sentOn.fr) : « \(row.reminder.step) »\(place.fr)",
          en: "\(sentOn.en): “\(row.reminder.step)”\(place.en)"
        ),
        .done
      )
    }
    if let last = done.last.map({ schedule.playbook.step(at: $0) }) {
      lines.append(
        Explanation.Line(
          Message(
            fr: "dernière étape faite : « \(last.id) »",
            en: "last step done: “\(last.id)”"
          ),
          at: last.range
        )
      )
    }
    if let day = done.lastContactOn.map({ Message($0) }) {
      lines.append(
        Explanation.Line(
          Message(fr: "dernière relance : \(day.fr)", en: "last reminder: \(day.en)")
        )
      )
    }
    return lines
  }

  /// Each step of the escalation with its days and why it is due or not.
  var steps: [Explanation.Line] {
    guard let escalation = decision.escalation else { return [] }
    let schedule = escalation.schedule
    let first = (schedule.done.last ?? -1) + 1
    let history = StepsDone.rows(of: decision.facts, in: schedule.playbook)
    var lines = (0..<first).map { position in
      let step = schedule.playbook.step(at: position)
      let rows = history.filter { $0.place == .step(position) }
      let sentOn = rows.map { $0.reminder.sentOn }.max().map { Message($0) }
      return Explanation.Line(
        Message(
          fr: "« \(step.id) » : \(sentOn.map { "faite le \($0.fr)" } ?? "passée")",
          en: "“\(step.id)”: \(sentOn.map { "done on \($0.en)" } ?? "passed")"
        ),
        at: step.range,
        .done
      )
    }
    for finding in escalation.findings {
      let step = schedule.playbook.step(at: finding.position)
      let (why, marker) = verdict(on: finding, in: escalation)
      let days = days(of: finding, in: schedule)
      lines.append(
        Explanation.Line(
          Message(
            fr: "« \(step.id) »\(days.fr) : \(why.fr)",
            en: "“\(step.id)”\(days.en): \(why.en)"
          ),
          at: step.range,
          marker
        )
      )
    }
    return lines
  }

  private func counted(
    _ place: StepsDone.Place,
    named id: String,
    in playbook: Playbook
  ) -> Message {
    switch place {
    case .step: return Message(verbatim: "")
    case .event: return Message(fr: ", événement", en: ", event")
    case .beforeFirst:
      return Message(
        fr: ", inconnue aujourd'hui, avant la première étape",
        en: ", unknown today, before the first step"
      )
    case .rank(let position):
      let step = playbook.step(at: position)
      return Message(
        fr: ", inconnue aujourd'hui, compte comme « \(step.id) » par son rang",
        en: ", unknown today, counts as “\(step.id)” by its rank"
      )
    }
  }

  /// The nominal day and the days to which it moves, each only where it differs.
  private func days(of finding: Escalation.Finding, in schedule: StepSchedule) -> Message {
    let timing = finding.timing
    var french = ""
    var english = ""
    if let nominal = timing.nominal {
      let day = Message(nominal)
      french += ", le \(day.fr)"
      english += ", on \(day.en)"
    }
    if let shifted = timing.shifted, shifted != timing.nominal {
      let day = Message(shifted)
      french += ", décalée au \(day.fr) (jour ouvré)"
      english += ", moved to \(day.en) (working day)"
    }
    if let effective = timing.effective, effective != timing.shifted {
      let day = Message(effective)
      let last = schedule.done.lastRowOn.map { Message($0) }
      french += ", possible le \(day.fr)\(last.map { " après la relance du \($0.fr)" } ?? "")"
      english += ", possible on \(day.en)\(last.map { " after the reminder of \($0.en)" } ?? "")"
    }
    return Message(fr: french, en: english)
  }

  private func verdict(
    on finding: Escalation.Finding,
    in escalation: Escalation
  ) -> (Message, Explanation.Marker) {
    let ladder = escalation.schedule.playbook.ladder
    switch finding.state {
    case .removed(let rule):
      let citation = playbook.map { reasons.citation(of: $0.scenario.rules[rule]) }
      return (Message(fr: "supprimée", en: "dropped").remarking(citation), .dropped)
    case .expired:
      return (
        Message(
          fr: "expirée, elle n'a de sens qu'avant l'échéance",
          en: "expired, it makes sense only before the due date"
        ), .dropped
      )
    case .conditionFails:
      let values = values(seenBy: ladder[finding.position].step.condition)
      return (
        Message(fr: "sa condition n'est pas remplie", en: "its condition does not hold")
          .remarking(values), .fails
      )
    case .withoutReminder:
      return (
        Message(fr: "attend une première relance", en: "waits for a first reminder"), .later
      )
    case .blocked(let position):
      let blocking = ladder[position].step.id
      return (Message(fr: "attend « \(blocking) »", en: "waits for “\(blocking)”"), .later)
    case .upcoming: return (Message(fr: "à venir", en: "still to come"), .later)
    case .candidate: return candidate(finding.position, in: escalation)
    }
  }

  private func candidate(
    _ position: Int,
    in escalation: Escalation
  ) -> (Message, Explanation.Marker) {
    let ladder = escalation.schedule.playbook.ladder
    guard let due = escalation.due, due != position else {
      if let event = decision.events.first(where: { $0.state == .due }) {
        return (
          Message(
            fr: "due, mais « \(event.step.id) » passe avant",
            en: "due, but “\(event.step.id)” goes first"
          ), .later
        )
      }
      return (Message(fr: "due", en: "due"), decision.dueStep == nil ? .held : .due)
    }
    return switch escalation.schedule.playbook.scenario.catchUp {
    case .progressive:
      (
        Message(
          fr: "viendra après « \(ladder[due].step.id) » (rattrapage progressif)",
          en: "will come after “\(ladder[due].step.id)” (progressive catch-up)"
        ), .later
      )
    case .direct:
      (
        Message(
          fr: "sautée pour « \(ladder[due].step.id) » (rattrapage direct)",
          en: "skipped for “\(ladder[due].step.id)” (direct catch-up)"
        ), .dropped
      )
    }
  }
}
