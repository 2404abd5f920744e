import Diagnostics
import Syntax

/// Collects findings while the phases of the analysis run.
final class Findings {
  private(set) var diagnostics: [Diagnostic] = []
  private let unreadable: Set<FoldedText>

  /// Nothing found yet.
  ///
  /// - Parameter unreadable: names whose declarations could not be read: whoever uses one of them
  ///   makes no mistake of his own, so that it is not reported as unknown.
  init(unreadable: [NameSyntax]) {
    self.unreadable = Set(unreadable.map { $0.folded })
  }

  /// Adds a finding.
  func report(_ diagnostic: Diagnostic) {
    diagnostics.append(diagnostic)
  }

  /// Adds the finding that a name means nothing, unless its declaration could not be read.
  func reportUnknown(_ name: NameSyntax, _ diagnostic: @autoclosure () -> Diagnostic) {
    if !unreadable.contains(name.folded) { diagnostics.append(diagnostic()) }
  }
}
