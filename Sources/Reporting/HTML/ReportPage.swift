import Diagnostics
import Figures
import Planning
import Receivables

/// The page of a report.
public struct ReportPage: Sendable {
  let report: LedgerReport

  /// A page of a report.
  public init(_ report: LedgerReport) { self.report = report }

  /// Writes the file.
  public func write(_ settings: TextSettings, to output: TextOutput) {
    ReportPageWriter(report: report, language: settings.language).page.write(to: output)
  }
}

/// Writes the parts of the page; the pointers are those of the JSON form.
struct ReportPageWriter {
  let report: LedgerReport
  let language: MessageLanguage

  var ledger: LedgerFigures { report.figures }
  var text: FigureText { FigureText(language: language) }

  func say(_ message: Message) -> String { message.text(in: language) }

  /// The message with a capital at its beginning, as titles of columns have it.
  func head(_ message: Message) -> String {
    let text = say(message)
    return text.prefix(1).uppercased() + text.dropFirst()
  }

  var page: Page {
    Page(
      language: language,
      title: say(Message(fr: "Les créances clients", en: "Receivables")),
      subtitle: .group([
        .text(say(Message(fr: "Situation au ", en: "As of "))),
        .dayInWords(ledger.date, language),
      ]),
      summary: tiles,
      sections: [
        ageing, payment, reminders, largest, watchlist, upcoming,
      ].compactMap { $0 },
      notes: notes
    )
  }

  // MARK: Figures with their places in the JSON form

  func money(_ amount: Int128, _ currency: Currency, _ pointer: String) -> Markup {
    .figure(text.money(amount, currency), String(amount), at: pointer)
  }

  func count(_ number: Int, _ pointer: String) -> Markup {
    .figure(text.count(number), String(number), at: pointer)
  }

  func days(_ number: Int, _ pointer: String) -> Markup {
    .figure(text.days(number), String(number), at: pointer)
  }

  func days(_ number: Rational?, _ pointer: String) -> Markup {
    guard let number else { return .text(FigureText.none) }
    return .figure(text.days(number), number.plain(decimals: Precision.days), at: pointer)
  }

  func share(_ share: Rational?, _ pointer: String) -> Markup {
    guard let share else { return .text(FigureText.none) }
    return .figure(text.percent(share), share.plain(decimals: Precision.shares), at: pointer)
  }

  func day(_ date: CalendarDate) -> DataTable.Cell {
    DataTable.Cell([.day(date, language)], key: date.description)
  }

  func cell(_ figure: Markup) -> DataTable.Cell { DataTable.Cell([figure]) }

  /// A customer by its name, with the identifier behind it.
  func customer(_ id: String, _ name: String?) -> DataTable.Cell {
    guard let name, name != id else { return DataTable.Cell(id) }
    return DataTable.Cell(
      [.text(name), .text(" "), .node(.span, [.class("id")], id)],
      key: name
    )
  }

  // MARK: The figures that matter most

  private var tiles: [Markup] {
    let totals = ledger.agedBalance.totals
    guard let first = totals.first else { return [] }
    var tiles: [Markup] = []
    let outstanding = say(Message(fr: "Encours", en: "Outstanding"))
    let overdue = say(Message(fr: "Échu", en: "Overdue"))
    if totals.count == 1 {
      let place = "/ageing/totals/0"
      tiles.append(
        .tile(
          outstanding,
          money(first.amounts.total, first.currency, "\(place)/total"),
          invoices(first.openInvoices, "\(place)/open_invoices")
        )
      )
      tiles.append(
        .tile(
          overdue,
          money(first.amounts.overdue, first.currency, "\(place)/overdue"),
          invoices(first.overdueInvoices, "\(place)/overdue_invoices")
        )
      )
    } else {
      let euro = ledger.agedBalance.euro
      let note: [Markup] = [
        .text(say(Message(fr: "en euros, aux cours du jour", en: "in euros at the day's rates"))),
        withoutRate(euro.leftOut),
      ]
      tiles.append(.tile(outstanding, money(euro.amounts.total, .euro, "/ageing/euro/total"), note))
      tiles.append(.tile(overdue, money(euro.amounts.overdue, .euro, "/ageing/euro/overdue"), note))
    }
    let main = ledger.salesOutstanding.firstIndex { $0.currency == .euro } ?? 0
    if ledger.salesOutstanding.indices.contains(main) {
      let sales = ledger.salesOutstanding[main]
      tiles.append(
        .tile(
          head(ReportWords.countBack),
          countBack(sales.countBack, at: "/dso/\(main)"),
          [
            .text("\(sales.currency.code) · \(say(ReportWords.simple)) "),
            days(sales.simple, "/dso/\(main)/simple"),
          ]
        )
      )
    }
    let overall = ledger.payers.overall
    if overall.settled > 0 {
      tiles.append(
        .tile(
          head(ReportWords.averageDelay),
          days(overall.meanDelay, "/punctuality/average_delay"),
          [
            share(overall.lateShare?.fraction, "/punctuality/late_share"),
            .text(say(Message(fr: " payées en retard", en: " paid late"))),
          ]
        )
      )
    }
    return tiles
  }

  private func invoices(_ number: Int, _ pointer: String) -> [Markup] {
    let noun = CountedNoun.invoice.form(for: number, in: language)
    return [count(number, pointer), .text(" \(noun)")]
  }

  private func withoutRate(_ currencies: [Currency]) -> Markup {
    guard !currencies.isEmpty else { return .nothing }
    let codes = currencies.map(\.code).joined(separator: ", ")
    return .node(
      .span,
      [.class("alarm")],
      say(Message(fr: " ; sans cours : \(codes)", en: "; without a rate: \(codes)"))
    )
  }

  func countBack(_ countBack: CountBack, at place: String) -> Markup {
    let shown = text.countBack(countBack)
    switch countBack {
    case .days(let days):
      return .figure(shown, days.plain(decimals: Precision.days), at: "\(place)/count_back")
    case .moreThan(let days):
      return .figure(shown, String(days), at: "\(place)/count_back_more_than")
    }
  }

  private var notes: [String] {
    var notes = [
      say(
        Message(
          fr: """
            Soldes de la base au jour dit, avoirs déduits ; les écritures plus récentes n'existent \
            pas encore. Les devises ne sont jamais additionnées, sauf en euros aux cours du jour.
            """,
          en: """
            Balances of the ledger on the day, credit notes taken off; later entries do not exist \
            yet. Currencies are never added up but in euros at the day's rates.
            """
        )
      )
    ]
    if ledger.undatedInvoices > 0 {
      let count = CountedNoun.invoice.counted(ledger.undatedInvoices, in: language)
      notes.append(
        say(
          Message(
            fr: "DSO : \(count) sans date de facture, hors du facturé.",
            en: "DSO: \(count) without an issue date, not among what was billed."
          )
        )
      )
    }
    if !ledger.leftOut.isEmpty {
      let names = ledger.leftOut.prefix(20).joined(separator: ", ")
      notes.append(
        say(
          Message(
            fr: "Hors de tous les chiffres, montants trop grands : \(names)",
            en: "Left out of all figures, amounts too large: \(names)"
          )
        )
      )
    }
    return notes
  }
}
