import Diagnostics
import Planning
import Receivables

extension SimulationFormat {
  /// For a person: the load of each week, or of each day of a short period, and the totals.
  public static let table = SimulationFormat(
    name: "table",
    journal: .counted,
    write: { report, settings, output in
      var page = TextPage(settings, to: output)
      page.writeSimulation(report.simulation)
    }
  )
}

/// A stretch of a simulation as a line of the table.
private struct LoadLine {
  let title: String
  let load: ChannelLoad
  let manual: Int
  let cashIn: Int64?
  let openBalance: Int64?
}

extension TextPage {
  fileprivate mutating func writeSimulation(_ simulation: Simulation) {
    let from = simulation.from.inFigures(settings.language)
    let to = simulation.to.inFigures(settings.language)
    let title = Message(fr: "Simulation du \(from) au \(to)", en: "Simulation, \(from) to \(to)")
    line(paint(say(title), .strong))
    paragraph(say(simulation.payments.meaning))
    line()
    writeLoads(of: simulation)
    line()
    rule(say(Message(fr: "En bref", en: "In short")), .strong)
    writeTotals(of: simulation)
    if let spread = simulation.spread { writeSpread(spread) }
  }

  private mutating func writeLoads(of simulation: Simulation) {
    let isShort = simulation.days.count <= 21
    let lines =
      isShort
      ? simulation.days.map { day in
        LoadLine(
          title: day.date.inFigures(settings.language),
          load: day.byChannel,
          manual: day.manual,
          cashIn: day.cashIn,
          openBalance: day.openBalance
        )
      }
      : simulation.weeks.map { week in
        LoadLine(
          title: week.monday.inFigures(settings.language),
          load: week.byChannel,
          manual: week.manual,
          cashIn: week.cashIn,
          openBalance: week.openBalance
        )
      }
    let channels = simulation.totals.byChannel.used.map { $0.channel }
    let head =
      isShort ? Message(fr: "Jour", en: "Day") : Message(fr: "Semaine du", en: "Week of")
    var rows = [
      [say(head), say(Message(fr: "Actions", en: "Actions"))]
        + channels.map { say($0.noun.singular) }
        + [
          say(Message(fr: "à la main", en: "by hand")), say(Message(fr: "encaissé", en: "cash in")),
          say(Message(fr: "reste dû", en: "open")),
        ]
    ]
    for line in lines {
      rows.append(
        [line.title, count(line.load.total)] + channels.map { count(line.load[$0]) }
          + [count(line.manual), euros(line.cashIn), euros(line.openBalance)]
      )
    }
    writeRows(rows)
  }

  /// Columns as wide as their widest cell, figures flush right; the first row is a heading.
  mutating func writeRows(_ rows: [[String]]) {
    let widths = (rows.first ?? []).indices.map { column in
      rows.map { cellWidth($0[column]) }.max() ?? 0
    }
    for (index, row) in rows.enumerated() {
      let cells = row.enumerated().map { column, cell in
        fitted(cell, to: widths[column], flush: column == 0 ? .left : .right)
      }
      let text = cells.joined(separator: "  ")
      line(index == 0 ? paint(text, .faint) : text)
    }
  }

  private mutating func writeTotals(of simulation: Simulation) {
    let totals = simulation.totals
    let language = settings.language
    let channels = totals.byChannel.used.map { $0.channel.noun.counted($0.count, in: language) }
    let natures = totals.byNature.map { nature, number in
      "\(say(nature.name)) \(count(number))"
    }
    let actions = CountedNoun.action.counted(totals.actions, in: language)
    paragraph(
      totals.actions == 0 ? actions : "\(actions)\(say(.colon)) \(channels.joined(separator: ", "))"
    )
    if !natures.isEmpty { paragraph(natures.joined(separator: ", ")) }
    let customers = CountedNoun.customer.counted(totals.customersContacted, in: language)
    let invoices = CountedNoun.invoice.counted(totals.invoicesContacted, in: language)
    let manual = ActionMode.manual.noun.counted(totals.manual, in: language)
    paragraph("\(customers), \(invoices), \(manual)")
    let cash = euros(totals.cashIn)
    let open = euros(totals.openBalanceEnd)
    paragraph(
      say(
        Message(
          fr: "encaissé \(cash), reste dû à la fin \(open)",
          en: "cash in \(cash), open at the end \(open)"
        )
      )
    )
  }

  private mutating func writeSpread(_ spread: SimulationSpread) {
    line()
    let runs = settings.language.amounts.write(spread.runs)
    rule(
      say(
        Message(
          fr: "\(runs) tirages (le détail ci-dessus est celui du premier)",
          en: "\(runs) runs (the figures above are those of the first)"
        )
      ),
      .strong
    )
    func number(_ figure: Int64) -> String { count(Int(figure)) }
    func row(_ title: Message, _ range: FigureRange, _ write: (Int64) -> String) -> [String] {
      [say(title), write(range.low), write(range.median), write(range.high)]
    }
    writeRows([
      [
        "", say(Message(verbatim: "10 %")), say(Message(fr: "médiane", en: "median")),
        say(Message(verbatim: "90 %")),
      ],
      row(Message(fr: "Actions", en: "Actions"), spread.actions, number),
      row(Message(fr: "À la main", en: "By hand"), spread.manual, number),
      row(
        Message(fr: "Clients contactés", en: "Customers contacted"),
        spread.customersContacted,
        number
      ),
      row(Message(fr: "Encaissé", en: "Cash in"), spread.cashIn) { euros($0) },
      row(Message(fr: "Reste dû à la fin", en: "Open at the end"), spread.openBalanceEnd) {
        euros($0)
      },
    ])
  }

  private func count(_ number: Int) -> String {
    number == 0 ? "·" : settings.language.amounts.write(number)
  }

  private func euros(_ cents: Int64?) -> String {
    guard let cents else { return say(Message(fr: "trop grand", en: "too large")) }
    return settings.language.amounts.write(minorUnits: Int128(cents), of: .euro)
  }
}

extension Nature {
  /// The nature without a tone.
  var name: Message {
    switch self {
    case .thanks: Message(fr: "remerciement", en: "thank-you")
    case .preDueNotice: Message(fr: "prévenance", en: "notice before the due date")
    case .statement: Message(fr: "relevé", en: "statement")
    case .reminder: Message(fr: "relance", en: "reminder")
    case .formalNotice: Message(fr: "mise en demeure", en: "formal notice")
    case .litigation: Message(fr: "contentieux", en: "handover to litigation")
    }
  }
}

extension PaymentAssumption {
  /// What is assumed, in a sentence.
  var meaning: Message {
    switch self {
    case .none:
      Message(
        fr: "Sans aucun paiement après le premier jour.",
        en: "Without any payment after the first day."
      )
    case .actual:
      Message(
        fr: "Avec les paiements du registre, à leurs dates.",
        en: "With the payments of the ledger, on their days."
      )
    case .expected:
      Message(
        fr: "Chaque client paie avec son retard moyen de l'année passée.",
        en: "Each customer pays with its mean delay of the past year."
      )
    case .sampled(let seed):
      Message(
        fr: "Retards tirés de ceux de chaque client dans l'année passée (graine \(seed)).",
        en: "Delays drawn from those of each customer in the past year (seed \(seed))."
      )
    }
  }
}
