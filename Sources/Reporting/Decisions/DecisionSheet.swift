import Diagnostics
import Planning
import Receivables

/// The actions of a plan that wait for a person, as a file for a spreadsheet: one line for each, with
/// a first column to answer in.
///
/// `Decision.all` reads the file again.
public struct DecisionSheet {
  private let day: CalendarDate
  private let mode: ActionMode
  private let actions: [PlannedAction]

  /// The actions of a mode.
  public init(of plan: Plan, _ mode: ActionMode) {
    day = plan.date
    self.mode = mode
    actions = plan.actions.filter { $0.mode == mode }
  }

  /// Writes the file, for the spreadsheets of a language.
  public func write(
    files: SourceFiles,
    _ language: MessageLanguage,
    to output: TextOutput
  ) {
    var table = CSVTable(
      columns: DecisionColumn.allCases.map { $0.heading(mode).text(in: language) },
      layout: .spreadsheet(language),
      to: output
    )
    let page = TextPage(TextSettings(language: language), to: .nowhere)
    for action in actions {
      let reasons = action.reasons.map { page.text(of: $0, files: files) }
      table.append(
        DecisionColumn.allCases.map { column in
          cell(column, of: action, reasons: reasons.joined(separator: " ; "), language)
        }
      )
    }
  }

  private func cell(
    _ column: DecisionColumn,
    of action: PlannedAction,
    reasons: String,
    _ language: MessageLanguage
  ) -> CSVTable.Cell {
    switch column {
    case .answer: .empty
    case .customer: .text(action.customer)
    case .name: CSVTable.Cell(action.customerName)
    case .channel: .text(action.channel.rawValue)
    case .nature: .text(action.nature.rawValue)
    case .tone: .text(action.tone.rawValue)
    case .recipient: .text(action.recipient.rawValue)
    case .count: CSVTable.Cell(action.invoices.count)
    case .invoices: .text(action.listedInvoices)
    case .lateness: CSVTable.Cell(action.invoices.map(\.daysLate).max())
    case .total: .number(action.total(in: language))
    case .currency: .text(action.currency.code)
    case .scenario: .text(action.scenario)
    case .reasons: .text(reasons)
    case .message: .text(action.messageID(on: day))
    case .mark: .text(action.mark(on: day))
    }
  }
}

extension PlannedAction {
  /// A short checksum of all that a person agrees to: an action that has changed since has another.
  ///
  /// It begins with letters, so that no spreadsheet takes it for a number.
  public func mark(on day: CalendarDate) -> String {
    var parts = [
      messageID(on: day), customer, scenario, channel.rawValue, nature.rawValue, tone.rawValue,
      mode.rawValue, recipient.rawValue, template ?? "", currency.code, String(totalBalance),
      totalInterest.map { String($0) } ?? "", String(totalIndemnity),
      graceDays.map { String($0) } ?? "",
    ]
    parts += enclosures.map(\.rawValue)
    parts += copies.map(\.rawValue)
    for invoice in invoices {
      parts += [
        invoice.id, invoice.step, invoice.occurrence?.description ?? "", String(invoice.balance),
      ]
    }
    let text = parts.map { "\($0.utf8.count):\($0)" }.joined()
    return "v-" + SHA256(of: text).hexadecimal.prefix(16)
  }

  /// The first invoices of the action by number.
  fileprivate var listedInvoices: String {
    let shown = invoices.prefix(50).map(\.number).joined(separator: ", ")
    return invoices.count > 50 ? "\(shown), …" : shown
  }

  /// The total without groups and unit, as a spreadsheet reads a figure.
  fileprivate func total(in language: MessageLanguage) -> String {
    let digits = currency.minorUnitDigits
    var text = String(totalBalance.magnitude)
    if digits > 0 {
      let missing = digits + 1 - text.utf8.count
      if missing > 0 { text = String(repeating: "0", count: missing) + text }
      let mark =
        switch language {
        case .french: ","
        case .english: "."
        }
      text = "\(text.dropLast(digits))\(mark)\(text.suffix(digits))"
    }
    return totalBalance < 0 ? "-\(text)" : text
  }
}
