import Diagnostics
import Receivables
import Semantics

/// What became of files whose findings were fixed.
public struct FixOutcome: Sendable {
  /// The files, in their order, with the edits made.
  public let texts: [SourceText]
  /// The findings whose fixes were applied, in the order of application; their places are those in
  /// the text of their pass.
  public let fixed: [Diagnostic]
}

/// Applies the fixes of the findings of files until none is left, in at most ten passes.
///
/// In one pass no two edits touch each other: of fixes that do, the first in the text is applied,
/// and the others have their turn in the next pass. A pass after which the files would have more
/// errors than before is not made.
///
/// - Parameters:
///   - safety: Whether proposals are applied too.
///   - texts: The files.
///   - day: The day of the checks.
/// - Returns: The files as they are then, and the findings that were fixed.
public func applyFixes(
  upTo safety: FixSafety,
  to texts: [SourceText],
  on day: CalendarDate
) -> FixOutcome {
  var texts = texts
  var fixed: [Diagnostic] = []
  var analysis = analyze(texts)
  for _ in 0..<10 {
    let findings = review(LintSubject(analysis, on: day))
    let (edited, applied) = applyOnce(findings, upTo: safety, to: texts)
    if applied.isEmpty { break }
    let next = analyze(edited)
    guard errorCount(next) <= errorCount(analysis) else { break }
    texts = edited
    analysis = next
    fixed += applied
  }
  return FixOutcome(texts: texts, fixed: fixed)
}

/// Applies, in one pass, the fixes of findings that do not touch each other.
///
/// - Returns: The files with the edits made, and the findings whose fixes were applied.
public func applyOnce(
  _ findings: [Diagnostic],
  upTo safety: FixSafety,
  to texts: [SourceText]
) -> (texts: [SourceText], applied: [Diagnostic]) {
  var edits: [[Fix.Edit]] = texts.map { _ in [] }
  // Findings come in order, so that most edits lie behind all those before them.
  var ends = texts.map { _ in -1 }
  var applied: [Diagnostic] = []
  for finding in findings.inReadingOrder {
    guard let fix = finding.fix, safety.allows(fix.safety), !fix.edits.isEmpty else { continue }
    let isPossible = fix.edits.allSatisfy { edit in
      guard texts.indices.contains(edit.range.file) else { return false }
      guard edit.range.upper <= texts[edit.range.file].bytes.count else { return false }
      if edit.range.lower > ends[edit.range.file] { return true }
      return !edits[edit.range.file].contains { $0.range.touches(edit.range) }
    }
    guard isPossible else { continue }
    for edit in fix.edits {
      edits[edit.range.file].append(edit)
      ends[edit.range.file] = max(ends[edit.range.file], edit.range.upper)
    }
    applied.append(finding)
  }
  let edited = zip(texts, edits).map { text, edits in
    edits.isEmpty ? text : SourceText(name: text.name, bytes: text.applying(edits))
  }
  return (edited, applied)
}

private func errorCount(_ analysis: Analysis) -> Int {
  analysis.diagnostics.count { $0.severity == .error }
}

extension FixSafety {
  /// Whether a fix of another safety is applied where this much is allowed.
  fileprivate func allows(_ other: FixSafety) -> Bool {
    switch (self, other) {
    case (_, .safe), (.proposed, .proposed): true
    case (.safe, .proposed): false
    }
  }
}

extension SourceRange {
  /// Whether two stretches share a byte or an end.
  fileprivate func touches(_ other: SourceRange) -> Bool {
    lower <= other.upper && other.lower <= upper
  }
}

extension SourceText {
  /// The bytes with edits made that do not touch each other.
  fileprivate func applying(_ edits: [Fix.Edit]) -> [UInt8] {
    var result: [UInt8] = []
    var position = 0
    for edit in edits.sorted(by: { $0.range.lower < $1.range.lower }) {
      result += bytes[position..<max(edit.range.lower, position)]
      result += Array(edit.replacement.utf8)
      position = max(edit.range.upper, position)
    }
    return result + bytes[min(position, bytes.count)...]
  }
}
