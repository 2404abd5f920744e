import Planning
import Receivables

extension SimulationFormat {
  /// For programs: every day, the weeks, the totals and, of several runs, how far they lie apart.
  public static let json = SimulationFormat(
    name: "json",
    journal: .counted,
    write: { report, _, output in report.simulation.json.write(to: output) }
  )
}

extension Simulation {
  fileprivate var json: JSONValue {
    var object: JSONObject = [
      "from": .string(from.description),
      "to": .string(to.description),
      "payments": .string(payments.name),
    ]
    switch payments {
    case .none, .actual, .expected: break
    // A seed can exceed what programs read as a number.
    case .sampled(let seed): object.append("seed", .string(String(seed)))
    }
    object.append("days", .array(days.map(day), .linePerItem))
    object.append("weeks", .array(weeks.map(week), .linePerItem))
    object.append("totals", .object(totals.json, .oneLine))
    if let spread { object.append("runs", .object(spread.json, .linePerItem)) }
    return .object(object, .linePerItem)
  }

  private func day(_ day: SimulatedDay) -> JSONValue {
    .object(
      [
        "date": .string(day.date.description),
        "actions": JSONValue(day.actions),
        "by_channel": day.byChannel.json,
        "manual": JSONValue(day.manual),
        "cash_in": JSONValue(day.cashIn),
        "open_balance": JSONValue(day.openBalance),
      ],
      .oneLine
    )
  }

  private func week(_ week: SimulatedWeek) -> JSONValue {
    .object(
      [
        "monday": .string(week.monday.description),
        "actions": JSONValue(week.actions),
        "by_channel": week.byChannel.json,
        "manual": JSONValue(week.manual),
        "cash_in": JSONValue(week.cashIn),
        "open_balance": JSONValue(week.openBalance),
      ],
      .oneLine
    )
  }
}

extension ChannelLoad {
  var json: JSONValue {
    var object: JSONObject = [:]
    for (channel, count) in used { object.append(channel.rawValue, JSONValue(count)) }
    return .object(object, .oneLine)
  }
}

extension SimulationTotals {
  fileprivate var json: JSONObject {
    var natures: JSONObject = [:]
    for (nature, count) in byNature { natures.append(nature.rawValue, JSONValue(count)) }
    return [
      "actions": JSONValue(actions),
      "by_channel": byChannel.json,
      "by_nature": .object(natures, .oneLine),
      "manual": JSONValue(manual),
      "customers_contacted": JSONValue(customersContacted),
      "invoices_contacted": JSONValue(invoicesContacted),
      "cash_in": JSONValue(cashIn),
      "open_balance_end": JSONValue(openBalanceEnd),
    ]
  }
}

extension SimulationSpread {
  fileprivate var json: JSONObject {
    [
      "count": JSONValue(runs),
      "actions": actions.json,
      "manual": manual.json,
      "customers_contacted": customersContacted.json,
      "cash_in": cashIn.json,
      "open_balance_end": openBalanceEnd.json,
      "weeks": .array(
        weeks.map { week in
          .object(
            [
              "monday": .string(week.monday.description),
              "actions": week.actions.json,
              "cash_in": week.cashIn.json,
            ],
            .oneLine
          )
        },
        .linePerItem
      ),
    ]
  }
}

extension FigureRange {
  fileprivate var json: JSONValue {
    .object(["p10": .integer(low), "median": .integer(median), "p90": .integer(high)], .oneLine)
  }
}
