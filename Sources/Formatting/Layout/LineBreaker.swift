/// Writes a phrase on as many lines as it needs.
///
/// A phrase that fits on its line stands on it. Otherwise its outermost gaps become line ends, all of
/// them; then those of the parts that still do not fit. Lists are filled line by line. A comment
/// inside the phrase makes a line end of the next gap that can be one.
struct LineBreaker {
  /// How wide a line may be; comments at its end do not count.
  static let width = 100

  /// The finished lines and the one being written.
  private(set) var lines: [String]
  /// How wide the line being written is; to count its characters anew takes long.
  private var column: Int
  /// The column where lines of gaps of depth 0 and 1 begin; deeper ones stand further right.
  private let hang: Int
  private let pieces: [Piece]
  /// The comments in the gap before each piece.
  private var comments: [[Comment]]
  /// The widths of all pieces before one, each with a space, and how many gaps hold comments.
  private var offsets: [Int] = [0]
  private var commented: [Int] = [0]

  /// Writes `phrase` behind `start`; `inner` are comments before its last gap that can be a line end.
  init(_ phrase: Phrase, behind start: String, hang: Int, comments inner: [Comment]) {
    self.hang = hang
    pieces = phrase.pieces
    lines = [start]
    column = start.count
    comments = Array(repeating: [], count: phrase.pieces.count)
    place(inner)
    for (index, piece) in pieces.enumerated() {
      offsets.append(offsets[index] + piece.text.count + 1)
      commented.append(commented[index] + (comments[index].isEmpty ? 0 : 1))
    }
    write(0..<pieces.count)
  }

  /// Puts each comment into the first gap behind it that can be a line end.
  private mutating func place(_ inner: [Comment]) {
    var rest = inner[...]
    for (index, piece) in pieces.enumerated() where piece.gap.depth != nil && index > 0 {
      while let comment = rest.first, comment.offset < piece.offset {
        comments[index].append(comment)
        rest.removeFirst()
      }
    }
  }

  /// The width of some pieces on one line.
  private func width(_ range: Range<Int>) -> Int {
    offsets[range.upperBound] - offsets[range.lowerBound] - 1
  }

  /// Whether a comment stands between some pieces.
  private func holdsComment(_ range: Range<Int>) -> Bool {
    commented[range.upperBound] > commented[min(range.lowerBound + 1, range.upperBound)]
  }

  private mutating func write(_ range: Range<Int>) {
    let fits = column + width(range) <= LineBreaker.width && !holdsComment(range)
    guard !fits, let depth = outermostDepth(in: range) else { return put(range) }
    let parts = split(range, atLinesOf: depth)
    if parts.count > 1 {
      for (index, part) in parts.enumerated() {
        if index > 0 { breakLine(before: part.lowerBound, depth) }
        write(part)
      }
    } else {
      fill(range, depth)
    }
  }

  /// Writes the items of a list, as many on a line as it holds.
  private mutating func fill(_ range: Range<Int>, _ depth: Int) {
    for (index, item) in split(range, atFillsOf: depth).enumerated() {
      let isFull = column + 1 + width(item) > LineBreaker.width
      if index > 0, isFull || !comments[item.lowerBound].isEmpty {
        breakLine(before: item.lowerBound, depth)
      } else if index > 0 {
        append(" ")
      }
      write(item)
    }
  }

  private func outermostDepth(in range: Range<Int>) -> Int? {
    range.dropFirst().compactMap { pieces[$0].gap.depth }.min()
  }

  private func split(_ range: Range<Int>, atLinesOf depth: Int) -> [Range<Int>] {
    split(range) { gap in
      if case .line(depth) = gap { true } else { false }
    }
  }

  private func split(_ range: Range<Int>, atFillsOf depth: Int) -> [Range<Int>] {
    split(range) { gap in
      if case .fill(depth) = gap { true } else { false }
    }
  }

  private func split(_ range: Range<Int>, at isBorder: (Gap) -> Bool) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    for index in range.dropFirst() where isBorder(pieces[index].gap) {
      parts.append(start..<index)
      start = index
    }
    parts.append(start..<range.upperBound)
    return parts
  }

  private mutating func put(_ range: Range<Int>) {
    for index in range {
      if index > range.lowerBound { append(" ") }
      append(pieces[index].text)
    }
  }

  private mutating func breakLine(before index: Int, _ depth: Int) {
    let indent = spaces(hang + 3 * max(depth - 1, 0))
    for (position, comment) in comments[index].enumerated() {
      if position == 0, comment.place == .endOfLine {
        append("  \(comment.text)")
      } else {
        lines.append(indent + comment.text)
      }
    }
    lines.append(indent)
    column = indent.count
  }

  private mutating func append(_ text: String) {
    guard let last = lines.indices.last else { return }
    lines[last] += text
    column += text.count
  }
}

/// So many spaces.
func spaces(_ count: Int) -> String { String(repeating: " ", count: max(count, 0)) }
