import Diagnostics
import Receivables
import Syntax

@testable import Planning
@testable import Reporting

/// The scenario file that the samples' reasons point into.
let sampleFiles = SourceFiles([
  SourceText(
    name: "scenarios/standard.relance",
    bytes: Array("J+7 email doux\nJ+21 courrier ferme\nsi risque = élevé alors manuel\n".utf8)
  )
])

/// The start of a line of the sample file.
func place(line: Int) -> SourceRange {
  let start = sampleFiles.texts[0].lines.starts[line - 1]
  return SourceRange(file: 0, lower: start, upper: start + 1)
}

/// A day written in ISO form; the first of all days if it is none.
func day(_ iso: String) -> CalendarDate { CalendarDate(isoBytes: iso.utf8) ?? .earliest }

/// The contract's own example: one letter about one invoice, to be sent by hand.
func contractAction() -> PlannedAction {
  var action = PlannedAction.sample("C1", .letter, .reminder, .firm, .manual)
  action.enclosures = [.penalties]
  action.totalInterest = 1_233
  action.totalIndemnity = 4_000
  action.invoices = [
    PlannedInvoice(
      id: "F1",
      number: "F1",
      step: "J+21 relance courrier",
      rank: 105,
      occurrence: nil,
      dueOn: day("2026-01-10"),
      daysLate: 23,
      balance: 100_000,
      interest: 1_233,
      missingRate: nil,
      indemnity: 4_000
    )
  ]
  action.totalBalance = 100_000
  action.reasons = [
    Reason(
      Message(fr: "si risque = élevé alors manuel", en: "si risque = élevé alors manuel"),
      at: place(line: 3)
    )
  ]
  return action
}

extension PlannedAction {
  /// An action in euros of the scenario Standard B2B, without invoices yet.
  static func sample(
    _ customer: String,
    name: String? = nil,
    _ channel: Channel,
    _ nature: Nature,
    _ tone: Tone,
    _ mode: ActionMode
  ) -> PlannedAction {
    PlannedAction(
      customer: customer,
      customerName: name,
      scenario: "Standard B2B",
      channel: channel,
      nature: nature,
      tone: tone,
      mode: mode,
      recipient: .principal,
      copies: [],
      notifications: [],
      template: nil,
      currency: .euro,
      enclosures: [],
      graceDays: nil,
      event: nil,
      totalBalance: 0,
      totalInterest: 0,
      totalIndemnity: 0,
      invoices: [],
      leadingInvoice: "",
      reasons: []
    )
  }

  /// The action about one more invoice.
  func about(
    _ id: String,
    due: String,
    late: Int,
    _ balance: Int64,
    step: String
  ) -> PlannedAction {
    var action = self
    action.invoices.append(
      PlannedInvoice(
        id: id,
        number: id,
        step: step,
        rank: 0,
        occurrence: nil,
        dueOn: day(due),
        daysLate: late,
        balance: balance,
        interest: 0,
        missingRate: nil,
        indemnity: 0
      )
    )
    action.totalBalance += balance
    return action
  }

  /// The action with one more reason, at a line of the sample file.
  func because(_ text: String, line: Int? = nil) -> PlannedAction {
    var action = self
    action.reasons.append(Reason(Message(verbatim: text), at: line.map(place)))
    return action
  }

  /// The action changed.
  func with(_ change: (inout PlannedAction) -> Void) -> PlannedAction {
    var action = self
    change(&action)
    return action
  }
}

/// A status of an invoice of customer C1 in the scenario Standard B2B.
func status(
  _ invoice: String,
  _ kind: InvoiceStatus.Kind,
  step: String? = nil,
  on nextOn: String? = nil,
  _ reason: String,
  line: Int? = nil,
  customer: String = "C1"
) -> InvoiceStatus {
  InvoiceStatus(
    invoice: invoice,
    customer: customer,
    kind: kind,
    scenario: "Standard B2B",
    step: step,
    nextOn: nextOn.map(day),
    reason: Reason(Message(verbatim: reason), at: line.map(place))
  )
}

/// The text with plain spaces where French asks for those that break no line.
func spaced(_ text: String) -> String {
  String(text.map { $0 == "\u{A0}" || $0 == "\u{202F}" ? " " : $0 })
}

/// A plan of Monday 2 February 2026 as a form writes it.
func write(
  _ format: PlanFormat,
  _ actions: [PlannedAction],
  _ statuses: [InvoiceStatus] = [],
  listing: PlanReport.Statuses = .counted,
  settings: TextSettings = TextSettings()
) -> String {
  let plan = Plan(date: day("2026-02-02"), actions: actions, statuses: statuses)
  return TextOutput.text { output in
    format.write(PlanReport(plan, files: sampleFiles, statuses: listing), settings, output)
  }
}
