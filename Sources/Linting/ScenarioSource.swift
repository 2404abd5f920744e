import Diagnostics
import Semantics
import Syntax

/// A scenario as it is written and as it is played.
struct ScenarioSource {
  /// As it is written.
  let syntax: ScenarioSyntax
  /// As it is played: inherited items merged in.
  let scenario: Scenario
  /// The index of its file.
  let file: Int
  /// The settings written in it.
  let settings: [SettingSyntax]
  /// The name of the scenario that it takes over.
  let parent: FoldedText?

  /// A scenario of a file.
  init(syntax: ScenarioSyntax, scenario: Scenario, file: Int) {
    self.syntax = syntax
    self.scenario = scenario
    self.file = file
    settings = syntax.items.compactMap { item in
      if case .setting(let setting) = item { setting } else { nil }
    }
    parent = settings.reduce(nil) { parent, setting in
      if case .inherits(let name) = setting.kind { name.folded } else { parent }
    }
  }
}

extension LintSubject {
  /// Joins what is written of each scenario to how it is played.
  static func scenarioSources(of analysis: Analysis) -> [ScenarioSource] {
    var played: [SourceRange: Scenario] = [:]
    for scenario in analysis.scenarios.scenarios { played[scenario.range] = scenario }
    return analysis.trees.flatMap { tree in
      tree.declarations.compactMap { declaration in
        guard case .scenario(let syntax) = declaration else { return nil }
        return played[syntax.headerRange].map {
          ScenarioSource(syntax: syntax, scenario: $0, file: tree.file)
        }
      }
    }
  }

  /// Whether a setting is written in a scenario or in one it takes over.
  func states(
    _ source: ScenarioSource,
    _ isMeant: (SettingSyntax.Kind) -> Bool
  ) -> Bool {
    var current: ScenarioSource? = source
    // Scenarios take each other over in no circle; the bound is for the reader's peace.
    for _ in 0...scenarioSources.count {
      guard let here = current else { return false }
      if here.settings.contains(where: { isMeant($0.kind) }) { return true }
      current = here.parent.flatMap { scenarioPlaces[$0] }.map { scenarioSources[$0] }
    }
    return false
  }
}

extension ScenarioSource {
  /// A proposal that writes a statement in front of an item of the scenario, the first if nothing
  /// else is said, on a line of its own if that item begins its line.
  func proposal(
    inserting statement: String,
    before place: Int = 0,
    in files: SourceFiles
  ) -> Fix? {
    guard syntax.items.indices.contains(place) else { return nil }
    let first = syntax.items[place]
    guard let text = files.text(of: first.range) else { return nil }
    var lower = first.range.lower
    while lower > 0, text.bytes[lower - 1] == 0x20 || text.bytes[lower - 1] == 0x09 { lower -= 1 }
    let beginsLine = lower == 0 || text.bytes[lower - 1] == 0x0A || text.bytes[lower - 1] == 0x0D
    let indent = SourceRange(file: file, lower: lower, upper: first.range.lower)
    // The line of a one-line scenario stays one line.
    let next = syntax.items.dropFirst(place + 1).first
    let isOneLine = next.map { text.isOnOneLine(first.range.lower, $0.range.lower) } ?? false
    guard beginsLine, !isOneLine else {
      return Fix(.proposed, replacing: first.range.start, with: "\(statement); ")
    }
    let start = text.startOfSuppression(above: first.range) ?? first.range.lower
    return Fix(
      .proposed,
      replacing: SourceRange(file: file, lower: start, upper: start),
      with: "\(statement)\n\(text.text(indent))"
    )
  }
}

extension SourceText {
  /// Whether two offsets stand on one line.
  func isOnOneLine(_ first: Int, _ second: Int) -> Bool {
    lines.line(of: first) == lines.line(of: second)
  }
}
