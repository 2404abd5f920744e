import Receivables

/// A piece of the reminder history, packed: steps, channels and natures are few, and what rows share
/// is kept once.
struct ReminderRows: Sendable {
  /// A row, of which all but its days is told by numbers.
  struct Packed: Sendable {
    /// The piece of the history.
    let piece: UInt16
    /// What the row shares with others, by its number.
    let kind: UInt32
    let sentOn: CalendarDate
    /// The day of the event; `latest` without one.
    let occurrence: CalendarDate
    /// Where its message stands; `noMessage` if that is not needed.
    let message: Int

    /// Where the message would stand of a row of which it is not needed.
    static let noMessage = -1
  }

  /// Which rows are needed.
  enum Need {
    /// None of them.
    case none
    /// Those that a customer's cap counts.
    case ofCustomer(Int)
    /// Those of a needed invoice, by its place.
    case ofInvoice(Int)
    /// Those of an invoice that may be a needed one, by its identifier.
    case ofInvoiceNamed(Identifier)
  }

  /// The place of an invoice that turns out not to be needed.
  private static let nowhere = Int(UInt32.max)

  private(set) var ofInvoices: [EventRow<Packed>] = []
  private(set) var ofCustomers: [EventRow<Packed>] = []
  /// What they share.
  private(set) var words = ReminderWords(ReminderVocabulary())

  /// Reads the rows of a piece that are wanted and needed.
  init(
    _ rows: TableRows,
    piece: Int,
    messagesSince: CalendarDate,
    of invoices: IdentifierList,
    needed: (TableRow, ReminderSlots, CalendarDate) throws(LedgerError) -> Need
  ) throws(LedgerError) {
    let slots = ReminderSlots(rows)
    var words = ReminderVocabulary()
    var known = WordCache<UInt32>()
    var last: (kind: ReminderVocabulary.Kind, number: UInt32)?
    var named: [Identifier] = []
    var namedRows: [Int] = []
    func place() {
      invoices.find(named) { position, place in
        let owner = UInt32(truncatingIfNeeded: place ?? ReminderRows.nowhere)
        ofInvoices[namedRows[position]].owner = owner
      }
      named.removeAll(keepingCapacity: true)
      namedRows.removeAll(keepingCapacity: true)
    }
    try rows.show { row throws(LedgerError) in
      let sentOn = try row.requiredDate(slots.sentOn)
      let need = try needed(row, slots, sentOn)
      if case .none = need { return }
      let kind: ReminderVocabulary.Kind
      let occurrence: CalendarDate?
      do throws(LedgerError) {
        kind = ReminderVocabulary.Kind(
          step: try words.number(row, slots.step, &known),
          channel: try words.number(row, slots.channel, &known),
          nature: try words.number(row, slots.nature, &known),
          rank: Int32(clamping: try row.integer(slots.rank) ?? 0)
        )
        occurrence = try row.date(slots.occurrence)
      } catch {
        // What is wrong with a row stops nothing if nobody needs the row.
        if case .ofInvoiceNamed(let identifier) = need, !invoices.contains(identifier) { return }
        throw error
      }
      let kindNumber = last.flatMap { $0.kind == kind ? $0.number : nil } ?? words.number(of: kind)
      last = (kind, kindNumber)
      let packed = Packed(
        piece: UInt16(truncatingIfNeeded: piece),
        kind: kindNumber,
        sentOn: sentOn,
        occurrence: occurrence ?? .latest,
        message: sentOn < messagesSince ? Packed.noMessage : words.messages.end
      )
      if sentOn >= messagesSince { words.messages.append(try row.textBytes(slots.messageID)) }
      switch need {
      case .none: break
      case .ofCustomer(let number): ofCustomers.append(EventRow(number, packed))
      case .ofInvoice(let number): ofInvoices.append(EventRow(number, packed))
      case .ofInvoiceNamed(let identifier):
        named.append(identifier)
        namedRows.append(ofInvoices.count)
        ofInvoices.append(EventRow(ReminderRows.nowhere, packed))
        if named.count == RowReferences.most { place() }
      }
    }
    place()
    self.words = ReminderWords(words)
  }

  /// The place among the needed invoices of the invoice of a row; `nil` if it is not needed.
  static func place(_ owner: Int) -> Int? { owner == nowhere ? nil : owner }
}

/// Where the columns of `reminders` are in a row.
struct ReminderSlots {
  let customer, invoice: TableRow.Slot
  let sentOn: TableRow.Slot
  fileprivate let step, rank, channel, nature, occurrence, messageID: TableRow.Slot

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
