import Receivables

/// Rows of the reminder history, packed: steps, channels and natures are few, and each is kept once.
struct ReminderRows: Sendable {
  /// A row with its words by number.
  struct Packed: Sendable {
    fileprivate var step: UInt32
    fileprivate var channel: UInt32
    fileprivate var nature: UInt32
    fileprivate let rank: Int32
    fileprivate let sentOn: CalendarDate
    fileprivate let occurrence: CalendarDate?
    fileprivate var message: Int
  }

  /// Which rows are needed.
  enum Need {
    /// None of them.
    case none
    /// Those that a customer's cap counts.
    case ofCustomer(Int)
    /// Those of an invoice.
    case ofInvoice(Int)
  }

  private(set) var ofInvoices: [EventRow<Packed>] = []
  private(set) var ofCustomers: [EventRow<Packed>] = []
  private var words: [String] = []
  private var numbers: [String: UInt32] = [:]
  private var messages = TextArena()

  /// Reads the rows of a query that are needed.
  init(
    _ rows: TableRows,
    needed: (TableRow, ReminderSlots, CalendarDate) throws(LedgerError) -> Need
  ) throws(LedgerError) {
    let slots = ReminderSlots(rows)
    var known = WordCache<UInt32>()
    try rows.forEach { row throws(LedgerError) in
      let sentOn = try row.requiredDate(slots.sentOn)
      let need = try needed(row, slots, sentOn)
      if case .none = need { return }
      let packed = Packed(
        step: try word(row, slots.step, &known),
        channel: try word(row, slots.channel, &known),
        nature: try word(row, slots.nature, &known),
        rank: Int32(clamping: try row.integer(slots.rank) ?? 0),
        sentOn: sentOn,
        occurrence: try row.date(slots.occurrence),
        message: messages.end
      )
      messages.append(try row.textBytes(slots.messageID))
      switch need {
      case .none: break
      case .ofCustomer(let number): ofCustomers.append(EventRow(number, packed))
      case .ofInvoice(let number): ofInvoices.append(EventRow(number, packed))
      }
    }
  }

  /// The rows of several parts, in their order.
  init(_ parts: [ReminderRows]) {
    for part in parts {
      let offset = messages.end
      messages.append(part.messages)
      let renumbered = part.words.map { number(of: $0) }
      ofInvoices += part.ofInvoices.map { $0.moved(by: offset, renumbered) }
      ofCustomers += part.ofCustomers.map { $0.moved(by: offset, renumbered) }
    }
  }

  /// The number of a word of a row; a column that nobody wants reads as the empty word.
  private mutating func word(
    _ row: TableRow,
    _ slot: TableRow.Slot,
    _ known: inout WordCache<UInt32>
  ) throws(LedgerError) -> UInt32 {
    guard slot.isRead else { return number(of: "") }
    guard let bytes = try row.bytes(slot) else { throw row.failure(slot, .absent) }
    return try known.value(of: bytes) { () throws(LedgerError) in
      number(of: try row.requiredText(slot))
    }
  }

  private mutating func number(of word: String) -> UInt32 {
    if let number = numbers[word] { return number }
    let number = UInt32(truncatingIfNeeded: words.count)
    numbers[word] = number
    words.append(word)
    return number
  }

  /// A row with its words.
  func reminder(_ packed: Packed) -> Reminder {
    var place = packed.message
    return Reminder(
      step: words[Int(packed.step)],
      rank: Int(packed.rank),
      channel: words[Int(packed.channel)],
      nature: words[Int(packed.nature)],
      sentOn: packed.sentOn,
      occurrence: packed.occurrence,
      messageID: messages.next(&place)
    )
  }
}

extension EventRow<ReminderRows.Packed> {
  /// The row as one of a larger whole, where words have other numbers and messages other places.
  fileprivate func moved(by offset: Int, _ renumbered: [UInt32]) -> EventRow {
    var event = event
    event.step = renumbered[Int(event.step)]
    event.channel = renumbered[Int(event.channel)]
    event.nature = renumbered[Int(event.nature)]
    event.message += offset
    return EventRow(Int(owner), event)
  }
}

/// Where the columns of `reminders` are in a row.
struct ReminderSlots {
  let customer, invoice: TableRow.Slot
  fileprivate let step, rank, channel, nature, sentOn, occurrence, messageID: TableRow.Slot

  init(_ rows: TableRows) {
    customer = rows.slot(.customerID)
    invoice = rows.slot(.invoiceID)
    step = rows.slot(.step)
    rank = rows.slot(.rank)
    channel = rows.slot(.channel)
    nature = rows.slot(.nature)
    sentOn = rows.slot(.sentOn)
    occurrence = rows.slot(.occurrence)
    messageID = rows.slot(.messageID)
  }

  /// The row, unpacked.
  func reminder(_ row: TableRow) throws(LedgerError) -> Reminder {
    Reminder(
      step: try row.requiredText(step),
      rank: Int(clamping: try row.integer(rank) ?? 0),
      channel: try row.requiredText(channel),
      nature: try row.requiredText(nature),
      sentOn: try row.requiredDate(sentOn),
      occurrence: try row.date(occurrence),
      messageID: try row.text(messageID)
    )
  }
}
