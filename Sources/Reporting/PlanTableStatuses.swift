import Diagnostics
import Planning
import Receivables

extension TextPage {
  /// Adds every invoice's status: what needs a person's attention first, what comes next in order
  /// of day.
  mutating func writeStatuses(of report: PlanReport) {
    for kind in InvoiceStatus.Kind.attentionFirst {
      let statuses = report.plan.statuses.filter { $0.kind == kind }.inOrderOfDay
      guard !statuses.isEmpty else { continue }
      let count = CountedNoun.invoice.counted(statuses.count, in: settings.language)
      let title = kind.noun.form(for: statuses.count, in: settings.language)
      line()
      rule("\(count) \(title)", kind == .error ? .alarm : .strong)
      let columns = StatusColumns(of: statuses, on: self)
      line(paint(columns.heads(on: self), .faint))
      for status in statuses { write(status, columns, files: report.files) }
    }
  }

  private mutating func write(
    _ status: InvoiceStatus,
    _ columns: StatusColumns,
    files: SourceFiles
  ) {
    let start = columns.start(of: status, on: self)
    let reason = wrapped(text(ofReasonFor: status, files: files), to: width - columns.indent)
    for (position, part) in reason.enumerated() {
      line((position == 0 ? start : spaces(columns.indent)) + paint(part, .faint))
    }
  }
}

extension [InvoiceStatus] {
  /// The statuses by the day of their step, those without one last; otherwise as they were.
  fileprivate var inOrderOfDay: [InvoiceStatus] {
    enumerated().sorted { left, right in
      let days = (left.element.nextOn ?? .latest, right.element.nextOn ?? .latest)
      return days.0 == days.1 ? left.offset < right.offset : days.0 < days.1
    }.map(\.element)
  }
}

extension InvoiceStatus.Kind {
  /// The statuses in the order in which a person looks at them.
  fileprivate static let attentionFirst: [InvoiceStatus.Kind] = [
    .error, .uncovered, .suspended, .deferred, .action, .waiting, .excluded, .completed, .paid,
  ]
}

/// The columns of the invoices of one status: invoice, customer, the day of the step where there is
/// one, and the reason in what is left.
///
/// The reasons name the step themselves, but for those of a suspension, which name what suspends.
private struct StatusColumns {
  private let invoice: Int
  private let customer: Int
  private let day: Int
  private let step: Int
  private let margin = 2
  private let gap = 2

  init(of statuses: [InvoiceStatus], on page: TextPage) {
    func widest(_ head: Message, _ text: (InvoiceStatus) -> String?) -> Int {
      let texts = statuses.compactMap(text)
      guard !texts.isEmpty else { return 0 }
      return texts.reduce(cellWidth(page.say(head))) { max($0, cellWidth(printable($1))) }
    }
    invoice = min(widest(Heads.invoice) { $0.invoice }, page.width / 5)
    customer = min(widest(Heads.customer) { $0.customer }, page.width / 6)
    day = widest(Heads.day) { $0.nextOn?.inFigures(page.settings.language) }
    step = min(widest(Heads.step) { $0.kind == .suspended ? $0.step : nil }, page.width / 4)
  }

  /// The cells before the reason.
  var indent: Int {
    [invoice, customer, day, step].filter { $0 > 0 }.reduce(margin) { $0 + $1 + gap }
  }

  func heads(on page: TextPage) -> String {
    let start = start(
      page.say(Heads.invoice),
      page.say(Heads.customer),
      page.say(Heads.day),
      page.say(Heads.step)
    )
    return start + page.say(Heads.reason)
  }

  func start(of status: InvoiceStatus, on page: TextPage) -> String {
    start(
      status.invoice,
      status.customer,
      status.nextOn?.inFigures(page.settings.language) ?? "",
      status.step ?? ""
    )
  }

  private func start(
    _ invoiceText: String,
    _ customerText: String,
    _ dayText: String,
    _ stepText: String
  ) -> String {
    let cells = [
      (invoiceText, invoice), (customerText, customer), (dayText, day), (stepText, step),
    ]
    return cells.filter { $0.1 > 0 }.reduce(spaces(margin)) { line, cell in
      line + fitted(printable(cell.0), to: cell.1) + spaces(gap)
    }
  }

  private enum Heads {
    static let invoice = Message(fr: "facture", en: "invoice")
    static let customer = Message(fr: "client", en: "customer")
    static let day = Message(fr: "le", en: "on")
    static let step = Message(fr: "étape", en: "step")
    static let reason = Message(fr: "raison", en: "reason")
  }
}
