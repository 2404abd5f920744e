/// Results by pair of sets; a later result takes the place of an earlier one with the same slot.
struct ComputedTable {
  private var keys: [UInt64]
  private var values: [UInt32]

  /// An empty table.
  init() {
    // A pair of equal sets is never looked up, so that its key marks an empty slot.
    keys = Array(repeating: 0, count: 1 << 10)
    values = Array(repeating: 0, count: 1 << 10)
  }

  /// The result for a pair, if it is still there.
  func value(of key: UInt64) -> UInt32? {
    let slot = slot(of: key)
    return keys[slot] == key ? values[slot] : nil
  }

  /// Remembers the result for a pair.
  mutating func store(_ value: UInt32, for key: UInt64) {
    let slot = slot(of: key)
    keys[slot] = key
    values[slot] = value
  }

  /// Makes room for so many results at least.
  mutating func grow(to count: Int) {
    guard count > keys.count else { return }
    let (oldKeys, oldValues) = (keys, values)
    keys = Array(repeating: 0, count: count)
    values = Array(repeating: 0, count: count)
    for index in oldKeys.indices where oldKeys[index] != 0 {
      store(oldValues[index], for: oldKeys[index])
    }
  }

  private func slot(of key: UInt64) -> Int {
    Int(truncatingIfNeeded: scrambled(key) >> 1) & (keys.count - 1)
  }
}
