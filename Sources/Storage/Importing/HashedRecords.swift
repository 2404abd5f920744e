/// Finds numbered records by hashes, so that many can be looked up without asking the database.
///
/// The records themselves stand elsewhere: a hash only says which of them may be meant.
struct HashedRecords {
  /// In each place the number of a record, from 1, behind half of its hash; 0 where there is none.
  private var slots: [UInt64]
  /// How many records there are.
  private(set) var count = 0

  init() {
    slots = [UInt64](repeating: 0, count: 64)
  }

  /// Looks for a record.
  ///
  /// - Parameters:
  ///   - hash: The hash of what is looked for.
  ///   - isIt: Whether a record of the same hash is the one.
  /// - Returns: The number of the record; `nil` if there is none.
  /// - Throws: What keeps a record from being looked at.
  func find<Failure: Error>(
    _ hash: UInt64,
    where isIt: (Int) throws(Failure) -> Bool
  ) throws(Failure) -> Int? {
    let mask = slots.count - 1
    var place = HashedRecords.place(hash) & mask
    while slots[place] != 0 {
      let slot = slots[place]
      if slot >> 32 == hash >> 32, try isIt(Int(UInt32(truncatingIfNeeded: slot)) - 1) {
        return Int(UInt32(truncatingIfNeeded: slot)) - 1
      }
      place = (place + 1) & mask
    }
    return nil
  }

  /// Adds a record that is not there yet.
  mutating func insert(_ hash: UInt64, _ record: Int) {
    if 3 * count >= 2 * slots.count { grow() }
    count += 1
    put(hash & ~UInt64(UInt32.max) | UInt64(UInt32(clamping: record + 1)))
  }

  /// Where a record is looked for first: by the half of its hash that stays in its slot.
  private static func place(_ hash: UInt64) -> Int { Int(hash >> 32) }

  private mutating func put(_ slot: UInt64) {
    let mask = slots.count - 1
    var place = HashedRecords.place(slot) & mask
    while slots[place] != 0 { place = (place + 1) & mask }
    slots[place] = slot
  }

  private mutating func grow() {
    let old = slots
    slots = [UInt64](repeating: 0, count: 2 * old.count)
    for slot in old where slot != 0 { put(slot) }
  }
}
