import Diagnostics
import Receivables

extension HistoryFormat {
  /// For spreadsheets: a line for each event, and for each channel of a reminder whose text is kept.
  public static let csv = HistoryFormat(
    name: "csv",
    write: { report, _, output in
      var table = CSVTable(
        columns: [
          "date", "event", "customer", "invoice", "amount", "currency", "until", "step", "channel",
          "nature", "tone", "mode", "scenario", "occurrence", "message_id", "run_id",
          "recorded_at", "text_channel", "sha256", "reason",
        ] + (report.texts.areFull ? ["text"] : []),
        to: output
      )
      for event in report.events {
        let texts = event.kind.sent?.texts ?? []
        let lines: [SentReminder.KeptText?] = texts.isEmpty ? [nil] : texts
        for text in lines { table.append(event.cells(text, full: report.texts)) }
      }
    }
  )

  /// For programs.
  public static let json = HistoryFormat(
    name: "json",
    write: { report, _, output in
      let events = JSONValue.rows(report.events) { $0.json(report.texts) }
      JSONValue.object(["events": events], .linePerItem).write(to: output)
    }
  )
}

extension HistoryReport.Texts {
  fileprivate var areFull: Bool {
    switch self {
    case .proven: false
    case .full: true
    }
  }
}

extension HistoryEvent {
  fileprivate func cells(
    _ text: SentReminder.KeptText?,
    full texts: HistoryReport.Texts
  ) -> [CSVTable.Cell] {
    let sent = kind.sent
    let reminder = sent?.reminder
    let cells: [CSVTable.Cell] = [
      .date(day),
      .text(kind.word),
      .text(customer),
      CSVTable.Cell(invoice),
      CSVTable.Cell(kind.money?.minorUnits),
      CSVTable.Cell(kind.money?.currency.code),
      CSVTable.Cell(kind.until),
      CSVTable.Cell(reminder?.step),
      CSVTable.Cell(reminder?.channel),
      CSVTable.Cell(reminder?.nature),
      CSVTable.Cell(sent?.tone),
      CSVTable.Cell(sent?.mode),
      CSVTable.Cell(sent?.scenario),
      CSVTable.Cell(reminder?.occurrence),
      CSVTable.Cell(reminder?.messageID),
      CSVTable.Cell(sent?.run),
      CSVTable.Cell(sent?.recordedAt),
      CSVTable.Cell(text?.channel),
      CSVTable.Cell(text?.checksum),
      CSVTable.Cell(reason),
    ]
    return texts.areFull ? cells + [CSVTable.Cell(text?.text)] : cells
  }

  fileprivate func json(_ texts: HistoryReport.Texts) -> JSONValue {
    var object: JSONObject = [
      "date": .string(day.description),
      "event": .string(kind.word),
      "customer": .string(customer),
      "invoice": JSONValue(invoice),
    ]
    if let money = kind.money {
      object.append("amount", .integer(money.minorUnits))
      object.append("currency", .string(money.currency.code))
    }
    if let until = kind.until { object.append("until", .string(until.description)) }
    if let sent = kind.sent { object = object + sent.json(texts) }
    object.append("reason", JSONValue(reason))
    return .object(object, .oneLine)
  }
}

extension SentReminder {
  fileprivate func json(_ texts: HistoryReport.Texts) -> JSONObject {
    let kept = self.texts.map { text in
      var object: JSONObject = [
        "channel": .string(text.channel),
        "sha256": .string(text.checksum),
        "intact": .truth(text.isIntact),
      ]
      if texts.areFull { object.append("text", .string(text.text)) }
      return JSONValue.object(object, .oneLine)
    }
    return [
      "step": .string(reminder.step),
      "channel": .string(reminder.channel),
      "nature": .string(reminder.nature),
      "tone": .string(tone),
      "mode": .string(mode),
      "scenario": .string(scenario),
      "occurrence": JSONValue(reminder.occurrence?.description),
      "message_id": JSONValue(reminder.messageID),
      "run_id": JSONValue(run),
      "recorded_at": JSONValue(recordedAt),
      "texts": .array(kept, .oneLine),
    ]
  }
}
