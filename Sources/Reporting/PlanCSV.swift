import Diagnostics
import Planning
import Receivables

extension PlanFormat {
  /// For spreadsheets: one line per invoice of an action; with the statuses listed, one line per
  /// invoice and its status instead, as a file of comma-separated values holds one table.
  public static let csv = PlanFormat(
    name: "csv",
    summary: Message(
      fr: "pour un tableur : une ligne par facture à relancer, ou par statut avec --statuses",
      en: "for a spreadsheet: a line per invoice to remind, or per status with --statuses"
    ),
    write: { report, settings in
      let writer = PlanCSV(report: report, language: settings.language)
      return switch report.statuses {
      case .counted: writer.actions
      case .listed: writer.statuses
      }
    }
  )
}

private struct PlanCSV {
  let report: PlanReport
  let language: MessageLanguage

  var actions: String {
    var table = CSVTable(columns: [
      "date", "customer", "scenario", "channel", "nature", "tone", "mode", "recipient", "template",
      "currency", "with", "delay_days", "total_balance", "total_interest", "total_indemnity",
      "invoice", "step", "due_on", "days_late", "balance", "interest", "indemnity", "reasons",
    ])
    for action in report.plan.actions {
      let first = cells(of: action)
      let last = CSVTable.Cell.text(action.reasons.map(text).joined(separator: " ; "))
      for invoice in action.invoices { table.append(first + cells(of: invoice) + [last]) }
    }
    return table.text
  }

  var statuses: String {
    var table = CSVTable(columns: [
      "date", "invoice", "customer", "status", "scenario", "step", "next_on", "reason",
    ])
    for status in report.plan.statuses {
      table.append([
        day,
        .text(status.invoice),
        .text(status.customer),
        .text(status.kind.rawValue),
        CSVTable.Cell(status.scenario),
        CSVTable.Cell(status.step),
        CSVTable.Cell(status.nextOn?.description),
        .text(text(of: status.reason)),
      ])
    }
    return table.text
  }

  private var day: CSVTable.Cell { .text(report.plan.date.description) }

  private func cells(of action: PlannedAction) -> [CSVTable.Cell] {
    [
      day,
      .text(action.customer),
      .text(action.scenario),
      .text(action.channel.rawValue),
      .text(action.nature.rawValue),
      .text(action.tone.rawValue),
      .text(action.mode.rawValue),
      .text(action.recipient.rawValue),
      CSVTable.Cell(action.template),
      .text(action.currency.code),
      .text(action.enclosures.map(\.rawValue).joined(separator: " ; ")),
      CSVTable.Cell(action.graceDays),
      .integer(action.totalBalance),
      CSVTable.Cell(action.totalInterest),
      .integer(action.totalIndemnity),
    ]
  }

  private func cells(of invoice: PlannedInvoice) -> [CSVTable.Cell] {
    [
      .text(invoice.id),
      .text(invoice.step),
      .text(invoice.dueOn.description),
      CSVTable.Cell(invoice.daysLate),
      .integer(invoice.balance),
      CSVTable.Cell(invoice.interest),
      .integer(invoice.indemnity),
    ]
  }

  private func text(of reason: Reason) -> String {
    let text = reason.message.text(in: language)
    guard let place = reason.range.flatMap({ report.files.place(of: $0) }) else { return text }
    return "\(text) (\(place.file):\(place.line))"
  }
}
