import Receivables
import Semantics

/// Where an invoice stands, without the words for it.
struct InvoiceStanding {
  /// The kind of its status.
  let kind: InvoiceStatus.Kind
  /// The step that is due or comes next.
  let step: PlaybookStep?
  /// The day of that step, where it is known.
  let nextOn: CalendarDate?

  private init(
    _ kind: InvoiceStatus.Kind,
    _ step: PlaybookStep? = nil,
    on nextOn: CalendarDate? = nil
  ) {
    self.kind = kind
    self.step = step
    self.nextOn = nextOn
  }

  /// Where an invoice stands, by its index among the decisions of its customer's day.
  init(of index: Int, in day: CustomerDay) {
    self.init(of: day.decisions[index], Delivery(of: index, in: day.dispatch))
  }

  /// Where an invoice stands by what was decided about it, and by what became of the step that was
  /// due, if one was.
  init(of decision: InvoiceDecision, _ delivery: Delivery?) {
    switch decision.disposition {
    case .paid: self.init(.paid)
    case .error: self.init(.error)
    case .uncovered: self.init(.uncovered)
    case .excluded: self.init(.excluded)
    case .onHold(_, let step): self.init(.suspended, step)
    case .suspended(_, let due): self.init(.suspended, due.entry)
    case .dayOff(let due, let nextOn): self.init(.deferred, due.entry, on: nextOn)
    case .due(let due):
      switch delivery {
      case .sent, .held(.sent), nil: self.init(.action, due.entry)
      case .held(.belowThreshold), .held(.capped): self.init(.deferred, due.entry)
      case .held(.overflow): self.init(.error)
      }
    case .completed: self.init(.completed)
    case .waiting(let step, let nextOn): self.init(.waiting, step, on: nextOn)
    }
  }
}

extension InvoiceStatus {
  /// The status of an invoice, by its index among the decisions of its customer's day.
  init(of index: Int, in day: CustomerDay, writer: ReasonWriter) {
    let decision = day.decisions[index]
    let standing = InvoiceStanding(of: index, in: day)
    self.init(
      invoice: decision.facts.id,
      customer: day.customer.account.customer.id,
      kind: standing.kind,
      scenario: decision.choice.index.map { writer.scenario($0).name },
      step: standing.step?.step.id,
      nextOn: standing.nextOn,
      reason: writer.reason(ofStatus: index, in: day)
    )
  }
}

extension ReasonWriter {
  /// Why an invoice stands where it does, by its index among the decisions of its customer's day.
  fileprivate func reason(ofStatus index: Int, in day: CustomerDay) -> Reason {
    let decision = day.decisions[index]
    switch decision.disposition {
    case .paid: return paid(decision.facts)
    case .error(let error): return reason(of: error, in: decision)
    case .uncovered: return uncovered
    case .excluded(let rule): return excluded(by: rule, decision)
    case .onHold(let hold, _): return onHold(hold)
    case .suspended(let rule, _): return suspended(by: rule, decision)
    case .dayOff(let due, let nextOn): return dayOff(day.customer.day, until: nextOn, due.step)
    case .due(let due):
      return reason(of: due.step, Delivery(of: index, in: day.dispatch), decision)
    case .completed: return completed(decision)
    case .waiting(let step, let nextOn): return waiting(for: step.step, on: nextOn, decision)
    }
  }

  private func reason(
    of step: Step,
    _ delivery: Delivery?,
    _ decision: InvoiceDecision
  ) -> Reason {
    switch delivery {
    case .sent, .held(.sent), nil: taken(step, decision)
    case .held(.belowThreshold(let total, let threshold)):
      belowThreshold(total, threshold, step, decision)
    case .held(.capped(let cap)): capped(cap, step, decision)
    case .held(.overflow): reason(of: .unknownFigure(.overflow, .total), in: decision)
    }
  }
}
