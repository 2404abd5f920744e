import Diagnostics
import Planning
import Receivables
import Storage

extension Console {
  /// Tells what was recorded of a plan.
  func tell(_ outcome: Recording, of recorded: [PlannedAction], in plan: Plan) {
    tell(outcome.message(messages: recorded.count, on: plan.date))
    for action in plan.companions(of: recorded) {
      let invoices = printable(action.invoices.map(\.id).joined(separator: ", "))
      let customer = printable(action.customerName ?? action.customer)
      tell(
        Message(
          fr: "attention : à faire aussi aujourd'hui, car l'étape compte maintenant comme faite : "
            + "\(action.channel.rawValue) à \(customer) (\(invoices))",
          en: "note: also to be done today, as the step now counts as done: "
            + "\(action.channel.rawValue) to \(customer) (\(invoices))"
        )
      )
    }
  }
}

extension Recording {
  /// What was recorded, in one sentence.
  fileprivate func message(messages: Int, on day: CalendarDate) -> Message {
    guard let run else {
      guard earlier > 0 else {
        return Message(fr: "rien à enregistrer", en: "nothing to record")
      }
      let french = Wording.counted(earlier, "relance", "relances")
      let english = Wording.counted(earlier, "reminder", "reminders")
      return Message(
        fr:
          "rien de plus à enregistrer : l'historique a déjà \(french) du \(day.frenchDescription)",
        en: "nothing more to record: the history already has \(english) of \(day)"
      )
    }
    return Message(
      fr: "enregistré : \(Wording.counted(reminders, "relance", "relances")) en "
        + "\(Wording.counted(messages, "action", "actions")) du \(day.frenchDescription) "
        + "(exécution \(run))",
      en: "recorded: \(Wording.counted(reminders, "reminder", "reminders")) in "
        + "\(Wording.counted(messages, "action", "actions")) of \(day) (run \(run))"
    )
  }
}

/// Numbers with their nouns.
enum Wording {
  /// A number and its noun, one or many.
  static func counted(_ count: Int, _ one: String, _ many: String) -> String {
    "\(count) \(count == 1 ? one : many)"
  }
}
