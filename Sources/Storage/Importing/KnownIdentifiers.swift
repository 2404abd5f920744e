/// Identifiers of the ledger held in memory, each with a number that says something about it.
struct KnownIdentifiers {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var numbers: [UInt32] = []
  private var records = HashedRecords()

  /// Adds an identifier; one that is there already stays as it is.
  mutating func insert(_ identifier: UnsafeBufferPointer<UInt8>, _ number: UInt32) {
    let hash = hashValue(of: identifier)
    guard find(identifier, hash) == nil, ends.count < Int(UInt32.max) - 1 else { return }
    bytes.append(contentsOf: identifier)
    records.insert(hash, ends.count)
    ends.append(bytes.count)
    numbers.append(number)
  }

  /// The number beside an identifier; `nil` if it is not there.
  func number(of identifier: UnsafeBufferPointer<UInt8>) -> UInt32? {
    find(identifier, hashValue(of: identifier)).map { numbers[$0] }
  }

  private func find(_ identifier: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Int? {
    records.find(hash) { record in
      let start = record == 0 ? 0 : ends[record - 1]
      guard ends[record] - start == identifier.count else { return false }
      return bytes.withUnsafeBufferPointer { bytes in
        for place in 0..<identifier.count where bytes[start + place] != identifier[place] {
          return false
        }
        return true
      }
    }
  }

  private func hashValue(of identifier: UnsafeBufferPointer<UInt8>) -> UInt64 {
    // Seeded anew in each run, so that no file can be made of identifiers that collide.
    var hasher = Hasher()
    hasher.combine(bytes: UnsafeRawBufferPointer(identifier))
    return UInt64(bitPattern: Int64(hasher.finalize()))
  }
}
