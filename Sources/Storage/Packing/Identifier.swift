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
      // The last eight bytes, of which those that stand in the other number already are shifted out.
      let last = raw.loadUnaligned(fromByteOffset: raw.count - 8, as: UInt64.self).bigEndian
      low = last << UInt64(8 * (16 - raw.count))
    } else if raw.count >= 4 {
      // The first four bytes and the last four; those that are both stand in the same place.
      let first = UInt64(raw.loadUnaligned(as: UInt32.self).bigEndian)
      let last = UInt64(raw.loadUnaligned(fromByteOffset: raw.count - 4, as: UInt32.self).bigEndian)
      high = first << 32 | last << UInt64(8 * (8 - raw.count))
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
  var hash: UInt32 { IdentifierHash.of(high, low) }
}
