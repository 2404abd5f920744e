import Diagnostics
import Syntax

/// A comment of a file.
struct Comment {
  /// From `#` on, without white space at its end.
  let text: String
  /// Where it begins.
  let offset: Int
  /// Where the line it stands on ends.
  let end: Int
  /// What else stands on its line.
  let place: Place

  /// Where on a line a comment can stand.
  enum Place {
    /// Behind something.
    case endOfLine
    /// Alone.
    case ownLine
  }

  /// The comments of a file in order.
  static func all(of tree: SyntaxTree, in text: SourceText) -> [Comment] {
    var comments: [Comment] = []
    var previousEnd: Int?
    for token in tree.tokens {
      switch token.kind {
      case .comment:
        let start = previousEnd ?? token.lower
        let isAlone = previousEnd == nil || text.lineEnds(from: start, to: token.lower) > 0
        comments.append(
          Comment(
            text: text.comment(token),
            offset: token.lower,
            end: token.upper,
            place: isAlone ? .ownLine : .endOfLine
          )
        )
        previousEnd = token.upper
      case .lineEnd: break
      case .word, .elision, .number, .date, .string, .symbol, .semicolon, .body, .unknown:
        previousEnd = token.upper
      }
    }
    return comments
  }
}
