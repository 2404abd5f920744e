import Diagnostics
import Receivables

extension HistoryFormat {
  /// For a person: a line for each day and event, what proves a reminder below it.
  public static let table = HistoryFormat(
    name: "table",
    write: { report, settings, output in
      var page = TextPage(settings, to: output)
      page.write(report)
    }
  )
}

extension TextPage {
  fileprivate mutating func write(_ report: HistoryReport) {
    let title = Message(
      fr: "Historique : \(report.subject.fr)",
      en: "History: \(report.subject.en)"
    )
    paragraph(say(title), .strong)
    if report.events.isEmpty {
      paragraph(say(Message(fr: "Rien n'est inscrit.", en: "Nothing is written.")))
    }
    let nouns = report.events.map { cellWidth(say($0.kind.noun)) }.max() ?? 0
    let ids = report.events.map { cellWidth(printable($0.invoice ?? $0.customer)) }.max() ?? 0
    let idWidth = min(ids, 24)
    for event in report.events {
      let head = [
        event.day.inFigures(settings.language),
        fitted(say(event.kind.noun), to: nouns),
        fitted(printable(event.invoice ?? event.customer), to: idWidth),
      ].joined(separator: "  ")
      let room = width - cellWidth(head) - 2
      let lines = wrapped(details(of: event), to: max(room, 20))
      line(lines.isEmpty ? head : "\(head)  \(lines[0])")
      for rest in lines.dropFirst() { line(spaces(cellWidth(head) + 2) + rest) }
      if let sent = event.kind.sent { writeProof(of: sent, report.texts) }
    }
  }

  private func details(of event: HistoryEvent) -> String {
    var parts: [String] = []
    switch event.kind {
    case .issued(let amount), .payment(let amount):
      let minorUnits = Int128(amount.minorUnits)
      parts.append(settings.language.amounts.write(minorUnits: minorUnits, of: amount.currency))
    case .promise(let day):
      let figures = day.inFigures(settings.language)
      parts.append(say(Message(fr: "de payer le \(figures)", en: "to pay on \(figures)")))
    case .hold(let until?) where until < event.day:
      parts.append(say(Message(fr: "levée avant de commencer", en: "lifted before it began")))
    case .hold(let until?):
      let figures = until.inFigures(settings.language)
      parts.append(say(Message(fr: "jusqu'au \(figures)", en: "until \(figures)")))
    case .hold(nil): parts.append(say(Message(fr: "sans fin", en: "without end")))
    case .reminder(let sent):
      let reminder = sent.reminder
      parts.append("« \(printable(reminder.step)) »")
      parts += [reminder.channel, reminder.nature, sent.tone, sent.mode].map { printable($0) }
    case .due, .dispute, .settlement, .release, .insolvency: break
    }
    if let reason = event.reason { parts.append(printable(reason)) }
    return parts.filter { !$0.isEmpty }.joined(separator: " · ")
  }

  private mutating func writeProof(of sent: SentReminder, _ texts: HistoryReport.Texts) {
    var parts: [String] = []
    if let message = sent.reminder.messageID { parts.append("message \(printable(message))") }
    if let run = sent.run {
      parts.append(say(Message(fr: "exécution \(run)", en: "run \(run)")))
    }
    if let moment = sent.recordedAt {
      parts.append(say(Message(fr: "enregistrée \(moment)", en: "recorded \(moment)")))
    }
    for part in joined(parts, by: ", ", to: width - 6) { line(spaces(6) + paint(part, .faint)) }
    for text in sent.texts {
      line(spaces(6) + paint("\(printable(text.channel)) SHA-256 \(text.checksum)", .faint))
      if !text.isIntact {
        let warning = Message(
          fr: "attention : ce texte n'a plus cette empreinte, il a été modifié",
          en: "note: this text does not have this checksum any more, it has been changed"
        )
        line(spaces(6) + paint(say(warning), .alarm))
      }
      switch texts {
      case .proven: break
      case .full:
        for row in text.text.split(separator: "\n", omittingEmptySubsequences: false) {
          line(spaces(6) + "│ " + printable(row))
        }
      }
    }
  }
}
