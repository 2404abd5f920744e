/// Hashes of identifiers, whose bits tell their places in tables.
///
/// Identifiers are mostly numbers in sequence. The two halves of a product put together scatter
/// these, while the upper half alone leaves rows of them in neighbouring places, and each look would
/// have to go along a row.
enum IdentifierHash {
  /// What identifiers are mixed with.
  struct Secret {
    fileprivate let first = UInt64.random(in: .min ... .max)
    fileprivate let second = UInt64.random(in: .min ... .max)

    /// That of this run: drawn anew in each, so that no ledger can be made of identifiers that
    /// collide.
    static let ofRun = Secret()
  }

  /// The hash of an identifier that stands in two words.
  static func of(_ high: UInt64, _ low: UInt64, _ secret: Secret = .ofRun) -> UInt32 {
    short(mixed(high, low, secret))
  }

  /// The hash of an identifier of any length, eight bytes at a time.
  static func of(_ bytes: UnsafeBufferPointer<UInt8>, _ secret: Secret = .ofRun) -> UInt32 {
    var hash = UInt64(truncatingIfNeeded: bytes.count)
    var word: UInt64 = 0
    for (index, byte) in bytes.enumerated() {
      word = word << 8 | UInt64(byte)
      if index & 7 == 7 {
        hash = mixed(hash, word, secret)
        word = 0
      }
    }
    return short(mixed(hash, word, secret))
  }

  private static func mixed(_ one: UInt64, _ other: UInt64, _ secret: Secret) -> UInt64 {
    let factor = other ^ secret.second
    let (high, low) = (one ^ secret.first).multipliedFullWidth(by: factor)
    return high ^ low
  }

  private static func short(_ hash: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: (hash &* 0x9E37_79B9_7F4A_7C15) >> 32)
  }
}
