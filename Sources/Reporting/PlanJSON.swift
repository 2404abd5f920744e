import Diagnostics
import Planning
import Receivables

extension PlanFormat {
  /// For programs: keys in a promised order, laid out so that two plans can be compared line by
  /// line.
  public static let json = PlanFormat(
    name: "json",
    summary: Message(fr: "pour les programmes", en: "for programs"),
    write: { report, settings, output in
      PlanJSON(report: report, language: settings.language).document.write(to: output)
    }
  )
}

private struct PlanJSON {
  let report: PlanReport
  let language: MessageLanguage

  var document: JSONValue {
    var plan: JSONObject = [
      "date": .string(report.plan.date.description),
      "actions": .rows(report.plan.actions, action),
    ]
    switch report.statuses {
    case .counted: break
    case .listed:
      plan.append("statuses", .rows(report.plan.statuses, status))
    }
    var counts: JSONObject = [:]
    for (kind, count) in report.plan.statusCounts { counts.append(kind.rawValue, JSONValue(count)) }
    plan.append("counts", .object(counts, .oneLine))
    return .object(plan, .linePerItem)
  }

  private func action(_ action: PlannedAction) -> JSONValue {
    .object(
      [
        "customer": .string(action.customer),
        "scenario": .string(action.scenario),
        "channel": .string(action.channel.rawValue),
        "nature": .string(action.nature.rawValue),
        "tone": .string(action.tone.rawValue),
        "mode": .string(action.mode.rawValue),
        "recipient": .string(action.recipient.rawValue),
        "template": JSONValue(action.template),
        "currency": .string(action.currency.code),
        "with": words(action.enclosures),
        "delay_days": JSONValue(action.graceDays),
        "total_balance": .integer(action.totalBalance),
        "total_interest": JSONValue(action.totalInterest),
        "total_indemnity": .integer(action.totalIndemnity),
        "invoices": .array(action.invoices.map(invoice), .linePerItem),
        "reasons": .array(action.reasons.map(reason), .linePerItem),
        "customer_name": JSONValue(action.customerName),
        "copies": words(action.copies),
        "notifications": words(action.notifications),
      ],
      .linePerItem
    )
  }

  private func words(_ words: [some RawRepresentable<String>]) -> JSONValue {
    .array(words.map { .string($0.rawValue) }, .oneLine)
  }

  private func invoice(_ invoice: PlannedInvoice) -> JSONValue {
    .object(
      [
        "id": .string(invoice.id),
        "step": .string(invoice.step),
        "due_on": .string(invoice.dueOn.description),
        "days_late": JSONValue(invoice.daysLate),
        "balance": .integer(invoice.balance),
        "interest": JSONValue(invoice.interest),
        "indemnity": .integer(invoice.indemnity),
        "number": .string(invoice.number),
      ],
      .oneLine
    )
  }

  private func reason(_ reason: Reason) -> JSONValue {
    .object(["text": text(of: reason)] + place(of: reason), .oneLine)
  }

  private func status(_ status: InvoiceStatus) -> JSONValue {
    .object(
      [
        "invoice": .string(status.invoice),
        "customer": .string(status.customer),
        "status": .string(status.kind.rawValue),
        "scenario": JSONValue(status.scenario),
        "step": JSONValue(status.step),
        "next_on": JSONValue(status.nextOn?.description),
        "reason": text(of: status.reason),
      ] + place(of: status.reason),
      .oneLine
    )
  }

  private func text(of reason: Reason) -> JSONValue {
    .string(reason.message.text(in: language))
  }

  private func place(of reason: Reason) -> JSONObject {
    let place = reason.range.flatMap { report.files.place(of: $0) }
    return ["file": JSONValue(place?.file), "line": JSONValue(place?.line)]
  }
}
