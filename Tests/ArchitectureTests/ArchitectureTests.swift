import Foundation
import TestSupport
import Testing

/// What each module may import beside the standard library.
///
/// The table keeps the house's levels apart: SwiftPM alone would let a sibling in that happens to be built.
private let allowedImports: [String: Set<String>] = [
  "Diagnostics": [],
  "Receivables": [],
  "Syntax": ["Diagnostics", "Receivables"],
  "Semantics": ["Diagnostics", "Receivables", "Syntax"],
  "Formatting": ["Diagnostics", "Receivables", "Syntax", "Semantics"],
  "Planning": ["Diagnostics", "Receivables", "Syntax", "Semantics"],
  "Linting": ["Diagnostics", "Receivables", "Syntax", "Semantics", "Formatting", "Planning"],
  "Figures": ["Diagnostics", "Receivables", "Planning"],
  "Storage": [
    "CSQLite", "Diagnostics", "Receivables", "FoundationEssentials", "Synchronization",
    "Glibc", "Musl", "Darwin",
  ],
  "Reporting": [
    "Diagnostics", "Receivables", "Syntax", "Semantics", "Linting", "Planning", "Figures",
  ],
  "Messages": [
    "Diagnostics", "Receivables", "Syntax", "Semantics", "Planning", "Reporting",
    "FoundationEssentials",
  ],
  "Fuzzing": [
    "Diagnostics", "Receivables", "Syntax", "Semantics", "Formatting", "Linting", "Planning",
    "Storage", "Messages", "Glibc", "Musl", "Darwin",
  ],
  "relance": [
    "Diagnostics", "Receivables", "Syntax", "Semantics", "Formatting", "Linting", "Planning",
    "Figures", "Storage", "Reporting", "Messages", "FoundationEssentials", "Glibc", "Musl",
    "Darwin",
  ],
]

/// The modules that know neither files nor clocks and build for the browser.
private let pureModules = [
  "Diagnostics", "Receivables", "Syntax", "Semantics", "Formatting", "Linting", "Planning",
  "Figures",
]

@Suite("The house keeps its rules")
struct ArchitectureTests {
  static let sources = Repository.files(below: "Sources", suffix: ".swift")
  static let tests = Repository.files(below: "Tests", suffix: ".swift")

  @Test("a module imports only what lies below it", arguments: sources)
  func imports(_ path: String) throws {
    let module = String(path.split(separator: "/")[1])
    let allowed = try #require(allowedImports[module], "no level for module \(module)")
    for line in try Repository.text(path).split(separator: "\n") {
      let words = line.split(separator: " ")
      guard let position = words.firstIndex(of: "import"), position <= 1 else { continue }
      guard !line.hasPrefix("//"), !line.hasPrefix(" *") else { continue }
      #expect(allowed.contains(String(words[position + 1])), "\(path): \(line)")
    }
  }

  @Test("pure modules have no floating point, no existential, no clock", arguments: sources)
  func purity(_ path: String) throws {
    let module = String(path.split(separator: "/")[1])
    guard pureModules.contains(module) else { return }
    for (number, line) in try code(path) {
      for forbidden in ["Double", "Float", " any ", "print(", "ContinuousClock"] {
        #expect(!line.contains(forbidden), "\(path):\(number): \(forbidden)")
      }
    }
  }

  @Test("nothing can trap on purpose", arguments: sources)
  func traps(_ path: String) throws {
    for (number, line) in try code(path) {
      for forbidden in ["fatalError(", "try!", " as!", "precondition(", "assert("] {
        #expect(!line.contains(forbidden), "\(path):\(number): \(forbidden)")
      }
    }
  }

  @Test("a file holds one idea: at most 400 lines", arguments: sources + tests)
  func length(_ path: String) throws {
    let lines = try Repository.text(path).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count <= 401, "\(path): \(lines.count) lines")
  }

  @Test("the top level holds what it should and nothing else")
  func topLevel() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Repository.root.path)
      .filter { !$0.hasPrefix(".") && $0 != "Package.resolved" }
    #expect(
      Set(names) == ["Package.swift", "Sources", "Tests", "Scenarios", "Grammar", "README.md"]
    )
  }

  /// The lines of a file with their numbers, comments left out.
  private func code(_ path: String) throws -> [(Int, String)] {
    try Repository.text(path).split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
      .map { ($0.offset + 1, String($0.element)) }
      .filter { !$0.1.drop(while: { $0 == " " }).hasPrefix("//") }
  }
}
