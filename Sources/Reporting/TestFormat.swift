import Diagnostics
import Planning

/// A form in which the outcome of examples is written.
///
/// To add one, add a file that extends this type with a value, and name the value in `all`: help
/// and the reading of `--format` go by that list.
public struct TestFormat: Sendable {
  /// The name after `--format`.
  public let name: String
  /// Writes an outcome; the text ends with a line feed.
  public let write: @Sendable (TestReport, TextSettings, TextOutput) -> Void

  /// The forms an outcome can be written in, the default first.
  public static let all: [TestFormat] = [.text, .json, .junit]

  /// The form of a name, if there is one.
  public static func named(_ name: String) -> TestFormat? { all.first { $0.name == name } }
}

/// The outcome of examples with what its forms need beside it.
public struct TestReport: Sendable {
  /// Whether it is written which steps and rules the examples exercise.
  public enum Coverage: Sendable {
    /// It is not.
    case hidden
    /// It is.
    case listed
  }

  /// The outcome.
  public var examples: ExampleReport
  /// The scenario files, for places.
  public var files: SourceFiles
  /// Whether coverage is written.
  public var coverage: Coverage

  /// An outcome to be written.
  public init(_ examples: ExampleReport, files: SourceFiles, coverage: Coverage = .hidden) {
    self.examples = examples
    self.files = files
    self.coverage = coverage
  }

  /// How many examples went otherwise than expected.
  var failureCount: Int { examples.outcomes.count { !$0.hasPassed } }
}
