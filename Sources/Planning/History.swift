import Receivables

extension PlannedAction {
  /// What names the message in the history: day, channel and first invoice, as an invoice is in one
  /// action a day for each channel.
  ///
  /// It depends on the plan alone, so that a message rendered twice has the same name.
  public func messageID(on day: CalendarDate) -> String {
    "\(day)/\(channel.rawValue)/\(invoices.first?.id ?? "")"
  }
}

/// The rows that actions of a day give in the history, in the order of the actions.
///
/// An invoice gets one row for its step, with the channels of all the actions it is in (R73). The
/// row belongs to the first of these actions, whose nature, tone and mode it takes, so that invoices
/// that went out together count as one contact (R83).
///
/// - Parameters:
///   - actions: what was done
///   - day: the day it was done
///   - text: what was written or said, where it is known
/// - Returns: one row for each invoice
public func historyRows(
  of actions: [PlannedAction],
  on day: CalendarDate,
  text: (PlannedAction) -> String? = { _ in nil }
) -> [HistoryRow] {
  var rows: [HistoryRow] = []
  // The channels of a row whose invoice is in several actions.
  var channels: [Int: Set<Channel>] = [:]
  var places: [String: Int] = [:]
  for action in actions {
    let message = action.messageID(on: day)
    let sent = text(action).map { [SentText($0, through: action.channel)] } ?? []
    for invoice in action.invoices {
      // In one action an invoice stands once.
      if actions.count > 1, let place = places[invoice.id] {
        channels[place, default: []].insert(action.channel)
        rows[place].texts += sent
      } else {
        if actions.count > 1 { places[invoice.id] = rows.count }
        rows.append(action.historyRow(of: invoice, in: message, on: day, texts: sent))
      }
    }
  }
  for (place, others) in channels {
    let first = rows[place].reminder.kind
    let all = Channel.allCases.filter { others.contains($0) || $0.rawValue == first.channel }
    rows[place].reminder.kind = ReminderKind(
      step: first.step,
      rank: first.rank,
      channel: all.map { $0.rawValue }.joined(separator: " + "),
      nature: first.nature
    )
  }
  return rows
}

extension PlannedAction {
  fileprivate func historyRow(
    of invoice: PlannedInvoice,
    in message: String,
    on day: CalendarDate,
    texts: [SentText]
  ) -> HistoryRow {
    HistoryRow(
      invoice: invoice.id,
      customer: customer,
      scenario: scenario,
      reminder: Reminder(
        step: invoice.step,
        rank: invoice.rank,
        channel: channel.rawValue,
        nature: nature.rawValue,
        sentOn: day,
        occurrence: invoice.occurrence,
        messageID: message
      ),
      tone: tone,
      mode: mode,
      texts: texts
    )
  }
}

extension CustomerAccount {
  /// Records in memory every action of a day as done, whatever its mode: what examples and
  /// simulations do between two days (R98).
  public mutating func record(_ actions: [PlannedAction], on day: CalendarDate) {
    let rows = historyRows(of: actions, on: day)
    guard !rows.isEmpty else { return }
    for row in rows {
      guard let index = place(ofInvoice: row.invoice) else { continue }
      invoices[index].reminders.append(row.reminder)
    }
  }

  /// The place of an invoice, all of which are in order.
  public func place(ofInvoice id: String) -> Int? {
    let place = invoices.partitioningIndex(where: { !precedes($0.invoice.id, id) })
    return place < invoices.count && invoices[place].invoice.id == id ? place : nil
  }
}
