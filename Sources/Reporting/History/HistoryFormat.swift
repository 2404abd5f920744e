import Diagnostics
import Receivables

/// A form in which a history is written.
///
/// To add one, add a value in a file of its own and name it in `all`.
public struct HistoryFormat: Sendable {
  /// The name after `--format`.
  public let name: String
  /// Writes a history; the text ends with a line feed.
  public let write: @Sendable (HistoryReport, TextSettings, TextOutput) -> Void

  /// The forms a history can be written in, the default first.
  public static let all: [HistoryFormat] = [.table, .csv, .json]

  /// The form of a name, if there is one.
  public static func named(_ name: String) -> HistoryFormat? { all.first { $0.name == name } }
}

/// A history to be written.
public struct HistoryReport: Sendable {
  /// Whether the texts that were sent are written in full.
  public enum Texts: Sendable {
    /// Only their checksums.
    case proven
    /// In full.
    case full
  }

  /// Whose history it is, in words.
  public var subject: Message
  /// What happened, in order.
  public var events: [HistoryEvent]
  /// Whether the texts that were sent are written in full.
  public var texts: Texts

  /// A history to be written.
  public init(subject: Message, events: [HistoryEvent], texts: Texts) {
    self.subject = subject
    self.events = events
    self.texts = texts
  }
}

extension HistoryEvent.Kind {
  /// The word for what happened, in programs.
  var word: String {
    switch self {
    case .issued: "issued"
    case .due: "due"
    case .reminder: "reminder"
    case .payment: "payment"
    case .dispute: "dispute"
    case .settlement: "settlement"
    case .promise: "promise"
    case .hold: "hold"
    case .release: "release"
    case .insolvency: "insolvency"
    }
  }

  /// The word for what happened, for people.
  var noun: Message {
    switch self {
    case .issued: Message(fr: "émission", en: "issued")
    case .due: Message(fr: "échéance", en: "due")
    case .reminder: Message(fr: "relance", en: "reminder")
    case .payment: Message(fr: "paiement", en: "payment")
    case .dispute: Message(fr: "litige", en: "dispute")
    case .settlement: Message(fr: "litige clos", en: "settled")
    case .promise: Message(fr: "promesse", en: "promise")
    case .hold: Message(fr: "pause", en: "hold")
    case .release: Message(fr: "pause levée", en: "hold lifted")
    case .insolvency: Message(fr: "procédure", en: "insolvency")
    }
  }

  /// The amount it is about.
  var money: Money? {
    switch self {
    case .issued(let money), .payment(let money): money
    case .due, .reminder, .dispute, .settlement, .promise, .hold, .release, .insolvency: nil
    }
  }

  /// The day it reaches to.
  var until: CalendarDate? {
    switch self {
    case .promise(let day): day
    case .hold(let day): day
    case .issued, .due, .reminder, .payment, .dispute, .settlement, .release, .insolvency: nil
    }
  }

  /// The reminder it is.
  var sent: SentReminder? {
    switch self {
    case .reminder(let sent): sent
    case .issued, .due, .payment, .dispute, .settlement, .promise, .hold, .release, .insolvency:
      nil
    }
  }
}
