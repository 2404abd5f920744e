/// A row of the reminder history with all that the ledger keeps of it: one step done for one invoice.
public struct HistoryRow: Sendable {
  /// The invoice's identifier.
  public var invoice: String
  /// The customer's identifier.
  public var customer: String
  /// The scenario's name.
  public var scenario: String
  /// What later plans read of it.
  public var reminder: Reminder
  /// The tone of the message.
  public var tone: Tone
  /// By whom it was sent.
  public var mode: ActionMode
  /// What was written or said, where it is known: one text for each channel.
  public var texts: [SentText]

  /// A row of the history.
  public init(
    invoice: String,
    customer: String,
    scenario: String,
    reminder: Reminder,
    tone: Tone,
    mode: ActionMode,
    texts: [SentText] = []
  ) {
    self.invoice = invoice
    self.customer = customer
    self.scenario = scenario
    self.reminder = reminder
    self.tone = tone
    self.mode = mode
    self.texts = texts
  }
}

/// The text of a message as it went through a channel.
public struct SentText: Hashable, Sendable {
  /// The channel.
  public var channel: Channel
  /// The canonical text.
  public var text: String

  /// A text that went through a channel.
  public init(_ text: String, through channel: Channel) {
    self.text = text
    self.channel = channel
  }
}
