/// Something that happened to an invoice or a customer, as the ledger tells it.
public struct HistoryEvent: Sendable {
  /// What happened.
  public enum Kind: Sendable {
    /// The invoice was issued, for an amount.
    case issued(Money)
    /// The invoice fell due.
    case due
    /// The customer was reminded.
    case reminder(SentReminder)
    /// Money came in, or went back if the amount is negative.
    case payment(Money)
    /// The customer objected.
    case dispute
    /// The objection was settled.
    case settlement
    /// The customer promised to pay on a day.
    case promise(CalendarDate)
    /// Somebody asked to leave the customer or the invoice alone, to a day or without end.
    case hold(until: CalendarDate?)
    /// A hold was lifted.
    case release
    /// A court opened insolvency proceedings.
    case insolvency
  }

  /// The day.
  public var day: CalendarDate
  /// The customer's identifier.
  public var customer: String
  /// The invoice's identifier; `nil` for what concerns the customer as a whole.
  public var invoice: String?
  /// What happened.
  public var kind: Kind
  /// The reason that a person gave.
  public var reason: String?

  /// Something that happened on a day.
  public init(
    day: CalendarDate,
    customer: String,
    invoice: String?,
    kind: Kind,
    reason: String? = nil
  ) {
    self.day = day
    self.customer = customer
    self.invoice = invoice
    self.kind = kind
    self.reason = reason
  }
}

/// A row of the reminder history with what proves it.
public struct SentReminder: Sendable {
  /// A text as the ledger keeps it.
  public struct KeptText: Sendable {
    /// The channel, as written.
    public var channel: String
    /// The checksum under which it is kept.
    public var checksum: String
    /// The text.
    public var text: String

    /// A text kept under a checksum.
    public init(channel: String, checksum: String, text: String) {
      self.channel = channel
      self.checksum = checksum
      self.text = text
    }

    /// Whether the text still has the checksum under which it was kept.
    public var isIntact: Bool { SHA256(of: text).hexadecimal == checksum }
  }

  /// What plans read of it.
  public var reminder: Reminder
  /// The scenario, as written.
  public var scenario: String
  /// The tone, as written.
  public var tone: String
  /// By whom it was sent, as written.
  public var mode: String
  /// The run that recorded it.
  public var run: String?
  /// The moment of that run in universal time, as `2026-02-02T08:15:00Z`; `nil` if it is not known.
  public var recordedAt: String?
  /// What was written or said.
  public var texts: [KeptText]

  /// A row of the history with what proves it.
  public init(
    reminder: Reminder,
    scenario: String,
    tone: String,
    mode: String,
    run: String?,
    recordedAt: String?,
    texts: [KeptText]
  ) {
    self.reminder = reminder
    self.scenario = scenario
    self.tone = tone
    self.mode = mode
    self.run = run
    self.recordedAt = recordedAt
    self.texts = texts
  }
}
