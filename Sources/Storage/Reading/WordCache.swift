/// What the words of a column meant: in a column of few words the next one is mostly a known one.
struct WordCache<Value> {
  private var known: [(bytes: [UInt8], value: Value)] = []

  /// How many words are remembered: comparing more costs what it saves.
  private static var limit: Int { 16 }

  /// What a word means, looked up only if it is not known yet.
  mutating func value(
    of word: UnsafeBufferPointer<UInt8>,
    lookup: () throws(LedgerError) -> Value
  ) throws(LedgerError) -> Value {
    for entry in known where entry.bytes.count == word.count {
      if word.elementsEqual(entry.bytes) { return entry.value }
    }
    let value = try lookup()
    if known.count < WordCache.limit { known.append((Array(word), value)) }
    return value
  }
}
