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
  /// How many different identifiers there are.
  let count: Int

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
    let records = AllRecords(identifiers, parts: max(1, threads))
    self.init(identifiers, records, threads: threads) { _, _ in }
  }

  /// An index of records whose hashes stand in parts, made by so many threads.
  ///
  /// - Parameters:
  ///   - identifiers: The identifiers of the records.
  ///   - records: The records of each part; the number of parts is a power of two.
  ///   - threads: How many threads work.
  ///   - repeated: Is told of a record whose identifier an earlier one has, and of the first that has
  ///     it; of two records with the same hash by the same thread.
  init(
    _ identifiers: IdentifierList,
    _ records: some IndexedRecords,
    threads: Int,
    repeated: @Sendable (_ first: Int, _ record: Int) -> Void
  ) {
    partBits = UInt32(records.partCount.trailingZeroBitCount)
    var capacity = 64
    while capacity * 5 / 8 < records.most { capacity *= 2 }
    while true {
      let filled = IdentifierIndex.fill(capacity, identifiers, records, threads: threads, repeated)
      if let filled {
        (slots, count) = filled
        return
      }
      // Hashes are hardly ever so unequal that a part fills up.
      capacity *= 2
    }
  }

  /// The places of all parts, and how many are taken; `nil` if a part is too small.
  private static func fill(
    _ capacity: Int,
    _ identifiers: IdentifierList,
    _ records: some IndexedRecords,
    threads: Int,
    _ repeated: @Sendable (_ first: Int, _ record: Int) -> Void
  ) -> ([UInt64], Int)? {
    var filled: [Int?] = []
    let count = capacity * records.partCount
    let slots = [UInt64](unsafeUninitializedCapacity: count) { slots, initializedCount in
      slots.preferLargePages()
      // Each part is written by the one thread that fills it.
      nonisolated(unsafe) let slots = slots
      filled = sideBySide(records.partCount, threads: threads) { part, _ in
        let places = UnsafeMutableBufferPointer(
          rebasing: slots[part * capacity..<(part + 1) * capacity]
        )
        places.initialize(repeating: 0)
        return fill(places, part, identifiers, records, repeated)
      }
      initializedCount = count
    }
    let used = filled.compactMap { $0 }
    return used.count == filled.count ? (slots, used.reduce(0, +)) : nil
  }

  /// Fills a part; how many places are taken, `nil` if there are too few.
  private static func fill(
    _ slots: UnsafeMutableBufferPointer<UInt64>,
    _ part: Int,
    _ identifiers: IdentifierList,
    _ records: some IndexedRecords,
    _ repeated: (_ first: Int, _ record: Int) -> Void
  ) -> Int? {
    let mask = slots.count - 1
    var used = 0
    records.forEach(in: part) { hash, record in
      // The rest of a part that is too small is only gone through.
      if used * 8 > slots.count * 7 { return }
      var place = Int(hash) & mask
      while slots[place] != 0 {
        let known = Int(UInt32(truncatingIfNeeded: slots[place])) - 1
        if UInt32(truncatingIfNeeded: slots[place] >> 32) == hash,
          identifiers.areEqual(known, record)
        {
          return repeated(known, record)
        }
        place = (place + 1) & mask
      }
      slots[place] = UInt64(hash) << 32 | UInt64(record + 1)
      used += 1
    }
    return used * 8 > slots.count * 7 ? nil : used
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

/// Records in parts of which each holds those whose hashes begin with the bits of its number.
protocol IndexedRecords: Sendable {
  /// How many parts there are; a power of two.
  var partCount: Int { get }
  /// About how many records a part holds at most.
  var most: Int { get }
  /// Shows the records of a part, those of one hash in the order of their numbers.
  func forEach(in part: Int, _ visit: (_ hash: UInt32, _ record: Int) -> Void)
}

/// The records of a list, all of which are gone through for each part.
private struct AllRecords: IndexedRecords {
  let partCount: Int
  private let identifiers: IdentifierList
  private let bits: UInt32

  /// About so many parts; more would only be gone through more often.
  init(_ identifiers: IdentifierList, parts: Int) {
    self.identifiers = identifiers
    bits = UInt32(Int.bitWidth - (parts - 1).leadingZeroBitCount)
    partCount = 1 << bits
  }

  var most: Int { identifiers.count >> Int(bits) }

  func forEach(in part: Int, _ visit: (_ hash: UInt32, _ record: Int) -> Void) {
    for record in 0..<identifiers.count {
      let hash = identifiers.hash(of: record)
      if Int(hash >> (32 - bits)) == part { visit(hash, record) }
    }
  }
}
