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
    write: { report, settings, output in
      let plan = PlanCSV(report: report, language: settings.language)
      switch report.statuses {
      case .counted: plan.writeActions(to: output)
      case .listed: plan.writeStatuses(to: output)
      }
    }
  )
}

private struct PlanCSV {
  let report: PlanReport
  let language: MessageLanguage

  func writeActions(to output: TextOutput) {
    var table = ActionTable(files: report.files, language: language, to: output)
    for action in report.plan.actions { table.append(action, on: report.plan.date) }
  }

  func writeStatuses(to output: TextOutput) {
    var table = CSVTable(
      columns: [
        "date", "invoice", "customer", "status", "scenario", "step", "next_on", "reason",
      ],
      to: output
    )
    for status in report.plan.statuses {
      table.add(.date(report.plan.date))
      table.add(.text(status.invoice))
      table.add(.text(status.customer))
      table.add(.text(status.kind.rawValue))
      table.add(CSVTable.Cell(status.scenario))
      table.add(CSVTable.Cell(status.step))
      table.add(CSVTable.Cell(status.nextOn))
      table.addText { $0.append(status.reason, in: report.files, language) }
      table.endLine()
    }
  }
}
