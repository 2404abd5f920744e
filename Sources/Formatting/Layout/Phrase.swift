/// What stands between a piece of a statement and the one before it.
enum Gap {
  /// A space.
  case space
  /// A space; a line end where the statement does not fit on its line. All gaps of a depth give way
  /// together, the outermost first.
  case line(depth: Int)
  /// A space; a line end where the line is full, as in a long list.
  case fill(depth: Int)

  /// How deep inside the statement the gap lies; `nil` where no line may end.
  var depth: Int? {
    switch self {
    case .space: nil
    case .line(let depth), .fill(let depth): depth
    }
  }
}

/// A stretch of a statement's canonical text that is never parted.
struct Piece {
  /// The text.
  var text: String
  /// Where in the file it was written, so that comments find their place.
  let offset: Int
  /// What stands before it.
  let gap: Gap
}

/// The canonical text of a statement, or of a part of it, in pieces.
struct Phrase {
  /// The pieces in order.
  private(set) var pieces: [Piece] = []
  /// Marks that will stand right before the next piece.
  private var opening = ""

  /// Adds a piece; without an offset it was written where the one before it was.
  mutating func add(_ text: String, at offset: Int? = nil, _ gap: Gap = .space) {
    let place = max(offset ?? 0, pieces.last?.offset ?? 0)
    pieces.append(Piece(text: opening + text, offset: place, gap: gap))
    opening = ""
  }

  /// Puts a mark right before the next piece.
  mutating func open(_ mark: String) { opening += mark }

  /// Puts a mark right behind the last piece.
  mutating func close(_ mark: String) {
    guard let last = pieces.indices.last else { return }
    pieces[last].text += mark
  }

  /// Adds the pieces of another phrase, the first of them behind a gap.
  mutating func append(_ other: Phrase, _ gap: Gap = .space) {
    for (index, piece) in other.pieces.enumerated() {
      add(piece.text, at: piece.offset, index == 0 ? gap : piece.gap)
    }
  }

  /// Whether there is nothing in it.
  var isEmpty: Bool { pieces.isEmpty }

  /// The offset of the last piece that can begin a line.
  var lastBreak: Int {
    pieces.dropFirst().last { $0.gap.depth != nil }?.offset ?? 0
  }

  /// The whole on one line.
  var flat: String {
    var text = ""
    for piece in pieces {
      if !text.isEmpty { text += " " }
      text += piece.text
    }
    return text
  }
}
