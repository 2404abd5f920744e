import Diagnostics
import Receivables

/// A piece of a file's text.
///
/// The tokens of a file and the white space between them cover every
/// byte, in order.
public struct Token: Hashable, Sendable {
  /// What it is.
  public let kind: Kind
  // Files have millions of tokens at worst, and no offset exceeds `Limits.fileSize`.
  private let start: UInt32
  private let end: UInt32

  /// Offset of its first byte.
  public var lower: Int { Int(start) }
  /// Offset behind its last byte.
  public var upper: Int { Int(end) }

  /// The kinds of token.
  public enum Kind: Hashable, Sendable {
    /// Letters, digits and `_`, with inner hyphens and apostrophes.
    case word
    /// An elided `l'`, `d'` or `qu'`.
    case elision
    /// Digits with their group spaces and decimals, no unit.
    case number
    /// A day.
    case date
    /// A quoted text.
    case string
    /// An operator or mark.
    case symbol(Symbol)
    /// `;`
    case semicolon
    /// A line end that no operator, comma or word carries over: it ends the statement, unless it
    /// stands inside parentheses. All others are white space.
    case lineEnd
    /// `#` to the end of the line.
    case comment
    /// The text between two lines `---`, these included.
    case body
    /// Bytes that are nothing of the language.
    case unknown
  }

  /// Operators and marks.
  public enum Symbol: String, Hashable, CaseIterable, Sendable {
    case equal = "="
    case notEqual = "≠"
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case plus = "+"
    case minus = "-"
    case times = "*"
    case leftParenthesis = "("
    case rightParenthesis = ")"
    case comma = ","
    case colon = ":"
    case percent = "%"
    case euro = "€"
  }

  /// A token of a kind over a stretch of bytes.
  public init(_ kind: Kind, _ lower: Int, _ upper: Int) {
    self.kind = kind
    start = UInt32(clamping: lower)
    end = UInt32(clamping: upper)
  }
}
