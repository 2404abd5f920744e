import CSQLite

/// The identifiers of records, by number.
struct IdentifierList: Sendable {
  private var identifiers: [Identifier] = []
  /// The bytes of those that are too long.
  private var texts = TextArena()
  private var index: IdentifierIndex?

  /// How many identifiers are best looked for together.
  static let most = 256

  /// No identifiers.
  init() {}

  /// Some identifiers of another list, in an order of their own.
  init(_ numbers: [UInt32], of other: IdentifierList) {
    other.identifiers.withUnsafeBufferPointer { all in
      identifiers.reserveCapacity(numbers.count)
      for (place, number) in numbers.enumerated() {
        let later = place + 16
        if later < numbers.count {
          relance_prefetch(all.baseAddress.map { $0 + Int(numbers[later]) })
        }
        identifiers.append(all[Int(number)])
      }
    }
    guard other.texts.end > 0 else { return }
    for place in identifiers.indices where identifiers[place].isLong {
      let start = texts.end
      texts.append(textAt: Int(identifiers[place].high), of: other.texts)
      identifiers[place] = Identifier(longAt: start, hash: identifiers[place].low >> 32)
    }
  }

  /// How many there are.
  var count: Int { identifiers.count }

  /// Adds an identifier.
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    if let short = Identifier(bytes) {
      identifiers.append(short)
    } else {
      identifiers.append(
        Identifier(longAt: texts.end, hash: UInt64(IdentifierList.longHash(bytes)))
      )
      texts.append(bytes)
    }
  }

  /// Adds all identifiers of another list behind these.
  mutating func append(_ other: IdentifierList) {
    if other.texts.end == 0 {
      identifiers += other.identifiers
      return
    }
    let offset = texts.end
    texts.append(other.texts)
    for identifier in other.identifiers {
      identifiers.append(
        identifier.isLong
          ? Identifier(longAt: Int(identifier.high) + offset, hash: identifier.low >> 32)
          : identifier
      )
    }
  }

  /// Makes room.
  mutating func reserveCapacity(_ count: Int) { identifiers.reserveCapacity(count) }

  /// Makes records be found by identifier; the least record whose identifier an earlier one has
  /// already.
  mutating func makeIndex(threads: Int) -> Int? {
    let index = IdentifierIndex(self, threads: threads)
    self.index = index
    return index.duplicate
  }

  /// Forgets how to find records by identifier.
  mutating func dropIndex() { index = nil }

  /// The identifier of a record.
  subscript(number: Int) -> String {
    let identifier = identifiers[number]
    guard identifier.isLong else { return identifier.text }
    var place = Int(identifier.high)
    return texts.next(&place) ?? ""
  }

  /// The hash of a record's identifier.
  func hash(of number: Int) -> UInt32 {
    let identifier = identifiers[number]
    return identifier.isLong
      ? UInt32(truncatingIfNeeded: identifier.low >> 32) : identifier.hash
  }

  /// Whether two records have the same identifier.
  func areEqual(_ one: Int, _ other: Int) -> Bool {
    let (left, right) = (identifiers[one], identifiers[other])
    if left.isLong, right.isLong { return texts.areEqual(Int(left.high), Int(right.high)) }
    return left == right
  }

  /// Whether the identifier of one record comes before that of another, in the order of bytes.
  func precedes(_ one: Int, _ other: Int) -> Bool {
    let (left, right) = (identifiers[one], identifiers[other])
    if left.isLong || right.isLong {
      return self[one].utf8.lexicographicallyPrecedes(self[other].utf8)
    }
    return (left.high, left.low) < (right.high, right.low)
  }

  /// The number of the record of an identifier; `nil` if there is none.
  func find(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let index else { return nil }
    guard let short = Identifier(bytes) else {
      return index.find(IdentifierList.longHash(bytes)) { number in
        let identifier = identifiers[number]
        return identifier.isLong && texts.holds(bytes, at: Int(identifier.high))
      }
    }
    return index.find(short.hash) { identifiers[$0] == short }
  }

  /// Whether a record has a short identifier.
  func contains(_ identifier: Identifier) -> Bool {
    index.flatMap { $0.find(identifier.hash) { identifiers[$0] == identifier } } != nil
  }

  /// The numbers of the records of many short identifiers; tells of each whether there is one.
  ///
  /// Each look waits for memory, but all of them wait together.
  func find(
    _ wanted: [Identifier],
    found: (_ position: Int, _ number: Int?) -> Void
  ) {
    guard let index else { return }
    index.look { places in
      for identifier in wanted { places.prefetch(identifier.hash) }
      identifiers.withUnsafeBufferPointer { identifiers in
        for identifier in wanted {
          guard let candidate = places.candidate(identifier.hash) else { continue }
          relance_prefetch(identifiers.baseAddress.map { $0 + candidate })
        }
        for (position, identifier) in wanted.enumerated() {
          found(position, places.find(identifier.hash) { identifiers[$0] == identifier })
        }
      }
    }
  }

  /// A multiplicative hash of eight bytes at a time.
  private static func longHash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var hash = UInt64(truncatingIfNeeded: bytes.count)
    var word: UInt64 = 0
    for (index, byte) in bytes.enumerated() {
      word = word << 8 | UInt64(byte)
      if index & 7 == 7 {
        hash = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
        hash ^= hash >> 32
        word = 0
      }
    }
    hash = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
    return UInt32(truncatingIfNeeded: hash >> 32)
  }
}
