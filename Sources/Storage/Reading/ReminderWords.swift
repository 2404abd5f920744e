import Receivables

/// What rows of the reminder history share, each kept once, while they are read.
struct ReminderVocabulary: Sendable {
  /// What many rows share; words by their numbers.
  struct Kind: Hashable, Sendable {
    let step, channel, nature: UInt32
    let rank: Int32
  }

  private var words: [String] = []
  private var numbers: [String: UInt32] = [:]
  private var kinds: [Kind] = []
  private var numbersOfKinds: [Kind: UInt32] = [:]
  /// How many kinds are best looked for one after the other: nearly all rows are of the first ones.
  private static let few = 8
  /// The messages that are needed.
  var messages = TextArena()

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

  /// The number of a kind of rows.
  mutating func number(of kind: Kind) -> UInt32 {
    for number in kinds.indices.prefix(ReminderVocabulary.few) where kinds[number] == kind {
      return UInt32(truncatingIfNeeded: number)
    }
    if let number = numbersOfKinds[kind] { return number }
    let number = UInt32(truncatingIfNeeded: kinds.count)
    numbersOfKinds[kind] = number
    kinds.append(kind)
    return number
  }

  /// The kinds with their words.
  fileprivate var namedKinds: [ReminderKind] {
    kinds.map { kind in
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
  private let messages: TextArena

  /// What was read.
  convenience init(_ vocabulary: ReminderVocabulary) {
    self.init(vocabulary.namedKinds, vocabulary.messages)
  }

  private init(_ kinds: [ReminderKind], _ messages: TextArena) {
    self.kinds = kinds
    self.messages = messages
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
    return ReminderWords(kinds, messages)
  }

  fileprivate func reminder(_ packed: ReminderRows.Packed) -> Reminder {
    Reminder(
      kinds[Int(packed.kind)],
      sentOn: packed.sentOn,
      occurrence: packed.occurrence == .latest ? nil : packed.occurrence,
      messageID: message(at: packed.message)
    )
  }

  private func message(at place: Int) -> String? {
    guard place != ReminderRows.Packed.noMessage else { return nil }
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
