import CSQLite

/// Finds the number of a record by the bytes of its identifier.
///
/// A million rows refer to invoices: this looks them up without making a `String` of each reference,
/// and takes identifiers as equal only if their bytes are, as the database does. The identifiers
/// themselves stay with the records.
struct IdentifierIndex: Sendable {
  /// Open-addressed tables for equal parts of the hashes, so that several threads can fill them: in
  /// each place half of the hash, and the record's number + 1.
  private var parts: [[UInt64]]
  /// The least record whose identifier an earlier one has already.
  let duplicate: Int?

  /// How many of the highest bits of a hash tell its part.
  private let partBits: UInt32

  /// An index of records by their identifiers, made by so many threads.
  init(_ identifiers: IdentifierList, threads: Int) {
    // Every thread goes through all identifiers, so that there are no more parts than threads.
    let bits = max(0, threads.nextPowerOfTwoExponent)
    partBits = UInt32(bits)
    let filled = sideBySide(1 << bits, threads: threads) { part, _ in
      IdentifierIndex.fill(part, of: bits, identifiers)
    }
    parts = filled.map(\.slots)
    duplicate = filled.compactMap(\.duplicate).min()
  }

  private static func fill(
    _ part: Int,
    of bits: Int,
    _ identifiers: IdentifierList
  ) -> (slots: [UInt64], duplicate: Int?) {
    var capacity = 64
    while (capacity * 5 / 8) << bits < identifiers.count { capacity *= 2 }
    var slots = [UInt64](repeating: 0, count: capacity)
    var used = 0
    var duplicate: Int?
    for record in 0..<identifiers.count {
      let hash = identifiers.hash(of: record)
      guard Int(hash >> (32 - UInt32(bits))) == part else { continue }
      // Hashes are hardly ever so unequal that a part fills up.
      if used * 8 > slots.count * 7 { slots = grown(slots) }
      var place = Int(hash) & (slots.count - 1)
      while slots[place] != 0 {
        let known = Int(UInt32(truncatingIfNeeded: slots[place])) - 1
        if UInt32(truncatingIfNeeded: slots[place] >> 32) == hash,
          identifiers.areEqual(known, record)
        {
          duplicate = duplicate ?? record
          break
        }
        place = (place + 1) & (slots.count - 1)
      }
      guard slots[place] == 0 else { continue }
      slots[place] = UInt64(hash) << 32 | UInt64(record + 1)
      used += 1
    }
    return (slots, duplicate)
  }

  private static func grown(_ old: [UInt64]) -> [UInt64] {
    var slots = [UInt64](repeating: 0, count: 2 * old.count)
    for slot in old where slot != 0 {
      var place = Int(slot >> 32) & (slots.count - 1)
      while slots[place] != 0 { place = (place + 1) & (slots.count - 1) }
      slots[place] = slot
    }
    return slots
  }

  /// Asks for the memory in which an identifier is looked for first, without waiting for it.
  @inline(__always)
  func prefetch(_ hash: UInt32) {
    parts[Int(hash >> (32 - partBits))].withUnsafeBufferPointer { slots in
      relance_prefetch(slots.baseAddress.map { $0 + (Int(hash) & (slots.count - 1)) })
    }
  }

  /// The first record that may have an identifier; `nil` if there is none.
  @inline(__always)
  func candidate(_ hash: UInt32) -> Int? {
    find(hash) { _ in true }
  }

  /// Looks for an identifier.
  ///
  /// - Parameters:
  ///   - hash: The hash of the identifier.
  ///   - isIt: Whether a record has the identifier.
  /// - Returns: The number of its record; `nil` if there is none.
  @inline(__always)
  func find(_ hash: UInt32, where isIt: (Int) -> Bool) -> Int? {
    parts[Int(hash >> (32 - partBits))].withUnsafeBufferPointer { slots in
      let mask = slots.count - 1
      var place = Int(hash) & mask
      while slots[place] != 0 {
        let record = Int(UInt32(truncatingIfNeeded: slots[place])) - 1
        if UInt32(truncatingIfNeeded: slots[place] >> 32) == hash, isIt(record) { return record }
        place = (place + 1) & mask
      }
      return nil
    }
  }
}

extension Int {
  /// The least power of two that is not below the number, by its exponent.
  fileprivate var nextPowerOfTwoExponent: Int {
    self <= 1 ? 0 : Int.bitWidth - (self - 1).leadingZeroBitCount
  }
}
