import Receivables

/// What rows of the reminder history share, each kept once, while they are read.
struct ReminderVocabulary: Sendable {
  /// What many rows share; words by their numbers.
  struct Kind: Hashable, Sendable {
    let step, channel, nature: UInt32
    let rank: Int32
  }

  /// What a row says beside its day: most rows say no more than others of their kind.
  struct Content: Sendable {
    /// The number of its kind.
    let kind: UInt32
    /// The day of the event; `latest` without one.
    var occurrence = CalendarDate.latest
    /// Where its message stands; `noMessage` if it has none, or none that is needed.
    var message = Content.noMessage

    static let noMessage = -1
  }

  private var words: [String] = []
  private var numbers: [String: UInt32] = [:]
  /// The kinds, and the number of the content that says no more than that.
  private var kinds: [(kind: Kind, content: UInt32)] = []
  private var numbersOfKinds: [Kind: Int] = [:]
  /// How many kinds are best looked for one after the other: nearly all rows are of the first ones.
  private static let few = 8
  fileprivate private(set) var contents: [Content] = []
  /// The messages that are needed.
  fileprivate private(set) var messages = TextArena()

  /// The number of a word of a row; a column that nobody wants reads as the empty word.
  mutating func number(
    _ row: TableRow,
    _ slot: TableRow.Slot,
    _ known: inout WordCache<UInt32>
  ) throws(LedgerError) -> UInt32 {
    guard slot.isRead else { return number(of: "") }
    guard let bytes = try row.bytes(slot) else { throw row.failure(slot, .absent) }
    if let number = known[bytes] { return number }
    let number = number(of: try row.requiredText(slot))
    known.learn(bytes, number)
    return number
  }

  private mutating func number(of word: String) -> UInt32 {
    if let number = numbers[word] { return number }
    let number = UInt32(truncatingIfNeeded: words.count)
    numbers[word] = number
    words.append(word)
    return number
  }

  /// The number of what a row of a kind says beside its day, with its message if that is needed.
  mutating func number(
    of kind: Kind,
    occurrence: CalendarDate?,
    message: UnsafeBufferPointer<UInt8>?
  ) -> UInt32 {
    let plain = kinds[number(of: kind)].content
    if occurrence == nil, message == nil { return plain }
    var content = contents[Int(plain)]
    if let occurrence { content.occurrence = occurrence }
    if let message {
      content.message = messages.end
      messages.append(message)
    }
    return number(of: content)
  }

  private mutating func number(of kind: Kind) -> Int {
    for number in kinds.indices.prefix(ReminderVocabulary.few) where kinds[number].kind == kind {
      return number
    }
    if let number = numbersOfKinds[kind] { return number }
    let number = kinds.count
    numbersOfKinds[kind] = number
    kinds.append((kind, self.number(of: Content(kind: UInt32(truncatingIfNeeded: number)))))
    return number
  }

  private mutating func number(of content: Content) -> UInt32 {
    contents.append(content)
    return UInt32(truncatingIfNeeded: contents.count - 1)
  }

  /// The kinds with their words.
  fileprivate var namedKinds: [ReminderKind] {
    kinds.map { kind, _ in
      ReminderKind(
        step: words[Int(kind.step)],
        rank: Int(kind.rank),
        channel: words[Int(kind.channel)],
        nature: words[Int(kind.nature)]
      )
    }
  }
}

/// What rows of a piece of the reminder history share.
final class ReminderWords: Sendable {
  private let kinds: [ReminderKind]
  private let contents: [ReminderVocabulary.Content]
  private let messages: TextArena

  /// What was read.
  init(_ vocabulary: ReminderVocabulary) {
    kinds = vocabulary.namedKinds
    contents = vocabulary.contents
    messages = vocabulary.messages
  }

  /// The same as others with kinds of its own.
  private init(_ words: ReminderWords, kinds: [ReminderKind]) {
    self.kinds = kinds
    contents = words.contents
    messages = words.messages
  }

  /// The same with kinds and texts of its own.
  func copied() -> ReminderWords {
    func copied(_ text: String) -> String { String(decoding: Array(text.utf8), as: UTF8.self) }
    let kinds = kinds.map { kind in
      ReminderKind(
        step: copied(kind.step),
        rank: kind.rank,
        channel: copied(kind.channel),
        nature: copied(kind.nature)
      )
    }
    return ReminderWords(self, kinds: kinds)
  }

  fileprivate func reminder(_ packed: ReminderRows.Packed) -> Reminder {
    let content = contents[Int(packed.content)]
    return Reminder(
      kinds[Int(content.kind)],
      sentOn: packed.sentOn,
      occurrence: content.occurrence == .latest ? nil : content.occurrence,
      messageID: message(at: content.message)
    )
  }

  private func message(at place: Int) -> String? {
    guard place != ReminderVocabulary.Content.noMessage else { return nil }
    var place = place
    return messages.next(&place)
  }
}

extension [ReminderWords] {
  /// The rows of a group with their words.
  func reminders(_ rows: EventGroups<ReminderRows.Packed>, of group: Int) -> [Reminder] {
    let places = rows.places(of: group)
    if places.isEmpty { return [] }
    var reminders: [Reminder] = []
    reminders.reserveCapacity(places.count)
    func add(_ row: ReminderRows.Packed) { reminders.append(self[Int(row.piece)].reminder(row)) }
    // Packed rows are put in order more easily than those with their words.
    let isInOrder = places.dropFirst().allSatisfy {
      rows.event(at: $0 - 1).sentOn <= rows.event(at: $0).sentOn
    }
    if isInOrder {
      for place in places { add(rows.event(at: place)) }
    } else {
      for row in rows[group].sorted(by: { $0.sentOn < $1.sentOn }) { add(row) }
    }
    return reminders
  }
}
