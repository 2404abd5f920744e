/// Hashes of identifiers, whose bits tell their places in tables.
///
/// Identifiers are mostly numbers in sequence. The two halves of a product put together scatter
/// these, while the upper half alone leaves rows of them in neighbouring places, and each look would
/// have to go along a row.
enum IdentifierHash {
  /// The hash of an identifier that stands in two words.
  static func of(_ high: UInt64, _ low: UInt64) -> UInt32 { short(mixed(high, low)) }

  /// The hash of an identifier of any length, eight bytes at a time.
  static func of(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var hash = UInt64(truncatingIfNeeded: bytes.count)
    var word: UInt64 = 0
    for (index, byte) in bytes.enumerated() {
      word = word << 8 | UInt64(byte)
      if index & 7 == 7 {
        hash = mixed(hash, word)
        word = 0
      }
    }
    return short(mixed(hash, word))
  }

  private static func mixed(_ one: UInt64, _ other: UInt64) -> UInt64 {
    let factor = other ^ 0xD6E8_FEB8_6659_FD93
    let (high, low) = (one ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: factor)
    return high ^ low
  }

  private static func short(_ hash: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: (hash &* 0x9E37_79B9_7F4A_7C15) >> 32)
  }
}
