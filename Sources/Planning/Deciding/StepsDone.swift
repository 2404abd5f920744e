import Receivables
import Semantics

/// How far an invoice has come, as its history says.
///
/// Every row is mapped to a step of today's scenario, so that editing a scenario never restarts an
/// escalation (R66).
struct StepsDone {
  /// What a row of history counts as.
  enum Place: Hashable {
    /// A position of the ladder whose step has the same id.
    case step(Int)
    /// No step has the id any more: the last position whose rank is not above the row's.
    case rank(Int)
    /// No step has the id, and all have a higher rank.
    case beforeFirst
    /// The answer to an event, which moves nothing.
    case event
  }

  /// The furthest position done.
  private(set) var last: Int?
  /// The latest day of a row, thanks not counted: from it `espacement` runs (R67).
  private(set) var lastContactOn: CalendarDate?
  /// The latest day of any row: nothing more is due on it (R69).
  private(set) var lastRowOn: CalendarDate?

  /// The rows of an invoice up to its day, by day, with what each counts as.
  static func rows(
    of facts: InvoiceFacts,
    in playbook: Playbook
  ) -> [(reminder: Reminder, place: Place)] {
    facts.history.filter { $0.sentOn <= facts.day }.map { reminder in
      (
        reminder,
        place(of: reminder.step, reminder.rank, reminder.occurrence, in: playbook)
      )
    }
  }

  /// Nothing done yet.
  init() {}

  /// Reads the history of an invoice up to its day.
  init(_ facts: borrowing InvoiceFacts, in playbook: borrowing Playbook) {
    let reminders = facts.history
    // A reminder is not copied out of the list, as its texts would be counted one by one.
    for index in reminders.indices where reminders[index].sentOn <= facts.day {
      let place = StepsDone.place(
        of: reminders[index].step,
        reminders[index].rank,
        reminders[index].occurrence,
        in: playbook
      )
      switch place {
      case .step(let position), .rank(let position): last = max(last ?? position, position)
      case .beforeFirst, .event: break
      }
      let sentOn = reminders[index].sentOn
      lastRowOn = max(lastRowOn ?? sentOn, sentOn)
      if !reminders[index].isThanks { lastContactOn = max(lastContactOn ?? sentOn, sentOn) }
    }
  }

  private static func place(
    of step: String,
    _ rank: Int,
    _ occurrence: CalendarDate?,
    in playbook: Playbook
  ) -> Place {
    guard occurrence == nil else { return .event }
    switch playbook.place(ofStep: step) {
    case .ladder(let position): return .step(position)
    case .event: return .event
    case nil: break
    }
    guard let position = playbook.lastPosition(upToRank: rank) else {
      return .beforeFirst
    }
    return .rank(position)
  }
}
