/// Finds the number of a record by the bytes of its identifier.
///
/// A million rows refer to invoices: this looks them up without making a `String` of each reference,
/// and takes identifiers as equal only if their bytes are, as the database does. The identifiers
/// stay in the records, which are needed anyway once one is found.
struct IdentifierTable {
  /// One place of the open-addressed table: half of the hash, and the record's number + 1.
  private struct Slot {
    var hash: UInt32 = 0
    var record: UInt32 = 0
  }

  private var slots = [Slot](repeating: Slot(), count: 64)
  private var count = 0

  /// The number of the record that has an identifier; `nil` if there is none.
  func find(
    _ identifier: UnsafeBufferPointer<UInt8>,
    identifierOf: (Int) -> String
  ) -> Int? {
    let record = slots[place(of: identifier, Self.hash(identifier), identifierOf)].record
    return record == 0 ? nil : Int(record) - 1
  }

  /// Adds the identifier of the next record; `false` if an earlier one has it already.
  mutating func insert(
    _ identifier: UnsafeBufferPointer<UInt8>,
    identifierOf: (Int) -> String
  ) -> Bool {
    let hash = Self.hash(identifier)
    let place = place(of: identifier, hash, identifierOf)
    guard slots[place].record == 0 else { return false }
    count += 1
    slots[place] = Slot(hash: hash, record: UInt32(clamping: count))
    if 4 * count > 3 * slots.count { grow() }
    return true
  }

  /// Where an identifier is, or would be put.
  private func place(
    of identifier: UnsafeBufferPointer<UInt8>,
    _ hash: UInt32,
    _ identifierOf: (Int) -> String
  ) -> Int {
    let mask = slots.count - 1
    var place = Int(hash) & mask
    while slots[place].record != 0 {
      if slots[place].hash == hash,
        identifier.elementsEqual(identifierOf(Int(slots[place].record) - 1).utf8)
      {
        return place
      }
      place = (place + 1) & mask
    }
    return place
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: 2 * old.count)
    let mask = slots.count - 1
    for slot in old where slot.record != 0 {
      var place = Int(slot.hash) & mask
      while slots[place].record != 0 { place = (place + 1) & mask }
      slots[place] = slot
    }
  }

  /// A multiplicative hash of eight bytes at a time.
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
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
