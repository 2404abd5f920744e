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
    var table = ActionTable(files: report.files, language: language)
    for action in report.plan.actions { table.append(action, on: report.plan.date) }
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
        .text(status.reason.text(in: report.files, language)),
      ])
    }
    return table.text
  }

  private var day: CSVTable.Cell { .text(report.plan.date.description) }
}
