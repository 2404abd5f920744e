import Diagnostics
import Figures
import Planning
import Receivables

extension ReportPageWriter {
  /// What is owed: by age, then by customer, each currency by itself.
  var ageing: Page.Section? {
    let balance = ledger.agedBalance
    let title = say(ReportWords.ageing)
    guard !balance.totals.isEmpty else {
      let nothing = Message(fr: "Rien n'est dû à cette date.", en: "Nothing is owed on that day.")
      return Page.Section(
        id: "balance",
        title: title,
        content: [.node(.p, [.class("empty")], say(nothing))]
      )
    }
    var content: [Markup] = []
    for (index, total) in balance.totals.enumerated().sorted(by: { euroFirst($0, $1) }) {
      if balance.totals.count > 1 { content.append(.node(.h3, total.currency.code)) }
      content.append(ages(of: total, at: "/ageing/totals/\(index)"))
      content.append(customers(in: total, at: "/ageing/totals/\(index)"))
    }
    if balance.totals.contains(where: { $0.currency != .euro }) { content.append(euros) }
    return Page.Section(id: "balance", title: title, content: content)
  }

  /// The currency of the house first, then by code.
  private func euroFirst(
    _ left: (offset: Int, element: AgedBalance.Total),
    _ right: (offset: Int, element: AgedBalance.Total)
  ) -> Bool {
    let (one, other) = (left.element.currency, right.element.currency)
    return one == .euro ? other != .euro : other != .euro && one < other
  }

  private func ages(of total: AgedBalance.Total, at place: String) -> Markup {
    let amounts = total.amounts
    let longest = AgeClass.allCases.map { amounts[$0] }.max() ?? 0
    var table = DataTable(
      caption: say(
        Message(
          fr: "Ce qui est dû, selon l'ancienneté du retard (\(total.currency.code))",
          en: "What is owed, by how long it has been overdue (\(total.currency.code))"
        )
      ),
      columns: [
        .words(say(Message(fr: "Retard", en: "Overdue"))), .figures(head(ReportWords.balance)),
        .words(""),
      ]
    )
    table.style = .figure
    table.rows = AgeClass.allCases.enumerated().map { index, age in
      [
        DataTable.Cell(say(age.name)),
        cell(money(amounts[age], total.currency, "\(place)/\(age.rawValue)")),
        cell(
          Bar.markup([Bar.Part(amount: amounts[age], colour: "age\(index)")], longest: longest)
        ),
      ]
    }
    table.total = [
      DataTable.Cell(head(ReportWords.total)),
      cell(money(amounts.total, total.currency, "\(place)/total")), DataTable.Cell(""),
    ]
    return table.markup(language)
  }

  private func customers(in total: AgedBalance.Total, at place: String) -> Markup {
    var table = DataTable(
      caption: say(
        Message(
          fr: "Par client, le plus gros encours d'abord (\(total.currency.code))",
          en: "By customer, the largest balance first (\(total.currency.code))"
        )
      ),
      columns: [.words(head(ReportWords.customer))]
        + [.figures(head(ReportWords.total))] + AgeClass.allCases.map { .figures(say($0.name)) }
    )
    let lines = ledger.agedBalance.lines.enumerated()
      .filter { $0.element.currency == total.currency }
      .sorted { left, right in
        let (one, other) = (left.element.amounts.total, right.element.amounts.total)
        return one != other ? one > other : left.offset < right.offset
      }
    table.rows = lines.map { index, line in
      [customer(line.customer, line.customerName)]
        + cells(line.amounts, line.currency, at: "/ageing/customers/\(index)")
    }
    table.total =
      [DataTable.Cell(head(ReportWords.total))] + cells(total.amounts, total.currency, at: place)
    return table.markup(language)
  }

  private func cells(
    _ amounts: AgedAmounts,
    _ currency: Currency,
    at place: String
  ) -> [DataTable.Cell] {
    let classes = AgeClass.allCases.map { age -> DataTable.Cell in
      amounts[age] == 0
        ? DataTable.Cell([.node(.span, [.class("muted")], FigureText.none)], key: "0")
        : cell(money(amounts[age], currency, "\(place)/\(age.rawValue)"))
    }
    return [cell(money(amounts.total, currency, "\(place)/total"))] + classes
  }

  private var euros: Markup {
    let euro = ledger.agedBalance.euro
    var table = DataTable(
      caption: say(
        Message(
          fr: "Toutes devises, en euros aux cours du jour",
          en: "All currencies, in euros at the day's rates"
        )
      ),
      columns: [.words(head(ReportWords.currency)), .figures(head(ReportWords.total))]
        + AgeClass.allCases.map { .figures(say($0.name)) }
    )
    table.rows = [
      [DataTable.Cell(Currency.euro.code)] + cells(euro.amounts, .euro, at: "/ageing/euro")
    ]
    guard !euro.leftOut.isEmpty else { return table.markup(language) }
    let codes = euro.leftOut.map(\.code).joined(separator: ", ")
    let note = Message(
      fr: "Sans cours ce jour, donc hors de ce total : \(codes).",
      en: "Without a rate on the day, and so not in this total: \(codes)."
    )
    return .group([table.markup(language), .node(.p, [.class("alarm")], say(note))])
  }
}
