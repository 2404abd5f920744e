import Diagnostics
import Figures
import Planning
import Receivables

extension ReportPageWriter {
  /// The largest overdue claims, each with its timeline.
  var largest: Page.Section? {
    guard !ledger.largestOverdue.isEmpty else { return nil }
    return Page.Section(
      id: "creances",
      title: say(ReportWords.largest),
      content: [timelineLegend]
        + ledger.largestOverdue.enumerated().map { index, overdue in
          article(overdue, at: "/largest_overdue/\(index)")
        }
    )
  }

  private var timelineLegend: Markup {
    .node(
      .p,
      [.class("note")],
      say(
        Message(
          fr: """
            ● relance · ◆ paiement · ▲ promesse · ■ litige · trait plein : échéance · pointillé : \
            jour du rapport
            """,
          en: """
            ● reminder · ◆ payment · ▲ promise · ■ dispute · full line: due date · dashed: day of \
            the report
            """
        )
      )
    )
  }

  private func article(_ overdue: OverdueClaim, at place: String) -> Markup {
    let claim = overdue.claim
    return .node(
      .article,
      [
        .node(
          .header,
          [
            .node(.h3, claim.number),
            .node(.span, [.text(text.customer(claim.customer, claim.customerName))]),
            .node(
              .span,
              [.class("muted")],
              [
                .text(say(Message(fr: "échue le ", en: "due on "))), .day(claim.dueOn, language),
                .text(", "), days(claim.daysLate, "\(place)/days_late"),
              ]
            ),
            .node(
              .span,
              [.class("amount")],
              [money(Int128(claim.balance), claim.currency, "\(place)/balance")]
            ),
          ]
        ),
        TimelinePicture(
          claim: claim,
          events: overdue.events,
          day: ledger.date,
          language: language
        ).markup,
        .node(
          .ol,
          [.class("events")],
          overdue.events.enumerated().map { index, event in
            .node(.li, entry(of: event, claim.currency, at: "\(place)/events/\(index)"))
          }
        ),
      ]
    )
  }

  private func entry(_ date: CalendarDate, _ rest: [Markup]) -> [Markup] {
    [.day(date, language), .text(" ")] + rest
  }

  private func entry(
    of event: ClaimEvent,
    _ currency: Currency,
    at place: String
  ) -> [Markup] {
    switch event.kind {
    case .issued:
      return entry(event.date, [.text(say(Message(fr: "émise", en: "issued")))])
    case .due:
      return entry(event.date, [.text(say(Message(fr: "échéance", en: "due")))])
    case .payment(let amount):
      let word = say(Message(fr: "paiement ", en: "payment "))
      return entry(
        event.date,
        [.text(word), money(Int128(amount), currency, "\(place)/amount")]
      )
    case .reminder(let step, _):
      return entry(event.date, [.text(step)])
    case .promise(let day):
      let word = say(Message(fr: "promesse pour le ", en: "promise for "))
      return entry(event.date, [.text(word), .day(day, language)])
    case .disputeOpened:
      return entry(event.date, [.text(say(Message(fr: "litige", en: "dispute")))])
    case .disputeClosed:
      return entry(event.date, [.text(say(Message(fr: "litige réglé", en: "dispute settled")))])
    }
  }

  /// The claims that need a person: near limitation, broken promises, disputes.
  var watchlist: Page.Section? {
    let list = ledger.watchlist
    let limited = table(
      ReportWords.limitation,
      list.limited.map(\.claim),
      at: "/limitation",
      extra: [.words(head(ReportWords.limitedOn)), .figures(head(ReportWords.daysLeft))]
    ) { index, place in
      let limited = list.limited[index]
      return [day(limited.limitedOn), cell(days(limited.daysLeft, "\(place)/days_left"))]
    }
    let promises = table(
      ReportWords.promises,
      list.brokenPromises.map(\.claim),
      at: "/broken_promises",
      extra: [.words(head(ReportWords.promisedOn)), .figures(head(ReportWords.since))]
    ) { index, place in
      let promise = list.brokenPromises[index]
      return [day(promise.promisedOn), cell(days(promise.daysSince, "\(place)/days_since"))]
    }
    let disputes = table(
      ReportWords.disputes,
      list.disputed.map(\.claim),
      at: "/disputes",
      extra: [.words(head(ReportWords.openedOn)), .figures(head(ReportWords.since))]
    ) { index, place in
      let disputed = list.disputed[index]
      return [day(disputed.openedOn), cell(days(disputed.daysOpen, "\(place)/days_open"))]
    }
    let content = [limited, promises, disputes].compactMap { $0 }
    let nothing = Message(
      fr: "Ni prescription proche, ni promesse rompue, ni litige ouvert.",
      en: "Nothing near limitation, no broken promise, no open dispute."
    )
    return Page.Section(
      id: "attention",
      title: say(Message(fr: "À surveiller", en: "To watch")),
      content: content.isEmpty ? [.node(.p, [.class("empty")], say(nothing))] : content
    )
  }

  private func table(
    _ caption: Message,
    _ claims: [Claim],
    at list: String,
    extra: [DataTable.Column],
    cells: (Int, String) -> [DataTable.Cell]
  ) -> Markup? {
    guard !claims.isEmpty else { return nil }
    var table = DataTable(
      caption: say(caption),
      columns: [
        .words(head(ReportWords.invoice)), .words(head(ReportWords.customer)),
        .words(head(ReportWords.dueOn)), .figures(head(ReportWords.late)),
        .figures(head(ReportWords.balance)),
      ] + extra
    )
    table.rows = claims.enumerated().map { index, claim in
      let place = "\(list)/\(index)"
      return [
        DataTable.Cell(claim.number), customer(claim.customer, claim.customerName),
        day(claim.dueOn), cell(days(claim.daysLate, "\(place)/days_late")),
        cell(money(Int128(claim.balance), claim.currency, "\(place)/balance")),
      ] + cells(index, place)
    }
    return table.markup(language)
  }

  /// What the scenarios will do within the next days.
  var upcoming: Page.Section? {
    guard let upcoming = report.upcoming else { return nil }
    let title = say(ReportWords.upcoming)
    guard !upcoming.journal.isEmpty else {
      let none = say(Message(fr: "Aucune action.", en: "No action."))
      return Page.Section(
        id: "actions",
        title: title,
        content: [.node(.p, [.class("empty")], none)]
      )
    }
    let weeks = WeekPicture(weeks: upcoming.weeks, language: language)
    return Page.Section(
      id: "actions",
      title: title,
      content: [
        .node(.p, [.class("note")], say(ReportWords.upcomingNote)),
        weeks.markup(at: "/upcoming/weeks"), actions(upcoming),
      ]
    )
  }

  private func actions(_ upcoming: Simulation) -> Markup {
    var table = DataTable(
      caption: say(Message(fr: "Jour par jour", en: "Day by day")),
      columns: [
        .words(say(Message(fr: "Jour", en: "Day"))), .words(head(ReportWords.customer)),
        .words(say(Message(fr: "Action", en: "Action"))),
        .words(say(Message(fr: "Mode", en: "Mode"))), .figures(head(ReportWords.balance)),
      ]
    )
    table.rows = upcoming.journal.enumerated().map { index, entry in
      let action = entry.action
      let what = "\(say(action.channel.noun.singular)) · \(say(action.purpose))"
      return [
        day(entry.date), customer(action.customer, action.customerName), DataTable.Cell(what),
        DataTable.Cell(action.mode.noun.form(for: 1, in: language)),
        cell(
          money(
            Int128(action.totalBalance),
            action.currency,
            "/upcoming/actions/\(index)/total_balance"
          )
        ),
      ]
    }
    return table.markup(language)
  }
}
