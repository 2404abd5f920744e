/// What the words of a column meant: in a column of few words the next one is mostly a known one.
struct WordCache<Value> {
  private var short: [(word: Identifier, value: Value)] = []
  private var long: [(word: [UInt8], value: Value)] = []

  /// How many words are remembered: comparing more costs what it saves.
  private static var limit: Int { 16 }

  /// What a word means, if it is known.
  subscript(word: UnsafeBufferPointer<UInt8>) -> Value? {
    if let key = Identifier(word) {
      for place in short.indices where short[place].word == key { return short[place].value }
      return nil
    }
    for place in long.indices where long[place].word.count == word.count {
      if word.elementsEqual(long[place].word) { return long[place].value }
    }
    return nil
  }

  /// Remembers what a word means.
  mutating func learn(_ word: UnsafeBufferPointer<UInt8>, _ value: Value) {
    if let key = Identifier(word) {
      if short.count < WordCache.limit { short.append((key, value)) }
    } else if long.count < WordCache.limit {
      long.append((Array(word), value))
    }
  }
}
