import Diagnostics
import Planning
import Receivables

extension ComparisonFormat {
  /// For spreadsheets: a line per invoice that is treated differently; without a ledger, a line per
  /// difference of the texts.
  public static let csv = ComparisonFormat(
    name: "csv",
    write: { report, settings in
      report.plans.map { invoices(of: $0) } ?? rules(of: report, settings.language)
    }
  )

  private static func invoices(of plans: PlanComparison) -> String {
    var table = CSVTable(columns: [
      "invoice", "customer", "changes", "old_status", "new_status", "old", "new",
    ])
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
      ])
    }
    return table.text
  }

  private static func rules(of report: ComparisonReport, _ language: MessageLanguage) -> String {
    var table = CSVTable(columns: [
      "scenario", "matter", "subject", "old", "new", "reach", "witness",
    ])
    for change in report.rules {
      table.append([
        .text(change.scenario),
        .text(change.matter.rawValue),
        .text(change.subject),
        CSVTable.Cell(change.old),
        CSVTable.Cell(change.new),
        .text(change.reach.name),
        CSVTable.Cell(change.reach.witness?.text(in: language)),
      ])
    }
    return table.text
  }
}
