import Diagnostics
import Planning
import Receivables
import Reporting

/// The lists of an outbox: text messages, calls, tasks, and what a mailing service must know of the
/// registered letters.
struct OutboxLists {
  private let entries: [Outbox.Entry]
  private let language: MessageLanguage

  /// The lists of these messages, for readers of a language.
  init(_ entries: [Outbox.Entry], _ language: MessageLanguage) {
    self.entries = entries
    self.language = language
  }

  /// The files: the first three always, so that what reads them finds them.
  var files: [OutboxFile] {
    var files = [shortMessages("sms"), calls, tasks]
    for (folder, path) in [
      ("\(reviewFolder)sms", ""), ("recommandes", ""), ("\(reviewFolder)recommandes", ""),
    ]
    where entries.contains(where: { $0.message.folder == folder }) {
      files.append(
        folder.hasSuffix("sms") ? shortMessages(folder) : registered(folder + path)
      )
    }
    return files
  }

  private func shortMessages(_ path: String) -> OutboxFile {
    list(
      path,
      [
        Message(fr: "téléphone", en: "phone"), Message(fr: "texte", en: "text"),
        Message(fr: "caractères", en: "characters"), Message(fr: "parties", en: "parts"),
      ],
      of: entries.filter { $0.message.folder == path }
    ) { message in
      [
        message.phone, message.short?.text ?? "", String(message.short?.units ?? 0),
        String(message.short?.parts ?? 0),
      ]
    }
  }

  private var calls: OutboxFile {
    list(
      "appels",
      [
        Message(fr: "téléphone", en: "phone"), Message(fr: "interlocuteur", en: "contact"),
        Message(fr: "objet", en: "subject"), Message(fr: "script", en: "script"),
      ],
      of: entries.filter { $0.message.action.channel == .call }
    ) { [$0.phone, plainLine($0.recipient.person ?? ""), $0.subject, $0.text.trimmed] }
  }

  private var tasks: OutboxFile {
    list(
      "taches",
      [Message(fr: "objet", en: "subject"), Message(fr: "à faire", en: "to do")],
      of: entries.filter { $0.message.action.channel == .task }
    ) { [$0.subject, $0.text.trimmed] }
  }

  /// The recipients of registered letters, one address part a column.
  private func registered(_ folder: String) -> OutboxFile {
    list(
      "\(folder)/recommandes",
      [
        Message(fr: "fichier", en: "file"), Message(fr: "destinataire", en: "recipient"),
        Message(fr: "personne", en: "person"), Message(fr: "adresse 1", en: "address 1"),
        Message(fr: "adresse 2", en: "address 2"), Message(fr: "adresse 3", en: "address 3"),
        Message(fr: "code postal", en: "postal code"), Message(fr: "ville", en: "town"),
        Message(fr: "pays", en: "country"), Message(fr: "objet", en: "subject"),
      ],
      of: entries.filter { $0.message.folder == folder }
    ) { message, entry in
      let address = PostalAddress(message.recipient)
      let file = entry.path.split(separator: "/").last.map(String.init) ?? ""
      return [
        file, plainLine(message.recipient.name), plainLine(message.recipient.person ?? ""),
        address.line(0), address.line(1), address.line(2), address.code, address.town,
        address.country, message.subject,
      ]
    }
  }

  private func list(
    _ path: String,
    _ columns: [Message],
    of entries: [Outbox.Entry],
    _ cells: (RenderedMessage) -> [String]
  ) -> OutboxFile {
    list(path, columns, of: entries) { message, _ in cells(message) }
  }

  /// A list whose lines end with what all of them tell: customer, invoices, total, scenario, mode.
  private func list(
    _ path: String,
    _ columns: [Message],
    of entries: [Outbox.Entry],
    _ cells: (RenderedMessage, Outbox.Entry) -> [String]
  ) -> OutboxFile {
    let common = [
      Message(fr: "client", en: "customer"), Message(fr: "nom", en: "name"),
      Message(fr: "total", en: "total"), Message(fr: "factures", en: "invoices"),
      Message(fr: "scénario", en: "scenario"), Message(fr: "mode", en: "mode"),
      Message(fr: "remarques", en: "remarks"),
    ]
    let rows = entries.map { entry in
      let action = entry.message.action
      let total = Money(minorUnits: action.totalBalance, currency: action.currency)
      return cells(entry.message, entry) + [
        action.customer, plainLine(action.customerName ?? ""), language.write(.money(total)),
        action.invoices.map { plainLine($0.number) }.joined(separator: ", "), action.scenario,
        action.mode.rawValue, entry.problems.map(language.say).joined(separator: " ; "),
      ]
    }
    return OutboxFile(
      "\(path).csv",
      spreadsheet(columns: (columns + common).map(language.say), rows: rows, in: language)
    )
  }
}

extension RenderedMessage {
  /// The telephone number, on one line; empty where none is known.
  fileprivate var phone: String { recipient.address.map { plainLine($0) } ?? "" }
}
