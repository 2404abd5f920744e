/// Decides about one invoice after the other, on one thread: what conditions need room for is made
/// once for all of them.
final class DecisionSeries {
  /// Decides about each of them.
  let decider: Decider

  private var evaluator: Evaluator?

  /// A series of decisions.
  init(by decider: Decider) {
    self.decider = decider
  }

  /// The decision about an invoice that exists on the day and is no credit note.
  func decision(about subject: InvoiceSubject) -> InvoiceDecision {
    if let evaluator {
      evaluator.turn(to: subject)
      return decider.decision(about: subject, by: evaluator)
    }
    let evaluator = Evaluator(decider, subject: subject)
    self.evaluator = evaluator
    return decider.decision(about: subject, by: evaluator)
  }
}
