import Diagnostics
import Planning
import Receivables

/// The page of a simulation.
public struct SimulationPage: Sendable {
  private let report: SimulationReport

  /// A page of a simulation; its journal, if it was kept, is listed.
  public init(_ report: SimulationReport) { self.report = report }

  /// Writes the file.
  public func write(_ settings: TextSettings, to output: TextOutput) {
    SimulationPageWriter(simulation: report.simulation, language: settings.language).page
      .write(to: output)
  }
}

/// Writes the parts of the page; the pointers are those of the JSON form.
private struct SimulationPageWriter {
  let simulation: Simulation
  let language: MessageLanguage

  private var text: FigureText { FigureText(language: language) }

  private func say(_ message: Message) -> String { message.text(in: language) }

  private func count(_ number: Int, _ pointer: String) -> Markup {
    .figure(text.count(number), String(number), at: pointer)
  }

  private func euros(_ amount: Int64?, _ pointer: String) -> Markup {
    guard let amount else { return .text(FigureText.none) }
    return .figure(text.money(Int128(amount), .euro), String(amount), at: pointer)
  }

  var page: Page {
    Page(
      language: language,
      title: say(Message(fr: "Simulation des relances", en: "Simulated reminders")),
      subtitle: .group([
        .text(say(Message(fr: "Du ", en: "From "))), .dayInWords(simulation.from, language),
        .text(say(Message(fr: " au ", en: " to "))), .dayInWords(simulation.to, language),
      ]),
      summary: tiles,
      sections: [load, cash, kinds, spread, journal].compactMap { $0 },
      notes: [
        say(simulation.payments.meaning),
        say(
          Message(
            fr: """
              Chaque action est tenue pour faite à son jour. Les montants sont en euros, aux cours \
              de chaque jour ; ceux sans cours n'y sont pas.
              """,
            en: """
              Every action is taken as done on its day. Amounts are in euros at each day's rates; \
              those without a rate are left out.
              """
          )
        ),
      ]
    )
  }

  private var tiles: [Markup] {
    let totals = simulation.totals
    return [
      .tile(
        say(Message(fr: "Actions", en: "Actions")),
        count(totals.actions, "/totals/actions"),
        [
          .text(say(Message(fr: "dont à la main ", en: "by hand "))),
          count(totals.manual, "/totals/manual"),
        ]
      ),
      .tile(
        say(Message(fr: "Clients contactés", en: "Customers contacted")),
        count(totals.customersContacted, "/totals/customers_contacted"),
        [
          .text(say(Message(fr: "factures ", en: "invoices "))),
          count(totals.invoicesContacted, "/totals/invoices_contacted"),
        ]
      ),
      .tile(
        say(Message(fr: "Encaissé", en: "Cash in")),
        euros(totals.cashIn, "/totals/cash_in"),
        []
      ),
      .tile(
        say(Message(fr: "Encours à la fin", en: "Outstanding at the end")),
        euros(totals.openBalanceEnd, "/totals/open_balance_end"),
        []
      ),
    ]
  }

  // MARK: Week by week

  private var load: Page.Section {
    Page.Section(
      id: "charge",
      title: say(Message(fr: "La charge par semaine", en: "The load by week")),
      content: simulation.totals.actions == 0
        ? [.node(.p, [.class("empty")], say(Message(fr: "Aucune action.", en: "No action.")))]
        : [WeekPicture(weeks: simulation.weeks, language: language).markup(at: "/weeks")]
    )
  }

  private var cash: Page.Section {
    let weeks = simulation.weeks
    let caption = say(Message(fr: "Encaissements par semaine", en: "Cash in by week"))
    let chart = ColumnChart(
      description: caption,
      series: [ColumnChart.Series(name: caption, colour: "cash")],
      columns: weeks.map { week in
        ColumnChart.Column(
          label: week.monday.inFewFigures(language),
          amounts: [Int128(week.cashIn ?? 0)]
        )
      },
      // Whole euros are enough beside a picture.
      scale: { "\(language.amounts.write(Int(clamping: $0 / 100)))\u{A0}€" }
    )
    var table = DataTable(
      caption: caption,
      columns: [
        .words(say(Message(fr: "Semaine du", en: "Week of"))),
        .figures(say(Message(fr: "Encaissé", en: "Cash in"))),
        .figures(say(Message(fr: "Encours en fin de semaine", en: "Outstanding at its end"))),
      ]
    )
    table.style = .series
    table.rows = weeks.enumerated().map { index, week in
      [
        DataTable.Cell([.day(week.monday, language)], key: week.monday.description),
        DataTable.Cell([euros(week.cashIn, "/weeks/\(index)/cash_in")]),
        DataTable.Cell([euros(week.openBalance, "/weeks/\(index)/open_balance")]),
      ]
    }
    let hasCash = weeks.contains { ($0.cashIn ?? 0) > 0 }
    return Page.Section(
      id: "encaissements",
      title: say(Message(fr: "Les encaissements", en: "The cash")),
      content: [hasCash ? chart.markup : .nothing, table.markup(language)]
    )
  }

  private var kinds: Page.Section? {
    let totals = simulation.totals
    guard totals.actions > 0 else { return nil }
    let channels = totals.byChannel.used.map { used in
      (
        say(used.channel.noun.singular), used.count, "/totals/by_channel/\(used.channel.rawValue)",
        used.channel.colour
      )
    }
    let natures = totals.byNature.map { nature, count in
      (say(nature.name), count, "/totals/by_nature/\(nature.rawValue)", "email")
    }
    return Page.Section(
      id: "nature",
      title: say(Message(fr: "De quelles sortes", en: "Of what kinds")),
      content: [
        bars(say(Message(fr: "Par canal", en: "By channel")), channels),
        bars(say(Message(fr: "Par nature", en: "By nature")), natures),
      ]
    )
  }

  private func bars(
    _ caption: String,
    _ lines: [(name: String, count: Int, pointer: String, colour: String)]
  ) -> Markup {
    var table = DataTable(
      caption: caption,
      columns: [
        .words(caption), .figures(say(Message(fr: "Actions", en: "Actions"))), .words(""),
      ]
    )
    table.style = .figure
    let most = Int128(lines.map(\.count).max() ?? 0)
    table.rows = lines.map { line in
      [
        DataTable.Cell(line.name), DataTable.Cell([count(line.count, line.pointer)]),
        DataTable.Cell([
          Bar.markup([Bar.Part(amount: Int128(line.count), colour: line.colour)], longest: most)
        ]),
      ]
    }
    return table.markup(language)
  }

  // MARK: Several runs

  private var spread: Page.Section? {
    guard let spread = simulation.spread else { return nil }
    let runs = text.count(spread.runs)
    var table = DataTable(
      caption: say(
        Message(
          fr: "\(runs) tirages ; un sur dix est en dessous de la borne basse, un sur dix au-dessus",
          en: "\(runs) runs; one in ten is below the low bound, one in ten above the high one"
        )
      ),
      columns: [
        .words(say(Message(fr: "Chiffre", en: "Figure"))),
        .figures(say(Message(fr: "Bas (10 %)", en: "Low (10%)"))),
        .figures(say(Message(fr: "Médiane", en: "Median"))),
        .figures(say(Message(fr: "Haut (90 %)", en: "High (90%)"))),
      ]
    )
    let counts: [(Message, FigureRange, String)] = [
      (Message(fr: "Actions", en: "Actions"), spread.actions, "actions"),
      (Message(fr: "À la main", en: "By hand"), spread.manual, "manual"),
      (
        Message(fr: "Clients contactés", en: "Customers contacted"), spread.customersContacted,
        "customers_contacted"
      ),
    ]
    let amounts: [(Message, FigureRange, String)] = [
      (Message(fr: "Encaissé", en: "Cash in"), spread.cashIn, "cash_in"),
      (
        Message(fr: "Encours à la fin", en: "Outstanding at the end"), spread.openBalanceEnd,
        "open_balance_end"
      ),
    ]
    table.rows = counts.map { name, range, key in
      row(name, range, key) { .figure(text.count(Int($0)), String($0), at: $1) }
    }
    table.rows += amounts.map { name, range, key in row(name, range, key) { euros($0, $1) } }
    return Page.Section(
      id: "tirages",
      title: say(Message(fr: "D'un tirage à l'autre", en: "From run to run")),
      content: [table.markup(language)]
    )
  }

  private func row(
    _ name: Message,
    _ range: FigureRange,
    _ key: String,
    _ figure: (Int64, String) -> Markup
  ) -> [DataTable.Cell] {
    [
      DataTable.Cell(say(name)), DataTable.Cell([figure(range.low, "/runs/\(key)/p10")]),
      DataTable.Cell([figure(range.median, "/runs/\(key)/median")]),
      DataTable.Cell([figure(range.high, "/runs/\(key)/p90")]),
    ]
  }

  // MARK: The actions themselves

  private var journal: Page.Section? {
    guard !simulation.journal.isEmpty else { return nil }
    var table = DataTable(
      caption: say(Message(fr: "Jour par jour", en: "Day by day")),
      columns: [
        .words(say(Message(fr: "Jour", en: "Day"))),
        .words(say(Message(fr: "Client", en: "Customer"))),
        .words(say(Message(fr: "Action", en: "Action"))),
        .words(say(Message(fr: "Mode", en: "Mode"))),
        .words(say(Message(fr: "Factures", en: "Invoices"))),
      ]
    )
    table.rows = simulation.journal.map { entry in
      let action = entry.action
      return [
        DataTable.Cell([.day(entry.date, language)], key: entry.date.description),
        DataTable.Cell(text.customer(action.customer, action.customerName)),
        DataTable.Cell("\(say(action.channel.noun.singular)) · \(say(action.purpose))"),
        DataTable.Cell(action.mode.noun.form(for: 1, in: language)),
        DataTable.Cell(action.invoices.map(\.number).joined(separator: ", ")),
      ]
    }
    return Page.Section(
      id: "journal",
      title: say(Message(fr: "Le journal", en: "The journal")),
      content: [table.markup(language)]
    )
  }
}
