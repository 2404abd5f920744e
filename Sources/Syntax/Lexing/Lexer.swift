import Diagnostics

/// Parts a text into tokens; they and the white space between them cover every byte.
///
/// Any bytes give tokens: what is nothing of the language becomes `unknown`. Whether a line end ends
/// its statement is decided here by what stands before and behind it, parentheses aside: inside
/// them the parser reads on.
public func lex(_ text: SourceText) -> [Token] {
  lex(text.bytes, from: 0, to: text.bytes.count)
}

/// Parts a stretch of bytes, such as a placeholder, into tokens with offsets into the whole.
func lex(_ bytes: [UInt8], from lower: Int, to upper: Int) -> [Token] {
  bytes.withUnsafeBufferPointer { buffer in
    var lexer = Lexer(bytes: buffer, from: lower, to: upper)
    lexer.run()
    return lexer.tokens
  }
}

struct Lexer {
  let bytes: UnsafeBufferPointer<UInt8>
  let end: Int
  var position: Int
  private(set) var tokens: [Token] = []

  /// The first line end since the last token but comments, and how many tokens stood before it.
  private var pendingLineEnd: (token: Token, index: Int)?
  /// The last token, comments aside; none at the start of a statement.
  private(set) var last: Token?
  /// Whether the last token is a word right behind a comparison, so that it is a value: in
  /// `segment = A` the `A` is no `à`, in `région = Est` the `Est` no comparison.
  private var lastIsValue = false
  /// What the last token wants next.
  private var wanted = Wanted.anything
  /// What kind of statement the present one is, by its first word.
  private var statement = StatementShape.ordinary
  /// How many parentheses are open; a declaration begins outside of any.
  private var openParentheses = 0
  /// The first word of the present statement.
  private(set) var firstWord: Token?
  /// Whether a line `---` would open the text of a template.
  private var awaitsBody = false

  init(bytes: UnsafeBufferPointer<UInt8>, from lower: Int, to upper: Int) {
    self.bytes = bytes
    end = min(upper, bytes.count)
    position = max(lower, 0)
    tokens.reserveCapacity((end - position) / 4)
  }

  /// The byte at an offset; 0, which is nothing of the language, outside of the text.
  func byte(_ offset: Int) -> UInt8 {
    offset < end ? bytes[offset] : 0
  }

  /// Whether a byte is an ASCII digit.
  func isDigit(_ offset: Int) -> Bool {
    let byte = byte(offset)
    return byte >= 0x30 && byte <= 0x39
  }

  /// Reads all tokens.
  mutating func run() {
    if position == 0, byte(0) == 0xEF, byte(1) == 0xBB, byte(2) == 0xBF { position = 3 }
    while position < end { lexToken() }
    endStatement()
  }

  private mutating func lexToken() {
    let start = position
    switch byte(start) {
    case 0x0A, 0x0D:
      lexLineEnd()
    case 0x23:
      while position < end, byte(position) != 0x0A, byte(position) != 0x0D { position += 1 }
      tokens.append(Token(.comment, start, position))
    case 0x3B:
      position += 1
      endStatement()
      openParentheses = 0
      tokens.append(Token(.semicolon, start, position))
    case 0x30...0x39:
      let kind = lexNumberOrDay()
      add(kind, from: start)
    default:
      if let length = spaceLength(at: start) {
        position += length
      } else if lexString() {
        add(.string, from: start)
      } else if let kind = lexWord() {
        add(kind, from: start)
      } else if let symbol = lexSymbol() {
        add(.symbol(symbol), from: start)
      } else {
        lexUnknown()
        add(.unknown, from: start)
      }
    }
  }

  /// The length of white space inside a line; `nil` if there is none.
  func spaceLength(at offset: Int) -> Int? {
    switch byte(offset) {
    case 0x20, 0x09, 0x0B, 0x0C: 1
    case 0xC2: byte(offset + 1) == 0xA0 ? 2 : nil
    case 0xE2:
      byte(offset + 1) == 0x80 && (byte(offset + 2) == 0x89 || byte(offset + 2) == 0xAF) ? 3 : nil
    default: nil
    }
  }

  /// One scalar that is nothing of the language, with its repetitions (`&&` is one token).
  private mutating func lexUnknown() {
    let start = position
    let length = scalar(at: start).length
    position += length
    while position + length <= end {
      for offset in 0..<length where byte(position + offset) != byte(start + offset) { return }
      position += length
    }
  }
}

// MARK: Statements

extension Lexer {
  /// What the first word of a statement says about its line ends and the lines that follow.
  private enum StatementShape {
    /// The words of the language carry it over a line end.
    case ordinary
    /// It ends in a name or text that could be such a word (`segment A`); none carries it on.
    case endsInName
    /// A `soit` before its `=`, which compares nothing.
    case definition
  }

  /// What a token wants behind it.
  private enum Wanted {
    case anything
    /// Behind `=` and its kin, and `est non`.
    case value
    /// Behind `est`, and the `=` of `soit`.
    case valueOrNegation
  }

  private mutating func add(_ kind: Token.Kind, from start: Int) {
    let token = Token(kind, start, position)
    settleLineEnd(before: token)
    if last == nil { beginStatement(with: token) }
    tokens.append(token)
    noteValue(token)
    switch kind {
    case .symbol(.leftParenthesis): openParentheses += 1
    case .symbol(.rightParenthesis): openParentheses = max(0, openParentheses - 1)
    case .symbol, .word, .elision, .number, .date, .string, .semicolon, .lineEnd, .comment, .body,
      .unknown:
      break
    }
    last = token
  }

  private mutating func lexLineEnd() {
    let start = position
    position += byte(start) == 0x0D && byte(start + 1) == 0x0A ? 2 : 1
    if pendingLineEnd == nil {
      pendingLineEnd = (Token(.lineEnd, start, position), tokens.count)
    }
    lexBody()
  }

  /// Decides whether the line end before a token ends the statement.
  private mutating func settleLineEnd(before next: Token) {
    guard pendingLineEnd != nil else { return }
    let goesOn = carriesOn && !beginsAnother(next) || isWord(next, in: Lexer.leadingWords)
    if last != nil, goesOn {
      pendingLineEnd = nil
    } else {
      endStatement()
    }
  }

  private mutating func endStatement() {
    if let (token, index) = pendingLineEnd, last != nil {
      tokens.insert(token, at: index)
    }
    pendingLineEnd = nil
    last = nil
    lastIsValue = false
    wanted = .anything
  }

  private mutating func beginStatement(with token: Token) {
    statement = .ordinary
    firstWord = token.kind == .word ? token : nil
    guard token.kind == .word, let word = shortWord(token) else { return }
    if Lexer.declaringWords.contains(word) || word == "modele" { openParentheses = 0 }
    // Inside parentheses a line begins nothing.
    if openParentheses == 0, Lexer.namingWords.contains(word) { statement = .endsInName }
    switch word {
    case "modele": awaitsBody = true
    case "scenario", "exemple": awaitsBody = false
    case "soit": statement = .definition
    default: if isMisspeltTemplate(word) { awaitsBody = true }
    }
  }

  /// Whether the statement is read as a misspelt header, which ends in a name; asked where its line
  /// ends in a word that would carry it on.
  private var isMisspeltHeader: Bool {
    guard let firstWord, let word = shortWord(firstWord) else { return false }
    return Spelling.nearest(to: word, among: ["scénario", "modèle", "exemple"]) != nil
  }

  /// Whether the first word of a statement is read as a misspelt `modèle`, whose text may follow; no
  /// word of the language that begins a statement begins with these letters.
  private func isMisspeltTemplate(_ word: String) -> Bool {
    guard word.utf8.first == UInt8(ascii: "m") || word.hasPrefix("om") else { return false }
    return Spelling.nearest(to: word, among: ["modèle"]) != nil
  }

  /// Whether the last token says that the statement goes on in the next line.
  private var carriesOn: Bool {
    guard let last else { return false }
    switch last.kind {
    case .symbol(let symbol):
      switch symbol {
      case .leftParenthesis, .rightParenthesis, .percent, .euro: return false
      case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .plus, .minus,
        .times, .comma, .colon:
        return true
      }
    case .word:
      return statement == .ordinary && !lastIsValue && isWord(last, in: Lexer.trailingWords)
        && !isMisspeltHeader
    case .elision, .number, .date, .string, .semicolon, .lineEnd, .comment, .body, .unknown:
      return false
    }
  }

  /// Follows comparisons: the word behind one is a value.
  private mutating func noteValue(_ token: Token) {
    let isNegation = wanted == .valueOrNegation && isWord(token, in: ["non"])
    lastIsValue = wanted != .anything && !isNegation && token.kind == .word
    if statement == .definition, token.kind == .symbol(.equal) {
      statement = .ordinary
      wanted = .valueOrNegation
    } else if isRelation(token) || isNegation {
      wanted = .value
    } else if !lastIsValue, token.upper - token.lower == 3, isWord(token, in: ["est"]) {
      wanted = .valueOrNegation
    } else {
      wanted = .anything
    }
  }

  private func isRelation(_ token: Token) -> Bool {
    guard case .symbol(let symbol) = token.kind else { return false }
    return Relation(symbol) != nil
  }

  /// Whether a comparison lacks the value behind its sign.
  var followsRelation: Bool { last.map { isRelation($0) } ?? false }

  /// A word as words are compared; `nil` for one that is too long to be of the language.
  func word(of token: Token) -> String? {
    guard token.upper - token.lower <= 32 else { return nil }
    return String(decoding: bytes[token.lower..<token.upper], as: UTF8.self).folded.text
  }

  /// A line that begins with one of these goes on with the statement before it.
  private static let leadingWords: Set<String> = ["et", "ou", "alors", "sinon", "avec"]
  /// After one of these a line end is white space.
  private static let trailingWords: Set<String> = [
    "et", "ou", "non", "si", "alors", "sinon", "avec", "a", "dans", "entre",
  ]
  /// What begins with one of these stands in no other statement.
  static let declaringWords: Set<String> = ["scenario", "exemple", "champ", "soit"]
  /// Statements that begin with one of these end in names and texts.
  private static let namingWords: Set<String> = [
    "scenario", "modele", "exemple", "reprend", "description", "langue", "objet", "client",
    "facture",
  ]

  private func isWord(_ token: Token?, in words: Set<String>) -> Bool {
    guard let token, token.kind == .word, let word = shortWord(token) else { return false }
    return words.contains(word)
  }

  /// A word as words are compared, if its length is that of a word asked for here.
  private func shortWord(_ token: Token) -> String? {
    guard (2...32).contains(token.upper - token.lower) || byte(token.lower) | 0x20 == 0x61 else {
      return nil
    }
    return String(decoding: bytes[token.lower..<token.upper], as: UTF8.self).folded.text
  }

  /// The text of a template from here, if a line `---` opens it.
  private mutating func lexBody() {
    guard awaitsBody, let start = dashes(inLineAt: position) else { return }
    awaitsBody = false
    endStatement()
    position = start + 3
    while position < end {
      let byte = byte(position)
      position += 1
      guard byte == 0x0A || byte == 0x0D else { continue }
      if let closing = dashes(inLineAt: position) {
        position = closing + 3
        break
      }
    }
    add(.body, from: start)
  }

  /// The offset of `---` in a line of nothing else.
  private func dashes(inLineAt offset: Int) -> Int? {
    var start = offset
    while let length = spaceLength(at: start) { start += length }
    guard byte(start) == 0x2D, byte(start + 1) == 0x2D, byte(start + 2) == 0x2D else { return nil }
    var rest = start + 3
    while let length = spaceLength(at: rest) { rest += length }
    return rest >= end || byte(rest) == 0x0A || byte(rest) == 0x0D ? start : nil
  }
}
