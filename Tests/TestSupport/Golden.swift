import Foundation
import Testing

/// Expected outputs kept in files.
///
/// With `RECORD=1` in the environment the files are rewritten, and the test fails all the same: what
/// was recorded has to be looked at before it counts.
public enum Golden {
  /// Compares a text with a file of the checkout.
  public static func expect(
    _ text: String,
    matches path: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let url = Repository.url(path)
    let expected = try? String(contentsOf: url, encoding: .utf8)
    if expected == text { return }
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try text.write(to: url, atomically: true, encoding: .utf8)
      Issue.record("recorded \(path): look at it, then run again", sourceLocation: sourceLocation)
    } else if let expected {
      let difference = firstDifference(expected, text)
      Issue.record("\(path) differs: \(difference)", sourceLocation: sourceLocation)
    } else {
      Issue.record("\(path) is missing; RECORD=1 writes it", sourceLocation: sourceLocation)
    }
  }

  private static func firstDifference(_ expected: String, _ actual: String) -> String {
    let left = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let right = actual.split(separator: "\n", omittingEmptySubsequences: false)
    let index =
      zip(left, right).enumerated().first { $0.element.0 != $0.element.1 }?.offset
      ?? min(left.count, right.count)
    let was = index < left.count ? String(left[index]) : "(end)"
    let now = index < right.count ? String(right[index]) : "(end)"
    return "line \(index + 1)\n  expected \(was)\n  got      \(now)"
  }
}
