import Diagnostics
import Figures
import Planning
import Receivables

extension ReportFormat {
  /// For spreadsheets: one figure a line, so that one table holds all of them.
  public static let csv = ReportFormat(
    name: "csv",
    summary: Message(fr: "pour un tableur : un chiffre par ligne", en: "for a spreadsheet"),
    write: { report, _, output in
      var table = ReportCSV(date: report.figures.date, to: output)
      table.write(report)
    }
  )
}

/// What a line of the table is about; what does not apply stays empty.
private struct Subject {
  var customer: String?
  var name: String?
  var invoice: String?
  var step: String?
  var currency: Currency?
}

/// The lines, named as the members of the JSON form.
private struct ReportCSV {
  private let day: CalendarDate
  private var table: CSVTable

  init(date: CalendarDate, to output: TextOutput) {
    day = date
    table = CSVTable(
      columns: [
        "date", "section", "customer", "customer_name", "invoice", "step", "currency", "figure",
        "value",
      ],
      to: output
    )
  }

  mutating func write(_ report: LedgerReport) {
    let figures = report.figures
    writeAgeing(figures.agedBalance)
    for sales in figures.salesOutstanding { write(sales) }
    let nothing = Subject()
    add("dso", nothing, "undated_invoices", .whole(Int128(figures.undatedInvoices)))
    write(figures.payers.overall, "punctuality", nothing)
    for payer in figures.payers.best { write(payer, "best_payers") }
    for payer in figures.payers.worst { write(payer, "worst_payers") }
    for level in figures.reminders { write(level) }
    for overdue in figures.largestOverdue {
      write(overdue.claim, "largest_overdue")
    }
    for limited in figures.watchlist.limited {
      let subject = write(limited.claim, "limitation")
      add("limitation", subject, "limited_on", .text(limited.limitedOn.description))
      add("limitation", subject, "days_left", .whole(Int128(limited.daysLeft)))
    }
    for promise in figures.watchlist.brokenPromises {
      let subject = write(promise.claim, "broken_promises")
      add("broken_promises", subject, "promised_on", .text(promise.promisedOn.description))
      add("broken_promises", subject, "days_since", .whole(Int128(promise.daysSince)))
    }
    for disputed in figures.watchlist.disputed {
      let subject = write(disputed.claim, "disputes")
      add("disputes", subject, "opened_on", .text(disputed.openedOn.description))
      add("disputes", subject, "days_open", .whole(Int128(disputed.daysOpen)))
    }
    if let upcoming = report.upcoming { write(upcoming) }
    for invoice in figures.leftOut {
      add("left_out", Subject(invoice: invoice), "invoice", .text(invoice))
    }
  }

  private enum Value {
    case whole(Int128)
    case decimal(Rational?, places: Int)
    case text(String)
  }

  private mutating func add(
    _ section: String,
    _ subject: Subject,
    _ figure: String,
    _ value: Value
  ) {
    let cell: CSVTable.Cell =
      switch value {
      case .whole(let number): .number(String(number))
      case .decimal(let number?, let places): .number(number.plain(decimals: places))
      case .decimal(nil, _): .empty
      case .text(let text): .text(text)
      }
    table.append([
      .date(day),
      .text(section),
      CSVTable.Cell(subject.customer),
      CSVTable.Cell(subject.name),
      CSVTable.Cell(subject.invoice),
      CSVTable.Cell(subject.step),
      CSVTable.Cell(subject.currency?.code),
      .text(figure),
      cell,
    ])
  }

  private mutating func writeAgeing(_ balance: AgedBalance) {
    for line in balance.lines {
      let subject = Subject(
        customer: line.customer,
        name: line.customerName,
        currency: line.currency
      )
      write(line.amounts, "ageing", subject)
    }
    for total in balance.totals {
      let subject = Subject(currency: total.currency)
      write(total.amounts, "ageing_total", subject)
      add("ageing_total", subject, "open_invoices", .whole(Int128(total.openInvoices)))
      add("ageing_total", subject, "overdue_invoices", .whole(Int128(total.overdueInvoices)))
    }
    write(balance.euro.amounts, "ageing_euro", Subject(currency: .euro))
    for currency in balance.euro.leftOut {
      add("ageing_euro", Subject(), "without_rate", .text(currency.code))
    }
  }

  private mutating func write(_ amounts: AgedAmounts, _ section: String, _ subject: Subject) {
    for age in AgeClass.allCases { add(section, subject, age.rawValue, .whole(amounts[age])) }
    add(section, subject, "overdue", .whole(amounts.overdue))
    add(section, subject, "total", .whole(amounts.total))
  }

  private mutating func write(_ sales: SalesOutstanding) {
    let subject = Subject(currency: sales.currency)
    add("dso", subject, "outstanding", .whole(sales.outstanding))
    add("dso", subject, "sales", .whole(sales.sales))
    add("dso", subject, "days", .whole(Int128(sales.days)))
    add("dso", subject, "simple", .decimal(sales.simple, places: Precision.days))
    switch sales.countBack {
    case .days(let days): add("dso", subject, "count_back", .decimal(days, places: Precision.days))
    case .moreThan(let days): add("dso", subject, "count_back_more_than", .whole(Int128(days)))
    }
  }

  private mutating func write(
    _ punctuality: Punctuality,
    _ section: String,
    _ subject: Subject
  ) {
    let share = punctuality.lateShare?.fraction
    add(section, subject, "settled", .whole(Int128(punctuality.settled)))
    add(section, subject, "late", .whole(Int128(punctuality.late)))
    add(section, subject, "average_delay", .decimal(punctuality.meanDelay, places: Precision.days))
    add(section, subject, "late_share", .decimal(share, places: Precision.shares))
  }

  private mutating func write(_ payer: Payers.Payer, _ section: String) {
    let subject = Subject(customer: payer.customer, name: payer.customerName)
    write(payer.punctuality, section, subject)
  }

  private mutating func write(_ level: ReminderLevel) {
    let subject = Subject(step: level.step)
    add("reminders", subject, "sent", .whole(Int128(level.sent)))
    add("reminders", subject, "crossed", .whole(Int128(level.crossed)))
    add("reminders", subject, "paid", .whole(Int128(level.paid)))
    add("reminders", subject, "reminded", .whole(Int128(level.reminded)))
    add("reminders", subject, "pending", .whole(Int128(level.pending)))
    for window in level.within {
      add("reminders", subject, "observed_\(window.days)", .whole(Int128(window.observed)))
      add("reminders", subject, "paid_within_\(window.days)", .whole(Int128(window.paid)))
    }
  }

  @discardableResult
  private mutating func write(_ claim: Claim, _ section: String) -> Subject {
    let subject = Subject(
      customer: claim.customer,
      name: claim.customerName,
      invoice: claim.invoice,
      currency: claim.currency
    )
    add(section, subject, "due_on", .text(claim.dueOn.description))
    add(section, subject, "days_late", .whole(Int128(claim.daysLate)))
    add(section, subject, "balance", .whole(Int128(claim.balance)))
    return subject
  }

  private mutating func write(_ upcoming: Simulation) {
    for entry in upcoming.journal {
      for invoice in entry.action.invoices {
        let subject = Subject(
          customer: entry.action.customer,
          name: entry.action.customerName,
          invoice: invoice.id,
          step: invoice.step,
          currency: entry.action.currency
        )
        add("upcoming", subject, entry.action.channel.rawValue, .text(entry.date.description))
      }
    }
  }
}
