import Foundation
import TestSupport
import Testing

@Suite("The grammar file says what the parser does")
struct GrammarTests {
  static let path = "Grammar/relance.ebnf"
  static let vocabularyHeading = "(* 9. Vocabulary *)"

  @Test("its vocabulary is that of the parser's own tables")
  func vocabulary() throws {
    let text = try Repository.text(GrammarTests.path)
    let heading = try #require(text.range(of: GrammarTests.vocabularyHeading))
    try Golden.expect(
      String(text[..<heading.lowerBound]) + VocabularySection.text,
      matches: GrammarTests.path
    )
  }

  @Test("every production is defined once, and used")
  func productions() throws {
    let productions = try Self.productions()
    let names = productions.map(\.name)
    #expect(Set(names).count == names.count, "defined twice")
    let used = Set(productions.flatMap(\.uses))
    #expect(used.subtracting(names).isEmpty, "used and not defined")
    // A kind of words may be used through its single meanings: `connective-et` uses `connective`.
    let roots: Set = ["file", "comment"]
    let unused = Set(names).subtracting(used).subtracting(roots).filter { name in
      !used.contains { $0.hasPrefix("\(name)-") }
    }
    #expect(unused.isEmpty, "defined and not used")
  }

  /// The productions of the file: their names, and the names they use.
  static func productions() throws -> [(name: String, uses: [String])] {
    let text = try Repository.text(path).replacing(/\(\*[\s\S]*?\*\)/, with: "")
    return text.split(separator: /\n(?=\S)/).compactMap { production in
      guard let mark = production.firstRange(of: "::=") else { return nil }
      let body = production[mark.upperBound...]
        .replacing(/"[^"]*"/, with: " ")
        .replacing(/(^|\s)\/\S.*$/.anchorsMatchLineEndings(), with: " ")
      let uses = body.matches(of: /[a-z][a-z0-9-]*/).map { String($0.output) }
      let name = production[..<mark.lowerBound].filter { !$0.isWhitespace }
      return (String(name), uses)
    }
  }
}
