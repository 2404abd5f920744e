import Testing

@testable import Storage

/// A ledger's identifiers are numbers in sequence: wherever their digits stand, they must be found
/// at once, not after a walk along their neighbours.
@Suite("Hashes of identifiers in sequence")
struct IdentifierHashTests {
  /// Ways to write the identifier of a number.
  static let patterns: [@Sendable (Int) -> String] = [
    { "\($0)" },
    { "F-" + padded($0, 8) },
    { "FAC-2026-" + padded($0, 6) },
    { "INV\(10_000_000 + 7 * $0)" },
    { "\($0 % 10)ABCDEF" + padded($0 / 10, 5) },
    { String($0, radix: 16) },
    { "C\($0 % 500)/\($0 / 500)" },
    { "FACTURE-" + padded($0, 8) + "-CLIENT-2026" },
    { "FACTURE-CLIENT-2026-" + padded($0, 8) },
  ]

  @Test("a look goes no further than chance would have it", arguments: patterns.indices)
  func steps(_ pattern: Int) {
    let count = 20_000
    let mask = 1 << 15 - 1
    var isTaken = [Bool](repeating: false, count: mask + 1)
    var steps = 0
    for number in 0..<count {
      var text = IdentifierHashTests.patterns[pattern](number)
      let hash = text.withUTF8 { Identifier($0)?.hash ?? IdentifierHash.of($0) }
      var place = Int(hash) & mask
      while isTaken[place] {
        place = (place + 1) & mask
        steps += 1
      }
      isTaken[place] = true
    }
    // By chance it would be three quarters of a step each at this load: (1 / (1 - 0.61) - 1) / 2.
    #expect(steps < 5 * count / 4)
  }

  @Test("parts by the highest bits are even", arguments: patterns.indices)
  func parts(_ pattern: Int) {
    var counts = [Int](repeating: 0, count: 256)
    for number in 0..<25_600 {
      var text = IdentifierHashTests.patterns[pattern](number)
      let hash = text.withUTF8 { Identifier($0)?.hash ?? IdentifierHash.of($0) }
      counts[Int(hash >> 24)] += 1
    }
    // A hundred in each, give or take ten by chance; seven times as much never happens.
    #expect(counts.allSatisfy { (30...170).contains($0) })
  }

  @Test("identifiers chosen to collide in one run do not in another", arguments: [true, false])
  func chosen(areShort: Bool) {
    let (known, other) = (IdentifierHash.Secret(), IdentifierHash.Secret())
    func place(_ number: Int, _ secret: IdentifierHash.Secret) -> UInt32 {
      var text = (areShort ? "F-" : "FACTURE-CLIENT-2026-") + padded(number, 8)
      return text.withUTF8 { bytes in
        let hash = Identifier(bytes).map { IdentifierHash.of($0.high, $0.low, secret) }
        return (hash ?? IdentifierHash.of(bytes, secret)) & 0xFF
      }
    }
    let chosen = (0..<256_000).filter { place($0, known) == 0 }
    #expect(chosen.count > 500)
    // About a thousand in 256 places: by chance, four in each of nearly all.
    #expect(Set(chosen.map { place($0, other) }).count > 100)
  }
}

private func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
