import Diagnostics
import Figures
import Planning
import Receivables

extension ReportPageWriter {
  /// How customers pay: days sales outstanding, punctuality, best and worst payers.
  var payment: Page.Section? {
    guard !ledger.salesOutstanding.isEmpty || ledger.payers.overall.settled > 0 else { return nil }
    return Page.Section(
      id: "paiements",
      title: say(Message(fr: "Comment les clients paient", en: "How customers pay")),
      content: [salesOutstanding, payers]
    )
  }

  private var salesOutstanding: Markup {
    guard !ledger.salesOutstanding.isEmpty else { return .nothing }
    var table = DataTable(
      caption: say(ReportWords.dso),
      columns: [
        .words(head(ReportWords.currency)), .figures(head(ReportWords.outstanding)),
        .figures(head(ReportWords.sales)),
        .figures(say(Message(fr: "En", en: "Within"))),
        .figures(head(ReportWords.simple)), .figures(head(ReportWords.countBack)),
      ]
    )
    table.rows = ledger.salesOutstanding.enumerated().map { index, sales in
      let place = "/dso/\(index)"
      return [
        DataTable.Cell(sales.currency.code),
        cell(money(sales.outstanding, sales.currency, "\(place)/outstanding")),
        cell(money(sales.sales, sales.currency, "\(place)/sales")),
        cell(days(sales.days, "\(place)/days")),
        cell(days(sales.simple, "\(place)/simple")),
        cell(countBack(sales.countBack, at: place)),
      ]
    }
    let note = Message(
      fr: """
        Simple : encours ÷ facturé × jours. Par épuisement : on remonte mois par mois jusqu'à ce \
        que le facturé égale l'encours.
        """,
      en: """
        Simple: outstanding ÷ billed × days. Count-back: month after month, until what was billed \
        equals what is outstanding.
        """
    )
    return .group([table.markup(language), .node(.p, [.class("note")], say(note))])
  }

  private var payers: Markup {
    guard ledger.payers.overall.settled > 0 else { return .nothing }
    return .group([
      payers(ReportWords.best, ledger.payers.best, at: "/best_payers", withTotal: true),
      ledger.payers.worst.isEmpty
        ? .nothing
        : payers(ReportWords.worst, ledger.payers.worst, at: "/worst_payers", withTotal: false),
      .node(
        .p,
        [.class("note")],
        say(
          Message(
            fr: "Factures soldées dans les 365 jours, du jour d'échéance au dernier paiement.",
            en: "Invoices settled within 365 days, from the due date to the last payment."
          )
        )
      ),
    ])
  }

  private func payers(
    _ caption: Message,
    _ payers: [Payers.Payer],
    at place: String,
    withTotal: Bool
  ) -> Markup {
    var table = DataTable(
      caption: say(caption),
      columns: [
        .words(head(ReportWords.customer)), .figures(head(ReportWords.settled)),
        .figures(head(ReportWords.lateInvoices)), .figures(head(ReportWords.lateShare)),
        .figures(head(ReportWords.averageDelay)),
      ]
    )
    table.rows = payers.enumerated().map { index, payer in
      [customer(payer.customer, payer.customerName)]
        + cells(payer.punctuality, at: "\(place)/\(index)")
    }
    if withTotal {
      let all = say(Message(fr: "Tous les clients", en: "All customers"))
      table.total = [DataTable.Cell(all)] + cells(ledger.payers.overall, at: "/punctuality")
    }
    return table.markup(language)
  }

  private func cells(_ punctuality: Punctuality, at place: String) -> [DataTable.Cell] {
    [
      cell(count(punctuality.settled, "\(place)/settled")),
      cell(count(punctuality.late, "\(place)/late")),
      cell(share(punctuality.lateShare?.fraction, "\(place)/late_share")),
      cell(days(punctuality.meanDelay, "\(place)/average_delay")),
    ]
  }

  /// The reminders of each step and what followed.
  var reminders: Page.Section? {
    guard !ledger.reminders.isEmpty else { return nil }
    var table = DataTable(
      caption: say(
        Message(
          fr: "Par étape, de la plus précoce à la plus tardive",
          en: "By step, from the earliest to the latest"
        )
      ),
      columns: [
        .words(head(ReportWords.step)), .figures(head(ReportWords.sent)),
        .figures(head(ReportWords.paidNext)), .figures(head(ReportWords.remindedNext)),
        .figures(head(ReportWords.pending)), .figures(head(ReportWords.crossed)),
        .words(say(Message(fr: "Suites", en: "Outcome"))),
      ] + ReminderLevel.windows.map { .figures(head(ReportWords.within($0))) }
    )
    let most = Int128(ledger.reminders.map(\.sent).max() ?? 0)
    table.rows = ledger.reminders.enumerated().map { index, level in
      let place = "/reminders/\(index)"
      let parts = [(level.paid, "cash"), (level.reminded, "letter"), (level.pending, "age0")]
      return [
        DataTable.Cell(level.step),
        cell(count(level.sent, "\(place)/sent")),
        cell(count(level.paid, "\(place)/paid")),
        cell(count(level.reminded, "\(place)/reminded")),
        cell(count(level.pending, "\(place)/pending")),
        cell(count(level.crossed, "\(place)/crossed")),
        cell(
          Bar.markup(
            parts.map { Bar.Part(amount: Int128($0.0), colour: $0.1) },
            longest: most
          )
        ),
      ]
        + level.within.enumerated().map { window, figure in
          cell(share(figure.share, "\(place)/within/\(window)/share"))
        }
    }
    return Page.Section(
      id: "relances",
      title: say(ReportWords.reminders),
      content: [
        table.markup(language), legend,
        .node(
          .p,
          [.class("note")],
          say(
            Message(
              fr: """
                Payée ensuite : soldée avant toute autre relance. Croisée : soldée avant l'envoi. \
                À 7, 15, 30 jours : part soldée dans ce délai, parmi les relances assez anciennes \
                pour le dire.
                """,
              en: """
                Paid next: settled before any further reminder. Crossed: settled before it was \
                sent. In 7, 15, 30 days: share settled within, of the reminders old enough to tell.
                """
            )
          )
        ),
      ]
    )
  }

  private var legend: Markup {
    let entries = [
      ("cash", ReportWords.paidNext), ("letter", ReportWords.remindedNext),
      ("age0", ReportWords.pending),
    ]
    return .node(
      .ul,
      [.class("legend")],
      entries.map { .node(.li, [.class($0.0)], [.node(.span, say($0.1))]) }
    )
  }
}
