import Diagnostics
import Syntax

/// The statements and comments of a file in order, with their indentation and blank lines.
struct Page {
  /// A statement with the comments that belong to it, or a comment on a line of its own.
  struct Entry {
    /// What it is.
    let content: Content
    /// Whether a blank line stands before it.
    let isApart: Bool
    /// How many spaces stand before it.
    var indent: Int
  }

  /// What an entry is.
  enum Content {
    /// A comment, and whether it was indented.
    case comment(String, wasIndented: Bool)
    /// A statement, the comments inside it, and the one at its end.
    case statement(Statement, inner: [Comment], end: String?)
  }

  /// How far the statements under a header stand from the left.
  static let indentation = 2

  private(set) var entries: [Entry] = []
  private let text: SourceText
  /// Where the entry added last ends.
  private var lastEnd = 0

  /// The entries of a file.
  init(_ tree: SyntaxTree, of text: SourceText) {
    self.text = text
    let blocks = StatementWriter(tree, of: text).blocks()
    let statements = blocks.flatMap { $0.statements }.sorted { $0.range.lower < $1.range.lower }
    var interiors = blocks.map { $0.interior }.sorted { $0.lowerBound < $1.lowerBound }[...]
    var comments = Comment.all(of: tree, in: text)[...]
    for (index, statement) in statements.enumerated() {
      let start = statement.range.lower
      while let comment = comments.first, comment.offset < start {
        add(comment)
        comments.removeFirst()
      }
      while let interior = interiors.first, interior.upperBound <= start { interiors.removeFirst() }
      let isInside = interiors.first?.contains(start) ?? false
      let next = statements.indices.contains(index + 1) ? statements[index + 1].range.lower : nil
      let own = comments.prefix { comment in
        comment.offset < statement.range.upper
          || comment.place == .endOfLine && comment.offset < next ?? Int.max
      }
      comments = comments.dropFirst(own.count)
      add(statement, with: own, indent: isInside ? Page.indentation : 0)
    }
    for comment in comments { add(comment) }
    indentComments()
  }

  private mutating func add(_ comment: Comment) {
    add(
      .comment(comment.text, wasIndented: isIndented(comment.offset)),
      from: comment.offset,
      to: comment.end,
      indent: 0
    )
  }

  /// Adds a statement; of its comments those that have no place inside it follow it, the first on
  /// its line and the others below.
  private mutating func add(
    _ statement: Statement,
    with comments: ArraySlice<Comment>,
    indent: Int
  ) {
    let inner = comments.prefix { $0.offset < statement.lastBreak }
    let behind = comments.dropFirst(inner.count)
    add(
      .statement(statement, inner: Array(inner), end: behind.first?.text),
      from: statement.range.lower,
      to: max(statement.range.upper, behind.last?.end ?? 0),
      indent: indent
    )
    for comment in behind.dropFirst() {
      let content = Content.comment(comment.text, wasIndented: indent > 0)
      entries.append(Entry(content: content, isApart: false, indent: indent))
    }
  }

  private mutating func add(_ content: Content, from lower: Int, to upper: Int, indent: Int) {
    let isApart = !entries.isEmpty && text.lineEnds(from: lastEnd, to: lower) > 1
    entries.append(Entry(content: content, isApart: isApart, indent: indent))
    lastEnd = upper
  }

  private func isIndented(_ offset: Int) -> Bool {
    guard offset > 0 else { return false }
    return text.bytes[offset - 1] != 0x0A && text.bytes[offset - 1] != 0x0D
  }

  // MARK: Comments of their own lines

  /// Indents each group of comments like the statement below it if it stands right above that, else
  /// like the one above it if it follows that or was indented.
  private mutating func indentComments() {
    var index = 0
    var above = 0
    while index < entries.count {
      guard case .comment(_, let wasIndented) = entries[index].content else {
        above = entries[index].indent
        index += 1
        continue
      }
      var end = index + 1
      while end < entries.count, entries[end].isComment, !entries[end].isApart { end += 1 }
      let below = entries[end...].first { !$0.isComment }?.indent ?? 0
      let leadsOn = end < entries.count && !entries[end].isApart
      let follows = index > 0 && !entries[index].isApart
      let indent = !leadsOn && (follows || wasIndented) ? max(above, below) : below
      for position in index..<end { entries[position].indent = indent }
      index = end
    }
  }
}

extension Page.Entry {
  /// Whether it is a comment on a line of its own.
  var isComment: Bool {
    switch content {
    case .comment: true
    case .statement: false
    }
  }
}
