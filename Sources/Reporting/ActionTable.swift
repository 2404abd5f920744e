import Diagnostics
import Planning
import Receivables

/// Actions as comma-separated values, one line per invoice of each: a plan, or a journal of many
/// days.
struct ActionTable {
  private let files: SourceFiles
  private let language: MessageLanguage
  private var table: CSVTable

  /// An empty table; reasons name the places of the files.
  init(files: SourceFiles, language: MessageLanguage, to output: TextOutput) {
    self.files = files
    self.language = language
    table = CSVTable(
      columns: [
        "date", "customer", "scenario", "channel", "nature", "tone", "mode", "recipient",
        "template", "currency", "with", "delay_days", "total_balance", "total_interest",
        "total_indemnity", "invoice", "step", "due_on", "days_late", "balance", "interest",
        "indemnity", "reasons",
      ],
      to: output
    )
  }

  /// Adds an action of a day.
  mutating func append(_ action: PlannedAction, on day: CalendarDate) {
    for invoice in action.invoices {
      add(action, on: day)
      add(invoice)
      table.addText { $0.append(action.reasons, in: files, language) }
      table.endLine()
    }
  }

  private mutating func add(_ action: PlannedAction, on day: CalendarDate) {
    table.add(.date(day))
    table.add(.text(action.customer))
    table.add(.text(action.scenario))
    table.add(.text(action.channel.rawValue))
    table.add(.text(action.nature.rawValue))
    table.add(.text(action.tone.rawValue))
    table.add(.text(action.mode.rawValue))
    table.add(.text(action.recipient.rawValue))
    table.add(CSVTable.Cell(action.template))
    table.add(.text(action.currency.code))
    table.addText { $0.append(list: action.enclosures) { $0.append($1.rawValue) } }
    table.add(CSVTable.Cell(action.graceDays))
    table.add(.integer(action.totalBalance))
    table.add(CSVTable.Cell(action.totalInterest))
    table.add(.integer(action.totalIndemnity))
  }

  private mutating func add(_ invoice: PlannedInvoice) {
    table.add(.text(invoice.id))
    table.add(.text(invoice.step))
    table.add(.date(invoice.dueOn))
    table.add(CSVTable.Cell(invoice.daysLate))
    table.add(.integer(invoice.balance))
    table.add(CSVTable.Cell(invoice.interest))
    table.add(.integer(invoice.indemnity))
  }
}

extension [UInt8] {
  /// Adds the items of a cell that lists some.
  mutating func append<Item>(list items: [Item], _ write: (inout Self, Item) -> Void) {
    for (position, item) in items.enumerated() {
      if position > 0 { append(" ; ") }
      write(&self, item)
    }
  }

  /// Adds reasons.
  fileprivate mutating func append(
    _ reasons: [Reason],
    in files: SourceFiles,
    _ language: MessageLanguage
  ) {
    append(list: reasons) { $0.append($1, in: files, language) }
  }

  /// Adds a reason with file and line, where it has a place.
  mutating func append(_ reason: Reason, in files: SourceFiles, _ language: MessageLanguage) {
    append(reason.message.text(in: language))
    guard let place = reason.range.flatMap({ files.place(of: $0) }) else { return }
    append(" (")
    append(place.file)
    append(":")
    append(Int64(place.line))
    append(")")
  }
}
