import Diagnostics
import Planning
import Receivables
import Reporting

/// The page by which a person looks through an outbox before it goes out.
struct OutboxIndex {
  private let entries: [Outbox.Entry]
  private let day: CalendarDate
  private let language: MessageLanguage

  /// The page of these messages, for readers of a language.
  init(_ entries: [Outbox.Entry], _ day: CalendarDate, _ language: MessageLanguage) {
    self.entries = entries
    self.day = day
    self.language = language
  }

  /// The page.
  var text: String {
    let title = say("Relances du \(language.write(day))", "Reminders of \(language.write(day))")
    var body = "<h1>\(title)</h1>\n<p>\(summary)</p>\n"
    body += section(
      say("Prêt à partir", "Ready to go"),
      entries.filter { $0.isReady }
    )
    body += section(
      say("À valider ou à compléter", "To approve or complete"),
      entries.filter { !$0.isReady && !$0.isForPeople }
    )
    body += section(
      say("Appels et tâches", "Calls and tasks"),
      entries.filter { $0.isForPeople }
    )
    return """
      <!DOCTYPE html>
      <html lang="\(language.code)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(title)</title>
      <style>
      body { font: 15px/1.45 system-ui, Arial, sans-serif; margin: 2rem auto; max-width: 75rem; padding: 0 1rem; color: #1b1b1b; background: #fff; }
      table { border-collapse: collapse; width: 100%; margin: 0 0 2rem; }
      th, td { text-align: left; vertical-align: top; padding: .4rem .8rem .4rem 0; border-bottom: 1px solid #ccc; }
      td.amount, th:last-child { text-align: right; white-space: nowrap; }
      .problem { color: #8a2300; }
      details pre { white-space: pre-wrap; background: #f5f5f2; padding: .8rem; font: 13px/1.4 ui-monospace, monospace; }
      </style>
      </head>
      <body>
      \(body)</body>
      </html>

      """
  }

  private var summary: String {
    let counts = Channel.allCases.compactMap { channel -> String? in
      let count = entries.count { $0.message.action.channel == channel }
      return count == 0 ? nil : "\(channel.rawValue) : \(count)"
    }
    return escapedHTML(
      counts.isEmpty
        ? say("Rien à envoyer ce jour.", "Nothing to send on this day.")
        : counts.joined(separator: " · ")
    )
  }

  private func section(_ title: String, _ entries: [Outbox.Entry]) -> String {
    guard !entries.isEmpty else { return "" }
    let heads = [
      say("Client", "Customer"), say("Moyen", "Channel"), say("Message", "Message"),
      say("Total", "Total"),
    ]
    var text = "<h2>\(escapedHTML(title)) (\(entries.count))</h2>\n<table>\n<thead><tr>"
    for head in heads { text += "<th scope=\"col\">\(escapedHTML(head))</th>" }
    text += "</tr></thead>\n<tbody>\n"
    for entry in entries { text += row(entry) }
    return text + "</tbody>\n</table>\n"
  }

  private func row(_ entry: Outbox.Entry) -> String {
    let message = entry.message
    let action = message.action
    let total = Money(minorUnits: action.totalBalance, currency: action.currency)
    let title = message.subject.isEmpty ? message.text.trimmed : message.subject
    var text = "<tr><td>\(escapedHTML(plainLine(message.recipient.name)))<br>"
    text += "<small>\(escapedHTML(plainLine(action.customer)))</small></td>"
    text += "<td>\(action.channel.rawValue)<br><small>\(action.nature.rawValue), "
    text += "\(action.mode.rawValue)</small></td><td>"
    text += "<a href=\"\(entry.path)\">\(escapedHTML(title))</a>"
    for problem in entry.problems {
      text += "<br><span class=\"problem\">\(escapedHTML(language.say(problem)))</span>"
    }
    if !action.notifications.isEmpty {
      let roles = action.notifications.map(\.rawValue).joined(separator: ", ")
      text += "<br>\(say("À prévenir :", "To be told:")) \(roles)"
    }
    let show = say("Lire", "Read")
    text += "<details><summary>\(show)</summary><pre>\(escapedHTML(message.canonicalText))</pre>"
    text += "</details></td><td class=\"amount\">\(escapedHTML(language.write(.money(total))))</td>"
    return text + "</tr>\n"
  }

  private func say(_ french: String, _ english: String) -> String {
    language.say(Message(fr: french, en: english))
  }
}

extension Outbox.Entry {
  /// Whether it is a call or a task, which a person carries out anyway.
  fileprivate var isForPeople: Bool { [.call, .task].contains(message.action.channel) }

  /// Whether it may go out as it is.
  fileprivate var isReady: Bool {
    message.action.mode == .automatic && problems.isEmpty && !isForPeople
  }
}
