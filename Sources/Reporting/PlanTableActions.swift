import Diagnostics
import Planning
import Receivables

extension TextPage {
  /// Adds the actions: those of a mode together, what waits for a human first.
  mutating func writeActions(of report: PlanReport) {
    let columns = ActionColumns(of: report.plan.actions, on: self)
    for mode in ActionMode.humanFirst {
      let actions = report.plan.actions.filter { $0.mode == mode }
      guard !actions.isEmpty else { continue }
      let count = CountedNoun.action.counted(actions.count, in: settings.language)
      line()
      rule("\(say(mode.title)) · \(count)", .mode(mode))
      line(paint(columns.heads(on: self), .faint))
      var last: PlannedAction?
      for action in actions {
        if action.customer != last?.customer || action.scenario != last?.scenario {
          if last != nil { line() }
          writeCustomer(of: action)
        }
        write(action, columns, files: report.files)
        last = action
      }
    }
  }

  /// Adds the customer's name and identifier, and the scenario flush right.
  private mutating func writeCustomer(of action: PlannedAction) {
    let scenario = cut(printable(action.scenario), to: width / 3)
    let room = width - 4 - cellWidth(scenario)
    let id = cut(printable(action.customer), to: room)
    var title = id
    if let name = action.customerName, room >= cellWidth(id) + 7 {
      title = "\(cut(printable(name), to: room - cellWidth(id) - 3)) · \(id)"
    }
    let start = fitted(title, to: room)
    line("  \(paint(start, .strong))  \(paint(scenario, .faint))")
  }

  private mutating func write(
    _ action: PlannedAction,
    _ columns: ActionColumns,
    files: SourceFiles
  ) {
    writeHeading(of: action, columns)
    for invoice in action.invoices {
      line(columns.row(of: invoice, in: action.currency, on: self))
    }
    for (label, amount) in claims(of: action) {
      line(columns.row(label: label, amount: amount))
    }
    writeReasons(of: action, files: files)
  }

  /// Adds what is done, and the total where it is not that of a single invoice below.
  private mutating func writeHeading(of action: PlannedAction, _ columns: ActionColumns) {
    let total = action.invoices.count == 1 ? "" : money(action.totalBalance, action.currency)
    let room = width - 4 - (total.isEmpty ? 0 : columns.gap + columns.amount)
    let lines = joined(description(of: action), by: " · ", to: room)
    for (position, part) in lines.enumerated() {
      guard position == 0, !total.isEmpty else {
        line("    \(part)")
        continue
      }
      let figure = paint(fitted(total, to: columns.amount, flush: .right), .strong)
      line("    \(fitted(part, to: room))\(spaces(columns.gap))\(figure)")
    }
  }

  func description(of action: PlannedAction) -> [String] {
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

  func interest(of action: PlannedAction) -> String {
    action.totalInterest.map { money($0, action.currency) }
      ?? say(Message(fr: "taux manquant", en: "rate missing"))
  }

  /// Why the action is done, in at most two lines a reason and three reasons.
  private mutating func writeReasons(of action: PlannedAction, files: SourceFiles) {
    for reason in action.reasons.prefix(3) {
      let text = withoutStep(of: action, text(of: reason, files: files))
      let lines = wrapped(text, to: width - 8)
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

  /// The reason without the name of the step in front, which stands in the line above where the
  /// action is about a single invoice.
  private func withoutStep(of action: PlannedAction, _ reason: String) -> String {
    guard let invoice = action.invoices.first, action.invoices.count == 1 else { return reason }
    let step = printable(invoice.step)
    return reason.dropping(say(Message(fr: "« \(step) », ", en: "“\(step)”, ")))
  }

  func money(_ minorUnits: Int64, _ currency: Currency) -> String {
    settings.language.amounts.write(minorUnits: Int128(minorUnits), of: currency)
  }

  func lateness(of invoice: PlannedInvoice) -> String {
    guard invoice.balance > 0 else { return say(Message(fr: "payée", en: "paid")) }
    let days = settings.language.amounts.write(Int(clamping: invoice.daysLate.magnitude))
    let text =
      switch invoice.daysLate {
      case 0: Message(fr: "ce jour", en: "today")
      case ..<0: Message(fr: "dans \(days) j", en: "in \(days) d")
      default: Message(fr: "\(days) j", en: "\(days) d")
      }
    return say(text)
  }
}
