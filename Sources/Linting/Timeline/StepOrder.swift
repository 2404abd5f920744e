import Diagnostics
import Receivables
import Semantics
import Syntax

extension Lint {
  /// SEQ302: steps written in another order than they go out.
  static let stepOrder = Lint(
    CodePage(
      code: "SEQ302",
      severity: .warning,
      title: Message(fr: "étapes dans le désordre", en: "steps out of order"),
      reports: Message(
        fr: "une étape écrite après une autre qu'elle précède dans le temps ; les étapes sur"
          + " événement sont à part, et `tous les` compte par sa première fois",
        en: "a step written after another that it goes before in time; steps that answer events are"
          + " apart, and `tous les` counts by its first time"
      ),
      matters: Message(
        fr: "on lit un scénario de haut en bas ; le programme, lui, suit les jours",
        en: "a scenario is read from top to bottom; the program follows the days"
      ),
      example: "J+21 courrier\nJ+7 email\nJ+45 tâche",
      instead: "J+7 email\nJ+21 courrier\nJ+45 tâche",
      basis: [.syntax],
      fixes: [.safe]
    ),
    check: { subject in subject.scenarioSources.flatMap { disorder(in: $0, subject) } }
  )
}

/// A step as written, and its place in the escalation.
private struct WrittenStep {
  let syntax: StepSyntax
  let rank: Int

  var moment: String { syntax.moment.value.canonicalText }
}

private func disorder(in source: ScenarioSource, _ subject: LintSubject) -> [Diagnostic] {
  let ranks: [SourceRange: Int] = source.scenario.steps.reversed()
    .reduce(into: [:]) { ranks, step in
      ranks[step.range] = step.event == nil ? step.rank : nil
    }
  let steps = source.syntax.items.compactMap { item -> WrittenStep? in
    guard case .step(let syntax) = item, let rank = ranks[syntax.range] else { return nil }
    return WrittenStep(syntax: syntax, rank: rank)
  }
  let kept = longestRise(steps.map { $0.rank })
  guard kept.count < steps.count else { return [] }
  let fix = sorting(steps, of: source, subject)
  return steps.indices.compactMap { index -> Diagnostic? in
    guard !kept.contains(index) else { return nil }
    let step = steps[index]
    let higher = steps[..<index].first { $0.rank > step.rank }
    let lower = steps[(index + 1)...].last { $0.rank < step.rank }
    guard let other = higher ?? lower else { return nil }
    let message =
      higher != nil
      ? Message(
        fr: "`\(step.moment)` est écrite après `\(other.moment)` et part avant",
        en: "`\(step.moment)` is written after `\(other.moment)` and goes out before it"
      )
      : Message(
        fr: "`\(step.moment)` est écrite avant `\(other.moment)` et part après",
        en: "`\(step.moment)` is written before `\(other.moment)` and goes out after it"
      )
    return Lint.stepOrder.finding(
      at: step.syntax.range,
      message,
      notes: [
        DiagnosticNote(Message(fr: "l'autre étape", en: "the other step"), at: other.syntax.range)
      ],
      help: Message(
        fr: "écrire les étapes dans l'ordre de leurs jours",
        en: "write the steps in the order of their days"
      ),
      fix: fix
    )
  }
}

/// The places of a longest run of ranks that never goes down; of several the one that ends first.
private func longestRise(_ ranks: [Int]) -> Set<Int> {
  var lengths: [Int] = []
  var previous: [Int?] = []
  for index in ranks.indices {
    let before = lengths.indices.filter { ranks[$0] <= ranks[index] }
      .max { lengths[$0] < lengths[$1] }
    lengths.append((before.map { lengths[$0] } ?? 0) + 1)
    previous.append(before)
  }
  guard let length = lengths.max() else { return [] }
  var run: Set<Int> = []
  var next = lengths.firstIndex(of: length)
  while let index = next {
    run.insert(index)
    next = previous[index]
  }
  return run
}

/// The steps in the order of their days: statements change places, with the comments at the ends of
/// their lines.
///
/// There is none where a step counts from a reminder, as its day depends on the step written before
/// it, nor where steps of one rank would change places, nor where a comment above a step could lose
/// the step it speaks of.
private func sorting(
  _ steps: [WrittenStep],
  of source: ScenarioSource,
  _ subject: LintSubject
) -> Fix? {
  let hasRelative = subject.analysis.scenarios.scenarios.contains { scenario in
    scenario.steps.contains { step in
      if case .afterReminder = step.moment { true } else { false }
    }
  }
  guard !hasRelative, let text = subject.analysis.files.text(of: source.syntax.range) else {
    return nil
  }
  let order = steps.indices.sorted { (steps[$0].rank, $0) < (steps[$1].rank, $1) }
  guard keepsTies(order, of: steps, subject) else { return nil }
  let moved = steps.indices.filter { order[$0] != $0 }
  let tokens = subject.analysis.trees[source.file].tokens
  var places: [Int: SourceRange] = [:]
  for index in moved {
    guard let place = place(of: steps[index].syntax.range, tokens, in: text) else { return nil }
    places[index] = place
  }
  let edits = moved.compactMap { index -> Fix.Edit? in
    guard let old = places[index], let new = places[order[index]] else { return nil }
    return Fix.Edit(old, with: text.text(new))
  }
  return Fix(.safe, edits: edits)
}

/// Whether steps of equal rank, which go out as they are written, keep their order in every scenario
/// that has them: a repetition may come between others, an heir may add its own.
private func keepsTies(_ order: [Int], of steps: [WrittenStep], _ subject: LintSubject) -> Bool {
  var places: [SourceRange: (old: Int, new: Int)] = [:]
  for (new, old) in order.enumerated() { places[steps[old].syntax.range] = (old, new) }
  return subject.analysis.scenarios.scenarios.allSatisfy { scenario in
    let timed = scenario.steps.filter { $0.event == nil }
    guard timed.contains(where: { places[$0.range] != nil }) else { return true }
    return Dictionary(grouping: timed) { $0.rank }.values.allSatisfy { equals in
      let statements = Array(Set(equals.map { $0.range }))
      guard statements.count > 1 else { return true }
      let found = statements.compactMap { places[$0] }.sorted { $0.old < $1.old }
      return found.count == statements.count
        && zip(found, found.dropFirst()).allSatisfy { $0.new < $1.new }
    }
  }
}

/// The stretch that moves with a statement: itself and the comment at the end of its line; `nil`
/// where a comment could come to stand with another statement.
private func place(of range: SourceRange, _ tokens: [Token], in text: SourceText) -> SourceRange? {
  let first = text.lines.line(of: range.lower)
  let last = text.lines.line(of: range.upper)
  var upper = range.upper
  var hasNeighbour = false
  let starts = text.lines.starts
  let begin = starts[max(first - 2, 0)]
  let end = last < starts.count ? starts[last] : text.bytes.count
  let near = tokens[tokens.partitioningIndex(where: { $0.lower >= begin })...]
    .prefix { $0.lower < end }
  for token in near {
    let line = text.lines.line(of: token.lower)
    switch token.kind {
    case .comment where line == first - 1:
      let isAlone = !near.contains { other in
        other.kind != .comment && other.kind != .lineEnd && text.lines.line(of: other.lower) == line
      }
      if isAlone { return nil }
    case .comment where token.lower >= range.upper && line == last: upper = token.upper
    case .lineEnd, .comment, .semicolon: break
    case .word, .elision, .number, .date, .string, .symbol, .body, .unknown:
      let isOutside = token.upper <= range.lower || token.lower >= range.upper
      if isOutside, line == first || line == last { hasNeighbour = true }
    }
  }
  if hasNeighbour, upper > range.upper { return nil }
  return SourceRange(file: range.file, lower: range.lower, upper: upper)
}
