import Diagnostics
import Receivables
import Syntax

/// A comment that silences findings: `# lint: ignorer CODE[, CODE…] raison`, for the statements of
/// its line, or of the next line that has one; `# lint: fichier ignorer CODE raison`, for the file.
struct Suppression {
  /// A code it names, and where.
  struct Target {
    let code: DiagnosticCode
    let range: SourceRange
  }

  /// The comment.
  let comment: SourceRange
  /// The codes in the order of writing.
  let targets: [Target]
  /// Whether it says why; without a reason it silences nothing.
  let isReasoned: Bool
  /// The stretches in which it silences findings.
  let reach: [SourceRange]
}

// MARK: Reading

extension SyntaxTree {
  /// The comments of the file that silence findings.
  func suppressions(in text: SourceText) -> [Suppression] {
    let places = StatementPlaces(self, text)
    return tokens.enumerated().compactMap { index, token in
      guard token.kind == .comment else { return nil }
      let range = SourceRange(file: file, lower: token.lower, upper: token.upper)
      guard let order = SuppressionOrder(range, in: text) else { return nil }
      let reach =
        order.isForFile
        ? [SourceRange(file: file, lower: 0, upper: text.bytes.count + 1)]
        : places.reach(ofCommentAt: index)
      return Suppression(
        comment: range,
        targets: order.targets,
        isReasoned: order.isReasoned,
        reach: reach
      )
    }
  }
}

/// What a comment orders.
private struct SuppressionOrder {
  let targets: [Suppression.Target]
  let isReasoned: Bool
  let isForFile: Bool

  /// Reads a comment; `nil` for one that orders nothing.
  init?(_ comment: SourceRange, in text: SourceText) {
    // Nearly all comments are for people, and long.
    guard SuppressionOrder.mayBegin(text.bytes[comment.lower..<comment.upper]) else { return nil }
    var words = SuppressionOrder.words(of: comment, in: text)[...]
    // `#lint:` and `# lint:` are the same.
    while words.first.map({ text.text($0) }) == "#" { words.removeFirst() }
    guard let first = words.popFirst() else { return nil }
    let opening = text.text(first)
    switch (opening.hasPrefix("#") ? String(opening.dropFirst()) : opening).folded.text {
    case "lint:": break
    // `# lint :`, as French is typed.
    case "lint" where words.first.map({ text.text($0) }) == ":": words.removeFirst()
    default: return nil
    }
    isForFile = words.first.map { text.text($0).folded.text } == "fichier"
    if isForFile { words.removeFirst() }
    guard words.popFirst().map({ text.text($0).folded.text }) == "ignorer" else { return nil }
    var targets: [Suppression.Target] = []
    var goesOn = true
    while goesOn, let word = words.popFirst() {
      var name = text.text(word)
      goesOn = name.hasSuffix(",")
      if goesOn { name.removeLast() }
      let range = SourceRange(
        file: word.file,
        lower: word.lower,
        upper: word.lower + name.utf8.count
      )
      targets.append(Suppression.Target(code: DiagnosticCode(name), range: range))
    }
    self.targets = targets
    isReasoned = !words.isEmpty
  }

  /// Whether the first letters of a comment are those of `lint`.
  private static func mayBegin(_ comment: ArraySlice<UInt8>) -> Bool {
    let letters = comment.drop { byte in byte == 0x23 || byte <= 0x20 || byte >= 0x80 }
    return letters.prefix(4).map { $0 | 0x20 } == Array("lint".utf8)
  }

  private static func words(of range: SourceRange, in text: SourceText) -> [SourceRange] {
    var words: [SourceRange] = []
    var offset = range.lower
    var lower = offset
    func endWord() {
      guard offset > lower else { return }
      words.append(SourceRange(file: range.file, lower: lower, upper: offset))
    }
    for scalar in text.text(range).unicodeScalars {
      let width = UTF8.width(scalar)
      if FoldedText.isSpace(scalar.value) {
        endWord()
        lower = offset + width
      }
      offset += width
    }
    endWord()
    return words
  }
}

extension SourceText {
  /// Where the comments above a statement begin of which one silences findings about it, if one does.
  ///
  /// Whatever came between would take its place.
  func startOfSuppression(above statement: SourceRange) -> Int? {
    var start: Int?
    var isSilencing = false
    for line in (1..<lines.line(of: statement.lower)).reversed() {
      let content = lines.content(ofLine: line, in: bytes)
      guard let first = content.first(where: { bytes[$0] != 0x20 && bytes[$0] != 0x09 }) else {
        isSilencing = false
        continue
      }
      guard bytes[first] == 0x23 else { break }
      let comment = SourceRange(file: statement.file, lower: first, upper: content.upperBound)
      if let order = SuppressionOrder(comment, in: self), !order.isForFile { isSilencing = true }
      if isSilencing { start = first }
    }
    return start
  }
}

// MARK: What a comment is about

/// The statements of a file by the lines they stand on; one begins behind the end of the other.
private struct StatementPlaces {
  private let tree: SyntaxTree
  private let text: SourceText
  private let statements: [StatementPlace]
  /// The lines of the statements, beside them.
  private let lines: [ClosedRange<Int>]

  init(_ tree: SyntaxTree, _ text: SourceText) {
    self.tree = tree
    self.text = text
    statements = tree.statementPlaces.sorted { $0.anchor.lower < $1.anchor.lower }
    lines = statements.map { statement in
      let first = text.lines.line(of: statement.anchor.lower)
      return first...max(first, text.lines.line(of: statement.anchor.upper))
    }
  }

  /// The statements of the comment's line; for a comment alone on its line, those of the next line
  /// that has one, or the one that it stands in.
  func reach(ofCommentAt index: Int) -> [SourceRange] {
    let comment = tree.tokens[index]
    let own = line(comment.lower)
    let isAlone = index == 0 || line(tree.tokens[index - 1].lower) < own || !endsOn(own, index - 1)
    if !isAlone {
      let first = lines.partitioningIndex(where: { $0.upperBound >= own })
      return reaches(from: first) { $0.lowerBound <= own }
    }
    let next = statements.partitioningIndex(where: { $0.anchor.upper > comment.lower })
    guard next < lines.count else { return [] }
    let beginning = lines[next].lowerBound
    let first = lines.partitioningIndex(where: { $0.lowerBound >= beginning })
    return reaches(from: first) { $0.lowerBound == beginning }
  }

  private func reaches(
    from first: Int,
    while isMeant: (ClosedRange<Int>) -> Bool
  ) -> [SourceRange] {
    let count = lines[first...].prefix(while: isMeant).count
    return statements[first..<(first + count)].map { $0.reach }
  }

  private func endsOn(_ line: Int, _ index: Int) -> Bool {
    tree.tokens[index].kind != .lineEnd && self.line(tree.tokens[index].upper) == line
  }

  private func line(_ offset: Int) -> Int { text.lines.line(of: offset) }
}

/// A statement: where a comment must stand to be about it, and the stretch that is then silent.
private struct StatementPlace {
  let anchor: SourceRange
  let reach: SourceRange

  init(_ range: SourceRange) {
    anchor = range
    reach = range
  }

  /// A block that is named in its header.
  init(header name: NameSyntax, of block: SourceRange) {
    anchor = block.start.union(name.range)
    reach = block
  }
}

extension SyntaxTree {
  fileprivate var statementPlaces: [StatementPlace] {
    declarations.flatMap { declaration in
      switch declaration {
      case .scenario(let scenario):
        (scenario.name == nil ? [] : [StatementPlace(scenario.headerRange)])
          + scenario.items.map { StatementPlace($0.range) }
      case .template(let template): [StatementPlace(header: template.name, of: template.range)]
      case .example(let example):
        [StatementPlace(header: example.name, of: example.range)]
          + example.lines.map { StatementPlace($0.range) }
      case .column(let column): [StatementPlace(column.range)]
      case .definition(let definition): [StatementPlace(definition.range)]
      case .rate(let rate): [StatementPlace(rate.range)]
      }
    }
  }
}
