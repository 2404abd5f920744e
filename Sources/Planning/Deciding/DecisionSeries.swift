import Receivables

/// Decides about one invoice after the other, on one thread: what conditions need room for is made
/// once for all of them.
final class DecisionSeries {
  /// Decides about each of them.
  let decider: Decider

  private let context: EvaluationContext

  /// A series of decisions.
  init(by decider: Decider) {
    self.decider = decider
    context = EvaluationContext(decider)
  }

  /// The decision about an invoice that exists on the day and is no credit note.
  func decision(about subject: InvoiceSubject) -> InvoiceDecision {
    decider.decision(about: subject, by: evaluator(of: subject))
  }

  /// Answers questions about an invoice, up to the next one.
  func evaluator(of subject: InvoiceSubject) -> Evaluator {
    Evaluator(subject, in: context)
  }
}
