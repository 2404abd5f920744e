import Receivables
import Semantics

extension InvoiceStatus {
  /// Kind, reason and step of a status.
  private struct Finding {
    let kind: Kind
    let reason: Reason
    var step: Step?
    var nextOn: CalendarDate?

    init(_ kind: Kind, _ reason: Reason, _ step: Step? = nil, on nextOn: CalendarDate? = nil) {
      self.kind = kind
      self.reason = reason
      self.step = step
      self.nextOn = nextOn
    }
  }

  /// The status of an invoice, by its index among the decisions of its customer's day.
  init(of index: Int, in day: CustomerDay, writer: ReasonWriter) {
    let decision = day.decisions[index]
    let finding = InvoiceStatus.finding(on: index, in: day, writer)
    self.init(
      invoice: decision.facts.invoice.id,
      customer: day.customer.customer.id,
      kind: finding.kind,
      scenario: decision.choice.index.map { writer.scenario($0).name },
      step: finding.step?.id,
      nextOn: finding.nextOn,
      reason: finding.reason
    )
  }

  private static func finding(
    on index: Int,
    in day: CustomerDay,
    _ writer: ReasonWriter
  ) -> Finding {
    let decision = day.decisions[index]
    switch decision.disposition {
    case .paid:
      return Finding(.paid, writer.paid(decision.facts))
    case .error(let error):
      return Finding(.error, writer.reason(of: error, in: decision))
    case .uncovered:
      return Finding(.uncovered, writer.uncovered)
    case .excluded(let rule):
      return Finding(.excluded, writer.excluded(by: rule, decision))
    case .onHold(let hold, let step):
      return Finding(.suspended, writer.onHold(hold), step)
    case .suspended(let rule, let due):
      return Finding(.suspended, writer.suspended(by: rule, decision), due.step)
    case .dayOff(let due):
      let nextOn = writer.nextWorkingDay(after: day.customer.day, decision)
      let reason = writer.dayOff(day.customer.day, until: nextOn, due.step)
      return Finding(.deferred, reason, due.step, on: nextOn)
    case .due(let due):
      return finding(on: due.step, Delivery(of: index, in: day.dispatch), decision, writer)
    case .completed:
      return Finding(.completed, writer.completed(decision))
    case .waiting(let step, let nextOn):
      return Finding(.waiting, writer.waiting(for: step, on: nextOn, decision), step, on: nextOn)
    }
  }

  private static func finding(
    on step: Step,
    _ delivery: Delivery?,
    _ decision: InvoiceDecision,
    _ writer: ReasonWriter
  ) -> Finding {
    switch delivery {
    case .sent, .held(.sent), nil:
      return Finding(.action, writer.taken(step, decision), step)
    case .held(.belowThreshold(let total, let threshold)):
      return Finding(
        .deferred,
        writer.belowThreshold(total, threshold, step, decision),
        step
      )
    case .held(.capped(let cap)):
      return Finding(.deferred, writer.capped(cap, step, decision), step)
    case .held(.overflow):
      let error = PlanningError.unknownFigure(.overflow, .total)
      return Finding(.error, writer.reason(of: error, in: decision))
    }
  }
}
