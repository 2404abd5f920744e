import Receivables

/// A piece of the reminder history, packed: steps, channels and natures are few, and what rows share
/// is kept once.
struct ReminderRows: Sendable {
  /// A row, of which all but its day is told by numbers.
  struct Packed: Sendable {
    let sentOn: CalendarDate
    /// What the row says beside its day, by its number in the piece.
    let content: UInt32
    /// The piece of the history.
    let piece: UInt16
  }

  /// The place of an invoice that turns out not to be needed.
  fileprivate static let nowhere = Int(UInt32.max)

  fileprivate(set) var ofInvoices: [EventRow<Packed>] = []
  fileprivate(set) var ofCustomers: [EventRow<Packed>] = []
  /// What they share.
  fileprivate(set) var words = ReminderWords(ReminderVocabulary())

  /// Reads the rows of a piece that are wanted and needed.
  init(_ rows: TableRows, piece: Int, _ needs: ReminderNeeds) throws(LedgerError) {
    var reader = ReminderReader(rows, piece: piece, needs)
    try rows.show(to: &reader)
    self = reader.finished()
  }

  /// No rows.
  fileprivate init() {}
}

/// Reads a piece of the reminder history row by row.
private struct ReminderReader: RowReader {
  private let piece: UInt16
  private let needs: ReminderNeeds
  private let slots: ReminderSlots
  private var words = ReminderVocabulary()
  private var known = WordCache<UInt32>()
  /// Identifiers that are to be looked for, and the rows that have them.
  private var named = IdentifierList()
  private var namedRows: [Int] = []
  private var found = ReminderRows()

  init(_ rows: TableRows, piece: Int, _ needs: ReminderNeeds) {
    self.piece = UInt16(truncatingIfNeeded: piece)
    self.needs = needs
    slots = ReminderSlots(rows)
    found.ofInvoices.reserveCapacity(rows.mostRows)
  }

  mutating func take(_ row: TableRow) throws(LedgerError) {
    let sentOn = try row.requiredDate(slots.sentOn)
    let need = try needs.need(of: row, slots, sentOn: sentOn)
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
      if case .ofInvoiceNamed(let identifier) = need, !needs.needed.contains(identifier) {
        return
      }
      throw error
    }
    let message = sentOn >= needs.messagesSince ? try row.textBytes(slots.messageID) : nil
    let packed = ReminderRows.Packed(
      sentOn: sentOn,
      content: words.number(of: kind, occurrence: occurrence, message: message),
      piece: piece
    )
    switch need {
    case .none: break
    case .ofCustomer(let number): found.ofCustomers.append(EventRow(number, packed))
    case .ofInvoice(let number): found.ofInvoices.append(EventRow(number, packed))
    case .ofInvoiceNamed(let identifier):
      named.append(identifier)
      namedRows.append(found.ofInvoices.count)
      found.ofInvoices.append(EventRow(ReminderRows.nowhere, packed))
      if named.count == IdentifierList.most { place() }
    }
  }

  private mutating func place() {
    needs.needed.find(named) { position, place in
      let owner = UInt32(truncatingIfNeeded: place ?? ReminderRows.nowhere)
      found.ofInvoices[namedRows[position]].owner = owner
    }
    named.removeAll()
    namedRows.removeAll(keepingCapacity: true)
  }

  /// What was read.
  mutating func finished() -> ReminderRows {
    place()
    found.words = ReminderWords(words)
    return found
  }
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
