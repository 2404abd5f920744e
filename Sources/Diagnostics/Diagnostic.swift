/// A stable name for one kind of finding, such as `TYP102`; never renumbered, never reused.
public struct DiagnosticCode: Hashable, Sendable {
  /// The code as it is printed.
  public let name: String

  /// A code by its printed name.
  public init(_ name: String) {
    self.name = name
  }
}

/// How much a finding weighs.
public enum Severity: Int, Comparable, Sendable, CaseIterable {
  /// An advice.
  case information
  /// Probably not what was meant.
  case warning
  /// Stops a run.
  case error

  /// Orders by weight.
  public static func < (left: Severity, right: Severity) -> Bool { left.rawValue < right.rawValue }
}

/// A second place that matters for a finding.
public struct DiagnosticNote: Hashable, Sendable {
  /// Where.
  public let range: SourceRange
  /// What is there.
  public let message: Message

  /// A note on a place.
  public init(_ message: Message, at range: SourceRange) {
    self.range = range
    self.message = message
  }
}

/// Whether a fix can change what a scenario does.
public enum FixSafety: Sendable {
  /// The plan can't change; applied by `--fix`.
  case safe
  /// A proposal that a person should look at; applied by `--fix --unsafe`.
  case proposed
}

/// Edits that would make a finding go away.
public struct Fix: Hashable, Sendable {
  /// One replacement of a stretch by a text.
  public struct Edit: Hashable, Sendable {
    /// The stretch to replace; empty to insert.
    public let range: SourceRange
    /// What stands there afterwards.
    public let replacement: String

    /// Replaces `range` by `replacement`.
    public init(_ range: SourceRange, with replacement: String) {
      self.range = range
      self.replacement = replacement
    }
  }

  /// Whether the plan may change.
  public let safety: FixSafety
  /// The replacements, in order of place and not overlapping.
  public let edits: [Edit]

  /// A fix of one replacement.
  public init(_ safety: FixSafety, replacing range: SourceRange, with replacement: String) {
    self.safety = safety
    self.edits = [Edit(range, with: replacement)]
  }

  /// A fix of several replacements, in order of place and not overlapping.
  public init(_ safety: FixSafety, edits: [Edit]) {
    self.safety = safety
    self.edits = edits
  }
}

/// One finding: what is wrong, where, and what to do about it.
///
/// Style of the messages: lower case, no full stop, the user's own words quoted in `…`; what to do
/// stands in `help`, not in `message`.
public struct Diagnostic: Hashable, Sendable {
  /// The stable code.
  public let code: DiagnosticCode
  /// How much it weighs.
  public let severity: Severity
  /// The stretch that is wrong.
  public let range: SourceRange
  /// What is wrong.
  public let message: Message
  /// A few words under the underlined stretch.
  public let label: Message?
  /// Other places that matter.
  public let notes: [DiagnosticNote]
  /// What to do.
  public let help: Message?
  /// Edits that do it.
  public let fix: Fix?

  /// A finding with all its parts.
  public init(
    _ code: DiagnosticCode,
    _ severity: Severity = .error,
    at range: SourceRange,
    _ message: Message,
    label: Message? = nil,
    notes: [DiagnosticNote] = [],
    help: Message? = nil,
    fix: Fix? = nil
  ) {
    self.code = code
    self.severity = severity
    self.range = range
    self.message = message
    self.label = label
    self.notes = notes
    self.help = help
    self.fix = fix
  }
}

extension Sequence<Diagnostic> {
  /// Whether one of the findings stops a run.
  public var hasErrors: Bool { contains { $0.severity == .error } }

  /// The findings, of each file at most `limit`, and one more that counts the others.
  ///
  /// The parser stops by itself after as many; here a file that is wrong throughout, such as one
  /// made by a program, is kept from filling the screen.
  public func limited(to limit: Int) -> [Diagnostic] {
    var kept: [Diagnostic] = []
    var counts: [Int: Int] = [:]
    var hidden: [Int: Diagnostic] = [:]
    for diagnostic in self {
      let file = diagnostic.range.file
      counts[file, default: 0] += 1
      if counts[file, default: 0] <= limit {
        kept.append(diagnostic)
      } else if diagnostic.severity > hidden[file]?.severity ?? .information
        || hidden[file] == nil
      {
        hidden[file] = diagnostic
      }
    }
    // The gravest of those left out stands for them, so that none of them passes for less.
    for (file, gravest) in hidden.sorted(by: { $0.key < $1.key }) {
      let others = counts[file, default: 0] - limit
      kept.append(
        Diagnostic(
          gravest.code,
          gravest.severity,
          at: gravest.range,
          Message(
            fr: "\(others) autres remarques sur ce fichier ne sont pas affichées",
            en: "\(others) other findings in this file are not shown"
          )
        )
      )
    }
    return kept
  }
}

extension [Diagnostic] {
  /// The findings by file, place and code: the order in which they are told.
  public var inReadingOrder: [Diagnostic] {
    // Places are sorted, as findings are too large to be moved about.
    let order = indices.sorted { first, second in
      let (left, right) = (self[first].range, self[second].range)
      if left.file != right.file { return left.file < right.file }
      if left.lower != right.lower { return left.lower < right.lower }
      if left.upper != right.upper { return left.upper < right.upper }
      return self[first].code.name < self[second].code.name
    }
    return order.map { self[$0] }
  }
}
