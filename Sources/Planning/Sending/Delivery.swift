import Semantics
import Syntax

/// What became of the step that was due for an invoice.
enum Delivery {
  /// It is in at least one action of the plan.
  case sent
  /// The message it would be in is held back.
  case held(OutgoingMessage.Outcome)

  /// What became of an invoice, by its index among the decisions; `nil` if nothing was due for it.
  ///
  /// An invoice of which one part goes out and another is held, such as an e-mail without its call,
  /// is in an action (R77).
  init?(of invoice: Int, in dispatch: Dispatch) {
    let messages = dispatch.messages(with: invoice)
    if messages.contains(where: { $0.isSent }) {
      self = .sent
    } else if let first = messages.first {
      self = .held(first.outcome)
    } else if let held = dispatch.held.first(where: { $0.invoice == invoice }) {
      self = .held(.capped(held.cap))
    } else {
      return nil
    }
  }
}
