import Diagnostics
import Syntax
import Testing

/// A text and what it must become, for tables.
struct Reading: CustomTestStringConvertible, Sendable {
  let source: String
  let expected: [String]
  var testDescription: String { source }

  init(_ source: String, _ expected: String...) {
    self.source = source
    self.expected = expected
  }
}

/// A text under a name that does not matter.
func source(_ text: String) -> SourceText {
  SourceText(name: "essai.relance", bytes: Array(text.utf8))
}

/// The tree of a text.
func tree(_ text: String) -> SyntaxTree { parse(source(text), file: 0) }

/// The findings of a tree in French, each on a line.
func told(_ tree: SyntaxTree) -> [String] {
  tree.diagnostics.map { "\($0.code.name) \($0.message.fr)" }
}

/// The items of the anonymous scenario of a text, dumped; its findings where there are any.
func items(_ text: String) -> [String] {
  let tree = tree(text)
  guard tree.diagnostics.isEmpty else { return told(tree) }
  return dump(tree).filter { $0 != "scenario -" }.map { $0.trimmingPrefix("  ") }.map(String.init)
}
