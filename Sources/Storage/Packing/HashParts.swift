/// The hashes of the records of several pieces in equal parts, so that each part of an index is
/// filled by one thread, and what it looks at lies close together.
struct HashParts: Sendable {
  /// How many of the highest bits of a hash tell its part.
  private static let bits = 8

  /// The hashes of a piece in the order of their parts.
  struct Piece: Sendable {
    /// Each hash, and below it the record's number in the piece.
    fileprivate let hashes: [UInt64]
    /// Where each part begins, and where the last one ends.
    fileprivate let starts: [Int]

    /// The hashes of some identifiers.
    init(_ identifiers: IdentifierList) {
      var starts = [Int](repeating: 0, count: 1 << HashParts.bits + 1)
      for number in 0..<identifiers.count {
        starts[HashParts.part(of: identifiers.hash(of: number)) + 1] += 1
      }
      for part in 0..<(1 << HashParts.bits) { starts[part + 1] += starts[part] }
      var next = starts
      var hashes = [UInt64](repeating: 0, count: identifiers.count)
      for number in 0..<identifiers.count {
        let hash = identifiers.hash(of: number)
        let part = HashParts.part(of: hash)
        hashes[next[part]] = UInt64(hash) << 32 | UInt64(UInt32(truncatingIfNeeded: number))
        next[part] += 1
      }
      self.hashes = hashes
      self.starts = starts
    }
  }

  let partCount: Int
  let most: Int
  private let pieces: [Piece]
  /// The numbers of the first record of each piece, where all stand one piece after the other, and
  /// how many there are.
  private let firsts: [Int]

  /// The parts of several pieces.
  init(_ pieces: [Piece]) {
    self.pieces = pieces
    firsts = runStarts(pieces.map(\.hashes.count))
    let sizes = (0..<1 << HashParts.bits).map { part in
      pieces.reduce(0) { $0 + $1.starts[part + 1] - $1.starts[part] }
    }
    // Parts are not even where there are few identifiers, each of many records.
    let (count, most) = (firsts[pieces.count], sizes.max() ?? 0)
    let isEven = most <= 64 + 2 * count / sizes.count
    partCount = isEven ? sizes.count : 1
    self.most = isEven ? most : count
  }

  private static func part(of hash: UInt32) -> Int { Int(hash >> UInt32(32 - bits)) }
}

extension HashParts: IndexedRecords {
  func forEach(in part: Int, _ visit: (_ hash: UInt32, _ record: Int) -> Void) {
    let parts = partCount > 1 ? part..<part + 1 : 0..<1 << HashParts.bits
    for (piece, first) in zip(pieces, firsts) {
      for hash in piece.hashes[piece.starts[parts.lowerBound]..<piece.starts[parts.upperBound]] {
        visit(
          UInt32(truncatingIfNeeded: hash >> 32),
          first + Int(UInt32(truncatingIfNeeded: hash))
        )
      }
    }
  }
}
