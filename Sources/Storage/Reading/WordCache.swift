/// What the words of a column meant: in a column of few words the next one is mostly a known one.
struct WordCache<Value> {
  private var short: [(word: Identifier, value: Value)] = []
  private var long: [(word: [UInt8], value: Value)] = []

  /// How many words are remembered: comparing more costs what it saves.
  private static var limit: Int { 16 }

  /// What a word means, looked up only if it is not known yet.
  mutating func value(
    of word: UnsafeBufferPointer<UInt8>,
    lookup: () throws(LedgerError) -> Value
  ) throws(LedgerError) -> Value {
    if let key = Identifier(word) {
      for entry in short where entry.word == key { return entry.value }
      let value = try lookup()
      if short.count < WordCache.limit { short.append((key, value)) }
      return value
    }
    for entry in long where entry.word.count == word.count {
      if word.elementsEqual(entry.word) { return entry.value }
    }
    let value = try lookup()
    if long.count < WordCache.limit { long.append((Array(word), value)) }
    return value
  }
}
