/// Equal parts of the hashes of identifiers, by which the rows of several pieces are put together.
///
/// What is looked for in a part of a table that is put together in this order lies close together,
/// and each part is put together by one thread.
struct HashParts: Sendable {
  /// How many of the highest bits of a hash tell its part.
  private static let bits: UInt32 = 8

  /// The rows of a piece in the order of their parts.
  struct Piece: Sendable {
    /// The numbers of the rows.
    fileprivate let numbers: [UInt32]
    /// Where each part begins, and where the last one ends.
    fileprivate let starts: [Int]
  }

  private let pieces: [Piece]
  /// Where each part of all pieces begins, and where the last one ends.
  private let starts: [Int]

  /// The parts of several pieces.
  init(_ pieces: [Piece]) {
    self.pieces = pieces
    var starts = [0]
    for part in 0..<(1 << HashParts.bits) {
      starts.append(pieces.reduce(starts[part]) { $0 + $1.starts[part + 1] - $1.starts[part] })
    }
    self.starts = starts
  }

  /// The parts of a piece, of whose rows these are the identifiers.
  static func piece(_ identifiers: IdentifierList) -> Piece {
    var starts = [Int](repeating: 0, count: 1 << bits + 1)
    for number in 0..<identifiers.count {
      starts[Int(identifiers.hash(of: number) >> (32 - bits)) + 1] += 1
    }
    for part in 0..<(1 << bits) { starts[part + 1] += starts[part] }
    var next = starts
    var numbers = [UInt32](repeating: 0, count: identifiers.count)
    for number in 0..<identifiers.count {
      let part = Int(identifiers.hash(of: number) >> (32 - bits))
      numbers[next[part]] = UInt32(truncatingIfNeeded: number)
      next[part] += 1
    }
    return Piece(numbers: numbers, starts: starts)
  }

  /// The rows of each part; of all together where the parts are not even, as where there are few
  /// identifiers, each of many rows.
  var even: [Range<Int>] {
    let ranges = zip(starts, starts.dropFirst()).map { $0..<$1 }
    let count = ranges.last?.upperBound ?? 0
    let most = ranges.reduce(0) { max($0, $1.count) }
    return most > 64 + 2 * count / ranges.count ? [0..<count] : ranges
  }

  /// What was made of the rows of the pieces, those of each part together.
  func joined<Element: Sendable>(
    _ rows: [[Element]],
    threads: Int
  ) -> [Element] {
    let count = starts.last ?? 0
    return Array(unsafeUninitializedCapacity: count) { joined, initializedCount in
      joined.preferLargePages()
      // Each part is written by one thread.
      nonisolated(unsafe) let joined = joined
      _ = sideBySide(starts.count - 1, threads: threads) { part, _ in
        var place = starts[part]
        for (piece, rows) in zip(pieces, rows) {
          let numbers = piece.numbers[piece.starts[part]..<piece.starts[part + 1]]
          joined.initialize(from: place, with: rows, at: numbers)
          place += numbers.count
        }
      }
      initializedCount = count
    }
  }
}
