import Diagnostics
import Figures
import Planning
import Receivables

extension ReportFormat {
  /// For a person: the lists at their most telling lines.
  public static let table = ReportFormat(
    name: "table",
    summary: Message(fr: "pour être lu, à la largeur du terminal", en: "to be read, in a terminal"),
    write: { report, settings, output in
      var page = TextPage(settings, to: output)
      page.writeReport(report)
    }
  )
}

extension TextPage {
  private var figures: FigureText { FigureText(language: settings.language) }

  fileprivate mutating func writeReport(_ report: LedgerReport) {
    let day = report.figures.date.inWords(settings.language)
    line(
      paint(say(Message(fr: "Les créances au \(day)", en: "Receivables on \(day)")), .strong)
    )
    if report.figures.agedBalance.totals.isEmpty {
      paragraph(
        say(Message(fr: "Rien n'est dû à cette date.", en: "Nothing is owed on that day."))
      )
    } else {
      writeAgeing(report.figures.agedBalance)
    }
    writeSalesOutstanding(report.figures)
    writePunctuality(report.figures.payers)
    writeReminders(report.figures.reminders)
    writeClaims(of: report.figures)
    if let upcoming = report.upcoming { writeUpcoming(upcoming) }
    let leftOut = report.figures.leftOut
    guard !leftOut.isEmpty else { return }
    line()
    let names = printable(leftOut.prefix(5).joined(separator: ", "))
    paragraph(
      say(
        Message(
          fr: "Hors de tous les chiffres, montants trop grands : \(names)",
          en: "Left out of all figures, amounts too large: \(names)"
        )
      ),
      .alarm
    )
  }

  private mutating func section(_ title: Message) {
    line()
    rule(say(title), .strong)
  }

  private func left(_ head: Message) -> TextTable.Column {
    TextTable.Column(head: say(head), edge: .left)
  }

  private func right(_ head: Message) -> TextTable.Column {
    TextTable.Column(head: say(head), edge: .right)
  }

  private func name(_ id: String, _ name: String?) -> String {
    printable(figures.customer(id, name))
  }

  // MARK: What is owed

  private mutating func writeAgeing(_ balance: AgedBalance) {
    for total in balance.totals {
      section(
        Message(
          fr: "\(ReportWords.ageing.fr) · \(total.currency.code)",
          en: "\(ReportWords.ageing.en) · \(total.currency.code)"
        )
      )
      let heads = AgeClass.allCases.map { right($0.name) }
      var table = TextTable(
        [left(ReportWords.customer)] + heads + [right(ReportWords.total)]
      )
      let lines = balance.lines.filter { $0.currency == total.currency }.largestFirst
      for line in lines.prefix(TextPage.listed) {
        table.append([name(line.customer, line.customerName)] + cells(line.amounts, line.currency))
      }
      table.append([say(ReportWords.total)] + cells(total.amounts, total.currency))
      self.table(table)
      writeRest(lines.count - TextPage.listed)
      paragraph(overview(of: total))
    }
    writeEuro(balance)
  }

  private func cells(_ amounts: AgedAmounts, _ currency: Currency) -> [String] {
    let classes = AgeClass.allCases.map { age in
      amounts[age] == 0 ? FigureText.none : figures.money(amounts[age], currency)
    }
    return classes + [figures.money(amounts.total, currency)]
  }

  private func overview(of total: AgedBalance.Total) -> String {
    let open = CountedNoun.invoice.counted(total.openInvoices, in: settings.language)
    let overdue = figures.money(total.amounts.overdue, total.currency)
    let late = CountedNoun.invoice.counted(total.overdueInvoices, in: settings.language)
    return say(
      Message(
        fr: "\(open) à payer ; échu : \(overdue) sur \(late)",
        en: "\(open) to be paid; overdue: \(overdue) on \(late)"
      )
    )
  }

  private mutating func writeEuro(_ balance: AgedBalance) {
    guard balance.totals.contains(where: { $0.currency != .euro }) else { return }
    line()
    let total = figures.money(balance.euro.amounts.total, .euro)
    let overdue = figures.money(balance.euro.amounts.overdue, .euro)
    paragraph(
      say(
        Message(
          fr: "En euros, aux cours du jour : \(total), dont échu \(overdue)",
          en: "In euros at the rates of the day: \(total), overdue \(overdue)"
        )
      )
    )
    guard !balance.euro.leftOut.isEmpty else { return }
    let codes = enumeration(balance.euro.leftOut.map(\.code))
    paragraph(say(Message(fr: "sans cours : \(codes)", en: "without a rate: \(codes)")), .alarm)
  }

  /// Says how many lines a list leaves out.
  private mutating func writeRest(_ count: Int) {
    guard count > 0 else { return }
    let number = figures.count(count)
    line(
      paint(
        say(
          Message(
            fr: "  et \(number) de plus : --format csv",
            en: "  and \(number) more: --format csv"
          )
        ),
        .faint
      )
    )
  }

  /// The most lines of a list.
  private static let listed = 15

  // MARK: How it is paid

  private mutating func writeSalesOutstanding(_ ledger: LedgerFigures) {
    guard !ledger.salesOutstanding.isEmpty else { return }
    section(ReportWords.dso)
    var table = TextTable([
      left(ReportWords.currency), right(ReportWords.outstanding), right(ReportWords.sales),
      right(ReportWords.period), right(ReportWords.simple), right(ReportWords.countBack),
    ])
    for sales in ledger.salesOutstanding {
      table.append([
        sales.currency.code,
        figures.money(sales.outstanding, sales.currency),
        figures.money(sales.sales, sales.currency),
        figures.days(sales.days),
        sales.simple.map { figures.days($0) } ?? FigureText.none,
        figures.countBack(sales.countBack),
      ])
    }
    self.table(table)
    guard ledger.undatedInvoices > 0 else { return }
    let count = CountedNoun.invoice.counted(ledger.undatedInvoices, in: settings.language)
    paragraph(
      say(
        Message(
          fr: "\(count) sans date de facture, hors du facturé",
          en: "\(count) without an issue date, not among what was billed"
        )
      ),
      .alarm
    )
  }

  private mutating func writePunctuality(_ payers: Payers) {
    guard payers.overall.settled > 0 else { return }
    section(ReportWords.punctuality)
    var table = TextTable([
      left(ReportWords.customer), right(ReportWords.settled), right(ReportWords.lateInvoices),
      right(ReportWords.lateShare), right(ReportWords.averageDelay),
    ])
    func row(_ name: String, _ punctuality: Punctuality) -> [String] {
      [
        name, figures.count(punctuality.settled), figures.count(punctuality.late),
        punctuality.lateShare.map { figures.percent($0.fraction) } ?? FigureText.none,
        punctuality.meanDelay.map { figures.days($0) } ?? FigureText.none,
      ]
    }
    for payer in payers.best {
      table.append(row(name(payer.customer, payer.customerName), payer.punctuality))
    }
    for payer in payers.worst.reversed() {
      table.append(row(name(payer.customer, payer.customerName), payer.punctuality))
    }
    table.append(row(say(ReportWords.total), payers.overall))
    self.table(table)
  }

  private mutating func writeReminders(_ levels: [ReminderLevel]) {
    guard !levels.isEmpty else { return }
    section(ReportWords.reminders)
    let windows = ReminderLevel.windows.map { right(ReportWords.within($0)) }
    var table = TextTable(
      [
        left(ReportWords.step), right(ReportWords.sent), right(ReportWords.paidNext),
        right(ReportWords.remindedNext), right(ReportWords.pending), right(ReportWords.crossed),
      ] + windows
    )
    for level in levels {
      let counts = [level.sent, level.paid, level.reminded, level.pending, level.crossed]
      let shares = level.within.map { $0.share.map { figures.percent($0) } ?? FigureText.none }
      table.append([printable(level.step)] + counts.map { figures.count($0) } + shares)
    }
    self.table(table)
    paragraph(
      say(
        Message(
          fr: "à 7, 15, 30 j : part payée dans ce délai, des relances assez anciennes pour le dire",
          en: "in 7, 15, 30 d: share paid within, of the reminders old enough to tell"
        )
      ),
      .faint
    )
  }

  // MARK: What needs attention

  private mutating func writeClaims(of ledger: LedgerFigures) {
    let (figures, language) = (figures, settings.language)
    writeList(ReportWords.largest, ledger.largestOverdue.map { ($0.claim, []) }, extra: [])
    writeList(
      ReportWords.limitation,
      ledger.watchlist.limited.map { limited in
        let date = limited.limitedOn.inFigures(language)
        return (limited.claim, [date, figures.days(limited.daysLeft)])
      },
      extra: [right(ReportWords.limitedOn), right(ReportWords.daysLeft)]
    )
    writeList(
      ReportWords.promises,
      ledger.watchlist.brokenPromises.map { promise in
        let date = promise.promisedOn.inFigures(language)
        return (promise.claim, [date, figures.days(promise.daysSince)])
      },
      extra: [right(ReportWords.promisedOn), right(ReportWords.since)]
    )
    writeList(
      ReportWords.disputes,
      ledger.watchlist.disputed.map { disputed in
        let date = disputed.openedOn.inFigures(language)
        return (disputed.claim, [date, figures.days(disputed.daysOpen)])
      },
      extra: [right(ReportWords.openedOn), right(ReportWords.since)]
    )
  }

  private mutating func writeList(
    _ title: Message,
    _ rows: [(claim: Claim, cells: [String])],
    extra: [TextTable.Column]
  ) {
    guard !rows.isEmpty else { return }
    section(title)
    var table = TextTable(
      [
        left(ReportWords.invoice), left(ReportWords.customer), left(ReportWords.dueOn),
        right(ReportWords.late), right(ReportWords.balance),
      ] + extra
    )
    for (claim, cells) in rows.prefix(TextPage.listed) {
      table.append(
        [
          printable(claim.number), name(claim.customer, claim.customerName),
          claim.dueOn.inFigures(settings.language), figures.days(claim.daysLate),
          figures.money(Int128(claim.balance), claim.currency),
        ] + cells
      )
    }
    self.table(table)
    writeRest(rows.count - TextPage.listed)
  }

  // MARK: What comes next

  private mutating func writeUpcoming(_ upcoming: Simulation) {
    section(ReportWords.upcoming)
    let channels = upcoming.totals.byChannel.used.map(\.channel)
    guard !channels.isEmpty else {
      paragraph(say(Message(fr: "Aucune.", en: "None.")))
      return
    }
    var table = TextTable(
      [left(ReportWords.week)] + channels.map { right($0.noun.singular) }
        + [right(ReportWords.total)]
    )
    for week in upcoming.weeks {
      let counts = channels.map { week.byChannel[$0] } + [week.actions]
      table.append(
        [week.monday.inFigures(settings.language)]
          + counts.map { $0 == 0 ? FigureText.none : figures.count($0) }
      )
    }
    self.table(table)
    paragraph(say(ReportWords.upcomingNote), .faint)
  }
}

extension [AgedBalance.Line] {
  /// The lines of one currency, what is owed most first.
  var largestFirst: [AgedBalance.Line] {
    sorted { left, right in
      let (one, other) = (left.amounts.total, right.amounts.total)
      return one != other ? one > other : precedes(left.customer, right.customer)
    }
  }
}
