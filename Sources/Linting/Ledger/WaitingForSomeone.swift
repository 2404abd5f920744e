import Diagnostics
import Planning
import Receivables
import Semantics

extension LedgerCheck {
  /// How many days an action may wait for a person: whole weeks, so that both plans are of one
  /// weekday.
  private static let patience = 14

  /// SEQ306 with a ledger: calls and tasks that nobody marks done, which in `rattrapage
  /// progressif` hold back what follows (R98).
  ///
  /// An action waits so long if the plan of that many days ago had it too.
  static let waitingForSomeone = LedgerCheck { subject in
    let today = subject.plan.actions.filter { $0.isLeftToPerson }
    guard !today.isEmpty else { return [] }
    let then = subject.plan(on: subject.day.adding(days: -patience))
    let before = Set(
      then.actions.filter { $0.isLeftToPerson }.flatMap { action in
        action.invoices.map { StandingStep(invoice: $0.id, step: $0.step) }
      }
    )
    var waiting: [SourceRange: [String]] = [:]
    for action in today {
      for invoice in action.invoices {
        let standing = StandingStep(invoice: invoice.id, step: invoice.step)
        let step = subject.scenario(named: action.scenario)?.steps.first { $0.id == invoice.step }
        guard let step, before.contains(standing) else { continue }
        if waiting[step.range, default: []].contains(invoice.id) { continue }
        waiting[step.range, default: []].append(invoice.id)
      }
    }
    return waiting.map { range, invoices in
      let number = count(invoices.count, "facture", "invoice")
      let names = listed(invoices)
      return Lint.longGap.finding(
        at: range,
        Message(
          fr: "cette étape attend une personne depuis plus de \(patience) jours pour \(number.fr) :"
            + " \(names.fr)",
          en: "this step has been waiting for a person for more than \(patience) days for"
            + " \(number.en): \(names.en)"
        ),
        help: Message(
          fr: "la faire, puis la noter : `relance done`, ou `relance record` pour une validation",
          en: "do it, then note it: `relance done`, or `relance record` for an approval"
        )
      )
    }
  }
}

extension PlannedAction {
  /// Whether the program does not do it by itself, day after day until somebody does.
  fileprivate var isLeftToPerson: Bool { mode != .automatic && event == nil }
}

/// A step of an invoice that is due.
private struct StandingStep: Hashable {
  let invoice: String
  let step: String
}
