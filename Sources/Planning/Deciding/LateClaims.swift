import Receivables
import Semantics

/// What the law adds to an overdue invoice: interest and the fixed recovery sum.
///
/// Both are shown as information; they never change the balance.
struct LateClaims {
  /// The interest in minor units of the invoice's currency; absent where a rate is missing.
  let interest: Int64?
  /// The rate that is missing.
  let missingRate: MissingRate?
  /// The fixed recovery sum in euro cents, whatever the invoice's currency (R88).
  let indemnity: Int64

  /// Nothing.
  static let none = LateClaims(interest: 0, missingRate: nil, indemnity: 0)

  private init(interest: Int64?, missingRate: MissingRate?, indemnity: Int64) {
    self.interest = interest
    self.missingRate = missingRate
    self.indemnity = indemnity
  }

  /// The claims on an invoice; `nil` if the interest exceeds what an amount can hold.
  ///
  /// Nothing is due before the due date has passed, on a settled invoice, or from a consumer (Code
  /// de commerce L441-10 and D441-5 concern professionals). Proceedings opened over the customer
  /// rule the recovery sum out for the debts before them (R101).
  static func of(
    _ subject: InvoiceSubject,
    by playbook: Playbook,
    rates: InterestRates
  ) -> LateClaims? {
    let facts = subject.facts
    guard facts.isOverdue, !subject.customer.account.customer.isConsumer else {
      return LateClaims.none
    }
    let indemnity = subject.isInsolvent ? 0 : playbook.scenario.indemnity
    let outcome = LateInterest.accrued(
      on: facts.invoice.amount,
      due: facts.dueOn,
      through: facts.day,
      payments: facts.payments,
      rule: playbook.scenario.penalties,
      rates: rates
    )
    switch outcome {
    case .amount(let interest):
      return LateClaims(interest: interest, missingRate: nil, indemnity: indemnity)
    case .missingRate(let reference, let halfYear):
      let missing = MissingRate(reference, halfYear)
      return LateClaims(interest: nil, missingRate: missing, indemnity: indemnity)
    case .overflow: return nil
    }
  }
}
