import Diagnostics

// MARK: Tokens

extension Parser {
  /// The token that is read next; at the end of the text an empty line end.
  var token: Token { token(at: index) }

  /// The token behind the next one.
  var tokenAfter: Token { token(at: following(index)) }

  /// The token at an index; behind the last an empty line end.
  func token(at index: Int) -> Token {
    if tokens.indices.contains(index) { return tokens[index] }
    let end = tokens.last?.upper ?? previous.upper
    return Token(.lineEnd, end, end)
  }

  /// The index behind another, line ends inside parentheses skipped.
  func following(_ index: Int) -> Int {
    var next = index + 1
    while openParentheses > 0, next < tokens.count, tokens[next].kind == .lineEnd { next += 1 }
    return next
  }

  /// Reads the next token.
  @discardableResult
  mutating func advance() -> Token {
    let token = token
    previous = token
    index = following(index)
    if token.kind == .word { checkCharacters(of: token) }
    return token
  }

  /// Whether nothing of the statement is left.
  var isAtStatementEnd: Bool { endsStatement(token) }

  /// Whether a token ends the statement.
  func endsStatement(_ token: Token) -> Bool {
    token.kind == .lineEnd || token.kind == .semicolon
  }

  /// Whether a symbol comes next.
  func isAt(_ symbol: Token.Symbol) -> Bool { token.kind == .symbol(symbol) }

  /// Reads a symbol if it comes next.
  mutating func take(_ symbol: Token.Symbol) -> Bool {
    guard isAt(symbol) else { return false }
    advance()
    return true
  }

  /// Reads an opening parenthesis if it comes next.
  mutating func takeLeftParenthesis() -> Token? {
    guard isAt(.leftParenthesis) else { return nil }
    openParentheses += 1
    return advance()
  }

  /// Reads the parenthesis that closes another.
  mutating func expectRightParenthesis(closing opening: Token) throws(Unreadable) {
    guard isAt(.rightParenthesis) else { throw unclosed(opening) }
    openParentheses -= 1
    advance()
  }
}

// MARK: Words

extension Parser {
  /// The text of a token as written.
  func text(_ token: Token) -> String { text(token.lower, token.upper) }

  /// The text between two offsets as written.
  func text(_ lower: Int, _ upper: Int) -> String {
    String(decoding: source.bytes[lower..<upper], as: UTF8.self)
  }

  /// A text as words are compared, look-alike characters read as what they were meant to be.
  private func folded(_ lower: Int, _ upper: Int) -> FoldedText {
    let written = text(lower, upper)
    return (Confusables.intendedWord(written)?.text ?? written).folded
  }

  /// A word as words are compared.
  func folded(_ token: Token) -> FoldedText { read(token).folded.text }

  private func read(_ token: Token) -> ReadWord {
    if let known = words.word(at: token.lower) { return known }
    let word = ReadWord(FoldedWord(folded(token.lower, token.upper)))
    words.keep(word, at: token.lower)
    return word
  }

  /// The connective that a token is; each is a single word.
  func connective(_ token: Token) -> Connective? {
    token.kind == .word ? read(token).connective : nil
  }

  /// The meaning of the words that come next, of the most that a table has a spelling for, and the
  /// index behind them.
  func match<Value>(_ table: WordTable<Value>) -> (value: Value, end: Int)? {
    match(table, at: index)
  }

  /// The same at any index.
  func match<Value>(_ table: WordTable<Value>, at start: Int) -> (value: Value, end: Int)? {
    match(table.index, at: start).map { (table.entries[$0.entry].value, $0.end) }
  }

  private func match(_ spellings: SpellingIndex, at start: Int) -> (entry: Int, end: Int)? {
    let first = token(at: start)
    guard first.kind == .word else { return nil }
    let word = read(first).folded
    let count = spellings.longestSpelling(beginningWith: word)
    guard count > 0 else { return nil }
    var ends = [start]
    while ends.count < count, let last = ends.last {
      let next = following(last)
      guard token(at: next).kind == .word else { break }
      ends.append(next)
    }
    for end in ends.reversed() {
      let phrase = end == start ? word.text : folded(first.lower, token(at: end).upper)
      if let entry = spellings.entry(phrase) { return (entry, following(end)) }
    }
    return nil
  }

  /// Reads words of a table if they come next.
  mutating func take<Value>(_ table: WordTable<Value>) -> Located<Value>? {
    guard let (value, end) = match(table) else { return nil }
    let start = index
    while index < end { advance() }
    return Located(value, at: range(from: start))
  }

  /// Whether a connective comes next.
  func isAt(_ connective: Connective) -> Bool { self.connective(token) == connective }

  /// Reads a connective if it comes next.
  mutating func take(_ connective: Connective) -> Bool {
    guard isAt(connective) else { return takeForeign(connective) }
    advance()
    return true
  }

  /// Whether a word comes next that ends a run of words: a connective, or what people write for one.
  var isAtConnective: Bool {
    connective(token) != nil || match(Vocabulary.foreignWords) != nil
  }

  /// Whether a small word comes next.
  func isAt(_ particle: Particle) -> Bool { match(Vocabulary.particles)?.value == particle }

  /// Reads a small word if it comes next.
  mutating func take(_ particle: Particle) -> Bool {
    guard isAt(particle) else { return false }
    _ = take(Vocabulary.particles)
    return true
  }
}

// MARK: Places

extension Parser {
  /// The place of a token.
  func range(of token: Token) -> SourceRange {
    SourceRange(file: file, lower: token.lower, upper: token.upper)
  }

  /// From the token at an index to the token read last.
  func range(from start: Int) -> SourceRange {
    SourceRange(file: file, lower: token(at: start).lower, upper: previous.upper)
  }
}

/// A word as words are compared, and the connective that it is.
struct ReadWord {
  let folded: FoldedWord
  let connective: Connective?

  init(_ folded: FoldedWord) {
    self.folded = folded
    connective = Vocabulary.connectives.value(folded)
  }
}

/// The words read last: each is asked for by several tables in turn.
final class ReadWords {
  private var slots: [(offset: Int, word: ReadWord)?] = Array(repeating: nil, count: 8)

  /// The word at an offset, if it is known.
  func word(at offset: Int) -> ReadWord? {
    guard let slot = slots[offset % slots.count], slot.offset == offset else { return nil }
    return slot.word
  }

  /// Keeps the word at an offset.
  func keep(_ word: ReadWord, at offset: Int) {
    slots[offset % slots.count] = (offset, word)
  }
}
