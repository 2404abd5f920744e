import Diagnostics
import Planning
import Receivables

extension ComparisonFormat {
  /// For spreadsheets: a line per invoice that is treated differently; without a ledger, a line per
  /// difference of the texts.
  public static let csv = ComparisonFormat(
    name: "csv",
    write: { report, settings, output in
      if let plans = report.plans {
        writeInvoices(of: plans, to: output)
      } else {
        writeRules(of: report, settings.language, to: output)
      }
    }
  )

  private static func writeInvoices(of plans: PlanComparison, to output: TextOutput) {
    var table = CSVTable(
      columns: [
        "invoice", "customer", "changes", "old_status", "new_status", "old", "new", "old_next_on",
        "new_next_on", "old_step", "new_step",
      ],
      to: output
    )
    func text(_ treatments: [Treatment]) -> String {
      treatments.map { "\($0.date) \($0.words)" }.joined(separator: " ; ")
    }
    for change in plans.changes {
      table.append([
        .text(change.invoice),
        .text(change.customer),
        .text(change.kinds.map(\.rawValue).joined(separator: " ; ")),
        CSVTable.Cell(change.oldStatus?.rawValue),
        CSVTable.Cell(change.newStatus?.rawValue),
        .text(text(change.old)),
        .text(text(change.new)),
        CSVTable.Cell(change.oldNextOn?.description),
        CSVTable.Cell(change.newNextOn?.description),
        CSVTable.Cell(change.oldStep),
        CSVTable.Cell(change.newStep),
      ])
    }
  }

  private static func writeRules(
    of report: ComparisonReport,
    _ language: MessageLanguage,
    to output: TextOutput
  ) {
    var table = CSVTable(
      columns: ["scenario", "matter", "subject", "old", "new", "reach", "witness"],
      to: output
    )
    for change in report.rules {
      table.append([
        CSVTable.Cell(change.scenario),
        .text(change.matter.rawValue),
        .text(change.subject),
        CSVTable.Cell(change.old),
        CSVTable.Cell(change.new),
        .text(change.reach.name),
        CSVTable.Cell(change.reach.witness?.text(in: language)),
      ])
    }
  }
}
