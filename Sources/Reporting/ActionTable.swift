import Diagnostics
import Planning
import Receivables

/// Actions as comma-separated values, one line per invoice of each: a plan, or a journal of many
/// days.
struct ActionTable {
  private let files: SourceFiles
  private let language: MessageLanguage
  private var table = CSVTable(columns: [
    "date", "customer", "scenario", "channel", "nature", "tone", "mode", "recipient", "template",
    "currency", "with", "delay_days", "total_balance", "total_interest", "total_indemnity",
    "invoice", "step", "due_on", "days_late", "balance", "interest", "indemnity", "reasons",
  ])

  /// An empty table; reasons name the places of the files.
  init(files: SourceFiles, language: MessageLanguage) {
    self.files = files
    self.language = language
  }

  /// The table so far.
  var text: String { table.text }

  /// Adds an action of a day.
  mutating func append(_ action: PlannedAction, on day: CalendarDate) {
    let first = cells(of: action, on: day)
    let reasons = action.reasons.map { $0.text(in: files, language) }
    let last = CSVTable.Cell.text(reasons.joined(separator: " ; "))
    for invoice in action.invoices { table.append(first + cells(of: invoice) + [last]) }
  }

  private func cells(of action: PlannedAction, on day: CalendarDate) -> [CSVTable.Cell] {
    [
      .text(day.description),
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
}

extension Reason {
  /// The reason with file and line, where it has a place.
  func text(in files: SourceFiles, _ language: MessageLanguage) -> String {
    let text = message.text(in: language)
    guard let place = range.flatMap({ files.place(of: $0) }) else { return text }
    return "\(text) (\(place.file):\(place.line))"
  }
}
