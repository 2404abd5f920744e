/// Results by pair of sets; a later result takes the place of an earlier one with the same slot.
struct ComputedTable {
  /// A pair beside its result: they are read together, and memory is what is waited for.
  private struct Entry {
    var key: UInt64 = 0
    var value: UInt32 = 0
  }

  private var entries: [Entry]

  /// An empty table.
  init() {
    // A pair of equal sets is never looked up, so that its key marks an empty slot.
    entries = Array(repeating: Entry(), count: 1 << 10)
  }

  /// The result for a pair, if it is still there.
  func value(of key: UInt64) -> UInt32? {
    let entry = entries[slot(of: key)]
    return entry.key == key ? entry.value : nil
  }

  /// Remembers the result for a pair.
  mutating func store(_ value: UInt32, for key: UInt64) {
    entries[slot(of: key)] = Entry(key: key, value: value)
  }

  /// Makes room for so many results at least.
  mutating func grow(to count: Int) {
    guard count > entries.count else { return }
    let old = entries
    entries = Array(repeating: Entry(), count: count)
    for entry in old where entry.key != 0 { store(entry.value, for: entry.key) }
  }

  private func slot(of key: UInt64) -> Int {
    Int(truncatingIfNeeded: scrambled(key) >> 1) & (entries.count - 1)
  }
}
