/// An identifier as a pair of numbers that is compared in one go.
///
/// Up to 15 bytes stand in it, the first highest, with their count in the last byte: nearly every
/// identifier of a ledger, so that comparing and ordering them reaches into no other memory. Of a
/// longer one the last byte is `long`, the rest a place in an arena and half of a hash.
struct Identifier: Hashable, Sendable {
  /// The first eight bytes; the place in the arena of a longer identifier.
  let high: UInt64
  /// The other bytes and their count.
  let low: UInt64

  private static let long: UInt64 = 0xFF

  /// Whether the bytes stand in an arena.
  var isLong: Bool { low & 0xFF == Identifier.long }

  /// A short identifier; `nil` if there are too many bytes.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count <= 15 else { return nil }
    var high: UInt64 = 0
    var low: UInt64 = 0
    let raw = UnsafeRawBufferPointer(bytes)
    if raw.count >= 8 {
      high = raw.loadUnaligned(as: UInt64.self).bigEndian
      for place in 8..<raw.count { low |= UInt64(raw[place]) << (8 * (15 - UInt64(place))) }
    } else {
      for place in 0..<raw.count { high |= UInt64(raw[place]) << (8 * (7 - UInt64(place))) }
    }
    self.high = high
    self.low = low | UInt64(raw.count)
  }

  /// A long identifier, whose bytes stand at a place of an arena.
  init(longAt place: Int, hash: UInt64) {
    high = UInt64(place)
    low = hash << 32 | Identifier.long
  }

  /// The bytes of a short identifier as text.
  var text: String {
    var words = (high.bigEndian, low.bigEndian)
    let count = Int(low & 0xFF)
    return withUnsafeBytes(of: &words) { String(decoding: $0.prefix(count), as: UTF8.self) }
  }

  /// Where it is looked for first.
  ///
  /// Numbers that follow each other differ in their last digit, and are asked for together: sixteen
  /// places for each ten of them, chosen by all that comes before the digit, keep them in two lines
  /// of memory.
  var hash: UInt32 {
    let count = low & 0xFF
    // The shift of the last byte within its word.
    let shift = count > 8 ? 8 * (16 - count) : count > 0 ? 8 * (8 - count) : 0
    let last = (count > 8 ? low : high) >> shift & 0xF
    let block =
      count > 8
      ? Identifier.mixed(Identifier.mixed(high) ^ (low & ~(0xF << shift)))
      : Identifier.mixed(high & ~(0xF << shift) ^ low)
    return UInt32(truncatingIfNeeded: block >> 32) & ~0xF | UInt32(truncatingIfNeeded: last)
  }

  private static func mixed(_ word: UInt64) -> UInt64 {
    let product = word &* 0x9E37_79B9_7F4A_7C15
    return product ^ product >> 32
  }
}

/// The identifiers of records, by number.
struct IdentifierList: Sendable {
  private var identifiers: [Identifier] = []
  /// The bytes of those that are too long.
  private var texts = TextArena()

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
  func find(_ bytes: UnsafeBufferPointer<UInt8>, by index: IdentifierIndex) -> Int? {
    guard let short = Identifier(bytes) else {
      return index.find(IdentifierList.longHash(bytes)) { number in
        let identifier = identifiers[number]
        return identifier.isLong && texts.holds(bytes, at: Int(identifier.high))
      }
    }
    return index.find(short.hash) { identifiers[$0] == short }
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
