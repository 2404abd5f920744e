import Diagnostics
import Planning
import Receivables

/// The columns of the invoices in a plan: number, due date, days late, step, amount.
struct ActionColumns {
  let gap = 2
  let number: Int
  let date = 10
  let late: Int
  let step: Int
  let amount: Int

  private let indent = 6

  init(of actions: [PlannedAction], on page: TextPage) {
    var number = cellWidth(page.say(Heads.number))
    var late = cellWidth(page.say(Heads.late))
    var amount = cellWidth(page.say(Heads.balance))
    for action in actions {
      for invoice in action.invoices {
        number = max(number, cellWidth(printable(invoice.number)))
        late = max(late, cellWidth(page.lateness(of: invoice)))
        amount = max(amount, cellWidth(page.money(invoice.balance, action.currency)))
      }
      amount = max(amount, cellWidth(page.money(action.totalBalance, action.currency)))
      if action.enclosures.contains(.penalties) {
        amount = max(amount, cellWidth(page.interest(of: action)))
      }
    }
    let room = page.width - indent - date - late - amount - 4 * gap
    self.number = min(number, max(room - 14, 8))
    self.late = late
    self.amount = amount
    step = max(room - self.number, 0)
  }

  func heads(on page: TextPage) -> String {
    row(
      page.say(Heads.number),
      page.say(Heads.due),
      page.say(Heads.late),
      page.say(Heads.step),
      page.say(Heads.balance)
    )
  }

  func row(of invoice: PlannedInvoice, in currency: Currency, on page: TextPage) -> String {
    row(
      printable(invoice.number),
      invoice.dueOn.inFigures(page.settings.language),
      page.lateness(of: invoice),
      printable(invoice.step),
      page.money(invoice.balance, currency)
    )
  }

  func row(label: String, amount text: String) -> String {
    let room = number + date + late + step + 3 * gap
    return spaces(indent) + fitted(label, to: room) + spaces(gap)
      + fitted(text, to: amount, flush: .right)
  }

  private func row(
    _ numberText: String,
    _ dateText: String,
    _ lateText: String,
    _ stepText: String,
    _ amountText: String
  ) -> String {
    let cells = [
      fitted(numberText, to: number),
      fitted(dateText, to: date),
      fitted(lateText, to: late, flush: .right),
      fitted(stepText, to: step),
      fitted(amountText, to: amount, flush: .right),
    ]
    return spaces(indent) + cells.joined(separator: spaces(gap))
  }

  private enum Heads {
    static let number = Message(fr: "facture", en: "invoice")
    static let due = Message(fr: "échéance", en: "due on")
    static let late = Message(fr: "retard", en: "late")
    static let step = Message(fr: "étape", en: "step")
    static let balance = Message(fr: "solde", en: "balance")
  }
}
