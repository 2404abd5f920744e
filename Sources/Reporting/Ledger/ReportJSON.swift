import Diagnostics
import Figures
import Planning
import Receivables

extension ReportFormat {
  /// For programs: every figure, amounts in minor units.
  public static let json = ReportFormat(
    name: "json",
    summary: Message(fr: "pour les programmes", en: "for programs"),
    write: { report, _, output in ReportJSON(report: report).document.write(to: output) }
  )
}

private struct ReportJSON {
  let report: LedgerReport

  private var figures: LedgerFigures { report.figures }

  var document: JSONValue {
    let object: JSONObject = [
      "date": .string(figures.date.description),
      "ageing": ageing,
      "dso": .array(figures.salesOutstanding.map(salesOutstanding), .linePerItem),
      "undated_invoices": JSONValue(figures.undatedInvoices),
      "punctuality": .object(punctuality(figures.payers.overall), .oneLine),
      "best_payers": .array(figures.payers.best.map(payer), .linePerItem),
      "worst_payers": .array(figures.payers.worst.map(payer), .linePerItem),
      "reminders": .array(figures.reminders.map(level), .linePerItem),
      "largest_overdue": .array(figures.largestOverdue.map(overdue), .linePerItem),
      "limitation": .array(figures.watchlist.limited.map(limited), .linePerItem),
      "broken_promises": .array(figures.watchlist.brokenPromises.map(promise), .linePerItem),
      "disputes": .array(figures.watchlist.disputed.map(disputed), .linePerItem),
      "upcoming": report.upcoming.map(upcoming) ?? .null,
      "left_out": .array(figures.leftOut.map { .string($0) }, .oneLine),
    ]
    return .object(object, .linePerItem)
  }

  private var ageing: JSONValue {
    let balance = figures.agedBalance
    return .object(
      [
        "customers": .array(
          balance.lines.map { line in
            .object(
              [
                "customer": .string(line.customer), "customer_name": JSONValue(line.customerName),
                "currency": .string(line.currency.code),
              ] + amounts(line.amounts),
              .oneLine
            )
          },
          .linePerItem
        ),
        "totals": .array(
          balance.totals.map { total in
            .object(
              [
                "currency": .string(total.currency.code),
                "open_invoices": JSONValue(total.openInvoices),
                "overdue_invoices": JSONValue(total.overdueInvoices),
              ] + amounts(total.amounts),
              .oneLine
            )
          },
          .linePerItem
        ),
        "euro": .object(
          amounts(balance.euro.amounts) + [
            "without_rate": .array(balance.euro.leftOut.map { .string($0.code) }, .oneLine)
          ],
          .oneLine
        ),
      ],
      .linePerItem
    )
  }

  private func amounts(_ amounts: AgedAmounts) -> JSONObject {
    var object: JSONObject = [:]
    for age in AgeClass.allCases { object.append(age.rawValue, .whole(amounts[age])) }
    object.append("overdue", .whole(amounts.overdue))
    object.append("total", .whole(amounts.total))
    return object
  }

  private func salesOutstanding(_ sales: SalesOutstanding) -> JSONValue {
    let countBack: JSONValue
    let atLeast: JSONValue
    switch sales.countBack {
    case .days(let days): (countBack, atLeast) = (.decimal(days, places: Precision.days), .null)
    case .moreThan(let days): (countBack, atLeast) = (.null, JSONValue(days))
    }
    return .object(
      [
        "currency": .string(sales.currency.code),
        "outstanding": .whole(sales.outstanding),
        "sales": .whole(sales.sales),
        "days": JSONValue(sales.days),
        "simple": JSONValue(sales.simple, places: Precision.days),
        "count_back": countBack,
        "count_back_more_than": atLeast,
      ],
      .oneLine
    )
  }

  private func punctuality(_ punctuality: Punctuality) -> JSONObject {
    [
      "settled": JSONValue(punctuality.settled),
      "late": JSONValue(punctuality.late),
      "average_delay": JSONValue(punctuality.meanDelay, places: Precision.days),
      "late_share": JSONValue(punctuality.lateShare?.fraction, places: Precision.shares),
    ]
  }

  private func payer(_ payer: Payers.Payer) -> JSONValue {
    .object(
      [
        "customer": .string(payer.customer), "customer_name": JSONValue(payer.customerName),
      ] + punctuality(payer.punctuality),
      .oneLine
    )
  }

  private func level(_ level: ReminderLevel) -> JSONValue {
    .object(
      [
        "step": .string(level.step),
        "sent": JSONValue(level.sent),
        "crossed": JSONValue(level.crossed),
        "paid": JSONValue(level.paid),
        "reminded": JSONValue(level.reminded),
        "pending": JSONValue(level.pending),
        "within": .array(
          level.within.map { window in
            .object(
              [
                "days": JSONValue(window.days), "observed": JSONValue(window.observed),
                "paid": JSONValue(window.paid),
                "share": JSONValue(window.share, places: Precision.shares),
              ],
              .oneLine
            )
          },
          .oneLine
        ),
      ],
      .oneLine
    )
  }

  private func claim(_ claim: Claim) -> JSONObject {
    [
      "invoice": .string(claim.invoice),
      "number": .string(claim.number),
      "customer": .string(claim.customer),
      "customer_name": JSONValue(claim.customerName),
      "due_on": .string(claim.dueOn.description),
      "days_late": JSONValue(claim.daysLate),
      "currency": .string(claim.currency.code),
      "balance": .integer(claim.balance),
    ]
  }

  private func overdue(_ overdue: OverdueClaim) -> JSONValue {
    .object(
      claim(overdue.claim) + ["events": .array(overdue.events.map(event), .oneLine)],
      .oneLine
    )
  }

  private func event(_ event: ClaimEvent) -> JSONValue {
    let details: JSONObject =
      switch event.kind {
      case .issued: ["kind": .string("issued")]
      case .due: ["kind": .string("due")]
      case .payment(let amount): ["kind": .string("payment"), "amount": .integer(amount)]
      case .reminder(let step, let channel):
        ["kind": .string("reminder"), "step": .string(step), "channel": .string(channel)]
      case .promise(let day):
        ["kind": .string("promise"), "promised_on": .string(day.description)]
      case .disputeOpened: ["kind": .string("dispute_opened")]
      case .disputeClosed: ["kind": .string("dispute_closed")]
      }
    return .object(["date": .string(event.date.description)] + details, .oneLine)
  }

  private func limited(_ limited: LimitedClaim) -> JSONValue {
    .object(
      claim(limited.claim) + [
        "limited_on": .string(limited.limitedOn.description),
        "days_left": JSONValue(limited.daysLeft),
      ],
      .oneLine
    )
  }

  private func promise(_ promise: BrokenPromise) -> JSONValue {
    .object(
      claim(promise.claim) + [
        "made_on": JSONValue(promise.madeOn?.description),
        "promised_on": .string(promise.promisedOn.description),
        "days_since": JSONValue(promise.daysSince),
      ],
      .oneLine
    )
  }

  private func disputed(_ disputed: DisputedClaim) -> JSONValue {
    .object(
      claim(disputed.claim) + [
        "opened_on": .string(disputed.openedOn.description),
        "days_open": JSONValue(disputed.daysOpen),
      ],
      .oneLine
    )
  }

  private func upcoming(_ upcoming: Simulation) -> JSONValue {
    .object(
      [
        "from": .string(upcoming.from.description),
        "to": .string(upcoming.to.description),
        "weeks": .array(upcoming.weeks.map(week), .linePerItem),
        "actions": .array(upcoming.journal.map(entry), .linePerItem),
      ],
      .linePerItem
    )
  }

  private func week(_ week: SimulatedWeek) -> JSONValue {
    .object(
      [
        "monday": .string(week.monday.description),
        "actions": JSONValue(week.actions),
        "by_channel": week.byChannel.json,
      ],
      .oneLine
    )
  }

  private func entry(_ entry: JournalEntry) -> JSONValue {
    let action = entry.action
    return .object(
      [
        "date": .string(entry.date.description),
        "customer": .string(action.customer),
        "customer_name": JSONValue(action.customerName),
        "scenario": .string(action.scenario),
        "channel": .string(action.channel.rawValue),
        "nature": .string(action.nature.rawValue),
        "tone": .string(action.tone.rawValue),
        "mode": .string(action.mode.rawValue),
        "currency": .string(action.currency.code),
        "total_balance": .integer(action.totalBalance),
        "invoices": .array(action.invoices.map { .string($0.id) }, .oneLine),
      ],
      .oneLine
    )
  }
}

extension ReminderLevel.Window {
  /// The share of the reminders looked at whose invoice was settled within the days.
  var share: Rational? { Rational(numerator: Int128(paid), denominator: Int128(observed)) }
}
