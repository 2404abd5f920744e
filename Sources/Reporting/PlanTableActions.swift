import Diagnostics
import Planning
import Receivables

extension TextPage {
  /// Adds the actions: those of a mode together, what waits for a human first.
  mutating func writeActions(of report: PlanReport) {
    let columns = ActionColumns(of: report.plan.actions, on: self)
    let scenarios = Set(report.plan.actions.map(\.scenario))
    for mode in ActionMode.humanFirst {
      let actions = report.plan.actions.filter { $0.mode == mode }
      guard !actions.isEmpty else { continue }
      let count = CountedNoun.action.counted(actions.count, in: settings.language)
      line()
      rule("\(say(mode.title)) · \(count)", .mode(mode))
      line(paint(columns.heads(on: self), .faint))
      var customer: String?
      for action in actions {
        if action.customer != customer {
          if customer != nil { line() }
          line("  " + paint(title(of: action), .strong))
          customer = action.customer
        }
        write(action, of: report, columns, naming: scenarios.count > 1 ? action.scenario : nil)
      }
    }
  }

  private mutating func write(
    _ action: PlannedAction,
    of report: PlanReport,
    _ columns: ActionColumns,
    naming scenario: String?
  ) {
    writeHeading(of: action, columns, naming: scenario)
    for invoice in action.invoices {
      line(columns.row(of: invoice, in: action.currency, on: self))
    }
    for (label, amount) in claims(of: action) {
      line(columns.row(label: label, amount: amount))
    }
    writeReasons(of: action, files: report.files)
  }

  /// Adds what is done, and the total where it is not that of a single invoice below.
  private mutating func writeHeading(
    of action: PlannedAction,
    _ columns: ActionColumns,
    naming scenario: String?
  ) {
    let total = action.invoices.count == 1 ? "" : money(action.totalBalance, action.currency)
    let room = width - 4 - (total.isEmpty ? 0 : columns.gap + columns.amount)
    let lines = joined(description(of: action, naming: scenario), by: " · ", to: room)
    for (position, part) in lines.enumerated() {
      guard position == 0, !total.isEmpty else {
        line("    \(part)")
        continue
      }
      let figure = paint(fitted(total, to: columns.amount, flush: .right), .strong)
      line("    \(fitted(part, to: room))\(spaces(columns.gap))\(figure)")
    }
  }

  private func title(of action: PlannedAction) -> String {
    let id = cut(printable(action.customer), to: width - 2)
    guard let name = action.customerName else { return id }
    let room = width - 2 - cellWidth(id) - 3
    return room < 4 ? id : "\(cut(printable(name), to: room)) · \(id)"
  }

  private func description(of action: PlannedAction, naming scenario: String?) -> [String] {
    var parts = [
      say(action.channel.noun.singular), say(action.purpose), say(action.recipient.name),
    ]
    if !action.copies.isEmpty {
      let roles = enumeration(action.copies.map { say($0.name) })
      parts.append(say(Message(fr: "copie ", en: "copy to ")) + roles)
    }
    if let template = action.template {
      let name = printable(template)
      parts.append(say(Message(fr: "modèle « \(name) »", en: "template “\(name)”")))
    }
    if let days = action.graceDays {
      parts.append(say(Message(fr: "délai \(days) j", en: "\(days) days' grace")))
    }
    let carried = action.enclosures.filter { $0 != .penalties && $0 != .indemnity }
    if !carried.isEmpty {
      let names = enumeration(carried.map { say($0.name) })
      parts.append(say(Message(fr: "avec \(names)", en: "with \(names)")))
    }
    if !action.notifications.isEmpty {
      let roles = enumeration(action.notifications.map { say($0.name) })
      parts.append(say(Message(fr: "notifier \(roles)", en: "notify \(roles)")))
    }
    if let scenario { parts.append(printable(scenario)) }
    return parts
  }

  /// The interest and the indemnity, where the message shows them.
  private func claims(of action: PlannedAction) -> [(label: String, amount: String)] {
    var claims: [(label: String, amount: String)] = []
    if action.enclosures.contains(.penalties) {
      let label = say(Message(fr: "pénalités de retard", en: "late-payment interest"))
      claims.append((label, interest(of: action)))
    }
    if action.enclosures.contains(.indemnity) {
      let label = say(Message(fr: "indemnité de recouvrement", en: "recovery indemnity"))
      claims.append((label, money(action.totalIndemnity, .euro)))
    }
    return claims
  }

  fileprivate func interest(of action: PlannedAction) -> String {
    action.totalInterest.map { money($0, action.currency) }
      ?? say(Message(fr: "taux manquant", en: "rate missing"))
  }

  /// Why the action is done, in at most two lines a reason and three reasons.
  private mutating func writeReasons(of action: PlannedAction, files: SourceFiles) {
    for reason in action.reasons.prefix(3) {
      let lines = wrapped(text(of: reason, files: files), to: width - 8)
      for (position, part) in lines.prefix(2).enumerated() {
        let marker = position == 0 ? "→ " : "  "
        let isCut = position == 1 && lines.count > 2
        line("      " + paint(marker + (isCut ? cut(part + " …", to: width - 8) : part), .faint))
      }
    }
    let left = action.reasons.count - 3
    guard left > 0 else { return }
    let more = Message(
      fr: "et \(left) de plus : relance explain",
      en: "and \(left) more: relance explain"
    )
    line("        " + paint(say(more), .faint))
  }

  /// A reason with the short form of its place.
  func text(of reason: Reason, files: SourceFiles) -> String {
    let text = printable(say(reason.message))
    guard let place = reason.range.flatMap({ files.place(of: $0) }) else { return text }
    return "\(text) (\(shortPlace(place)))"
  }

  fileprivate func money(_ minorUnits: Int64, _ currency: Currency) -> String {
    settings.language.amounts.write(minorUnits: Int128(minorUnits), of: currency)
  }

  fileprivate func lateness(of invoice: PlannedInvoice) -> String {
    guard invoice.balance > 0 else { return say(Message(fr: "réglée", en: "paid")) }
    let days = settings.language.amounts.write(abs(invoice.daysLate))
    let text =
      switch invoice.daysLate {
      case 0: Message(fr: "ce jour", en: "today")
      case ..<0: Message(fr: "dans \(days) j", en: "in \(days) d")
      default: Message(fr: "\(days) j", en: "\(days) d")
      }
    return say(text)
  }
}

/// The file's name without its folders, and the line.
func shortPlace(_ place: SourcePlace) -> String {
  let name = place.file.split(separator: "/").last.map(String.init) ?? place.file
  return "\(printable(name)):\(place.line)"
}

/// The columns of the invoices in a plan: number, due date, days late, step, amount.
private struct ActionColumns {
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
