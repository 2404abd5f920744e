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

  /// The identifiers of several lists, one list after the other.
  init(_ lists: [IdentifierList], threads: Int) {
    let pieces = takeTexts(of: lists)
    identifiers = Array(joining: pieces, threads: threads)
  }

  /// The identifiers of several lists, each at a place of its own.
  init(_ lists: [IdentifierList], at places: [UInt32], threads: Int) {
    let pieces = takeTexts(of: lists)
    identifiers = Array(joining: pieces, at: places, threads: threads) { identifier, _ in identifier
    }
  }

  /// Takes the texts of several lists one after the other; their identifiers, as they are then.
  private mutating func takeTexts(of lists: [IdentifierList]) -> [[Identifier]] {
    lists.map { list in
      let identifiers = list.identifiers(movedBy: texts.end)
      texts.append(list.texts)
      return identifiers
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
        Identifier(longAt: texts.end, hash: UInt64(IdentifierHash.of(bytes)))
      )
      texts.append(bytes)
    }
  }

  /// Adds an identifier of another list.
  mutating func append(_ number: Int, of other: IdentifierList) {
    let identifier = other.identifiers[number]
    guard identifier.isLong else { return identifiers.append(identifier) }
    identifiers.append(Identifier(longAt: texts.end, hash: identifier.low >> 32))
    texts.append(textAt: Int(identifier.high), of: other.texts)
  }

  /// Adds a short identifier.
  mutating func append(_ identifier: Identifier) { identifiers.append(identifier) }

  /// Adds all identifiers of another list behind these.
  mutating func append(_ other: IdentifierList) {
    identifiers += other.identifiers(movedBy: texts.end)
    texts.append(other.texts)
  }

  /// The identifiers, as they are once their texts stand so much further behind.
  private func identifiers(movedBy offset: Int) -> [Identifier] {
    guard texts.end > 0, offset > 0 else { return identifiers }
    return identifiers.map { identifier in
      identifier.isLong
        ? Identifier(longAt: Int(identifier.high) + offset, hash: identifier.low >> 32)
        : identifier
    }
  }

  /// Forgets all identifiers, but not how much room they took.
  mutating func removeAll() {
    identifiers.removeAll(keepingCapacity: true)
    texts.removeAll()
  }

  /// Makes room.
  mutating func reserveCapacity(_ count: Int) { identifiers.reserveCapacity(count) }

  /// Makes records be found by identifier, the first of those that have the same one.
  mutating func makeIndex(threads: Int) { index = IdentifierIndex(self, threads: threads) }

  /// Makes records be found by identifier, by the parts of their hashes.
  mutating func makeIndex(
    _ parts: HashParts,
    threads: Int,
    repeated: @Sendable (_ first: Int, _ record: Int) -> Void
  ) {
    index = IdentifierIndex(self, parts, threads: threads, repeated: repeated)
  }

  /// How many different identifiers there are, once they can be found.
  var distinctCount: Int { index?.count ?? 0 }

  /// Whether several records have the same identifier, once they can be found.
  var hasDuplicates: Bool { distinctCount < count }

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
    if left.isLong, right.isLong { return texts.areEqual(Int(left.high), texts, Int(right.high)) }
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
      return index.find(IdentifierHash.of(bytes)) { number in
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

  /// The numbers of the records of the identifiers of another list; tells of each whether there is
  /// one.
  ///
  /// Each look waits for memory, but all of them wait together.
  ///
  /// - Parameters:
  ///   - wanted: The identifiers, some hundred of them.
  ///   - expected: Is told which record will probably be found, while memory is waited for.
  ///   - found: Is told what was found.
  func find(
    _ wanted: IdentifierList,
    expected: (_ number: Int) -> Void = { _ in },
    found: (_ position: Int, _ number: Int?) -> Void
  ) {
    guard let index, wanted.count > 0 else {
      for position in wanted.identifiers.indices { found(position, nil) }
      return
    }
    index.look { places in
      withUnsafeTemporaryAllocation(of: Look.self, capacity: wanted.count) { looks in
        for position in wanted.identifiers.indices {
          let hash = wanted.hash(of: position)
          looks.initializeElement(at: position, to: Look(hash: hash))
          places.prefetch(hash)
        }
        for position in looks.indices {
          guard let number = places.candidate(looks[position].hash) else { continue }
          looks[position].number = UInt32(truncatingIfNeeded: number)
          prefetch(number)
          expected(number)
        }
        for position in looks.indices {
          found(position, number(looks[position], position, of: wanted, places))
        }
      }
    }
  }

  /// An identifier that is being looked for.
  private struct Look {
    let hash: UInt32
    /// The first record that may have it; `nobody` if there is none.
    var number = Look.nobody

    static let nobody = UInt32.max
  }

  private func prefetch(_ number: Int) {
    identifiers.withUnsafeBufferPointer { relance_prefetch($0.baseAddress.map { $0 + number }) }
  }

  /// The record that has the identifier at a position of another list.
  @inline(__always)
  private func number(
    _ look: Look,
    _ position: Int,
    of wanted: IdentifierList,
    _ places: IdentifierIndex.Places
  ) -> Int? {
    guard look.number != Look.nobody else { return nil }
    let identifier = wanted.identifiers[position]
    if !identifier.isLong, identifiers[Int(look.number)] == identifier { return Int(look.number) }
    return places.find(look.hash) { number in
      let known = identifiers[number]
      if known.isLong, identifier.isLong {
        return texts.areEqual(Int(known.high), wanted.texts, Int(identifier.high))
      }
      return known == identifier
    }
  }
}
