/// Tells of most identifiers that are not in a list that they are not, without looking into the
/// list: one bit for each of eight times as many hashes lies together closely enough to be looked
/// at without waiting for memory.
struct IdentifierSieve: Sendable {
  private var bits: [UInt64]
  private let mask: Int

  /// A sieve of a list; identifiers that are long pass it.
  init(_ list: IdentifierList) {
    var count = 64
    while count < 8 * list.count { count *= 2 }
    bits = Array(repeating: 0, count: count / 64)
    mask = count - 1
    for record in 0..<list.count {
      let place = Int(list.hash(of: record)) & mask
      bits[place / 64] |= 1 << UInt64(place % 64)
    }
  }

  /// Whether an identifier may be in the list.
  @inline(__always)
  func passes(_ identifier: Identifier) -> Bool {
    let place = Int(identifier.hash) & mask
    return bits[place / 64] >> UInt64(place % 64) & 1 == 1
  }
}
