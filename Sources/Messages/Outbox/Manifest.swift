import Diagnostics
import FoundationEssentials
import Planning
import Receivables

/// What an outbox holds, for programs: `manifest.json`.
public struct Manifest: Sendable {
  /// What became of an e-mail that was given to `sendmail`.
  public struct Answer: Codable, Sendable, Hashable {
    /// `sent`, `refused`, or `unsure` where the program was cut off before it knew.
    public var state: String
    /// The exit status of `sendmail`.
    public var status: Int?
    /// What it wrote.
    public var words: String?

    /// An answer.
    public init(state: String, status: Int? = nil, words: String? = nil) {
      self.state = state
      self.status = status
      self.words = words
    }
  }

  private struct Document: Encodable {
    var date: String
    var content: String
    var messages: [Line]
  }

  private struct Line: Encodable {
    var customer: String
    var scenario: String
    var channel: String
    var nature: String
    var tone: String
    var mode: String
    var invoices: [String]
    var subject: String
    var to: String?
    var copies: [String]
    var notify: [String]
    var file: String
    var messageID: String?
    var text: String
    var problems: [String]
    var sending: Answer?

    enum CodingKeys: String, CodingKey {
      case customer, scenario, channel, nature, tone, mode, invoices, subject, to, copies, notify
      case file, text, problems, sending
      case messageID = "message_id"
    }

    init(_ entry: Outbox.Entry, _ answers: [String: Answer]) {
      let message = entry.message
      let action = message.action
      customer = action.customer
      scenario = action.scenario
      channel = action.channel.rawValue
      nature = action.nature.rawValue
      tone = action.tone.rawValue
      mode = action.mode.rawValue
      invoices = action.invoices.map(\.id)
      subject = message.subject
      to = message.recipient.address
      copies = message.copies.compactMap(\.address)
      notify = action.notifications.map(\.rawValue)
      file = entry.path
      messageID = entry.messageID
      text = SHA256(of: message.canonicalText).hexadecimal
      problems = entry.problems.map(\.fr)
      sending = entry.messageID.flatMap { answers[$0] }
    }
  }

  /// The bytes of the file.
  public let bytes: [UInt8]

  /// The manifest of an outbox.
  ///
  /// - Parameters:
  ///   - outbox: the outbox
  ///   - answers: what `sendmail` answered, by Message-ID
  public init(_ outbox: Outbox, answers: [String: Answer] = [:]) {
    let document = Document(
      date: outbox.day.description,
      content: Manifest.checksum(of: outbox),
      messages: outbox.entries.map { Line($0, answers) }
    )
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let data = (try? encoder.encode(document)) ?? Data()
    bytes = Array(data) + [0x0A]
  }

  /// The checksum over all files and their paths.
  private static func checksum(of outbox: Outbox) -> String {
    let lines = outbox.files.map { "\(SHA256(of: $0.bytes).hexadecimal)  \($0.path)\n" }
    return SHA256(of: lines.joined()).hexadecimal
  }
}
