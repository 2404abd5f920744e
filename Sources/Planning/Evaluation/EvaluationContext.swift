import Receivables
import Semantics

/// What evaluators on one thread share, and remember: of an invoice the answers that are asked for
/// again, and beyond it what is the same for many.
///
/// It holds on to no invoice, whose account a simulation changes in place.
final class EvaluationContext {
  /// By whose scenarios and rates conditions are answered.
  let decider: Decider
  /// The code of the conditions.
  let code: ConditionCode
  /// Within a template, the message that it writes.
  let message: MessageFacts?
  /// The verdicts on the conditions that `soit` names, as far as they were asked for.
  var verdicts: [Verdict?]
  /// The values that `soit` names, as far as they were asked for.
  private(set) var values: [ValueOutcome?]
  /// The amounts of the code in the currency of the invoice.
  private(set) var amounts: [FieldFigure] = []

  private var isAnyValueKnown = false
  private var currency: Currency?
  /// The days on which the amounts in other currencies hold.
  private var period: ClosedRange<CalendarDate> = .latest ... .latest
  private var converted: [Quotation: [FieldFigure]] = [:]
  /// What the rules of a playbook come to with such verdicts: few of those that are possible occur.
  private var findings: [RuleFindings] = []
  /// The playbooks and verdicts of these findings.
  private var keys: [(playbook: ObjectIdentifier, bits: UInt64)] = []

  /// How many findings are remembered: looking through more costs what it saves.
  private static let mostFindings = 32

  /// The context of conditions; within a template, of a message.
  init(_ decider: Decider, message: MessageFacts? = nil) {
    self.decider = decider
    self.message = message
    code = decider.shelf.code
    verdicts = Array(repeating: nil, count: decider.scenarios.definitions.count)
    values = Array(repeating: nil, count: decider.scenarios.definitions.count)
  }

  /// Forgets an invoice for another, or another day.
  func turn(to subject: borrowing InvoiceSubject) {
    for index in verdicts.indices { verdicts[index] = nil }
    if isAnyValueKnown {
      for index in values.indices { values[index] = nil }
      isAnyValueKnown = false
    }
    let (currency, day) = (subject.facts.currency, subject.facts.day)
    let isSamePeriod = period.contains(day)
    if currency == self.currency, isSamePeriod { return }
    if !isSamePeriod { period = decider.exchangeRates.period(around: day) }
    self.currency = currency
    amounts = amounts(in: Quotation(currency: currency, since: period.lowerBound), on: day)
  }

  /// Remembers a value that `soit` names.
  func remember(_ value: ValueOutcome, ofDefinition index: Int) {
    values[index] = value
    isAnyValueKnown = true
  }

  /// What the rules of a playbook come to with verdicts.
  func findings(of playbook: Playbook, _ verdicts: VerdictList) -> RuleFindings {
    guard let bits = verdicts.bits else { return RuleFindings(playbook, verdicts) }
    let key = (ObjectIdentifier(playbook), bits)
    for place in keys.indices where keys[place] == key { return findings[place] }
    let new = RuleFindings(playbook, verdicts)
    if findings.count < EvaluationContext.mostFindings {
      keys.append(key)
      findings.append(new)
    }
    return new
  }

  private func amounts(in quotation: Quotation, on day: CalendarDate) -> [FieldFigure] {
    if let known = converted[quotation] { return known }
    let amounts = code.amounts.map { amount in
      FieldFigure(decider.exchangeRates.converting(amount, to: quotation.currency, on: day))
    }
    if converted.count * (amounts.count + 1) > EvaluationContext.mostConverted {
      converted.removeAll()
    }
    converted[quotation] = amounts
    return amounts
  }

  /// A currency and the day since which its rates hold.
  private struct Quotation: Hashable {
    let currency: Currency
    let since: CalendarDate
  }

  /// How many converted amounts are remembered: those of a year of daily rates, at 16 bytes each.
  private static let mostConverted = 1 << 20
}
