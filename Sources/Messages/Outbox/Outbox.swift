import Diagnostics
import Planning
import Receivables
import Syntax

/// A file of an outbox.
public struct OutboxFile: Sendable {
  /// Its path within the folder, of safe characters.
  public let path: String
  /// Its content.
  public let bytes: [UInt8]

  init(_ path: String, _ text: String) {
    self.path = path
    bytes = Array(text.utf8)
  }

  init(_ path: String, _ bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// The messages of a day as files for the tools that a company has: a mail program, a printer, a
/// mailing service, a spreadsheet, a calendar.
///
/// It depends on the messages alone: the same plan gives the same bytes.
public struct Outbox: Sendable {
  /// A message with the file that holds it.
  public struct Entry: Sendable {
    /// The message.
    public let message: RenderedMessage
    /// The file, or the list that it is a line of.
    public let path: String
    /// The e-mail that may be sent without a person; absent for all that may not.
    public let sendable: Email?
    /// The Message-ID of an e-mail.
    public let messageID: String?
    /// What keeps it from going out as it is.
    public let problems: [Message]
  }

  /// The day.
  public let day: CalendarDate
  /// The messages in the order of the plan.
  public let entries: [Entry]
  /// All files but the manifest, in order of path.
  public let files: [OutboxFile]

  /// The outbox of a day.
  ///
  /// - Parameters:
  ///   - messages: the messages of the plan, in its order
  ///   - day: the day of the plan
  ///   - language: the language of lists and of the index, which colleagues read
  public init(_ messages: [RenderedMessage], on day: CalendarDate, in language: MessageLanguage) {
    self.day = day
    var names = OutboxNames(count: messages.count)
    var entries: [Entry] = []
    var files: [OutboxFile] = []
    for message in messages {
      let name = names.next(for: message.action.customerName ?? message.action.customer)
      let problems = message.problems
      switch message.action.channel {
      case .email:
        let to = Mailbox.all(
          in: message.recipient.address,
          name: message.recipient.person ?? message.recipient.name
        )
        let isReady = message.action.mode == .automatic && problems.isEmpty && to != nil
        let email = Email(message, to: to ?? [], isReady ? .ready : .draft)
        let path = "\(isReady ? "" : reviewFolder)emails/\(name).eml"
        files.append(OutboxFile(path, email.bytes))
        entries.append(
          Entry(
            message: message,
            path: path,
            sendable: isReady ? email : nil,
            messageID: email.messageID,
            problems: problems
          )
        )
      case .letter, .registered:
        let post: Letter.Post = message.action.channel == .letter ? .ordinary : .registered
        let path = "\(message.folder)/\(name).html"
        files.append(
          OutboxFile(path, Letter.document([(message, post)], title: message.subject))
        )
        entries.append(Entry(message, path, problems))
      case .sms, .call, .task:
        entries.append(Entry(message, "\(message.folder).csv", problems))
      }
    }
    files += Outbox.combinedLetters(entries, language)
    files += OutboxLists(entries, language).files
    let spoken = entries.filter { [.call, .task].contains($0.message.action.channel) }
    files.append(OutboxFile("agenda.ics", CalendarFile(spoken.map(\.message), on: day).text))
    files.append(OutboxFile("index.html", OutboxIndex(entries, day, language).text))
    self.entries = entries
    self.files = files.sorted { precedes($0.path, $1.path) }
  }

  /// All letters of a folder in one file, for the printer.
  private static func combinedLetters(
    _ entries: [Entry],
    _ language: MessageLanguage
  ) -> [OutboxFile] {
    var folders: [String: [(RenderedMessage, Letter.Post)]] = [:]
    for entry in entries {
      let message = entry.message
      switch message.action.channel {
      case .letter: folders[message.folder, default: []].append((message, .ordinary))
      case .registered: folders[message.folder, default: []].append((message, .registered))
      case .email, .sms, .call, .task: continue
      }
    }
    let title = language.say(Message(fr: "Lettres à imprimer", en: "Letters to print"))
    return folders.map { folder, letters in
      OutboxFile("\(folder)/tous.html", Letter.document(letters, title: title))
    }
  }
}

/// The folder of what a person must look at before it goes out.
let reviewFolder = "a-valider/"

extension Outbox.Entry {
  fileprivate init(_ message: RenderedMessage, _ path: String, _ problems: [Message]) {
    self.init(message: message, path: path, sendable: nil, messageID: nil, problems: problems)
  }
}

extension RenderedMessage {
  /// The folder of its file, or the list that it is a line of; calls and tasks are for people anyway,
  /// whatever their mode.
  var folder: String {
    let isReady = action.mode == .automatic && problems.isEmpty
    let review = isReady ? "" : reviewFolder
    switch action.channel {
    case .email: return "\(review)emails"
    case .letter: return "\(review)courriers"
    case .registered: return "\(review)recommandes"
    case .sms: return "\(review)sms"
    case .call: return "appels"
    case .task: return "taches"
    }
  }

  /// What keeps it from going out as it is.
  var problems: [Message] {
    var found: [Message] = []
    if let kind = action.channel.neededAddress {
      if recipient.address == nil {
        found.append(kind.absence)
      } else if kind == .email, Mailbox.all(in: recipient.address, name: "") == nil {
        found.append(
          Message(
            fr: "adresse e-mail inutilisable : \(recipient.inOneLine)",
            en: "unusable e-mail address: \(recipient.inOneLine)"
          )
        )
      }
    }
    if isEarlyNotice {
      found.append(
        Message(
          fr: "échéance pas encore passée : rien ne peut être réclamé",
          en: "the due date has not passed yet: nothing can be claimed"
        )
      )
    }
    switch action.channel {
    case .email, .letter, .registered:
      if !enclosures.isEmpty {
        let list = enclosures.joined(separator: " ; ")
        found.append(Message(fr: "à joindre : \(list)", en: "to be enclosed: \(list)"))
      }
    case .sms, .call, .task: break
    }
    return found
  }
}

extension RenderedMessage {
  /// Whether it was to be a formal notice, or the handover to litigation, of what is not past due:
  /// `avancer` can bring the step before the due date, but no debt into being.
  private var isEarlyNotice: Bool {
    switch action.nature {
    case .formalNotice, .litigation:
      action.event != .insolvency && action.invoices.allSatisfy { $0.daysLate <= 0 }
    case .thanks, .preDueNotice, .statement, .reminder: false
    }
  }
}

extension AddressKind {
  fileprivate var absence: Message {
    switch self {
    case .email: Message(fr: "pas d'adresse e-mail", en: "no e-mail address")
    case .phone: Message(fr: "pas de numéro de téléphone", en: "no telephone number")
    case .postal: Message(fr: "pas d'adresse postale", en: "no postal address")
    }
  }
}
