import Diagnostics
import Planning
import Receivables

/// A planned message in words: what goes to the customer, or into the hands of a colleague.
public struct RenderedMessage: Sendable {
  /// The planned message.
  public let action: PlannedAction
  /// The day of the plan.
  public let day: CalendarDate
  /// The language it is written in.
  public let language: MessageLanguage
  /// Who writes.
  public let sender: Party
  /// Who is written to, called, or concerned.
  public let recipient: Party
  /// Who gets a copy: the customer's contacts of the roles of `copie` that have an address.
  public let copies: [Party]
  /// The subject, on one line; empty for an SMS.
  public let subject: String
  /// The text with its tables in columns; of an SMS the text that is sent.
  public let text: String
  /// The text as HTML, without a frame.
  public let html: String
  /// What is to be enclosed, in the words of the message.
  public let enclosures: [String]
  /// What the law wants at the foot of a letter, as the files say it.
  public let mentions: String?
  /// What the SMS costs to send.
  public let short: ShortText?

  /// The whole message as one text: from whom, to whom, when, what.
  ///
  /// It is what the history keeps as the proof of what was sent: the same plan, ledger and files give
  /// the same text, byte for byte.
  public var canonicalText: String {
    let channel = action.channel.rawValue
    var lines: [String] = []
    func add(_ title: Message, _ content: String) {
      if !content.isEmpty { lines.append("\(language.say(title)) \(content)") }
    }
    add(Message(fr: "Moyen :", en: "Channel:"), channel)
    add(Message(fr: "De :", en: "From:"), sender.inOneLine)
    add(Message(fr: "À :", en: "To:"), recipient.inOneLine)
    for copy in copies { add(Message(fr: "Copie :", en: "Copy:"), copy.inOneLine) }
    add(Message(fr: "Date :", en: "Date:"), language.write(day))
    add(Message(fr: "Objet :", en: "Subject:"), subject)
    return lines.joined(separator: "\n") + "\n\n" + text
  }

  /// What names the message for all time: its customer, scenario, channel, day, and each invoice with
  /// its step and event.
  public var key: String {
    var parts = [action.customer, action.scenario, action.channel.rawValue, day.description]
    for invoice in action.invoices {
      parts += [invoice.id, invoice.step, invoice.occurrence?.description ?? ""]
    }
    // Lengths in front: no two lists of parts give the same key.
    return SHA256(of: parts.map { "\($0.utf8.count):\($0)" }.joined()).hexadecimal
  }
}

/// A person or company at one end of a message.
public struct Party: Sendable, Hashable {
  /// The name of the company, or of the customer.
  public var name: String
  /// The person there.
  public var person: String?
  /// The address by the channel of the message: an e-mail address, a telephone number, or the lines
  /// of a postal address parted by line ends or commas; absent where none is known.
  public var address: String?

  /// Name, person and address, parted by commas.
  public var inOneLine: String {
    var parts = [person, name.isEmpty ? nil : name].compactMap { $0 }
    parts += address?.split(whereSeparator: \.isNewline).map(String.init) ?? []
    return parts.map { plainLine($0).trimmed }.joined(separator: ", ")
  }

  /// The lines of a postal address: person, name, and the lines of the address.
  ///
  /// An address without line ends is parted at its commas, but not behind the number of a house.
  public var lines: [String] {
    var lines: [String] = []
    if let person, person != name { lines.append(plainLine(person)) }
    if !name.isEmpty { lines.append(plainLine(name)) }
    guard let address else { return lines }
    let rows = address.split(whereSeparator: \.isNewline).map(String.init)
    let parts = rows.count > 1 ? rows : Party.parts(of: address)
    for part in parts {
      let line = plainLine(part).trimmed
      if !line.isEmpty { lines.append(line) }
    }
    return lines
  }

  private static func parts(of address: String) -> [String] {
    var parts: [String] = []
    for part in address.split(separator: ",") {
      if let last = parts.last, last.trimmed.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
        parts[parts.count - 1] = "\(last),\(part)"
      } else {
        parts.append(String(part))
      }
    }
    return parts
  }
}

extension String {
  /// The text without spaces at its ends.
  var trimmed: String {
    var rest = self[...]
    while let first = rest.first, first.isWhitespace { rest.removeFirst() }
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return String(rest)
  }
}
