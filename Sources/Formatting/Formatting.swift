import Diagnostics
import Syntax

/// What became of a file that was to be written in its canonical form.
public enum FormattingOutcome: Sendable {
  /// The canonical text; equal to the old one where that was canonical already.
  case canonical([UInt8])
  /// The file has errors and stays as it is; the errors.
  case unreadable([Diagnostic])
  /// The new text would not have meant the same, or would have lost a comment, and was thrown away.
  case unfaithful
}

/// Writes a file in its canonical form: one statement a line, accents and canonical words restored,
/// steps in columns, comments where they stood.
///
/// Nothing but the spelling changes: the result is read again, and thrown away unless it means the
/// same and holds the same comments. What is canonical is canonical for good: formatting it once
/// more gives the same bytes.
///
/// - Parameters:
///   - tree: The file as it was read.
///   - text: The text that `tree` was read from.
/// - Returns: The canonical text, or why there is none.
public func format(_ tree: SyntaxTree, of text: SourceText) -> FormattingOutcome {
  guard let bytes = draft(tree, of: text) else {
    return .unreadable(tree.diagnostics.filter { $0.severity == .error })
  }
  // What is canonical already need not be read again to mean the same.
  guard bytes != text.bytes else { return .canonical(bytes) }
  let result = SourceText(name: text.name, bytes: bytes)
  let reread = parse(result, file: tree.file)
  let isFaithful =
    !reread.diagnostics.hasErrors
    && TreeMeaning(reread) == TreeMeaning(tree)
    && comments(of: reread, in: result) == comments(of: tree, in: text)
  return isFaithful ? .canonical(bytes) : .unfaithful
}

/// Writes a file in its canonical form without reading it again: enough to say where a text differs
/// from it, not to take its place.
///
/// - Returns: The text; `nil` for a file with errors.
public func draft(_ tree: SyntaxTree, of text: SourceText) -> [UInt8]? {
  tree.diagnostics.hasErrors ? nil : Array(PageLayout(Page(tree, of: text)).text.utf8)
}

/// The bytes of a file's comments in order.
private func comments(of tree: SyntaxTree, in text: SourceText) -> [[UInt8]] {
  tree.tokens.filter { $0.kind == .comment }.map { Array(text.comment($0).utf8) }
}

extension SourceText {
  /// A comment without the white space at its end.
  func comment(_ token: Token) -> String {
    trimmed(String(decoding: bytes[token.lower..<token.upper], as: UTF8.self))
  }

  /// How many line ends stand between two offsets, CR LF being one.
  func lineEnds(from lower: Int, to upper: Int) -> Int {
    var count = 0
    for offset in lower..<max(lower, upper) {
      let isLineFeed = bytes[offset] == 0x0A
      guard isLineFeed || bytes[offset] == 0x0D else { continue }
      if isLineFeed, offset > lower, bytes[offset - 1] == 0x0D { continue }
      count += 1
    }
    return count
  }
}

/// A text without the white space at its ends.
func trimmed(_ text: String) -> String {
  var scalars = Substring(text).unicodeScalars
  while let first = scalars.first, FoldedText.isSpace(first.value) { scalars.removeFirst() }
  while let last = scalars.last, FoldedText.isSpace(last.value) { scalars.removeLast() }
  return String(scalars)
}
