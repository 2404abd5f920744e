import CSQLite

/// Finds the number of a record by the bytes of its identifier.
///
/// A million rows refer to invoices: this looks them up without making a `String` of each reference,
/// and takes identifiers as equal only if their bytes are, as the database does. The identifiers
/// themselves stay with the records.
struct IdentifierIndex: Sendable {
  /// Open-addressed tables of one size for equal parts of the hashes, one behind the other, so that
  /// several threads can fill them: in each place half of the hash, and the record's number + 1.
  private let slots: [UInt64]
  /// The least record whose identifier an earlier one has already.
  let duplicate: Int?

  /// How many of the highest bits of a hash tell its part.
  private let partBits: UInt32

  /// The places of the index for as long as they are looked at.
  struct Places {
    fileprivate let slots: UnsafeBufferPointer<UInt64>
    fileprivate let partBits: UInt32

    private var mask: Int { slots.count >> Int(partBits) - 1 }

    /// Where the part of a hash begins.
    private func start(_ hash: UInt32) -> Int { Int(hash >> (32 - partBits)) * (mask + 1) }

    /// Asks for the memory in which an identifier is looked for first, without waiting for it.
    @inline(__always)
    func prefetch(_ hash: UInt32) {
      relance_prefetch(slots.baseAddress.map { $0 + (start(hash) + (Int(hash) & mask)) })
    }

    /// The first record that may have an identifier; `nil` if there is none.
    @inline(__always)
    func candidate(_ hash: UInt32) -> Int? { find(hash) { _ in true } }

    /// Looks for an identifier.
    ///
    /// - Parameters:
    ///   - hash: The hash of the identifier.
    ///   - isIt: Whether a record has the identifier.
    /// - Returns: The number of its record; `nil` if there is none.
    @inline(__always)
    func find(_ hash: UInt32, where isIt: (Int) -> Bool) -> Int? {
      let (start, mask) = (start(hash), mask)
      var place = Int(hash) & mask
      while slots[start + place] != 0 {
        let slot = slots[start + place]
        let record = Int(UInt32(truncatingIfNeeded: slot)) - 1
        if UInt32(truncatingIfNeeded: slot >> 32) == hash, isIt(record) { return record }
        place = (place + 1) & mask
      }
      return nil
    }
  }

  /// An index of records by their identifiers, made by so many threads.
  init(_ identifiers: IdentifierList, threads: Int) {
    // Every thread goes through all identifiers, so that there are no more parts than threads.
    let bits = max(0, threads.nextPowerOfTwoExponent)
    partBits = UInt32(bits)
    var capacity = 64
    while (capacity * 5 / 8) << bits < identifiers.count { capacity *= 2 }
    while true {
      if let filled = IdentifierIndex.fill(capacity, bits, identifiers, threads: threads) {
        (slots, duplicate) = filled
        return
      }
      // Hashes are hardly ever so unequal that a part fills up.
      capacity *= 2
    }
  }

  /// The places of all parts, and the least duplicate; `nil` if a part is too small.
  private static func fill(
    _ capacity: Int,
    _ bits: Int,
    _ identifiers: IdentifierList,
    threads: Int
  ) -> ([UInt64], Int?)? {
    var slots = [UInt64](repeating: 0, count: capacity << bits)
    let parts = slots.withUnsafeMutableBufferPointer { slots in
      // Each part is written by the one thread that fills it.
      nonisolated(unsafe) let slots = slots
      return sideBySide(1 << bits, threads: threads) { part, _ in
        let places = UnsafeMutableBufferPointer(
          rebasing: slots[part * capacity..<(part + 1) * capacity]
        )
        return fill(places, part, bits, identifiers)
      }
    }
    guard parts.allSatisfy({ $0.hasRoom }) else { return nil }
    return (slots, parts.compactMap(\.duplicate).min())
  }

  private static func fill(
    _ slots: UnsafeMutableBufferPointer<UInt64>,
    _ part: Int,
    _ bits: Int,
    _ identifiers: IdentifierList
  ) -> (hasRoom: Bool, duplicate: Int?) {
    let mask = slots.count - 1
    var used = 0
    var duplicate: Int?
    for record in 0..<identifiers.count {
      let hash = identifiers.hash(of: record)
      guard Int(hash >> (32 - UInt32(bits))) == part else { continue }
      if used * 8 > slots.count * 7 { return (false, nil) }
      var place = Int(hash) & mask
      while slots[place] != 0 {
        let known = Int(UInt32(truncatingIfNeeded: slots[place])) - 1
        if UInt32(truncatingIfNeeded: slots[place] >> 32) == hash,
          identifiers.areEqual(known, record)
        {
          duplicate = duplicate ?? record
          break
        }
        place = (place + 1) & mask
      }
      guard slots[place] == 0 else { continue }
      slots[place] = UInt64(hash) << 32 | UInt64(record + 1)
      used += 1
    }
    return (true, duplicate)
  }

  /// Looks at the places, to which no reference is counted meanwhile.
  @inline(__always)
  func look<Result>(_ look: (Places) -> Result) -> Result {
    slots.withUnsafeBufferPointer { look(Places(slots: $0, partBits: partBits)) }
  }

  /// Looks for a single identifier.
  @inline(__always)
  func find(_ hash: UInt32, where isIt: (Int) -> Bool) -> Int? {
    look { $0.find(hash, where: isIt) }
  }
}

extension Int {
  /// The least power of two that is not below the number, by its exponent.
  fileprivate var nextPowerOfTwoExponent: Int {
    self <= 1 ? 0 : Int.bitWidth - (self - 1).leadingZeroBitCount
  }
}
