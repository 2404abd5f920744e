import Diagnostics

/// Reads a scenario file.
///
/// The parser never fails: what it cannot read is missing from the tree and told in its diagnostics,
/// one for each mistake. It goes on at the next statement.
public func parse(_ text: SourceText, file: Int) -> SyntaxTree {
  if let problem = unreadableWhole(text, file: file) {
    let tokens = text.bytes.isEmpty ? [] : [Token(.unknown, 0, text.bytes.count)]
    return SyntaxTree(file: file, tokens: tokens, declarations: [], diagnostics: [problem])
  }
  let tokens = lex(text)
  var parser = Parser(text, file: file, tokens: tokens)
  parser.parseFile()
  return SyntaxTree(
    file: file,
    tokens: tokens,
    declarations: parser.declarations,
    unreadable: parser.unreadable,
    diagnostics: parser.diagnostics.inReadingOrder
  )
}

/// What makes a file unreadable as a whole.
private func unreadableWhole(_ text: SourceText, file: Int) -> Diagnostic? {
  guard text.bytes.count <= Limits.fileSize else {
    return Diagnostic(
      .syntax,
      at: SourceRange(file: file, lower: 0, upper: 0),
      Message(fr: "le fichier dépasse 16 Mio", en: "the file is larger than 16 MiB"),
      help: Message(
        fr: "répartir les scénarios sur plusieurs fichiers",
        en: "spread the scenarios over several files"
      )
    )
  }
  return formatProblem(in: text, file: file) ?? encodingProblem(in: text, file: file)
}

/// A statement that cannot be read further; the reason has been told where this is thrown.
struct Unreadable: Error {}

/// A recursive-descent parser over the tokens of a file or of a placeholder.
struct Parser {
  let source: SourceText
  let file: Int
  /// The tokens without comments.
  let tokens: [Token]
  /// The index of the token that is read next.
  var index = 0
  /// The token read last.
  var previous: Token
  /// How many parentheses are open here; inside them line ends are white space.
  var openParentheses = 0
  /// How deep the expression read here is nested.
  var nesting = 0
  /// Whether a `;` does not bound the present mistake.
  var givesUpLine = false
  /// Where the present statement began.
  var statementStart = 0
  /// The index behind the words that it begins with.
  var keywordEnd = 0

  var declarations: [DeclarationSyntax] = []
  var unreadable: [NameSyntax] = []
  var diagnostics: [Diagnostic] = []
  /// The block that items and lines belong to.
  var block = Block.none

  let words = ReadWords()
  /// How many statements have been begun.
  private(set) var statementCount = 0
  /// Whether the present statement has been told to be wrong: of one statement one error is told.
  private(set) var statementIsWrong = false
  /// Whether nothing more is read, as the file exceeds a limit.
  private(set) var isStopped = false

  init(_ source: SourceText, file: Int, tokens: [Token]) {
    self.source = source
    self.file = file
    self.tokens =
      tokens.contains { $0.kind == .comment } ? tokens.filter { $0.kind != .comment } : tokens
    previous = Token(.lineEnd, tokens.first?.lower ?? 0, tokens.first?.lower ?? 0)
  }

  /// Reads all statements of the file.
  mutating func parseFile() {
    while !isStopped, skipSeparators() {
      guard countStatement() else { break }
      do throws(Unreadable) {
        try parseStatement()
        try expectStatementEnd()
      } catch {
        recover()
      }
    }
    closeBlock()
  }

  /// Tells a finding.
  ///
  /// Of one statement only the first error is told, as the others may follow from
  /// it; the thrower of what comes back gives the statement up.
  @discardableResult
  mutating func report(_ diagnostic: Diagnostic) -> Unreadable {
    if diagnostic.severity == .error {
      guard !statementIsWrong else { return Unreadable() }
      statementIsWrong = true
    }
    tell(diagnostic)
    return Unreadable()
  }

  /// Tells a finding that has nothing to do with the present statement.
  mutating func tell(_ diagnostic: Diagnostic) {
    guard !isStopped else { return }
    if diagnostics.count < Limits.diagnostics {
      diagnostics.append(diagnostic)
    } else {
      stop(
        Message(
          fr: "plus de \(Limits.diagnostics) erreurs : la lecture du fichier s'arrête ici",
          en: "more than \(Limits.diagnostics) mistakes: the file is read no further"
        ),
        at: diagnostic.range
      )
    }
  }

  private mutating func stop(_ message: Message, at range: SourceRange) {
    diagnostics.append(Diagnostic(.syntax, at: range, message))
    isStopped = true
  }

  private mutating func countStatement() -> Bool {
    statementCount += 1
    statementStart = index
    statementIsWrong = false
    givesUpLine = false
    openParentheses = 0
    nesting = 0
    guard statementCount > Limits.statements else { return true }
    stop(
      Message(
        fr: "plus de \(Limits.statements) lignes : la lecture du fichier s'arrête ici",
        en: "more than \(Limits.statements) statements: the file is read no further"
      ),
      at: range(of: token)
    )
    return false
  }

  /// Goes to the next statement; tells whether there is one.
  private mutating func skipSeparators() -> Bool {
    openParentheses = 0
    while index < tokens.count, tokens[index].kind == .lineEnd || tokens[index].kind == .semicolon {
      advance()
    }
    return index < tokens.count
  }

  /// Goes to the end of a statement that could not be read.
  ///
  /// A line end inside its parentheses ends it all the same if the next line looks like a statement:
  /// then a parenthesis was forgotten, and the lines behind it are not lost.
  private mutating func recover() {
    openParentheses = 0
    index = statementStart
    var depth = 0
    while index < tokens.count {
      switch tokens[index].kind {
      case .semicolon where !givesUpLine: return
      case .lineEnd where depth == 0 || givesUpLine: return
      case .lineEnd:
        index += 1
        guard !looksLikeStatement else { return }
        continue
      case .symbol(.leftParenthesis): depth += 1
      case .symbol(.rightParenthesis): depth = max(depth - 1, 0)
      case .word, .elision, .number, .date, .string, .symbol, .semicolon, .comment, .body, .unknown:
        break
      }
      index += 1
    }
  }
}
